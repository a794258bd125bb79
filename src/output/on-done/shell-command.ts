import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import type { StopSignal } from "../../diagnostics/stop-signal.js";

export interface ShellCommand {
  readonly command: string;
  /** Paths that are added to it, relative to `cwd`. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly signal: StopSignal;
}

/** How the last of several runs ended. */
export interface Ended {
  readonly isDone: boolean;
  /** The status, and the last line that was printed. */
  readonly reason: string;
}

/** Bytes of a command line that every shell takes: `sh -c` 128 KiB, `cmd` 8 KiB. */
const LIMIT = process.platform === "win32" ? 7000 : 100_000;
/** How much of what a command prints is kept for a message. */
const KEPT = 4000;

/**
 * Runs a command of the user with paths added, several times where they are too long for one command line, until one run
 * fails. As in npm scripts, programs of the packages in the folder and above are found.
 */
export async function runOver({ command, paths, cwd, signal }: ShellCommand): Promise<Ended> {
  for (const batch of batches(paths, LIMIT - command.length)) {
    const ended = await run(`${command} ${batch.join(" ")}`, cwd, signal);
    if (!ended.isDone) return ended;
  }
  return { isDone: true, reason: "" };
}

/** The quoted paths in lists that are each shorter than the limit, or hold one path. */
export function batches(paths: readonly string[], limit: number): readonly (readonly string[])[] {
  const all: string[][] = [];
  let length = Infinity;
  for (const path of paths.map(quoted)) {
    const added = Buffer.byteLength(path) + 1;
    if (length + added > limit) all.push([]);
    length = length + added > limit ? added : length + added;
    all.at(-1)?.push(path);
  }
  return all;
}

function quoted(path: string): string {
  if (/^[\w./-]+$/.test(path)) return path;
  return process.platform === "win32" ? `"${path}"` : `'${path.replaceAll("'", `'\\''`)}'`;
}

function run(line: string, cwd: string, signal: StopSignal): Promise<Ended> {
  const child = spawn(line, {
    cwd,
    shell: true,
    ...(signal instanceof AbortSignal && { signal }),
    env: withPrograms(cwd),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (printed = (printed + text.toString()).slice(-KEPT)));
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve({ isDone: false, reason: message }));
    child.once("close", (code, killedBy) => {
      const last = printed.trim().split(/\r?\n/).at(-1) ?? "";
      const status = code === null ? `it was ended by ${killedBy}` : `status ${code}`;
      resolve({ isDone: code === 0, reason: last === "" ? status : `${status}: ${last}` });
    });
  });
}

/** The environment with the programs of packages first. */
function withPrograms(cwd: string): NodeJS.ProcessEnv {
  const folders = [join(cwd, "node_modules/.bin")];
  for (let folder = cwd; folder !== dirname(folder); folder = dirname(folder))
    folders.push(join(dirname(folder), "node_modules/.bin"));
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { ...process.env, [name]: [...folders, process.env[name] ?? ""].join(delimiter) };
}
