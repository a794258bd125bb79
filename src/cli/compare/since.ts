import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { isUrl } from "../../sources/find-inputs.js";
import { gitInputOf } from "../../sources/git/git-input.js";
import { withGitInputs } from "../../sources/git/git-io.js";
import type { Io } from "../../sources/io.js";
import { nodeIo } from "../../sources/node-io.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";
import type { Comparison } from "./comparison.js";
import { comparedOptions, type DiffCall, lockedNamesIn } from "./options.js";
import { shownInputs } from "./shown-inputs.js";

/**
 * Compares the files and kept copies of a service at a revision with those in the working folder. Undefined if the
 * revision has none of them, with a notice, and after an error.
 */
export async function sinceComparison(
  service: Service,
  revision: string,
  { given, cwd, env }: DiffCall,
  session: Session,
): Promise<Comparison | undefined> {
  const { name = "", base, inputs, options } = service;
  const report = new Report();
  const access = await remoteAccess(service, given, cwd, report);
  const atRevision = (path: string) => gitInputOf(path, base, revision);
  const old = inputs.map((input) => (isUrl(input) || input === "-" ? input : atRevision(input)));
  const copies = [...(access.kept ?? [])].map(([url, path]) => [url, atRevision(path)] as const);
  const ofGit = [...old.filter((input) => !inputs.includes(input)), ...copies.map(([, input]) => input)];
  const io = await withGitInputs(ofGit, base, nodeIo(cwd, env), report);
  const isNew = !report.failed && ofGit.length > 0 && !(await anyIsThere(ofGit, io));
  if (isNew) report.add("service-new", { path: name }, { service: name, revision });
  session.print(report, new Sources());
  if (report.failed || isNew) return undefined;
  const kept = new Map(copies.map(([url, input]) => [url, io.locate?.(input)?.path ?? input]));
  const request = { ...access, inputs };
  return {
    compared: { service: name, old: shownInputs({ ...access, inputs: old, kept }, io), new: shownInputs(request, io) },
    request: {
      ...comparedOptions(options, given),
      ...lockedNamesIn(service),
      old: { ...access, inputs: old, kept },
      new: request,
    },
    io,
    optionPlaces: optionPlacesOf(service, given),
  };
}

async function anyIsThere(inputs: readonly string[], io: Io): Promise<boolean> {
  for (const input of inputs) {
    const { path, base } = io.locate?.(input) ?? { path: input, base: io.cwd };
    if ((await io.stat(path)) !== undefined || (await io.glob(input, base)).length > 0) return true;
  }
  return false;
}
