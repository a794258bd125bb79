import { diffOptions } from "../../config/options/changes.js";
import { withDefaults } from "../../config/options/option.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { type Comparison, type Compare, printChanges } from "../compare/comparison.js";
import { chosenServices } from "../../services/chosen-services.js";
import type { DiffCall } from "../compare/options.js";
import { sinceComparison } from "../compare/since.js";
import { isInput, twoInputs } from "../compare/two-inputs.js";
import { commandLine } from "../option-values.js";
import { readServices, type Service } from "../../services/read-services.js";
import type { Session } from "../session.js";

/** Prints what changed between two inputs, or in services of the config file since a revision. */
export async function run(call: DiffCall, session: Session): Promise<void> {
  const report = new Report();
  const sources = new Sources();
  const services = await servicesOf(call, sources, report);
  const chosen = servicesToCompare(call, services, report);
  session.print(report, sources);
  if (report.failed) return;
  const { since, failOn, ...wanted } = withDefaults(diffOptions, call.given);
  const comparisons: Comparison[] = [];
  if (chosen === undefined) {
    const [old = "", now = ""] = call.arguments;
    comparisons.push(...[await twoInputs([old, now], services, call, session)].flatMap((one) => one ?? []));
  }
  for (const service of chosen ?? [])
    comparisons.push(...[await sinceComparison(service, since, call, session)].flatMap((one) => one ?? []));
  const printing = { ...wanted, common: call.common, cwd: call.cwd };
  await printChanges(comparisons, printing, session, (made) => judge(made, failOn));
}

/** The services of the config file, which two inputs that need nothing of it can do without. */
async function servicesOf(
  { arguments: args, common, cwd }: DiffCall,
  sources: Sources,
  report: Report,
): Promise<readonly Service[]> {
  const isComplete =
    args.length === 2 && args.every((argument) => isInput(argument, cwd) && !/^https?:/i.test(argument));
  if (isComplete && common.config === undefined) return [];
  const services = await readServices({ cwd, config: common.config }, sources, report);
  if (services === undefined && args.length === 0 && !report.failed)
    report.add("usage-no-inputs", commandLine, { command: "diff" });
  return services ?? [];
}

/** The services that are compared with a revision; undefined for two inputs. Reports other arguments. */
function servicesToCompare(
  { arguments: args, given, cwd }: DiffCall,
  services: readonly Service[],
  report: Report,
): readonly Service[] | undefined {
  const isService = (argument: string) => services.some(({ name }) => name === argument);
  const others = args.filter((argument) => !isService(argument));
  if (args.length > 2 && others.every((argument) => isInput(argument, cwd)) && others.length > 0) {
    report.add("usage-refused", commandLine, { problem: `diff takes two inputs, not ${args.length}` });
    return [];
  }
  const areInputs = args.length === 2 && (args.some((one) => isInput(one, cwd)) || !args.every(isService));
  if (!areInputs)
    return chosenServices(services, args, { report, place: commandLine }, { toDo: "name two inputs", cwd });
  if (given.since !== undefined) report.add("usage-since-inputs", commandLine, {});
  return undefined;
}

function judge({ result, report }: Compare, failOn: "breaking" | "any" | "none"): void {
  const { breaking, compatible, other } = result.counts;
  const count = failOn === "any" ? breaking + compatible + other : failOn === "breaking" ? breaking : 0;
  if (count === 0) return;
  const place = { path: result.service ?? result.new.join(", ") };
  report.add("changes-found", place, { count, breaking: failOn === "breaking", verdict: result.verdict });
}
