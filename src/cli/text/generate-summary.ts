import { resolve } from "node:path";
import type { ServiceResult } from "../../services/service-run.js";
import { pathName } from "../../diagnostics/path-name.js";
import { manifestName } from "../../output/manifest.js";
import type { ModelCounts } from "../../up-to-date/cache/run-record.js";
import type { OutputResult } from "../../output/write-output.js";
import { durationText } from "./duration.js";
import { counted, paint } from "./style.js";

/** A service and its output folder. */
export interface Target {
  readonly name: string | undefined;
  readonly folder: string;
  readonly cwd: string;
}

const failures = {
  unwritten: "nothing written to",
  uncompared: "nothing compared with",
  outdated: "out of date:",
} as const;

type Failure = keyof typeof failures;

/** A run of one service. */
export type Outcome = Pick<ServiceResult, "counts" | "files" | "done">;

/** `✔ people  5 types, 3 enums → generated/people (12 files, 2 changed, 41 ms)`; `elapsed` is in milliseconds. */
export function outcomeLine({ counts, files, done }: Outcome, target: Target, elapsed: number, color: boolean): string {
  if (isFailure(done)) return failedLine(target, done, color);
  const state = `${counted(files, "file")}, ${stateOf([done])}, ${durationText(elapsed)}`;
  return `${paint("green", "✔", color)} ${labelOf(target)}${modelText([counts])} → ${folderOf(target)} (${state})`;
}

/** `✔ 2 services  9 types, 4 enums (26 files, 2 changed, 1.2 s)` */
export function totalLine(outcomes: readonly Outcome[], elapsed: number, color: boolean): string {
  const whole = outcomes.filter(({ done }) => !isFailure(done));
  const failed = outcomes.length - whole.length;
  const files = whole.reduce((sum, outcome) => sum + outcome.files, 0);
  const mark = failed > 0 ? paint("red", "✖", color) : paint("green", "✔", color);
  const described = [...(failed > 0 ? [`${failed} failed`] : []), modelText(whole.map(({ counts }) => counts))];
  const state = `${counted(files, "file")}, ${stateOf(whole.flatMap(({ done }) => (isFailure(done) ? [] : [done])))}, ${durationText(elapsed)}`;
  return `${mark} ${counted(outcomes.length, "service")}  ${described.join(", ")} (${state})`;
}

function isFailure(done: Outcome["done"]): done is Failure {
  return typeof done === "string" && done !== "compared";
}

/** `✖ people  out of date: generated/people` */
function failedLine(target: Target, failure: Failure, color: boolean): string {
  return `${paint("red", "✖", color)} ${labelOf(target)}${failures[failure]} ${folderOf(target)}`;
}

function labelOf({ name }: Target): string {
  return name === undefined ? "" : `${name}  `;
}

function folderOf({ folder, cwd }: Target): string {
  return pathName(resolve(cwd, folder), folder, cwd);
}

function modelText(all: readonly ModelCounts[]): string {
  const sum = (key: keyof ModelCounts) => all.reduce((total, counts) => total + counts[key], 0);
  const [enums, requests] = [sum("enums"), sum("requests")];
  return [
    counted(sum("types"), "type"),
    ...(enums > 0 ? [counted(enums, "enum")] : []),
    ...(requests > 0 ? [counted(requests, "request")] : []),
  ].join(", ");
}

/** The number of files written and removed, without the manifest. */
function stateOf(all: readonly (OutputResult | "compared")[]): string {
  const results = all.flatMap((one) => (one === "compared" ? [] : one));
  if (results.length === 0 && all.length > 0) return "up to date";
  const changed = results.flatMap(({ written }) => written).filter((path) => path !== manifestName).length;
  const removed = results.flatMap((result) => result.removed).length;
  const parts = [...(changed > 0 ? [`${changed} changed`] : []), ...(removed > 0 ? [`${removed} removed`] : [])];
  return parts.length === 0 ? "none changed" : parts.join(", ");
}
