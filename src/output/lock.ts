import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecord, parsedJson } from "./json-values.js";

/** Stands in the output folder while a run writes to it. */
export const lockName = ".odata-codegen.lock";

/** Path to the hashes under which a file there is known to be generated. */
export type KnownFiles = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Who writes, and every content its run may leave behind. If the run is killed between two renames, some files are
 * already new while the manifest is still old: the next run learns here that they were not changed by hand.
 */
export interface Lock {
  readonly pid: number;
  readonly files: KnownFiles;
}

/** The lock of a run, at work or killed. Undefined without one, and for a run killed while writing it: that comes before all else. */
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

/**
 * Takes the lock of a folder, also over from a run that was killed. Gives the process that holds it if one does.
 */
export async function takeLock(folder: string, files: KnownFiles): Promise<"taken" | { readonly pid: number }> {
  const text = lockText(files);
  if (await createLock(folder, text)) return "taken";
  const holder = await readLock(folder);
  if (holder !== undefined && isAtWork(holder.pid)) return { pid: holder.pid };
  await replaceLock(folder, text);
  // Two runs may have found the same dead lock; the one whose text stands has it.
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

/** False when there is one already. */
async function createLock(folder: string, text: string): Promise<boolean> {
  const path = join(folder, lockName);
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (failure) {
    if (failure instanceof Error && "code" in failure && failure.code === "EEXIST") return false;
    await rm(path, { force: true }); // a full disk leaves an empty one
    throw failure;
  }
}

/** By rename, so that what the dead run knew is never lost: the new text says that too. */
async function replaceLock(folder: string, text: string): Promise<void> {
  const fresh = join(folder, `${lockName}.${process.pid}`);
  await writeFile(fresh, text);
  await rename(fresh, join(folder, lockName));
}

/** Signal 0 only asks. A process that may not be asked (EPERM) is there. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
}
