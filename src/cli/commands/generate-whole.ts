import { join, resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import { Report } from "../../diagnostics/report.js";
import { generate, type GenerateRequest } from "../../generate.js";
import { lockFileName, updateLockFile } from "../../kept/lock-file.js";
import type { LockedNames } from "../../naming/locked-names.js";
import type { LoadedInputs } from "../../read/read.js";
import { checkOutput } from "../../output/check-output.js";
import { manifestName } from "../../output/manifest.js";
import type { OutputRequest } from "../../output/output-request.js";
import { type OutputResult, writeOutput } from "../../output/write-output.js";
import { verify as typeCheck } from "../../rendering/verify.js";
import type { Io } from "../../sources/io.js";
import { reportReadOutput } from "../../sources/own-output.js";
import { hasOwn } from "../../templates/own-request.js";
import { recordRun } from "../../up-to-date/earlier-run.js";
import type { Outcome } from "../text/generate-summary.js";
import type { Session } from "../session.js";

export interface WholeRun {
  /** The service, if the config file names it. */
  readonly name: string | undefined;
  readonly request: GenerateRequest;
  readonly loaded: LoadedInputs;
  readonly io: Io;
  readonly check: boolean;
  readonly verify: boolean;
  readonly force: boolean;
}

/** Generates the output of loaded inputs, then type-checks it, and writes it or compares it with the folder. */
export async function generateWhole(whole: WholeRun, session: Session): Promise<Outcome> {
  const { name, request, loaded, io, check, verify, force } = whole;
  const label = name ?? "output";
  const { output, report, sources, counts, names, run } = await generate(request, io, {
    loaded,
    watch: session.watchOf(label),
  });
  if (!report.failed) await reportReadOutput({ ...output, base: output.cwd, inputs: request.inputs }, io, report);
  if (verify && !report.failed) {
    session.stage(`type-checking ${label}`);
    typeCheck({ ...(await checkedOutput(whole)), isOwn: hasOwn(request) }, sources, report);
  }
  const written = (files: number, of: number) => session.watchOf(label).file?.("writing", files + 1, of);
  session.stage(check ? `comparing ${label}` : `writing ${label}`);
  const done = report.failed
    ? undefined
    : await session.uninterrupted<OutputResult | "compared" | "outdated" | undefined>(async (signal) => {
        const settle = namesToSettle(whole, names, report);
        if (!check) return writeOutput({ ...output, force }, report, { signal, written, settle });
        const result = await compared(output, report);
        if (result === undefined || settle === undefined) return result;
        await settle();
        return "outdated";
      });
  if (run !== undefined && typeof done === "object" && !report.failed) await recordRun(output, run);
  session.print(report, sources);
  return { counts, files: output.files.length, done: done ?? (check ? "uncompared" : "unwritten") };
}

/** Keeps the names of a service in the lock file, or reports that it has others; undefined if it has these. */
function namesToSettle(
  { name, request, io, check }: WholeRun,
  names: LockedNames,
  report: Report,
): (() => Promise<void>) | undefined {
  const { lockedNames, base = io.cwd } = request;
  if (name === undefined || JSON.stringify(names) === JSON.stringify(lockedNames)) return undefined;
  const path = pathName(join(base, lockFileName), "", io.cwd);
  return async () => {
    if (check) report.add("lock-file-outdated", { path }, { path, service: name });
    else await updateLockFile({ folder: base, cwd: io.cwd }, name, (kept) => ({ ...kept, names }), report);
  };
}

/** The output without `@ts-nocheck`, with which compilers report nothing. */
async function checkedOutput({ request, loaded, io }: WholeRun): Promise<OutputRequest> {
  const { output } = await generate({ ...request, tsNocheck: "never" }, io, {
    loaded: { ...loaded, report: new Report() },
  });
  return output;
}

/** Reports each file that is out of date. Undefined if the folder cannot be compared. */
async function compared(output: OutputRequest, report: Report): Promise<"compared" | "outdated" | undefined> {
  const { folder, cwd } = output;
  const nameOf = (path: string) => pathName(resolve(cwd, folder, path), folder, cwd);
  const differences = await checkOutput(output, report);
  if (report.failed) return undefined;
  const lacksManifest = differences.some(({ path, state }) => path === manifestName && state === "missing");
  if (lacksManifest && differences.length > 1) {
    const files = differences.map(({ path }) => path).filter((path) => path !== manifestName);
    report.add("output-absent", { path: nameOf("") }, { path: nameOf(""), manifest: manifestName, files });
  } else {
    for (const { path, state } of differences)
      report.add("output-outdated", { path: nameOf(path) }, { path: nameOf(path), state });
  }
  return differences.length > 0 ? "outdated" : "compared";
}
