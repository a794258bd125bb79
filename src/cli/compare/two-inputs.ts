import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import type { LoadRequest } from "../../read/read.js";
import { isUrl } from "../../sources/find-inputs.js";
import { isGitInput } from "../../sources/git/git-input.js";
import { withGitInputs } from "../../sources/git/git-io.js";
import { nodeIo } from "../../sources/node-io.js";
import { baseUrlOf } from "../../up-to-date/generate-request.js";
import { commandLine } from "../option-values.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";
import type { Comparison } from "./comparison.js";
import { comparedOptions, type DiffCall, lockedNamesIn } from "./options.js";
import { shownInputs } from "./shown-inputs.js";

/** Whether an argument is an input for certain: other words may be services of the config file. */
export function isInput(argument: string, cwd: string): boolean {
  return argument === "-" || isUrl(argument) || isGitInput(argument) || existsSync(resolve(cwd, argument));
}

/** Compares two arguments, each an input or a service of the config file. Undefined after an error. */
export async function twoInputs(
  [old, now]: readonly [string, string],
  services: readonly Service[],
  { given, cwd, env }: DiffCall,
  session: Session,
): Promise<Comparison | undefined> {
  const report = new Report();
  if (old === "-" && now === "-") report.add("usage-stdin-twice", commandLine, {});
  const serviceOf = (argument: string) =>
    isInput(argument, cwd) ? undefined : services.find(({ name }) => name === argument);
  const service = serviceOf(old) ?? serviceOf(now);
  const versionOf = async (argument: string): Promise<LoadRequest> => {
    const named = serviceOf(argument);
    if (named !== undefined) return { ...(await remoteAccess(named, given, cwd, report)), inputs: named.inputs };
    return { ...liveAccess([argument], services, given.allowRemote), base: cwd, inputs: [argument] };
  };
  const [before, after] = [await versionOf(old), await versionOf(now)];
  const io = await withGitInputs([old, now], cwd, nodeIo(cwd, env), report);
  session.print(report, new Sources());
  if (report.failed) return undefined;
  const options = comparedOptions(service?.options ?? {}, given);
  // Where a version is read from is no change of the service.
  const baseUrl = options.baseUrl ?? baseUrlOf(after) ?? baseUrlOf(before);
  return {
    compared: { old: shownInputs(before, io), new: shownInputs(after, io) },
    request: {
      ...options,
      ...(service === undefined ? {} : lockedNamesIn(service)),
      ...(baseUrl !== undefined && { baseUrl }),
      old: before,
      new: after,
    },
    io,
    optionPlaces: service === undefined ? {} : optionPlacesOf(service, given),
  };
}

/** URLs that the config file names are requested as it says; other URLs only on allowed hosts. */
export function liveAccess(
  inputs: readonly string[],
  services: readonly Service[],
  allowRemote: readonly string[] = [],
): Pick<LoadRequest, "remotes" | "allowRemote"> {
  const remotes = services.flatMap((service) => service.remotes);
  const named = remotes.filter(({ url }) => inputs.includes(url)).map(({ url }) => new URL(url).host);
  const configured = services.flatMap(({ options }) => options.allowRemote ?? []);
  return { remotes, allowRemote: [...allowRemote, ...configured, ...named] };
}
