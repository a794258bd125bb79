import { join } from "node:path";
import type { ConfiguredService } from "../config/load-config.js";
import type { ServiceOptions } from "../config/user-config.js";
import type { Sources } from "../diagnostics/position.js";
import type { OptionPlaces, Report } from "../diagnostics/report.js";
import { lockFileName, type LockedService, readLockFile } from "../kept/lock-file.js";
import type { RemoteInput } from "../sources/remote/remote-input.js";

/** A service of the config file, or the inputs of a command line. */
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
  /** Where the config file has the options; absent for inputs of the command line. */
  readonly optionPlaces?: OptionPlaces;
  /** What the lock file beside the config file keeps of it. */
  readonly locked: LockedService;
  /** Those of the config file: entries, or the path of a suppression file below `base`. */
  readonly suppressions?: ConfiguredService["suppressions"];
}

/** Where the config file is. */
export interface ConfigPlace {
  readonly cwd: string;
  /** The path of the file; by default it is found in `cwd`. */
  readonly config: string | undefined;
  /** See `loadConfig`. The path of the lock file is added, too. */
  readonly files?: Set<string>;
}

/** The services of the config file. Undefined if there is none, or after an error. */
export async function readServices(
  { config, cwd, files }: ConfigPlace,
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
