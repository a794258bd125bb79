import type { generateOptions } from "../../config/options/generate.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { generateService as runService } from "../../generate-service.js";
import type { Service } from "../../services/read-services.js";
import { optionsOf } from "../../services/service-request.js";
import type { Io } from "../../sources/io.js";
import { nodeIo } from "../../sources/node-io.js";
import type { Call } from "../command.js";
import { reportRuntime } from "../doctor/check-runtime.js";
import type { Session } from "../session.js";
import { type Outcome, outcomeLine } from "../text/generate-summary.js";

export type GenerateCall = Call<typeof generateOptions>;

/** Generates one service, and prints its diagnostics and its line. Undefined if it is interrupted. */
export async function generateService(
  service: Service,
  { given, cwd, env }: GenerateCall,
  session: Session,
  io: Io = nodeIo(cwd, env),
): Promise<Outcome | undefined> {
  const startedAt = session.now();
  const { name, base } = service;
  const ended = new AbortController();
  const changing = async <T>(step: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const result = await session.uninterrupted(step);
    if (session.isInterrupted) ended.abort();
    return result;
  };
  const options = { given, watch: session.watchOf(name ?? "output"), signal: ended.signal, changing };
  try {
    const { report, sources, ...outcome } = await runService(service, io, options);
    session.print(report, sources);
    const { output = "", runtime } = optionsOf(service, { given, cwd });
    if (runtime === "package") warnOfRuntime(output, session, cwd);
    const target = { name, folder: output, cwd: base };
    session.note(outcomeLine(outcome, target, session.now() - startedAt, session.err.color));
    return outcome;
  } catch (failure) {
    if (ended.signal.aborted) return undefined;
    throw failure;
  }
}

/** Not among the diagnostics of the output, which are kept with it: what a project depends on changes without it. */
function warnOfRuntime(output: string, session: Session, cwd: string): void {
  const report = new Report();
  reportRuntime(output, cwd, report);
  session.print(report, new Sources());
}
