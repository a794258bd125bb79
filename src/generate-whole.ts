import { resolve } from "node:path";
import { Report } from "./diagnostics/report.js";
import { generate, type GenerateRequest } from "./generate.js";
import type { OutputRequest } from "./output/output-request.js";
import { type OutputResult, writeOutput } from "./output/write-output.js";
import type { LoadedInputs } from "./read/read.js";
import { type ImportedModules, verify as typeCheck } from "./rendering/verify.js";
import { compareOutput } from "./services/compare-output.js";
import type { RunHooks, ServiceResult } from "./services/service-run.js";
import { namesToSettle } from "./services/settle-names.js";
import type { Io } from "./sources/io.js";
import { loadModules } from "./sources/load-modules.js";
import { reportReadOutput } from "./sources/own-output.js";
import { hasOwn } from "./templates/own-request.js";
import { mappingFromOutput } from "./up-to-date/generate-request.js";
import { recordRun } from "./up-to-date/earlier-run.js";
import { modulesOfMapping } from "./views/mapping/mapped-types.js";

export interface WholeRun extends RunHooks {
  /** The service, if the config file names it. */
  readonly name: string | undefined;
  readonly request: GenerateRequest;
  readonly loaded: LoadedInputs;
  readonly io: Io;
  readonly check: boolean;
  readonly verify: boolean;
  readonly force: boolean;
  /** A command that is run over the files before they are compared or written. */
  readonly onDone: string | undefined;
  readonly changing: NonNullable<RunHooks["changing"]>;
}

/** Generates the output of loaded inputs, then type-checks it, and writes it or compares it with the folder. */
export async function generateWhole(whole: WholeRun): Promise<ServiceResult> {
  const { request, loaded, io, check, verify, watch, signal } = whole;
  const generated = await generate(request, io, { loaded, watch, signal });
  const { report, sources, counts, run } = generated;
  let { output } = generated;
  if (!report.failed) await reportReadOutput({ ...output, base: output.cwd, inputs: request.inputs }, io, report);
  if (verify && !report.failed) {
    watch?.stage("type-checking");
    const imported = await importedModules(request, io);
    typeCheck({ ...(await checkedOutput(whole)), imported, isOwn: hasOwn(request) }, sources, report);
  }
  if (!report.failed) output = await finished(whole, output, report);
  watch?.stage(check ? "comparing" : "writing");
  const settle = namesToSettle({ ...whole, cwd: io.cwd }, generated, report);
  const done = report.failed ? undefined : await carryOut(whole, output, report, settle);
  if (run !== undefined && typeof done === "object" && !report.failed) await recordRun(output, run);
  return {
    counts,
    files: output.files.length,
    done: done ?? (check ? "uncompared" : "unwritten"),
    report,
    sources,
  };
}

/** The output as the command of the user leaves it. */
async function finished(
  { onDone, watch, changing, signal }: WholeRun,
  output: OutputRequest,
  report: Report,
): Promise<OutputRequest> {
  if (onDone === undefined) return output;
  const { filesAfter } = await import("./output/on-done/on-done.js");
  watch?.stage(onDone);
  const files = await changing((ended) => filesAfter(onDone, output, report, ended));
  signal?.throwIfAborted();
  return { ...output, files };
}

/** Writes the output and keeps its names, or compares both with what is there. */
function carryOut(
  { check, force, watch, changing }: WholeRun,
  output: OutputRequest,
  report: Report,
  settle: (() => Promise<void>) | undefined,
): Promise<OutputResult | "compared" | "outdated" | undefined> {
  const written = (files: number, of: number) => watch?.file?.("writing", files + 1, of);
  return changing(async (signal) => {
    if (!check) return writeOutput({ ...output, force }, report, { signal, written, settle });
    const result = await compareOutput(output, report);
    if (result === undefined || settle === undefined) return result;
    await settle();
    return "outdated";
  });
}

/** The modules of the types that a user has in the place of others. */
async function importedModules(request: GenerateRequest, io: Io): Promise<ImportedModules> {
  const { files, packages } = modulesOfMapping(mappingFromOutput(request, io));
  return { files: await loadModules(files, resolve(io.cwd, request.base ?? "", request.output), io), packages };
}

/** The output without `@ts-nocheck`, with which compilers report nothing. */
async function checkedOutput({ request, loaded, io }: WholeRun): Promise<OutputRequest> {
  const unused = { ...loaded, report: new Report() };
  const { output } = await generate({ ...request, tsNocheck: "never" }, io, { loaded: unused });
  return output;
}
