import { type Source, Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import type { Document } from "../edm/document.js";
import type { FindInclude } from "../pages/page-context.js";
import type { Io } from "../sources/io.js";
import { ReferenceLoader, type ReferenceUse } from "../sources/load-reference.js";
import { type LoadedSource, loadSources } from "../sources/load-sources.js";
import type { RemoteAccess } from "../sources/read-input.js";
import { followReferences, type Reading } from "./follow-references.js";
import { includeFinder } from "./include-finder.js";
import { type Kind, recognize, recognizeCsdl } from "./recognize.js";
import { type LoadedInputs, pause, type RunOptions } from "./run-options.js";

export type { LoadedInputs, RunOptions, Watch } from "./run-options.js";

export interface LoadRequest extends RemoteAccess {
  /** Files, folders, globs, `-` for the standard input, and URLs that are kept or on allowed hosts. */
  readonly inputs: readonly string[];
}

export interface ReadOptions extends RemoteAccess, Pick<RunOptions, "signal" | "watch"> {
  /** Leaves a single document as it is, without following its references. */
  readonly keepSingle?: boolean;
}

export interface ReadResult {
  readonly documents: readonly Document[];
  /** The texts of the inputs and of references, in order. */
  readonly sources: readonly Source[];
  /** Absolute paths of the files among them. */
  readonly paths: readonly string[];
  /** The references that were followed, in order. */
  readonly references: readonly ReferenceUse[];
}

/** Loads the texts of the inputs and recognizes each by its content. Parses nothing, so that no parser is loaded. */
export async function load(
  { inputs, ...options }: LoadRequest,
  io: Io,
  { report = new Report(), sources = new Sources() }: Partial<Pick<LoadedInputs, "report" | "sources">> = {},
): Promise<LoadedInputs> {
  const { loaded } = await loadSources(inputs, io, report, { recognize, ...options, sources });
  return { loaded, sources, report };
}

/** Parses each input to a document, and what CSDL documents refer to, from files beside them and from allowed hosts. */
export async function read(
  { loaded, sources, report }: LoadedInputs,
  io: Io,
  { keepSingle = false, watch, signal, ...options }: ReadOptions,
): Promise<ReadResult> {
  const findInclude = includeFinder(loaded);
  const readerOf = cachedReaders();
  const parse = async ({ source, kind }: LoadedSource<Kind>) => (await readerOf(kind))(source, report, findInclude);
  const named: Reading<Kind>[] = [];
  for (const one of loaded) {
    await pause(signal);
    watch?.input(named.length + 1, loaded.length);
    named.push({ loaded: one, document: await parse(one) });
  }
  if (keepSingle && named.length === 1) return resultOf(named, []);
  const loader = new ReferenceLoader(loaded, io, { ...options, recognize: recognizeCsdl, sources });
  const found = await followReferences(named, parse, loader, report);
  return resultOf([...named, ...found], loader.uses);
}

type Reader = (source: Source, report: Report, findInclude: FindInclude) => Document | undefined;

/** Imported on demand: loading a parser takes longer than reading a small document. */
const readers: Readonly<Record<Kind, () => Promise<Reader>>> = {
  "csdl-xml": async () => (await import("../csdl/read-xml.js")).readCsdlXml,
  "csdl-json": async () => (await import("../csdl/read-json.js")).readCsdlJson,
  page: async () => (await import("../pages/read-page.js")).readPage,
  // An include is read as part of the pages that include it.
  include: async () => () => undefined,
};

/** Imports each reader once: thousands of pages need the same one. */
function cachedReaders(): (kind: Kind) => Promise<Reader> {
  const imported = new Map<Kind, Promise<Reader>>();
  return (kind) => {
    const reader = imported.get(kind) ?? readers[kind]();
    imported.set(kind, reader);
    return reader;
  };
}

function resultOf(readings: readonly Reading<Kind>[], references: readonly ReferenceUse[]): ReadResult {
  return {
    documents: readings.flatMap(({ document }) => document ?? []),
    sources: readings.map(({ loaded }) => loaded.source),
    paths: readings.flatMap(({ loaded }) => loaded.path ?? []),
    references,
  };
}
