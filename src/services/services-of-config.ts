import { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { readServices, type Service } from "./read-services.js";

export interface ConfigOptions {
  /** The path of the config file, absolute or relative to the working folder; by default it is found there. */
  readonly config?: string | undefined;
}

export interface ConfigServices {
  /** In the order of the file. Empty if there is no config file, or after an error. */
  readonly services: readonly Service[];
  /** Absolute paths: the config file, the modules that it imports, and the lock file, which may not exist. */
  readonly files: readonly string[];
  /** A config file that is missing is reported if it was named. */
  readonly report: Report;
  readonly sources: Sources;
}

/** Reads the config file of a working folder from the disk. A module is loaded anew each time. */
export async function servicesOfConfig(cwd: string, { config }: ConfigOptions = {}): Promise<ConfigServices> {
  const report = new Report();
  const sources = new Sources();
  const files = new Set<string>();
  const services = (await readServices({ cwd, config, files }, sources, report)) ?? [];
  return { services, files: [...files], report, sources };
}
