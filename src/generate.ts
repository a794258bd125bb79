import type { Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import type { Model } from "./edm/model.js";
import { checkAnnotations } from "./vocabularies/terms/check-annotations.js";
import { factsOf } from "./facts/facts.js";
import { nonNullOf } from "./facts/presence.js";
import { load, type LoadedInputs } from "./read/load.js";
import { merge } from "./merge/merge.js";
import { inputsHash } from "./output/content-hash.js";
import type { OutputRequest } from "./output/output-request.js";
import type { ModelCounts, RunRecord } from "./output/run-record.js";
import { readLoaded, type ReadResult, type Watch } from "./read/read.js";
import { render, type OutputFile } from "./rendering/render.js";
import { runtimeFiles } from "./rendering/runtime-files.js";
import { builtInTemplates } from "./rendering/built-in-templates.js";
import { inFormat } from "./rendering/to-javascript.js";
import type { GenerateRequest } from "./up-to-date/generate-request.js";
import { runOptions } from "./up-to-date/run-options.js";
import { runRecord } from "./up-to-date/run-record.js";
import type { Io } from "./sources/io.js";
import { select } from "./select/select.js";
import { toolVersion } from "./installation/tool-version.js";
import { nameAll } from "./naming/names.js";
import { planFiles, type PlannedFile } from "./views/plan-files.js";
import { viewContext } from "./views/view-context.js";

export type { GenerateRequest };

/** The files of a run and its diagnostics. With an error among those, nothing must be written. */
export interface GenerateResult {
  readonly output: OutputRequest;
  readonly report: Report;
  readonly sources: Sources;
  readonly counts: ModelCounts;
}

/** Makes TypeScript of CSDL and reference pages. Writes nothing: the caller does. */
export async function generate(request: GenerateRequest, io: Io): Promise<GenerateResult> {
  return generateLoaded(request, await load(request, io), io);
}

/** The same for inputs that are loaded already. */
export async function generateLoaded(
  request: GenerateRequest,
  inputs: LoadedInputs,
  io: Io,
  watch?: Watch,
): Promise<GenerateResult> {
  const { loaded, sources, report } = inputs;
  const ofLoading = report.diagnostics.length;
  const read = await readLoaded(loaded, io, report, { ...request, sources, watch });
  watch?.stage("merging");
  const model = merge(read.documents, report);
  checkAnnotations(model, report);
  const names = nameAll(model, request.namespace, report);
  const selection = select(model, request, report);
  watch?.stage("generating");
  const facts = factsOf(selection.types, nonNullOf(model, request.nonNull));
  const views = planFiles(viewContext({ model, names, selection, facts }, request, inputs));
  const rendered = report.failed ? unprinted(views) : [...render(views, builtInTemplates()), ...runtimeFiles(request)];
  const files = await inFormat(rendered, request, report);
  const counts = countsOf(selection.types);
  const run = runRecord(request, read, { counts, diagnostics: report.diagnostics.slice(ofLoading) });
  return { output: outputOf(request, files, read, run, io), report, sources, counts };
}

/** Makes the views of a failed run for their diagnostics, without printing them. */
function unprinted(views: Iterable<PlannedFile>): readonly [] {
  Array.from(views);
  return [];
}

function countsOf({ elements, structuredTypes, requests }: Model): ModelCounts {
  const enums = elements.filter(({ kind }) => kind === "EnumType").length;
  return { types: structuredTypes.length, enums, requests: requests.length };
}

function outputOf(
  request: GenerateRequest,
  files: readonly OutputFile[],
  { sources, paths }: ReadResult,
  run: RunRecord | undefined,
  io: Io,
): OutputRequest {
  return {
    folder: request.output,
    cwd: request.base ?? io.cwd,
    inputs: paths,
    files,
    toolVersion,
    inputsHash: inputsHash(sources, runOptions(request)),
    ...(run !== undefined && { run }),
  };
}
