import { inLaterVersion } from "./csdl/model/later-version.js";
import { withoutSharedNames } from "./csdl/model/json-names.js";
import { modelDocument } from "./csdl/model/model-document.js";
import { writeCsdlJson } from "./csdl/write-json.js";
import { writeCsdlXml } from "./csdl/write-xml.js";
import type { Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import { type CsdlDocument, type Document, isBefore4 } from "./edm/document.js";
import { withSentMembers } from "./facts/sent/sent-model.js";
import { merge } from "./merge/merge.js";
import { load, type LoadRequest, read, type RunOptions } from "./read/read.js";
import { pause } from "./read/run-options.js";
import { outsideOf } from "./select/outside.js";
import { select } from "./select/select.js";
import type { Io } from "./sources/io.js";

/** The notations of CSDL, both of version 4.01. */
export type Notation = "csdl-json" | "csdl-xml";

export interface ConvertRequest extends LoadRequest {
  readonly to: Notation;
  /** Name of the entity container, where the inputs have several. */
  readonly container?: string;
  /** Patterns of what to write and what to leave out; by default the document has everything. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface ConvertResult {
  /** The document, with a line break at its end; absent when an error was reported. */
  readonly text?: string;
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

const writers: Readonly<Record<Notation, (document: CsdlDocument, report: Report) => string>> = {
  "csdl-json": (document, report) => writeCsdlJson(withoutSharedNames(document, report)),
  "csdl-xml": writeCsdlXml,
};

/**
 * Converts any inputs to one standard CSDL document. A single CSDL document keeps its aliases, references and external
 * annotations; several documents, or pages, are merged first, and so is what patterns select from. What pages leave open
 * is written as unknown, so that the document is valid by itself.
 */
export async function convert(request: ConvertRequest, io: Io, options: RunOptions = {}): Promise<ConvertResult> {
  const { watch, signal } = options;
  const loaded = options.loaded ?? (await load(request, io));
  const { report, sources } = loaded;
  const { documents, paths } = await read(loaded, io, { ...request, keepSingle: true, watch, signal });
  await pause(signal);
  watch?.stage("merging");
  const document = documentOf(documents, request, report);
  const done = { paths, report, sources };
  if (document === undefined || report.failed) return done;
  await pause(signal);
  watch?.stage(`converting to ${request.to}`);
  return { text: writers[request.to](document, report), ...done };
}

function documentOf(
  documents: readonly Document[],
  { include = [], exclude = [], container }: ConvertRequest,
  report: Report,
): CsdlDocument | undefined {
  const [first, ...others] = documents;
  if (first === undefined) return undefined;
  const isWhole = include.length + exclude.length === 0 && container === undefined;
  const isOld = documents.some((document) => document.kind === "csdl" && isBefore4(document.version));
  const later = (document: CsdlDocument | undefined) =>
    document && isOld ? inLaterVersion(document, report) : document;
  if (first.kind === "csdl" && others.length === 0 && isWhole) return later(checked(first, report));
  const model = withSentMembers(merge(documents, report, container));
  const selection = select(model, { include, exclude }, report);
  if (selection.isPart) report.markOutside(outsideOf(model, selection, documents));
  return later(modelDocument(selection.closed(), documents, report));
}

/** Reports the errors that only show in the model of a document; warnings there are about what other outputs lose. */
function checked(document: CsdlDocument, report: Report): CsdlDocument {
  const found = new Report();
  merge([document], found);
  for (const { code, severity, place, message, related } of found.diagnostics)
    if (severity === "error") report.repeat(code, place, message, related);
  return document;
}
