import { isCsdlJson, isCsdlXml } from "./csdl/recognise.js";
import { readCsdlJson } from "./csdl/read-json.js";
import { readCsdlXml } from "./csdl/read-xml.js";
import type { Source, Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import type { Document } from "./edm/document.js";
import { followReferences, type Reading } from "./follow-references.js";
import { isPage } from "./pages/is-page.js";
import { readPage } from "./pages/read-page.js";
import type { Io } from "./sources/io.js";
import { ReferenceLoader } from "./sources/load-reference.js";
import { type LoadedSource, loadSources } from "./sources/load-sources.js";

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
  /** Leaves a single document as it is, its references not followed. */
  readonly keepSingle?: boolean;
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

/**
 * Loads the inputs and makes a document of each; what a text is, its content tells. What CSDL documents refer to
 * comes along, from files beside them and from allowed hosts.
 */
export async function read(
  inputs: readonly string[],
  io: Io,
  report: Report,
  options: ReadOptions,
): Promise<ReadResult> {
  const { loaded } = await loadSources(inputs, io, report, { recognise, ...options });
  const parseLoaded = ({ source, kind }: LoadedSource<Kind>) => readers[kind](source, report);
  const named = loaded.map((one) => ({ loaded: one, document: parseLoaded(one) }));
  if (options.keepSingle === true && named.length === 1) return resultOf(named);
  const loader = new ReferenceLoader(loaded, io, {
    recognise: recogniseCsdl,
    allowRemote: options.allowRemote ?? [],
    sources: options.sources,
  });
  return resultOf([...named, ...(await followReferences(named, parseLoaded, loader, report))]);
}

function resultOf(readings: readonly Reading<Kind>[]): ReadResult {
  return {
    documents: readings.flatMap(({ document }) => document ?? []),
    texts: readings.map(({ loaded }) => loaded.source.text),
    paths: readings.flatMap(({ loaded }) => loaded.path ?? []),
  };
}

/** Makes a document of one text; undefined when it is of no known kind, or broken, which the report then says. */
export function parse(source: Source, report: Report): Document | undefined {
  const kind = recognise(source.text);
  return kind && readers[kind](source, report);
}

function recognise(text: string): Kind | undefined {
  return recogniseCsdl(text) ?? (isPage(text) ? "page" : undefined);
}

function recogniseCsdl(text: string): Kind | undefined {
  if (isCsdlXml(text)) return "csdl-xml";
  return isCsdlJson(text) ? "csdl-json" : undefined;
}
