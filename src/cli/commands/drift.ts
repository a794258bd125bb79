import { driftOptions } from "../../config/options/changes.js";
import { withDefaults } from "../../config/options/option.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { isUrl } from "../../sources/find-inputs.js";
import { nodeIo } from "../../sources/node-io.js";
import { withoutCredentials } from "../../sources/remote/remote-input.js";
import type { Call } from "../command.js";
import { type Comparison, type Compare, printChanges } from "../compare/comparison.js";
import { configuredServices } from "../configured-services.js";
import { comparedOptions, lockedNamesIn } from "../compare/options.js";
import { shownInputs } from "../compare/shown-inputs.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";

type DriftCall = Call<typeof driftOptions>;

/** Compares the kept copies of services with what is at their URLs now, and writes nothing. */
export async function run(call: DriftCall, session: Session): Promise<void> {
  const { common, cwd, given } = call;
  const report = new Report();
  const sources = new Sources();
  const named = await configuredServices("drift", call, sources, report);
  const remote = named.filter(({ remotes }) => remotes.length > 0);
  for (const { name = "" } of call.arguments.length > 0 || remote.length === 0 ? named : [])
    if (!remote.some((service) => service.name === name))
      report.add("service-not-remote", { path: name }, { service: name });
  session.print(report, sources);
  if (report.failed) return;
  const comparisons: Comparison[] = [];
  for (const service of remote) {
    const comparison = await driftComparison(service, call, session);
    if (comparison !== undefined) comparisons.push(comparison);
  }
  const { failOn, ...wanted } = withDefaults(driftOptions, given);
  await printChanges(comparisons, { ...wanted, common, cwd }, session, (made) => judge(made, failOn));
}

/** Undefined, with an error, if a URL has no copy. */
async function driftComparison(
  service: Service,
  { given, cwd, env }: DriftCall,
  session: Session,
): Promise<Comparison | undefined> {
  const { name = "", inputs, remotes, options } = service;
  const report = new Report();
  const access = await remoteAccess(service, given, cwd, report);
  for (const { url } of remotes)
    if (access.kept?.has(url) !== true) {
      const input = withoutCredentials(url);
      report.add("remote-not-kept", { path: input }, { input, service: name });
    }
  session.print(report, new Sources());
  if (report.failed) return undefined;
  const { kept: _, ...live } = access;
  const hosts = remotes.flatMap(({ url }) => (URL.canParse(url) ? new URL(url).host : []));
  const [old, now] = [
    { ...access, inputs },
    { ...live, allowRemote: [...(access.allowRemote ?? []), ...hosts], inputs },
  ];
  const io = nodeIo(cwd, env);
  return {
    compared: { service: name, old: shownInputs(old, io), new: shownInputs(now, io) },
    request: { ...comparedOptions(options, {}), ...lockedNamesIn(service), old, new: now },
    io,
    optionPlaces: optionPlacesOf(service, {}),
  };
}

function judge({ result, loaded, report }: Compare, failOn: "breaking" | "any" | "none"): void {
  const { service = "", counts } = result;
  const all = counts.breaking + counts.compatible + counts.other;
  const count = failOn === "any" ? all : failOn === "breaking" ? counts.breaking : 0;
  if (count > 0) report.add("service-drifted", { path: service }, { service, count, breaking: failOn === "breaking" });
  if (all > 0) return;
  const texts = new Map(loaded.old.loaded.map(({ url, source }) => [url, source.text]));
  for (const { url, source } of loaded.new.loaded)
    if (url !== undefined && isUrl(url) && texts.get(url) !== source.text)
      report.add("service-rewritten", { path: source.name }, { input: source.name, service });
}
