import { Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import { isStructured, type Model } from "./edm/model.js";
import { checkAnnotations } from "./edm/vocabularies/check-annotations.js";
import { merge } from "./merge/merge.js";
import { inputsHash } from "./output/content-hash.js";
import type { OutputRequest } from "./output/output-request.js";
import { read } from "./read.js";
import { render, type OutputFile } from "./rendering/render.js";
import { runtimeFiles } from "./rendering/runtime-files.js";
import { builtInTemplates } from "./rendering/templates.js";
import { toJavaScript } from "./rendering/to-javascript.js";
import type { Io } from "./sources/io.js";
import { select, type SelectOptions } from "./select/select.js";
import { toolVersion } from "./tool-version.js";
import { nameAll } from "./views/names.js";
import type { ViewOptions } from "./views/options.js";
import { planFiles } from "./views/plan-files.js";
import { viewContext } from "./views/view-context.js";

/** What to generate, from what, and where it would go. */
export interface GenerateRequest extends ViewOptions, SelectOptions {
  /** Files, folders, globs, `-` for the standard input, URLs on allowed hosts. */
  readonly inputs: readonly string[];
  /** The folder that relative inputs and the output start from; the working folder by default. */
  readonly base?: string;
  readonly output: string;
  readonly allowRemote?: readonly string[];
  /** TypeScript, unless said otherwise; or JavaScript with declarations. */
  readonly emitFormat?: "ts" | "js";
}

/** What a run would write, and everything it has to say. With an error among the diagnostics, nothing is to be written. */
export interface GenerateResult {
  readonly output: OutputRequest;
  readonly report: Report;
  readonly sources: Sources;
  readonly counts: ModelCounts;
}

/** How much of what the inputs describe is selected. */
export interface ModelCounts {
  /** Entity types and complex types. */
  readonly types: number;
  readonly enums: number;
  /** HTTP requests that pages document. */
  readonly requests: number;
}

/** Makes TypeScript of what a service publishes about itself. Nothing is written yet: that is the caller's to do. */
export async function generate(request: GenerateRequest, io: Io): Promise<GenerateResult> {
  const report = new Report();
  const asJavaScript = request.emitFormat === "js";
  if (asJavaScript && request.importExtension === "ts")
    report.add("import-extension-ts", { path: "--import-extension ts" }, {});
  const sources = new Sources();
  const { documents, texts, paths } = await read(request.inputs, io, report, { ...request, sources });
  const model = merge(documents, report);
  checkAnnotations(model, report);
  const names = nameAll(model, request.namespace, report);
  const selection = select(model, request, report);
  const views = planFiles(viewContext(model, names, selection, request, report));
  const typescript = report.failed ? [] : [...render(views, builtInTemplates()), ...runtimeFiles(request)];
  const files = asJavaScript ? await toJavaScript(typescript, report) : typescript;
  return { output: outputOf(request, files, texts, paths, io), report, sources, counts: countsOf(selection.types) };
}

function countsOf({ schemas, requests }: Model): ModelCounts {
  const elements = schemas.flatMap((schema) => schema.elements);
  const enums = elements.filter(({ kind }) => kind === "EnumType").length;
  return { types: elements.filter(isStructured).length, enums, requests: requests.length };
}

function outputOf(
  request: GenerateRequest,
  files: readonly OutputFile[],
  texts: readonly string[],
  inputs: readonly string[],
  io: Io,
): OutputRequest {
  const { emit, runtime, importExtension, namespace, nonNull, include = [], exclude = [], emitFormat } = request;
  const options = {
    emit,
    runtime,
    importExtension,
    ...(namespace !== undefined && { namespace }),
    ...(nonNull !== undefined && { nonNull }),
    ...(include.length > 0 && { include }),
    ...(exclude.length > 0 && { exclude }),
    ...(emitFormat === "js" && { emitFormat }),
  };
  return {
    folder: request.output,
    cwd: request.base ?? io.cwd,
    inputs,
    files,
    toolVersion,
    inputsHash: inputsHash(texts, options),
  };
}
