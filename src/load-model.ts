import type { Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import type { Model } from "./edm/model.js";
import { merge } from "./merge/merge.js";
import { withUntypedTypes } from "./merge/untyped-types.js";
import { load, type LoadedInputs, type LoadRequest, read, type Watch } from "./read/read.js";
import type { Io } from "./sources/io.js";

export interface ModelRequest extends LoadRequest {
  /** Name of the entity container, where the inputs have several. */
  readonly container?: string;
  /** Qualified names of complex types without members whose values are any JSON value. */
  readonly untyped?: readonly string[];
}

export interface ModelResult {
  /** Incomplete when an error was reported. */
  readonly model: Model;
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

/** Reads inputs, and what they refer to, into one model. */
export async function loadModel(
  request: ModelRequest,
  io: Io,
  loaded?: LoadedInputs,
  watch?: Watch,
): Promise<ModelResult> {
  const inputs = loaded ?? (await load(request, io));
  const { report, sources } = inputs;
  const { documents, paths } = await read(inputs, io, { ...request, watch });
  watch?.stage("merging");
  const model = withUntypedTypes(merge(documents, report, request.container), request.untyped ?? [], report);
  return { model, paths, report, sources };
}
