import { resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import { Report } from "../../diagnostics/report.js";
import { generate, type GenerateRequest } from "../../generate.js";
import type { LoadedInputs } from "../../read/read.js";
import { checkOutput } from "../../output/check-output.js";
import type { OutputRequest } from "../../output/output-request.js";
import { type OutputResult, writeOutput } from "../../output/write-output.js";
import { verify as typeCheck } from "../../rendering/verify.js";
import type { Io } from "../../sources/io.js";
import { recordRun } from "../../up-to-date/earlier-run.js";
import { doneLine, failedLine } from "../text/generate-summary.js";
import type { Session } from "../session.js";

export interface WholeRun {
  /** The service, if the config file names it. */
  readonly name: string | undefined;
  readonly request: GenerateRequest;
  readonly loaded: LoadedInputs;
  readonly io: Io;
  readonly check: boolean;
  readonly verify: boolean;
}

/** Generates the output of loaded inputs, then type-checks it, and writes it or compares it with the folder. */
export async function generateWhole(whole: WholeRun, session: Session): Promise<void> {
  const { name, request, loaded, io, check, verify } = whole;
  const label = name ?? "output";
  const { output, report, sources, counts, run } = await generate(request, io, loaded, session.watch);
  if (verify && !report.failed) {
    session.stage(`type-checking ${label}`);
    typeCheck(await checkedOutput(whole), sources, report);
  }
  session.stage(check ? `comparing ${label}` : `writing ${label}`);
  const done = report.failed
    ? undefined
    : await session.uninterrupted<"compared" | OutputResult | undefined>((signal) =>
        check ? compared(output, report) : writeOutput(output, report, signal),
      );
  if (run !== undefined && done !== undefined && done !== "compared" && !report.failed) await recordRun(output, run);
  session.print(report, sources);
  const target = { name, folder: output.folder, cwd: output.cwd };
  session.note(
    report.failed || done === undefined
      ? failedLine(target, session.err.color)
      : doneLine({ ...target, counts, files: output.files.length }, done, session.err.color),
  );
}

/** The output without `@ts-nocheck`, with which compilers report nothing. */
async function checkedOutput({ request, loaded, io }: WholeRun): Promise<OutputRequest> {
  const { output } = await generate({ ...request, tsNocheck: "never" }, io, { ...loaded, report: new Report() });
  return output;
}

/** Reports each file that is out of date. */
async function compared(output: OutputRequest, report: Report): Promise<"compared"> {
  const { folder, cwd } = output;
  for (const { path, state } of await checkOutput(output, report)) {
    const name = pathName(resolve(cwd, folder, path), folder, cwd);
    report.add("output-outdated", { path: name }, { path: name, state });
  }
  return "compared";
}
