import type { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { readServices } from "../../services/read-services.js";
import { chosenServices } from "../../services/chosen-services.js";
import { isInput } from "../compare/two-inputs.js";
import { commandLine } from "../option-values.js";
import { type Service, servicesFor } from "../services.js";

interface Arguments {
  readonly arguments: readonly string[];
  readonly config: string | undefined;
  readonly cwd: string;
}

/**
 * What to explore: the services of the config file that arguments name, else the arguments as inputs, or without any all
 * services of the config file. Empty after an error.
 */
export async function exploredServices(
  { arguments: args, ...where }: Arguments,
  sources: Sources,
  report: Report,
): Promise<readonly Service[]> {
  const named = await namedServices(args, where, sources);
  return named ?? (await servicesFor({ command: "explore", inputs: args, ...where }, sources, report));
}

/** Undefined where an argument is none of the services. */
async function namedServices(
  args: readonly string[],
  { config, cwd }: Omit<Arguments, "arguments">,
  sources: Sources,
): Promise<readonly Service[] | undefined> {
  if (args.length === 0 || args.some((argument) => isInput(argument, cwd))) return undefined;
  const services = await readServices({ config, cwd }, sources, new Report());
  const named = chosenServices(services ?? [], args, { report: new Report(), place: commandLine });
  return named.length < new Set(args).size ? undefined : named;
}
