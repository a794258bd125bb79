import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecord, parsedJson } from "./json-values.js";

/** The file that exists in the output folder while a run writes to it. */
export const lockName = ".odata-codegen.lock";

/** Path → hashes of the contents that a generated file at this path may have. */
export type KnownFiles = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The process that writes, and all contents its run may leave behind. If the run is killed between two renames, some
 * files are new while the manifest is old. From the lock the next run knows that they were not edited.
 */
export interface Lock {
  readonly pid: number;
  readonly files: KnownFiles;
}

/**
 * Reads the lock of a running or killed run. Undefined if there is none, or if it is incomplete: then the run was
 * killed before it wrote anything else.
 */
export async function readLock(folder: string): Promise<Lock | undefined> {
  try {
    return parseLock(await readFile(join(folder, lockName), "utf8"));
  } catch {
    return undefined;
  }
}

function parseLock(text: string): Lock | undefined {
  const lock = parsedJson(text);
  if (!isRecord(lock) || typeof lock["pid"] !== "number" || !isRecord(lock["files"])) return undefined;
  const files = new Map<string, ReadonlySet<string>>();
  for (const [path, hashes] of Object.entries(lock["files"])) {
    if (Array.isArray(hashes)) files.set(path, new Set(hashes.filter((hash) => typeof hash === "string")));
  }
  return { pid: lock["pid"], files };
}

/** Takes the lock of a folder, also from a killed run. Returns the process that holds it, if that is still running. */
export async function takeLock(folder: string, files: KnownFiles): Promise<"taken" | { readonly pid: number }> {
  const text = lockText(files);
  if (await createLock(folder, text)) return "taken";
  const holder = await readLock(folder);
  if (holder !== undefined && isAtWork(holder.pid)) return { pid: holder.pid };
  await replaceLock(folder, text);
  // Two runs may have found the same lock of a killed run; the one whose text is in the file holds it.
  const standing = await readLock(folder);
  return standing === undefined || standing.pid === process.pid ? "taken" : { pid: standing.pid };
}

export async function releaseLock(folder: string): Promise<void> {
  await rm(join(folder, lockName), { force: true });
}

function lockText(files: KnownFiles): string {
  return JSON.stringify({
    pid: process.pid,
    files: Object.fromEntries([...files].map(([path, hashes]) => [path, [...hashes]])),
  });
}

/** Creates the lock file; returns false if it exists. */
async function createLock(folder: string, text: string): Promise<boolean> {
  const path = join(folder, lockName);
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (failure) {
    if (failure instanceof Error && "code" in failure && failure.code === "EEXIST") return false;
    await rm(path, { force: true }); // a full disk leaves an empty file
    throw failure;
  }
}

/**
 * Replaces the lock by rename, so that the contents known to the killed run, which the new text includes, are never
 * lost.
 */
async function replaceLock(folder: string, text: string): Promise<void> {
  const fresh = join(folder, `${lockName}.${process.pid}`);
  await writeFile(fresh, text);
  await rename(fresh, join(folder, lockName));
}

/** Whether a process is running. Signal 0 sends nothing; EPERM means that it exists but belongs to another user. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
}
