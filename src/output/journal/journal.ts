import { join } from "node:path";
import type { OutputIo } from "../disk/output-io.js";
import { textOf } from "../disk/target.js";
import { isRecord, parsedJson } from "../json-values.js";
import { manifestName } from "../manifest.js";
import { unsafePathReason } from "../path-rules.js";
import type { Change } from "./change.js";

/** From the moment on when it exists, a run that is cut short is finished by the next one. */
const journalName = "journal.json";

/** The name of the journal once its changes are to be reverted. A rename needs no space on a full disk. */
const undoName = "undo.json";

const GENERATOR = "odata-codegen";
const VERSION = 1;

export type Direction = "forward" | "back";

export type Journal =
  | { readonly state: "missing" }
  | { readonly state: "invalid"; readonly reason: string }
  | { readonly state: "valid"; readonly direction: Direction; readonly changes: readonly Change[] };

/** Writes the journal in one step: after a power cut it is there as a whole, with all staged files, or not at all. */
export async function writeJournal(staging: string, changes: readonly Change[], io: OutputIo): Promise<void> {
  const path = join(staging, journalName);
  await io.sync(staging);
  const text = `${JSON.stringify({ generator: GENERATOR, journal: VERSION, changes }, undefined, 2)}\n`;
  await io.createFile(`${path}.new`, text);
  await io.rename(`${path}.new`, path);
  await io.sync(staging);
}

/** Records that the changes are to be reverted. */
export async function turnBack(staging: string, io: OutputIo): Promise<void> {
  await io.rename(join(staging, journalName), join(staging, undoName));
  await io.sync(staging);
}

/**
 * Ends a write when the folder is whole. Fails silently, since the next run sees from the journal that nothing is left to
 * do.
 */
export async function endJournal(staging: string, io: OutputIo): Promise<void> {
  try {
    for (const name of [journalName, undoName]) await io.remove(join(staging, name));
    await io.remove(staging);
  } catch {
    // The output is whole.
  }
}

export async function readJournal(staging: string, io: OutputIo): Promise<Journal> {
  for (const [name, direction] of [
    [undoName, "back"],
    [journalName, "forward"],
  ] as const) {
    const found = await io.found(join(staging, name));
    if (found === "missing") continue;
    if (found !== "file") return { state: "invalid", reason: "it is not a file" };
    return parseJournal(await textOf(join(staging, name), io), direction);
  }
  return { state: "missing" };
}

/** Parses a journal. It decides which files are replaced, so one with a path outside of the folder is refused. */
function parseJournal(text: string, direction: Direction): Journal {
  const journal = parsedJson(text);
  if (!isRecord(journal) || journal["generator"] !== GENERATOR)
    return { state: "invalid", reason: `its "generator" is not "${GENERATOR}"` };
  if (journal["journal"] !== VERSION) return { state: "invalid", reason: "another version of the tool wrote it" };
  const entries: readonly unknown[] = Array.isArray(journal["changes"]) ? journal["changes"] : [undefined];
  const changes = entries.map(parseChange);
  const valid = changes.filter((change) => change !== undefined);
  if (valid.length < changes.length) return { state: "invalid", reason: "an entry is not a path with hashes" };
  if (new Set(valid.map(({ path }) => path)).size < valid.length)
    return { state: "invalid", reason: "it has a path twice" };
  return { state: "valid", direction, changes: valid };
}

function parseChange(entry: unknown): Change | undefined {
  if (!isRecord(entry)) return undefined;
  const { path, before, after } = entry;
  if (typeof path !== "string" || (path !== manifestName && unsafePathReason(path) !== undefined)) return undefined;
  if (!isHashOrAbsent(before) || !isHashOrAbsent(after) || (before ?? after) === undefined) return undefined;
  return { path, before, after };
}

function isHashOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && /^[0-9a-f]{64}$/.test(value));
}
