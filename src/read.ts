import { isCsdlJson, isCsdlXml } from "./csdl/recognise.js";
import { readCsdlJson } from "./csdl/read-json.js";
import { readCsdlXml } from "./csdl/read-xml.js";
import type { Source, Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import type { Document } from "./edm/document.js";
import { isPage } from "./pages/is-page.js";
import { readPage } from "./pages/read-page.js";
import type { Io } from "./sources/io.js";
import { loadSources } from "./sources/load-sources.js";

type Kind = "csdl-xml" | "csdl-json" | "page";

const readers: Readonly<Record<Kind, (source: Source, report: Report) => Document | undefined>> = {
  "csdl-xml": readCsdlXml,
  "csdl-json": readCsdlJson,
  page: readPage,
};

export interface ReadOptions {
  readonly allowRemote?: readonly string[];
  /** The folder that relative inputs start from; the working folder by default. */
  readonly base?: string;
  /** Where the texts are added, so that positions can be told. */
  readonly sources: Sources;
}

export interface ReadResult {
  readonly documents: readonly Document[];
  /** The texts that were read, in order. */
  readonly texts: readonly string[];
  /** Absolute paths of the files among them. */
  readonly paths: readonly string[];
}

/** Loads the inputs and makes a document of each; what a text is, its content tells. */
export async function read(inputs: readonly string[], io: Io, report: Report, options: ReadOptions): Promise<ReadResult> {
  const { loaded } = await loadSources(inputs, io, report, { recognise, ...options });
  return {
    documents: loaded.flatMap(({ source, kind }) => readers[kind](source, report) ?? []),
    texts: loaded.map(({ source }) => source.text),
    paths: loaded.flatMap(({ path }) => path ?? []),
  };
}

/** Makes a document of one text; undefined when it is of no known kind, or broken, which the report then says. */
export function parse(source: Source, report: Report): Document | undefined {
  const kind = recognise(source.text);
  return kind && readers[kind](source, report);
}

function recognise(text: string): Kind | undefined {
  if (isCsdlXml(text)) return "csdl-xml";
  if (isCsdlJson(text)) return "csdl-json";
  return isPage(text) ? "page" : undefined;
}
