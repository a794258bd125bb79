import { stat } from "node:fs/promises";
import process from "node:process";
import { failedWith } from "../disk/node-files.js";
import { type Computer, isRunning, processStart, systemStart, thisComputer } from "./computer.js";

/** The process that holds a lock. Its name is that of a file, so that one rename changes the owner. */
export interface Owner extends Computer {
  readonly pid: number;
  /** When it took the lock, in milliseconds since the epoch. */
  readonly since: number;
  /** When the process started, as the system tells it; undefined if it does not. */
  readonly start: string | undefined;
}

/** How often an owner writes its file anew. */
export const BEAT_MS = 5000;

/** The age of that file from which on an owner that cannot be inspected counts as gone. */
const SILENT_MS = 60_000;

/** Both clocks of the comparison are read to the second on some systems. */
const CLOCK_SLACK_MS = 2000;

/** The paths of the files by which this process holds locks, so that one that could not be released is told apart. */
export const heldHere = new Set<string>();

let lastSince = 0;

/** This process as an owner, each time under another name: it may want several locks at once. */
export async function ownOwner(): Promise<Owner> {
  const [start, computer] = [await processStart(process.pid), await thisComputer()];
  lastSince = Math.max(Date.now(), lastSince + 1);
  return { pid: process.pid, since: lastSince, start, ...computer };
}

export function nameOf({ pid, since, start = "", session, host }: Owner): string {
  return [pid, since, start, session, host].join("-");
}

export function parseOwner(name: string): Owner | undefined {
  const found =
    /^([1-9][0-9]{0,9})-([0-9]{1,15})-([A-Za-z0-9]*)-([0-9a-f]{12})-([A-Za-z0-9._-]{1,64})$/.exec(name) ?? [];
  const [, pid, since, start, session, host] = found;
  if (pid === undefined || session === undefined || host === undefined) return undefined;
  return { pid: Number(pid), since: Number(since), start: start === "" ? undefined : start, session, host };
}

/**
 * Whether an owner is running. One of another computer cannot be inspected: it is as long as the file at `path` is
 * written anew. `now` is a time of the same clock as that of the file.
 */
export async function isAtWork(owner: Owner, path: string, now: number): Promise<boolean> {
  const here = await thisComputer();
  if (owner.host === here.host && owner.session === here.session)
    return (await isRunningHere(owner)) && (owner.pid !== process.pid || heldHere.has(path));
  const isOfRestarted = owner.host === here.host && owner.since < systemStart() - CLOCK_SLACK_MS;
  return !isOfRestarted && isBeating(path, now);
}

/** Whether the process with the number of an owner is that owner, and not one that got the number later. */
async function isRunningHere({ pid, since, start }: Owner): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const found = await processStart(pid);
  if (found !== undefined && start !== undefined) return found === start;
  const earliest = pid === process.pid ? Date.now() - process.uptime() * 1000 : systemStart();
  return since >= earliest - CLOCK_SLACK_MS;
}

async function isBeating(path: string, now: number): Promise<boolean> {
  try {
    return now - (await stat(path)).mtimeMs < SILENT_MS;
  } catch (failure) {
    if (failedWith(failure, "ENOENT")) return false;
    throw failure;
  }
}
