import { mkdir, readdir, rename, rm, rmdir, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { failedWith, foundAt } from "../disk/node-files.js";
import type { Lock } from "../disk/output-io.js";
import { BEAT_MS, heldHere, isAtWork, nameOf, type Owner, ownOwner, parseOwner } from "./owner.js";

/**
 * The folder that exists in the output folder while a run changes it. It holds one file, whose name is the owner, and
 * which the owner writes anew every few seconds.
 */
export const lockName = ".odata-codegen.lock";

/** The lock of an output folder, as somebody who does not take it sees it. */
export type LockState =
  | { readonly state: "free" }
  /** `abandoned`: the owner was killed, and the next run takes the lock over. */
  | { readonly state: "held" | "abandoned"; readonly owner: Owner }
  | { readonly state: "invalid"; readonly reason: string };

/** The time between two attempts to take a lock that another run holds. */
const RETRY_MS = 20;

/** More attempts than two runs need that compete for the same lock. */
const MAX_ATTEMPTS = 20;

/** Takes the lock of a folder; tries again for `patience` milliseconds if another run holds it. */
export async function takeLockWithin(folder: string, patience: number): Promise<Lock> {
  const end = performance.now() + patience;
  for (;;) {
    const lock = await takeLock(folder);
    if (lock.state === "taken" || performance.now() >= end) return lock;
    await setTimeout(RETRY_MS);
  }
}

/** Inspects the lock of the output folder at an absolute path. Changes nothing. */
export async function lockState(folder: string): Promise<LockState> {
  const lock = join(folder, lockName);
  const found = await foundAt(lock);
  if (found === "missing") return { state: "free" };
  if (found !== "folder") return { state: "invalid", reason: `"${lockName}" is not a folder` };
  const [name] = await readdir(lock);
  if (name === undefined) return { state: "free" };
  const owner = parseOwner(name);
  if (owner === undefined) return { state: "invalid", reason: unnamed(name) };
  return { state: (await isAtWork(owner, join(lock, name), Date.now())) ? "held" : "abandoned", owner };
}

/**
 * Takes a lock by renames, each of which only one of several processes can make: that of a prepared folder to the lock,
 * or that of the file of an owner that is not running.
 */
async function takeLock(folder: string): Promise<Lock> {
  const lock = join(folder, lockName);
  const name = nameOf(await ownOwner());
  const prepared = join(folder, `${lockName}.${name}`);
  heldHere.add(prepared);
  try {
    await mkdir(prepared, { recursive: true });
    await writeFile(join(prepared, name), "");
    const { mtimeMs: now } = await stat(join(prepared, name)); // by the clock of the file system
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (await renamed(prepared, lock)) return taken(lock, name);
      const owner = await ownerOf(lock);
      if (owner === undefined)
        await Promise.allSettled([rmdir(lock)]); // Windows renames no folder over an empty one
      else if (await isAtWork(owner, join(lock, nameOf(owner)), now)) return { state: "held", owner };
      else if (await takenOver(join(lock, nameOf(owner)), join(lock, name))) return taken(lock, name);
    }
    throw new Error(`"${lockName}" is in use by many runs`);
  } finally {
    heldHere.delete(prepared);
    await Promise.allSettled([rm(prepared, { recursive: true, force: true })]);
  }
}

/** A lock that this process holds. Its file is written anew until it is released. */
function taken(lock: string, name: string): Lock {
  const path = join(lock, name);
  heldHere.add(path);
  const timer = setInterval(() => void Promise.allSettled([beat(path)]), BEAT_MS).unref();
  const release = async () => {
    clearInterval(timer);
    heldHere.delete(path);
    await unlink(path);
    await rmdir(lock);
  };
  return { state: "taken", release };
}

/** Gives a file the present time of its file system. Fails if it is gone. */
async function beat(path: string): Promise<void> {
  await writeFile(path, ".", { flag: "r+" });
}

/** Replaces an owner that is gone, with a new time first: by that of the old owner, a third run could take over, too. */
async function takenOver(old: string, own: string): Promise<boolean> {
  try {
    await beat(old);
  } catch (failure) {
    if (failedWith(failure, "ENOENT")) return false;
    throw failure;
  }
  return renamed(old, own);
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
  if (name !== undefined && owner === undefined) throw new Error(unnamed(name));
  return owner;
}

function unnamed(name: string): string {
  return `"${lockName}/${name}" does not name the owner of a lock`;
}

/** The folders of runs that were killed while they took the lock, as names in the output folder. */
export async function abandonedLocks(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const prefix = `${lockName}.`;
  const abandoned: string[] = [];
  for (const name of names) {
    const owner = name.startsWith(prefix) ? parseOwner(name.slice(prefix.length)) : undefined;
    if (owner !== undefined && !(await isAtWork(owner, join(folder, name), Date.now()))) abandoned.push(name);
  }
  return abandoned;
}
