/** Writes what `init` sets up: all of it, or nothing. */
import { join, resolve } from "node:path";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import type { Project } from "../../init/project/read-project.js";
import type { ChosenService, Setup } from "../../init/setup.js";
import { lockFileName } from "../../kept/lock-file.js";
import { rememberFiles } from "../../output/remember-files.js";
import { writeFileOnce } from "../../output/write-file.js";
import { fetchOne } from "../commands/fetch.js";
import { generateService } from "../generate/generate-service.js";
import { readServices, type Service } from "../../services/read-services.js";
import type { Session } from "../session.js";
import type { InitCall } from "./choose.js";
import type { Place } from "./found.js";
import { writtenLine } from "../written-line.js";
import { nextLines } from "./lines.js";

interface Writing {
  readonly setup: Setup;
  readonly services: readonly ChosenService[];
  readonly project: Project;
  readonly place: Place;
  readonly call: InitCall;
}

export async function writeSetup(writing: Writing, session: Session): Promise<void> {
  const { setup, services, project } = writing;
  const isDone = await session.uninterrupted(async (signal) => {
    const before = await remembered(writing);
    const isWritten = (await writeAll(writing, session)) && !signal.aborted;
    if (!isWritten) await before.restore();
    return isWritten;
  });
  if (!isDone) return session.note("Nothing was written: what had been is removed again.");
  for (const { path, isNew } of setup.files) session.note(writtenLine(path, { color: session.err.color, isNew }));
  const missing = ["odata-codegen", "typescript"].filter((name) => !project.packages.has(name));
  const example = setup.files.find(({ path }) => path === setup.example)?.text;
  const hasPackageJson = project.packageJson !== undefined && !setup.isPackageUnusable;
  for (const line of nextLines({ setup, services, hasPackageJson, missing, example })) session.note(line);
}

/** What stands where the setup, the copies of URLs and the output will be. */
function remembered({ setup, services, place }: Writing) {
  const copies = services.flatMap(({ name }) => [`schemas/${name}.xml`, `schemas/${name}.json`]);
  const files = [...setup.files.map(({ path }) => path), lockFileName, ...copies];
  const above = services.flatMap(({ output }) => output.split("/").map((_, i, all) => all.slice(0, i + 1).join("/")));
  const example = setup.example === undefined ? [] : [join(setup.example, "..")];
  return rememberFiles(place.folder, files, [...example, "schemas", ...above.filter((path) => !/^\.*$/.test(path))]);
}

/** Whether everything was written. Errors are printed. */
async function writeAll(writing: Writing, session: Session): Promise<boolean> {
  const { setup, place, call } = writing;
  const report = new Report();
  for (const { path, text } of setup.files)
    await writeFileOnce({ path: resolve(place.folder, path), text, cwd: call.cwd, inputs: [] }, report);
  session.print(report, new Sources());
  if (report.failed) return false;
  for (const service of await written(writing))
    if (service.remotes.length > 0) {
      const fetched = await fetchOne(service, { ...call, given: {} }, session);
      if (fetched.some(({ state }) => state === "failed")) return false;
    }
  for (const service of await written(writing)) {
    const outcome = await generateService(service, { ...call, given: {} }, session);
    if (outcome === undefined || typeof outcome.done !== "object") return false;
  }
  return true;
}

/** The services as the config file and the lock file have them now. */
async function written({ services, place, call }: Writing): Promise<readonly Service[]> {
  const names = new Set(services.map(({ name }) => name));
  const config = call.common.config === undefined ? undefined : resolve(call.cwd, call.common.config);
  const all = await readServices({ config, cwd: place.folder }, new Sources(), new Report());
  return (all ?? []).filter(({ name = "" }) => names.has(name));
}
