import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const gnuTime = "/usr/bin/time";
const atExit = new URL("usage-at-exit.mjs", import.meta.url).href;

/**
 * What a run cost: CPU seconds of the whole tree of processes (`cpu` = `user` + system), and the memory of its largest
 * process at its peak, in MB.
 *
 * @typedef {{ cpu: number, user: number, peak: number, status: number, said: string }} Usage
 */

/** Whether the processes of a tree that are not Node are counted too: tsc 7 is one. */
export function countsAllProcesses() {
  // The `time` of other systems takes no format.
  return existsSync(gnuTime) && spawnSync(gnuTime, ["-f", "%U", "true"]).status === 0;
}

/**
 * Runs Node to its end. A run of few milliseconds is repeated `times` times and divided: GNU time counts in hundredths
 * of a second.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, times?: number }} [options]
 * @returns {Usage}
 */
export function usageOf(args, { cwd, times = 1 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-usage-"));
  const file = join(folder, "usage");
  const command =
    times === 1
      ? [process.execPath, ...args]
      : ["sh", "-c", `for run in ${numbers(times)}; do "$@"; done`, "sh", process.execPath, ...args];
  const { status, stdout, stderr } = countsAllProcesses() ? timed(command, file, cwd) : counted(command, file, cwd);
  const usage = existsSync(file)
    ? readUsage(readFileSync(file, "utf8"), times)
    : { cpu: Number.NaN, user: Number.NaN, peak: Number.NaN };
  rmSync(folder, { recursive: true });
  return { ...usage, status: status ?? 1, said: `${stdout}${stderr}` };
}

function timed(command, file, cwd) {
  return spawnSync(gnuTime, ["-f", "%U %S %M", "-o", file, ...command], { ...spawnOptions, cwd });
}

function counted([name, ...args], file, cwd) {
  const env = { ...process.env, NODE_OPTIONS: `--import ${atExit}`, ODATA_CODEGEN_BENCH_USAGE: file };
  return spawnSync(name, args, { ...spawnOptions, cwd, env });
}

const spawnOptions = { encoding: "utf8", maxBuffer: 2 ** 28 };

/** One line for each process that counts itself, or one for all; GNU time puts a sentence before it when the status is not 0. */
function readUsage(text, times) {
  const lines = text.split("\n").filter((line) => /^[\d.]+ [\d.]+ \d+$/.test(line));
  const figures = lines.map((line) => line.split(" ").map(Number));
  const sum = (index) => figures.reduce((total, row) => total + row[index], 0) / times;
  const user = sum(0);
  return { user, cpu: user + sum(1), peak: Math.max(...figures.map((row) => row[2])) / 1024 };
}

function numbers(count) {
  return Array.from({ length: count }, (_, index) => index + 1).join(" ");
}
