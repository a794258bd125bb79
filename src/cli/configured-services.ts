import type { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { isUrl } from "../sources/find-inputs.js";
import { chosenServices } from "../services/chosen-services.js";
import type { CommonOptions } from "../config/options/common.js";
import { commandLine } from "./option-values.js";
import { type Service, servicesFor } from "./services.js";

/** Stands for the URL of the user. */
const EXAMPLE = "https://host/service/$metadata";

interface Arguments {
  readonly arguments: readonly string[];
  readonly common: CommonOptions;
  readonly cwd: string;
}

/**
 * The services of the config file that the arguments of a command name, or all. Reports a URL among the names, and that
 * there is no config file, with the file to write.
 */
export async function configuredServices(
  command: string,
  { arguments: names, common: { config }, cwd }: Arguments,
  sources: Sources,
  report: Report,
): Promise<readonly Service[]> {
  const url = names.find(isUrl);
  if (url !== undefined) {
    report.add("usage-no-services", commandLine, { command, url });
    return [];
  }
  const own = new Report();
  const services = await servicesFor({ command, inputs: [], config, cwd }, sources, own);
  if (own.diagnostics.some(({ code }) => code === "usage-no-inputs"))
    report.add("usage-no-services", commandLine, { command, url: EXAMPLE });
  else report.include(own.diagnostics);
  return services.length === 0 ? [] : chosenServices(services, names, { report, place: commandLine });
}
