import { flagOf } from "../../config/options/option.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { commandLine } from "../option-values.js";
import type { Session } from "../session.js";
import { type Outcome, totalLine } from "../text/generate-summary.js";
import { type GenerateCall, generateService } from "../generate/generate-service.js";
import { servicesOf } from "../generate/generate-services.js";

/** Generates from the inputs, or generates services of the config file: those that are named, or all. */
export async function run(call: GenerateCall, session: Session): Promise<void> {
  const report = new Report();
  const sources = new Sources();
  checkModes(call, report);
  const { given } = call;
  if (given.watch === true && !report.failed) return (await import("./watch.js")).watch(call, session);
  const files = given.printDeps === true ? new Set<string>() : undefined;
  const services = report.failed ? [] : await servicesOf(call, sources, report, files);
  session.print(report, sources);
  if (report.failed) return;
  if (files !== undefined) return (await import("../generate/print-deps.js")).printDeps(services, files, call, session);
  const startedAt = session.now();
  const outcomes: Outcome[] = [];
  for (const service of services) {
    const outcome = session.isInterrupted ? undefined : await generateService(service, call, session);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  if (outcomes.length > 1) session.note(totalLine(outcomes, session.now() - startedAt, session.err.color));
}

/** Reports options that exclude each other. */
function checkModes({ arguments: args, given }: GenerateCall, report: Report): void {
  const modes = (["watch", "check", "printDeps"] as const).filter((mode) => given[mode] === true);
  if (modes.length > 1) report.add("usage-excluded", commandLine, { options: modes.map(flagOf) });
  if (given.watch === true && args.includes("-"))
    report.add("usage-excluded", commandLine, { options: ["--watch", "the input -"] });
}
