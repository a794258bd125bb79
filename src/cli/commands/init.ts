import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { configPath, type LoadedConfig, loadConfig } from "../../config/load-config.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { configName } from "../../init/files/config-text.js";
import { type Project, readProject, readText } from "../../init/project/read-project.js";
import { type ChosenService, serviceConfig, setupOf } from "../../init/setup.js";
import { loadModel, type ModelResult } from "../../load-model.js";
import { isUrl } from "../../sources/find-inputs.js";
import { nodeIo } from "../../sources/node-io.js";
import { type Asking, chosenFor, type InitCall } from "../init/choose.js";
import { foundFor, type Place } from "../init/found.js";
import { foundLine } from "../init/lines.js";
import { writeSetup } from "../init/write-setup.js";
import type { Session } from "../session.js";

/**
 * Sets up a project: the config file with the services that its arguments or the folder show, npm scripts, attributes for
 * git, a first example, and the generated files. Nothing is written before all inputs are read.
 */
export async function run(call: InitCall, session: Session): Promise<void> {
  const asking = call.given.yes === true ? undefined : session.asking;
  try {
    await setUp(call, asking, session);
  } catch (failure) {
    if (asking === undefined || !(failure instanceof (await import("../init/ask.js")).Cancelled)) throw failure;
    session.interrupt();
  }
}

async function setUp(call: InitCall, asking: Asking, session: Session): Promise<void> {
  const report = new Report();
  const sources = new Sources();
  const opened = await openPlace(call, sources, report);
  session.print(report, sources);
  if (opened === undefined || report.failed) return;
  const { place } = opened;
  const project = await readProject(place.io);
  const services = await servicesFor({ ...opened, call, project, asking }, session);
  if (services.length === 0) return;
  if (!isJson(opened.path)) return refuseCode(opened.path, services, project, session);
  const model = await readable(services, place, session);
  if (model === undefined) return;
  const config = await readText(place.io)(opened.path);
  const exists = (path: string) => existsSync(resolve(place.folder, path));
  const setup = setupOf({ project, config, services, model, exists });
  await writeSetup({ setup, services, project, place, call }, session);
}

interface Opened {
  /** Absolute path of the config file, there or to be. */
  readonly path: string;
  readonly place: Place;
}

async function openPlace(
  { common, cwd, env }: InitCall,
  sources: Sources,
  report: Report,
): Promise<Opened | undefined> {
  const path = (await configPath(cwd, common.config, report)) ?? join(cwd, configName);
  let config: LoadedConfig | undefined;
  if (existsSync(path) || common.config !== undefined) config = await loadConfig(cwd, path, sources, report);
  const folder = dirname(path);
  return { path, place: { folder, cwd, io: nodeIo(folder, env), config } };
}

function isJson(path: string): boolean {
  return path.endsWith(".json");
}

interface Wanted extends Opened {
  readonly call: InitCall;
  readonly project: Project;
  readonly asking: Asking;
}

/** The services to set up. Empty, with a message, if there are none. */
async function servicesFor(
  { call, place, project, asking }: Wanted,
  session: Session,
): Promise<readonly ChosenService[]> {
  const report = new Report();
  session.stage("looking for inputs");
  const header = call.given.header ?? {};
  let found = await foundFor(call.arguments, header, place);
  if (found.services.length === 0 && !found.areConfigured && asking !== undefined)
    found = await foundFor([await (await import("../init/ask.js")).askInput(asking)], header, place);
  if (found.services.length === 0) {
    if (found.areConfigured) session.note("Nothing to add: the config file has all inputs that lie here.");
    else report.add("init-nothing-found", { path: "." }, {});
  }
  for (const service of found.services) if (call.arguments.length === 0) session.note(foundLine(service));
  const chosen = await chosenFor(found.services, { call, place, sources: project.sources, asking }, report);
  session.print(report, new Sources());
  return report.failed ? [] : chosen;
}

/** Reports a config file that is a program, with the lines to add. */
function refuseCode(path: string, services: readonly ChosenService[], project: Project, session: Session): void {
  const report = new Report();
  for (const service of services) {
    const entry = JSON.stringify({ [service.name]: serviceConfig(service, project) }).slice(1, -1);
    const name = path.slice(project.folder.length + 1);
    report.add("init-config-is-code", { path: name }, { path: name, entry });
  }
  session.print(report, new Sources());
}

/** Reads all services, and returns the model of the first; undefined, with their errors, if one cannot be read. */
async function readable(
  services: readonly ChosenService[],
  { folder, io }: Place,
  session: Session,
): Promise<ModelResult["model"] | undefined> {
  let first: ModelResult["model"] | undefined;
  let isWhole = true;
  for (const { name, inputs, headers, allowRemote } of services) {
    session.stage(`reading ${name}`);
    const remotes = inputs.filter(isUrl).map((url) => ({ url, headers }));
    const hosts = remotes.map(({ url }) => new URL(url).host);
    const access = { base: folder, remotes, service: name, allowRemote: [...hosts, ...allowRemote] };
    const { model, report, sources } = await loadModel({ inputs, ...access }, io);
    first ??= model;
    if (!report.failed) continue;
    session.print(report, sources);
    isWhole = false;
  }
  return isWhole ? first : undefined;
}
