import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { type ConfigPlace, readServices, type Service } from "../services/read-services.js";
import { commandLine } from "./option-values.js";

export type { Service } from "../services/read-services.js";

interface Wanted extends ConfigPlace {
  readonly command: string;
  readonly inputs: readonly string[];
}

/** The inputs of the command line as one service, or else the services of the config file. Empty, with an error, if there are neither. */
export async function servicesFor(
  { command, inputs, ...where }: Wanted,
  sources: Sources,
  report: Report,
): Promise<readonly Service[]> {
  if (inputs.length > 0) {
    if (where.config !== undefined) report.add("usage-inputs-and-config", commandLine, {});
    return [{ inputs, remotes: [], base: where.cwd, options: {}, locked: {} }];
  }
  const services = await readServices(where, sources, report);
  if (services === undefined && !report.failed) report.add("usage-no-inputs", commandLine, { command });
  return services ?? [];
}

/** Reports an error if there are several services. `what` is the command or option that needs one. */
export function onlyOne(services: readonly Service[], what: string, report: Report): void {
  if (services.length > 1)
    report.add("usage-several-services", commandLine, { what, services: services.flatMap(({ name }) => name ?? []) });
}
