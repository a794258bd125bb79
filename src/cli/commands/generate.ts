import type { generateOptions } from "../../config/options/generate.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import { onlyOne, servicesFor } from "../services.js";
import type { Session } from "../session.js";
import { type Outcome, totalLine } from "../text/generate-summary.js";
import { generateService } from "./generate-service.js";

type GenerateCall = Call<typeof generateOptions>;

/** Generates from the inputs, or generates each service of the config file. */
export async function run(call: GenerateCall, session: Session): Promise<void> {
  const { arguments: inputs, given, common, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "generate", inputs, config: common.config, cwd }, sources, report);
  if (given.output !== undefined) onlyOne(services, "--output", report);
  else if (inputs.length > 0) report.add("usage-no-output", commandLine, {});
  session.print(report, sources);
  if (report.failed) return;
  const startedAt = session.now();
  const outcomes: Outcome[] = [];
  for (const service of services) {
    const outcome = session.isInterrupted ? undefined : await generateService(service, call, session);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  if (outcomes.length > 1) session.note(totalLine(outcomes, session.now() - startedAt, session.err.color));
}
