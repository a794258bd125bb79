import type { Source, Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Document } from "../edm/document.js";
import { followReferences, type Reading } from "./follow-references.js";
import { type Kind, recognize, recognizeCsdl } from "./recognize.js";
import { includeFinder } from "./include-finder.js";
import type { FindInclude } from "../pages/page-context.js";
import type { Io } from "../sources/io.js";
import { ReferenceLoader, type ReferenceUse } from "../sources/load-reference.js";
import { type LoadedSource, loadSources } from "../sources/load-sources.js";

type Reader = (source: Source, report: Report, findInclude: FindInclude) => Document | undefined;

/** Each brings parsers of its own, which take long to load: those that are needed are. */
const readers: Readonly<Record<Kind, () => Promise<Reader>>> = {
  "csdl-xml": async () => (await import("../csdl/read-xml.js")).readCsdlXml,
  "csdl-json": async () => (await import("../csdl/read-json.js")).readCsdlJson,
  page: async () => (await import("../pages/read-page.js")).readPage,
  // Read where pages include it; a document of its own it is not.
  include: async () => () => undefined,
};

/** Each loaded once: to ask for a module again takes longer than to read a short page. */
function loadedReaders(): (kind: Kind) => Promise<Reader> {
  const known = new Map<Kind, Promise<Reader>>();
  return (kind) => {
    const reader = known.get(kind) ?? readers[kind]();
    known.set(kind, reader);
    return reader;
  };
}

/** Told what a run is at. */
export interface Watch {
  /** Before each input is read: which one it is, counted from 1, and of how many. */
  input(input: number, count: number): void;
  /** Before each later stage, e.g. `merging`. */
  stage(name: string): void;
}

export interface ReadOptions {
  readonly allowRemote?: readonly string[];
  /** The folder that relative inputs start from; the working folder by default. */
  readonly base?: string;
  /** Leaves a single document as it is, its references not followed. */
  readonly keepSingle?: boolean;
  readonly watch?: Watch | undefined;
  /** Where the texts are added, so that positions can be told. */
  readonly sources: Sources;
}

export interface ReadResult {
  readonly documents: readonly Document[];
  /** What was read, in order. */
  readonly sources: readonly Source[];
  /** Absolute paths of the files among them. */
  readonly paths: readonly string[];
  /** The references that were followed, in order. */
  readonly references: readonly ReferenceUse[];
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
  const { loaded } = await loadSources(inputs, io, report, { recognize, ...options });
  return readLoaded(loaded, io, report, options);
}

/** The same, of inputs that are loaded already. */
export async function readLoaded(
  loaded: readonly LoadedSource<Kind>[],
  io: Io,
  report: Report,
  options: Omit<ReadOptions, "base">,
): Promise<ReadResult> {
  const findInclude = includeFinder(loaded);
  const readerOf = loadedReaders();
  const parseLoaded = async ({ source, kind }: LoadedSource<Kind>) =>
    (await readerOf(kind))(source, report, findInclude);
  const named: Reading<Kind>[] = [];
  for (const one of loaded) {
    options.watch?.input(named.length + 1, loaded.length);
    named.push({ loaded: one, document: await parseLoaded(one) });
  }
  if (options.keepSingle === true && named.length === 1) return resultOf(named, []);
  const loader = new ReferenceLoader(loaded, io, {
    recognize: recognizeCsdl,
    allowRemote: options.allowRemote ?? [],
    sources: options.sources,
  });
  const found = await followReferences(named, parseLoaded, loader, report);
  return resultOf([...named, ...found], loader.uses);
}

function resultOf(readings: readonly Reading<Kind>[], references: readonly ReferenceUse[]): ReadResult {
  return {
    documents: readings.flatMap(({ document }) => document ?? []),
    sources: readings.map(({ loaded }) => loaded.source),
    paths: readings.flatMap(({ loaded }) => loaded.path ?? []),
    references,
  };
}
