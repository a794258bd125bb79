import type { Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import type { Document } from "./edm/document.js";
import type { Model } from "./edm/model.js";
import { merge } from "./merge/merge.js";
import { resolvePages, type ResolvedPages } from "./merge/names/resolve-names.js";
import { withUntypedTypes } from "./merge/untyped-types.js";
import { load, type LoadedInputs, type LoadRequest, read, type ReadResult, type RunOptions } from "./read/read.js";
import { pause } from "./read/run-options.js";
import type { Io } from "./sources/io.js";

/** The inputs to read, and how they become one model. */
export interface ModelRequest extends LoadRequest {
  /** Name of the entity container, where the inputs have several. */
  readonly container?: string | undefined;
  /** Qualified names of complex types without members whose values are any JSON value. */
  readonly untyped?: readonly string[] | undefined;
}

/** One model of all inputs, and the diagnostics of reading them. */
export interface ModelResult {
  /** Incomplete when an error was reported. */
  readonly model: Model;
  /** What each input declares, with nothing resolved: the inputs in order, then what they refer to. */
  readonly documents: readonly Document[];
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

/** A model with the pages among its documents, whose names merging resolves. */
export interface ModelWithPages extends ModelResult {
  readonly pages: ResolvedPages;
}

/** Reads inputs, and what they refer to, into one model. */
export async function loadModel(request: ModelRequest, io: Io, options: RunOptions = {}): Promise<ModelResult> {
  const { pages: _, ...result } = await loadWithPages(request, io, options);
  return result;
}

/** The same, for what looks at pages once more. */
export async function loadWithPages(request: ModelRequest, io: Io, options: RunOptions = {}): Promise<ModelWithPages> {
  const inputs = options.loaded ?? (await load(request, io));
  const { model, found, pages } = await readModel(request, io, inputs, options);
  const { documents, paths } = found;
  return { model, documents, pages, paths, report: inputs.report, sources: inputs.sources };
}

/** Parses loaded inputs, and what they refer to, and merges them. */
export async function readModel(
  request: ModelRequest,
  io: Io,
  inputs: LoadedInputs,
  { watch, signal }: RunOptions,
): Promise<Pick<ModelWithPages, "model" | "pages"> & { readonly found: ReadResult }> {
  const found = await read(inputs, io, { ...request, watch, signal });
  await pause(signal);
  watch?.stage("merging");
  const pages = resolvePages(found.documents);
  const merged = merge(found.documents, inputs.report, request.container, pages);
  return { model: withUntypedTypes(merged, request.untyped ?? [], inputs.report), found, pages };
}
