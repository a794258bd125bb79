import { join } from "node:path";
import type { ConfiguredService } from "../config/load-config.js";
import type { ServiceOptions } from "../config/user-config.js";
import { lockFileName, type LockedService, readLockFile } from "../kept/lock-file.js";
import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { RemoteInput } from "../sources/remote/remote-input.js";
import { commandLine } from "./option-values.js";

/** The inputs of a command: those of the command line, or of a service of the config file. */
export interface Service {
  /** Undefined for inputs of the command line. */
  readonly name?: string;
  readonly inputs: readonly string[];
  /** The URLs among the inputs of a service of the config file. */
  readonly remotes: readonly RemoteInput[];
  /** The folder that relative inputs are resolved against. */
  readonly base: string;
  /** Absolute; undefined for inputs of the command line. */
  readonly output?: string;
  readonly options: ServiceOptions;
  /** What the lock file beside the config file keeps of it. */
  readonly locked: LockedService;
  /** Those of the config file: entries, or the path of a suppression file below `base`. */
  readonly suppressions?: ConfiguredService["suppressions"];
}

interface Wanted {
  readonly command: string;
  readonly inputs: readonly string[];
  readonly config: string | undefined;
  readonly cwd: string;
  /** See `loadConfig`. The path of the lock file is added, too. */
  readonly files?: Set<string>;
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
  const services = await servicesOfConfig(where, sources, report);
  if (services === undefined && !report.failed) report.add("usage-no-inputs", commandLine, { command });
  return services ?? [];
}

/** The services of the config file. Undefined if there is none, or after an error. */
export async function servicesOfConfig(
  { config, cwd, files }: Pick<Wanted, "config" | "cwd" | "files">,
  sources: Sources,
  report: Report,
): Promise<readonly Service[] | undefined> {
  const { loadConfig } = await import("../config/load-config.js"); // only now, since it imports parsers
  const loaded = await loadConfig(cwd, config, sources, report, files);
  if (loaded === undefined) return undefined;
  files?.add(join(loaded.folder, lockFileName));
  const lock = await readLockFile(loaded.folder, cwd, report, sources);
  return loaded.services.map((service) => ({
    ...service,
    base: loaded.folder,
    locked: lock?.get(service.name) ?? {},
  }));
}

/** Reports an error if there are several services. `what` is the command or option that needs one. */
export function onlyOne(services: readonly Service[], what: string, report: Report): void {
  if (services.length > 1)
    report.add("usage-several-services", commandLine, { what, services: services.flatMap(({ name }) => name ?? []) });
}
