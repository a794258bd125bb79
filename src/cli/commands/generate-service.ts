import { resolve } from "node:path";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { generateOptions } from "../../config/options/generate.js";
import { withDefaults } from "../../config/options/option.js";
import type { GenerateRequest } from "../../generate.js";
import { recoverOutput } from "../../output/journal/recover.js";
import { load } from "../../read/read.js";
import type { Io } from "../../sources/io.js";
import { nodeIo } from "../../sources/node-io.js";
import { upToDate } from "../../up-to-date/up-to-date.js";
import type { Call } from "../command.js";
import { type Outcome, outcomeLine } from "../text/generate-summary.js";
import { reportRuntime } from "../doctor/check-runtime.js";
import { remoteAccess } from "../remote-access.js";
import type { Service } from "../services.js";
import type { Session } from "../session.js";

export type GenerateCall = Call<typeof generateOptions>;

/** Generates one service. Imports the generator only if the output is not up to date. Undefined if it is interrupted. */
export async function generateService(
  service: Service,
  call: GenerateCall,
  session: Session,
  io: Io = nodeIo(call.cwd, call.env),
): Promise<Outcome | undefined> {
  const startedAt = session.now();
  const { name, base } = service;
  const { check, verify, force } = optionsOf(service, call);
  const report = new Report();
  const request = await requestOf(service, call, report);
  const { output } = request;
  session.stage(`reading ${name ?? "output"}`);
  const loaded = await load(request, io, { report });
  // First, so that a folder where a run was killed becomes whole even if the inputs have errors.
  const inputPaths = loaded.loaded.flatMap(({ path }) => path ?? []);
  await session.uninterrupted(() => recoverOutput({ folder: output, cwd: base, inputs: inputPaths }));
  if (session.isInterrupted) return undefined;
  const same = verify ? undefined : await upToDate(request, loaded, io);
  let outcome: Outcome;
  if (same === undefined) {
    const { generateWhole } = await import("./generate-whole.js");
    outcome = await generateWhole({ name, request, loaded, io, check, verify, force }, session);
  } else {
    session.print(loaded.report, loaded.sources);
    outcome = { ...same, done: check ? "compared" : { written: [], removed: [] } };
  }
  warnOfRuntime(request, session, call.cwd);
  const target = { name, folder: output, cwd: base };
  session.note(outcomeLine(outcome, target, session.now() - startedAt, session.err.color));
  return outcome;
}

/** Not among the diagnostics of the output, which are kept with it: what a project depends on changes without it. */
function warnOfRuntime({ runtime, output }: GenerateRequest, session: Session, cwd: string): void {
  if (runtime !== "package") return;
  const report = new Report();
  reportRuntime(output, cwd, report);
  session.print(report, new Sources());
}

/** What a call generates from a service. Reports copies of its URLs that were edited. */
export async function requestOf(
  service: Service,
  call: Pick<GenerateCall, "given" | "cwd">,
  report: Report,
): Promise<GenerateRequest> {
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
function optionsOf(service: Service, { given, cwd }: Pick<GenerateCall, "given" | "cwd">) {
  const output = given.output === undefined ? service.output : resolve(cwd, given.output);
  return withDefaults(generateOptions, { ...service.options, ...given, ...ownFolders(given, cwd), output });
}

/** Folders of the command line are relative to the working folder; those of a config file to its own. */
function ownFolders({ templates, artifacts }: GenerateCall["given"], cwd: string) {
  return {
    ...(templates !== undefined && { templates: resolve(cwd, templates) }),
    ...(artifacts !== undefined && { artifacts: artifacts.map((folder) => resolve(cwd, folder)) }),
  };
}

/** Names are kept for services of a config file alone, since a lock file stands beside it. */
function lockedNamesOf({ name, locked }: Service): Pick<GenerateRequest, "lockedNames"> {
  return name === undefined ? {} : { lockedNames: locked.names ?? { modules: {}, names: {} } };
}
