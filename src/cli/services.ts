import type { ServiceOptions } from "../config/user-config.js";
import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { commandLine } from "./option-values.js";

/** What a command is to work on: the inputs of the command line, or a service of the config file. */
export interface Service {
  /** Only services of a config file have one. */
  readonly name?: string;
  readonly inputs: readonly string[];
  /** The folder that relative inputs start from. */
  readonly base: string;
  /** As the config file says. */
  readonly output?: string;
  readonly options: ServiceOptions;
}

interface Wanted {
  readonly command: string;
  readonly inputs: readonly string[];
  readonly config: string | undefined;
  readonly cwd: string;
}

/** The inputs of the command line as one service, else the services of the config file; none, with errors, without both. */
export async function servicesFor(
  { command, inputs, config, cwd }: Wanted,
  sources: Sources,
  report: Report,
): Promise<readonly Service[]> {
  if (inputs.length > 0) {
    if (config !== undefined) report.add("usage-inputs-and-config", commandLine, {});
    return [{ inputs, base: cwd, options: {} }];
  }
  const { loadConfig } = await import("../config/load-config.js"); // with its parsers, when there may be a file
  const loaded = await loadConfig(cwd, config, sources, report);
  if (loaded === undefined && !report.failed) report.add("usage-no-inputs", commandLine, { command });
  if (loaded === undefined) return [];
  return loaded.services.map(({ name, inputs, output, options }) => ({
    name,
    inputs,
    output,
    options,
    base: loaded.folder,
  }));
}

/** Says that a command takes one service where the config file has several. */
export function onlyOne(services: readonly Service[], what: string, report: Report): void {
  if (services.length > 1)
    report.add("usage-several-services", commandLine, { what, services: services.flatMap(({ name }) => name ?? []) });
}
