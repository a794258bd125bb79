import { mkdir, readdir, rename, rm, rmdir, unlink, writeFile } from "node:fs/promises";
import { uptime } from "node:os";
import { join } from "node:path";
import type { Report } from "../diagnostics/report.js";
import { failedWith, foundAt } from "./disk.js";
import type { OutputFolder } from "./folder-rules.js";
import { reportObstacle } from "./report-obstacle.js";

/**
 * The folder that exists in the output folder while a run changes it. It holds one empty file, whose name is the owner.
 */
export const lockName = ".odata-codegen.lock";

/** The process that holds a lock. */
export interface Owner {
  readonly pid: number;
  /** When it took the lock, in milliseconds since the epoch. */
  readonly since: number;
}

type Lock = { readonly state: "taken"; release(): Promise<void> } | { readonly state: "held"; readonly owner: Owner };

/** More attempts than two runs need that compete for the same lock. */
const MAX_ATTEMPTS = 20;

/**
 * Does work under the lock of a folder. Reports an error and returns undefined if another run holds the lock. The lock
 * of a run that was killed is taken over.
 */
export async function withLock<T>(
  folder: OutputFolder,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const found = await foundAt(join(folder.path, lockName));
  if (found !== "missing" && found !== "folder") {
    reportObstacle({ path: lockName, found, wanted: "folder" }, folder, report);
    return undefined;
  }
  const lock = await takeLock(folder.path);
  if (lock.state === "held") {
    const path = `${folder.name}/${lockName}`;
    report.add("output-locked", { path }, { path, pid: lock.owner.pid });
    return undefined;
  }
  try {
    return await work();
  } finally {
    await Promise.allSettled([lock.release()]); // a lock that stays is taken over by the next run
  }
}

/**
 * Takes a lock by renames, each of which only one of several processes can make: that of a prepared folder to the lock,
 * or that of the file of an owner that is not running.
 */
async function takeLock(folder: string): Promise<Lock> {
  const lock = join(folder, lockName);
  const name = nameOf({ pid: process.pid, since: Date.now() });
  const prepared = join(folder, `${lockName}.${name}`);
  const taken = { state: "taken", release: () => release(lock, name) } as const;
  await mkdir(prepared, { recursive: true });
  try {
    await writeFile(join(prepared, name), "");
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (await renamed(prepared, lock)) return taken;
      const owner = await ownerOf(lock);
      if (owner === undefined)
        await Promise.allSettled([rmdir(lock)]); // Windows renames no folder over an empty one
      else if (isAtWork(owner)) return { state: "held", owner };
      else if (await renamed(join(lock, nameOf(owner)), join(lock, name))) return taken;
    }
    throw new Error(`"${lockName}" is in use by many runs`);
  } finally {
    await Promise.allSettled([rm(prepared, { recursive: true, force: true })]);
  }
}

async function release(lock: string, name: string): Promise<void> {
  await unlink(join(lock, name));
  await rmdir(lock);
}

/** Renames; returns false if another process was faster. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (failure) {
    if (failedWith(failure, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM")) return false;
    throw failure;
  }
}

/** The owner in a lock folder; undefined if the lock is free. */
async function ownerOf(lock: string): Promise<Owner | undefined> {
  let names: readonly string[];
  try {
    names = await readdir(lock);
  } catch (failure) {
    if (failedWith(failure, "ENOENT")) return undefined;
    throw failure;
  }
  const [name] = names;
  const owner = name === undefined ? undefined : parseOwner(name);
  if (name !== undefined && owner === undefined)
    throw new Error(`"${lockName}/${name}" does not name the owner of a lock`);
  return owner;
}

function nameOf({ pid, since }: Owner): string {
  return `${pid}-${since}`;
}

function parseOwner(name: string): Owner | undefined {
  const [, pid, since] = /^([1-9][0-9]{0,9})-([0-9]{1,15})$/.exec(name) ?? [];
  return pid === undefined || since === undefined ? undefined : { pid: Number(pid), since: Number(since) };
}

/** The folders of runs that were killed while they took the lock, as names in the output folder. */
export function abandonedLocks(names: readonly string[]): readonly string[] {
  const prefix = `${lockName}.`;
  return names.filter((name) => {
    const owner = name.startsWith(prefix) ? parseOwner(name.slice(prefix.length)) : undefined;
    return owner !== undefined && !isAtWork(owner);
  });
}

/**
 * Whether the owner of a lock is running. A process with its number is another one if the system was started since. The
 * lock of this process is left from one that had the same number, as in a container.
 */
function isAtWork({ pid, since }: Owner): boolean {
  return pid !== process.pid && since >= Date.now() - uptime() * 1000 && isRunning(pid);
}

/** Signal 0 sends nothing; EPERM means that the process exists but belongs to another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failedWith(failure, "EPERM");
  }
}
