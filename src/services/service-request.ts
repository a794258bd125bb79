import { resolve } from "node:path";
import { generateOptions } from "../config/options/generate.js";
import { type GivenOptions, withDefaults } from "../config/options/option.js";
import type { Report } from "../diagnostics/report.js";
import type { GenerateRequest } from "../up-to-date/generate-request.js";
import type { Service } from "./read-services.js";
import { remoteAccess } from "./remote-access.js";

/** Options of a command line, which replace those of the service. Relative paths in them start from `cwd`. */
export interface Given {
  readonly given: GivenOptions<typeof generateOptions>;
  readonly cwd: string;
}

/** What is generated from a service. Reports copies of its URLs that were edited. */
export async function requestOf(service: Service, call: Given, report: Report): Promise<GenerateRequest> {
  const {
    output,
    check: _,
    verify: __,
    force: ___,
    watch: ____,
    printDeps: _____,
    ...options
  } = optionsOf(service, call);
  const access = await remoteAccess(service, call.given, call.cwd, report);
  return { ...options, ...access, ...lockedNamesOf(service), inputs: service.inputs, output: output ?? "" };
}

/** The options of the command line, then those of the config file. The output folder is absolute. */
export function optionsOf(service: Service, { given, cwd }: Given) {
  const output = given.output === undefined ? service.output : resolve(cwd, given.output);
  return withDefaults(generateOptions, { ...service.options, ...given, ...ownFolders(given, cwd), output });
}

/** Folders of the command line are relative to the working folder; those of a config file to its own. */
function ownFolders({ templates, artifacts }: Given["given"], cwd: string) {
  return {
    ...(templates !== undefined && { templates: resolve(cwd, templates) }),
    ...(artifacts !== undefined && { artifacts: artifacts.map((folder) => resolve(cwd, folder)) }),
  };
}

/** Names are kept for services of a config file alone, since a lock file stands beside it. */
function lockedNamesOf({ name, locked }: Service): Pick<GenerateRequest, "lockedNames"> {
  return name === undefined ? {} : { lockedNames: locked.names ?? { modules: {}, names: {} } };
}
