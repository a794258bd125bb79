import { resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import { manifestName } from "../../output/manifest.js";
import type { ModelCounts } from "../../up-to-date/cache/run-record.js";
import type { OutputResult } from "../../output/write-output.js";
import { counted, paint } from "./style.js";

/** A service and its output folder. */
export interface Target {
  readonly name: string | undefined;
  readonly folder: string;
  readonly cwd: string;
}

/** `✔ people  5 types, 3 enums → generated/people (12 files, 2 changed)` */
export function doneLine(
  { counts, files, ...target }: Target & { readonly counts: ModelCounts; readonly files: number },
  done: OutputResult | "compared",
  color: boolean,
): string {
  const { types, enums, requests } = counts;
  const described = [
    counted(types, "type"),
    ...(enums > 0 ? [counted(enums, "enum")] : []),
    ...(requests > 0 ? [counted(requests, "request")] : []),
  ];
  const state = `${counted(files, "file")}, ${done === "compared" ? "up to date" : changes(done)}`;
  return `${paint("green", "✔", color)} ${labelOf(target)}${described.join(", ")} → ${folderOf(target)} (${state})`;
}

export function failedLine(target: Target, color: boolean): string {
  return `${paint("red", "✖", color)} ${labelOf(target)}nothing written to ${folderOf(target)}`;
}

function labelOf({ name }: Target): string {
  return name === undefined ? "" : `${name}  `;
}

function folderOf({ folder, cwd }: Target): string {
  return pathName(resolve(cwd, folder), folder, cwd);
}

/** The number of files written and removed, without the manifest. */
function changes({ written, removed }: OutputResult): string {
  const changed = written.filter((path) => path !== manifestName).length;
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ];
  return parts.length === 0 ? "none changed" : parts.join(", ");
}
