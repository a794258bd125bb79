/** Decides name, output and artifacts of each found service: by options, by answers on a terminal, or by default. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { initOptions } from "../../config/options/init.js";
import { withSlashes } from "../../diagnostics/path-name.js";
import type { Report } from "../../diagnostics/report.js";
import type { FoundService } from "../../init/services/found-service.js";
import type { ChosenService } from "../../init/setup.js";
import { manifestName } from "../../output/manifest.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import type { Place } from "./found.js";

export type InitCall = Call<typeof initOptions>;

/** Where questions are asked; undefined: not at all. */
export type Asking = { readonly output: NodeJS.WritableStream; readonly input?: NodeJS.ReadStream } | undefined;

export interface Choosing {
  readonly call: InitCall;
  readonly place: Place;
  /** The folder of sources, relative to that of the project. */
  readonly sources: string;
  readonly asking: Asking;
}

export async function chosenFor(
  found: readonly FoundService[],
  choosing: Choosing,
  report: Report,
): Promise<readonly ChosenService[]> {
  const { call, asking, sources, place } = choosing;
  checkOptions(found, choosing, report);
  if (report.failed) return [];
  const { given } = call;
  const questions = asking === undefined ? undefined : await import("./ask.js");
  const wanted = asking === undefined || found.length < 2 ? found : await questions?.askServices(found, asking);
  const chosen: ChosenService[] = [];
  for (const service of wanted ?? []) {
    const named = { ...service, name: given.name ?? service.name };
    const folderFor = (name: string) =>
      given.output === undefined ? freeFolder(`${sources}/${name}`, place.folder) : fromProject(given.output, choosing);
    const answers = asking === undefined ? undefined : await questions?.askDetails(named, folderFor, asking);
    const name = answers?.name ?? named.name;
    chosen.push({
      ...named,
      name,
      output: answers?.output ?? folderFor(name),
      emit: given.emit ?? unlessDefault(answers?.emit),
      allowRemote: given.allowRemote ?? [],
    });
  }
  return chosen;
}

function checkOptions(found: readonly FoundService[], { call: { given }, place }: Choosing, report: Report): void {
  const names = found.map(({ name }) => name);
  const isRemote = found.some(({ inputs }) => inputs.some((input) => /^https?:/i.test(input)));
  for (const option of ["name", "output"] as const)
    if (given[option] !== undefined && found.length > 1)
      report.add("usage-init-option", commandLine, {
        option: `--${option}`,
        reason: `is for one service, and there are ${names.join(", ")}; add the file or folder of one of them`,
      });
  if (given.header !== undefined && !isRemote)
    report.add("usage-init-option", commandLine, {
      option: "--header",
      reason: "is for a URL; add that of the metadata",
    });
  if (given.name !== undefined && place.config?.services.some(({ name }) => name === given.name))
    report.add("usage-init-option", commandLine, {
      option: "--name",
      reason: `is that of another service of the config file; use another one than "${given.name}"`,
    });
}

function fromProject(output: string, { place, call }: Choosing): string {
  return withSlashes(relative(place.folder, resolve(call.cwd, output)));
}

/** The folder, or the first of `folder-odata`, … where nothing of somebody else lies. */
function freeFolder(folder: string, project: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? folder : `${folder}-odata${number === 2 ? "" : number - 1}`;
    const path = resolve(project, candidate);
    if (!existsSync(path) || existsSync(resolve(path, manifestName)) || isEmptyFolder(path)) return candidate;
  }
}

function unlessDefault(emit: ChosenService["emit"] | undefined): ChosenService["emit"] {
  return [emit ?? "types,validators,client"].flat().join(",") === "types,validators,client" ? undefined : emit;
}

/** A file of that name is none. */
function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0;
}
