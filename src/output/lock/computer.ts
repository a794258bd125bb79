import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import process from "node:process";

/** Where process numbers have a meaning: a computer from one start to the next, or a container on it. */
export interface Computer {
  /** Its name in messages. */
  readonly host: string;
  /** A hash that differs after a restart, and between containers; that of nothing where the system does not tell. */
  readonly session: string;
}

/** A file name takes 255 bytes. */
const MAX_HOST = 64;

/** The computer of this process. */
export async function thisComputer(): Promise<Computer> {
  const told = [
    await readOrNothing(() => readFile("/proc/sys/kernel/random/boot_id", "utf8")),
    await readOrNothing(() => readlink("/proc/self/ns/pid")),
  ];
  const host = hostname()
    .replaceAll(/[^A-Za-z0-9.-]/g, "_")
    .slice(0, MAX_HOST);
  return {
    host: host === "" ? "localhost" : host,
    session: createHash("sha256").update(told.join("\n")).digest("hex").slice(0, 12),
  };
}

/** When this computer started, in milliseconds since the epoch, give or take a second. */
export function systemStart(): number {
  return Date.now() - uptime() * 1000;
}

/** Signal 0 sends nothing; EPERM means that the process exists but belongs to another user. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
}

/**
 * When a process started, as the system tells it: two processes with the same number differ in it. Undefined if the
 * system does not tell.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  switch (process.platform) {
    case "linux":
      return ticksIn(await readOrNothing(() => readFile(`/proc/${pid}/stat`, "utf8")));
    case "darwin":
      return wordOf(await printed("ps", ["-o", "lstart=", "-p", String(pid)]));
    default:
      return undefined;
  }
}

/** Clock ticks since the start of the system: field 22 (proc_pid_stat(5)). The name in parentheses may have spaces. */
function ticksIn(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(")") + 1).trim();
  return /^(?:\S+\s+){19}(\d+)(?:\s|$)/.exec(fields)?.[1];
}

/** `Sat Nov 28 05:33:07 2026` as part of a file name. */
function wordOf(date: string): string | undefined {
  const word = date.replaceAll(/[^A-Za-z0-9]/g, "");
  return word === "" ? undefined : word;
}

function printed(program: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  return new Promise((resolve) => {
    execFile(program, args, { env }, (failure, stdout) => resolve(failure === null ? stdout : ""));
  });
}

async function readOrNothing(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch {
    return "";
  }
}
