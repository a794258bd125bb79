import { checkEntries } from "./config/options/entry-forms.js";
import { generateOptions } from "./config/options/generate.js";
import type { Sources } from "./diagnostics/position.js";
import type { Diagnostic, Report } from "./diagnostics/report.js";
import type { Model } from "./edm/model.js";
import { checkAnnotations } from "./vocabularies/terms/check-annotations.js";
import { checkCapabilities } from "./vocabularies/terms/check-capabilities.js";
import { factsOf } from "./facts/facts.js";
import { sentMembersOf } from "./facts/sent/sent-members.js";
import { assumptionsOf } from "./facts/assumptions.js";
import type { OutputRequest } from "./output/output-request.js";
import type { ModelCounts, RunRecord } from "./up-to-date/cache/run-record.js";
import { readModel } from "./load-model.js";
import { load, type RunOptions } from "./read/read.js";
import { pause } from "./read/run-options.js";
import type { OutputFile } from "./rendering/render.js";
import { inFormat } from "./rendering/to-javascript.js";
import { loadOwnOutput, printFiles } from "./templates/print-files.js";
import { baseUrlOf, type GenerateRequest, isServiceRoot, mappingFromOutput } from "./up-to-date/generate-request.js";
import { runRecord } from "./up-to-date/record-of-run.js";
import type { Io } from "./sources/io.js";
import { outsideOf } from "./select/outside.js";
import { select } from "./select/select.js";
import { toolVersion } from "./installation/package.js";
import type { LockedNames } from "./naming/locked-names.js";
import { lockedNamesOf } from "./naming/locked-names-of.js";
import { nameAll } from "./naming/names.js";
import { checkTypeMapping } from "./views/mapping/check-type-mapping.js";
import { viewContext } from "./views/view-context.js";

export type { GenerateRequest } from "./up-to-date/generate-request.js";

/** A request with the options of the config file; those that are left out have its defaults. */
export type GenerateInput = Omit<GenerateRequest, keyof typeof defaults> &
  Partial<Pick<GenerateRequest, keyof typeof defaults>>;

const defaults = {
  emit: generateOptions.emit.default,
  runtime: generateOptions.runtime.default,
  importExtension: generateOptions.importExtension.default,
} satisfies Partial<GenerateRequest>;

/** The output folder as a run would write it, and the diagnostics. With an error among them, nothing may be written. */
export interface GenerateResult {
  readonly output: OutputRequest;
  readonly report: Report;
  readonly sources: Sources;
  readonly counts: ModelCounts;
  /** Lets a later run detect that nothing changed; undefined if it could not. */
  readonly run: RunRecord | undefined;
  /** The names that elements were given: `lockedNames` of the next run. */
  readonly names: LockedNames;
}

/** Generates TypeScript from the metadata or the reference pages of a service. Leaves writing it to the caller. */
export async function generate(given: GenerateInput, io: Io, options: RunOptions = {}): Promise<GenerateResult> {
  const request = { ...defaults, ...given };
  const inputs = options.loaded ?? (await load(request, io));
  const { sources, report } = inputs;
  const reportedByLoading = report.diagnostics.length;
  if (request.baseUrl !== undefined && !isServiceRoot(request.baseUrl))
    report.add("base-url-invalid", { path: "baseUrl" }, {});
  checkEntries(request, report);
  const { model, found } = await readModel(request, io, inputs, options);
  const own = await loadOwnOutput(request, io, inputs);
  checkAnnotations(model, report);
  checkCapabilities(model, report);
  const names = nameAll(model, request, report);
  const selection = select(model, request, report);
  await pause(options.signal);
  options.watch?.stage("generating");
  const facts = factsOf(selection.types, assumptionsOf(model, request), sentMembersOf(model));
  const wanted = { ...request, baseUrl: baseUrlOf(request), typeMapping: mappingFromOutput(request, io) };
  checkTypeMapping(model, request, report);
  const context = viewContext({ model, names, selection, facts }, wanted, inputs);
  const printed = await printFiles(context, own, options.watch);
  const files = report.failed ? [] : await inFormat(printed, { ...request, isOwn: own !== undefined }, report);
  if (selection.isPart) report.markOutside(outsideOf(model, selection, found.documents));
  const counts = countsOf(selection.types);
  // Kept names alone are part of the record of a run.
  const lockedNames = request.lockedNames && lockedNamesOf(names, model);
  const diagnostics = report.diagnostics.slice(reportedByLoading).filter(isOfNextRun);
  const run = runRecord({ ...request, ...(lockedNames && { lockedNames }) }, found, {
    counts,
    diagnostics,
    own: own?.sources ?? [],
  });
  const paths = [...found.paths, ...(own?.paths ?? [])];
  const output = outputOf(request, files, paths, io);
  return {
    output,
    report,
    sources,
    counts,
    // Most runs keep no names.
    get names() {
      return lockedNames ?? lockedNamesOf(names, model);
    },
    run,
  };
}

/** The next run has names that it can give. */
function isOfNextRun({ code }: Diagnostic): boolean {
  return code !== "locked-name-refused";
}

function countsOf({ elements, structuredTypes, requests }: Model): ModelCounts {
  const enums = elements.filter(({ kind }) => kind === "EnumType").length;
  return { types: structuredTypes.length, enums, requests: requests.length };
}

function outputOf(
  request: GenerateRequest,
  files: readonly OutputFile[],
  paths: readonly string[],
  io: Io,
): OutputRequest {
  return {
    folder: request.output,
    cwd: request.base ?? io.cwd,
    inputs: paths,
    files,
    toolVersion,
  };
}
