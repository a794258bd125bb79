import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { full } from "../support/full.js";
import { Random, seedOf } from "../support/random.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { lampCsdl } from "./lamp-inputs.js";
import { runBin, runCli } from "./run-cli.js";

const random = new Random(seedOf("Kills"));

/** How often each kind of end is tried. */
const KILLS = full ? 50 : 8;
const INTERRUPTS = full ? 25 : 6;

/** In milliseconds, for a busy machine. */
const TIMEOUT = 600_000;

/** How many processes run at once. */
const AT_ONCE = 3;

const inputs = {
  "old.xml": lampCsdl,
  "new.xml": lampCsdl.replaceAll("contoso.home", "contoso.house").replace('Name="off"', 'Name="dark"'),
};

const toOld = ["generate", "old.xml", "-o", "out", "--emit", "types,client,operations", "--runtime", "package"];
const toNew = ["generate", "new.xml", "-o", "out", "--emit", "types,validators,operations"];

/** The commands that look at an output folder. */
const lookers = [
  [...toNew, "--check"],
  [...toOld, "--check"],
  ["permissions", "GET /lamps", "--from", "out/operations.json"],
  toNew,
];

type Content = Readonly<Record<string, string>>;

interface Stage {
  /** A folder with the inputs and the old output, to copy. */
  readonly folder: string;
  readonly old: Content;
  readonly new: Content;
  /** How many files are written before anything is renamed. */
  readonly writes: number;
  /** How many renames change the output. */
  readonly renames: number;
  /** The time of a whole run, in milliseconds. */
  readonly duration: number;
}

/** A module that is loaded before the program and sends it a signal before one of its renames or writes. */
function preload(call: "rename" | "writeFile", place: RegExp, index: number, signal: NodeJS.Signals): string {
  const code = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const real = fs.promises.${call};
    let left = ${index};
    fs.promises.${call} = async (path, ...more) => {
      if (${place}.test(path) && left-- === 0) process.kill(process.pid, "${signal}");
      return real(path, ...more);
    };
    syncBuiltinESMExports();`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

/** Staged contents, and files that are about to be removed. */
const renaming = /(?:\.new|\.ts|\.json)$(?<!journal\.json\.new)/;
const staging = /[0-9]\.new$/;

const bin = fileURLToPath(new URL("../../lib/odata-codegen.js", import.meta.url));

function start(folder: string, args: readonly string[], options = ""): ChildProcess {
  const env = { ...process.env, NODE_OPTIONS: options };
  return spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: "ignore" });
}

/** The exit code of a process, or the signal that ended it. */
function endOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
}

let rehearsed: Stage | undefined;

/** Old and new output, and how many steps lead from one to the other; the same for all tests. */
function stageOfAll(): Stage {
  return (rehearsed ??= rehearse(mkdtempSync(join(inject("runFolder"), "killed-"))));
}

function rehearse(folder: string): Stage {
  fill(folder, inputs);
  runBin(folder, toOld);
  const old = contentOf(join(folder, "out"));
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const begin = performance.now();
  runBin(copy, toNew);
  const duration = performance.now() - begin;
  const fresh = contentOf(join(copy, "out"));
  const written = Object.keys(fresh).filter((path) => fresh[path] !== old[path]);
  const removed = Object.keys(old).filter((path) => !(path in fresh));
  return { folder, old, new: fresh, writes: written.length, renames: written.length + removed.length, duration };
}

function copyOf({ folder }: Stage): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Whether an output is the whole old or the whole new one, with nothing beside it; else the paths that it has. */
function stateOf(folder: string, stage: Stage): "old" | "new" | readonly string[] {
  const content = contentOf(join(folder, "out"));
  const isLike = (other: Content) =>
    Object.keys(content).length === Object.keys(other).length &&
    Object.keys(other).every((path) => content[path] === other[path]);
  if (isLike(stage.old)) return "old";
  return isLike(stage.new) ? "new" : Object.keys(content);
}

/** Does something several times, a few at once, and returns the results in order. */
async function times<T>(count: number, doing: (index: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await doing(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

function draws(count: number, limit: number): readonly number[] {
  return Array.from({ length: count }, () => random.below(limit));
}

describe("the shipped program leaves one whole output", () => {
  it("killed at a rename, when another command looked at the folder", { timeout: TIMEOUT }, async () => {
    const stage = stageOfAll();
    const places = draws(KILLS, stage.renames);
    const outcomes = await times(KILLS, async (index) => {
      const folder = copyOf(stage);
      const options = preload("rename", renaming, places[index] ?? 0, "SIGKILL");
      const end = await endOf(start(folder, toNew, options));
      const isWhole = !Array.isArray(stateOf(folder, stage));
      await runCli(folder, lookers[index % lookers.length] ?? []);
      return { end, isWhole, state: stateOf(folder, stage) };
    });
    expect(outcomes).toEqual(outcomes.map(() => ({ end: "SIGKILL", isWhole: false, state: "new" })));
  });

  it("interrupted at a rename: it finishes, and exits as interrupted programs do", { timeout: TIMEOUT }, async () => {
    const stage = stageOfAll();
    const places = draws(INTERRUPTS, stage.renames);
    const outcomes = await times(INTERRUPTS, async (index) => {
      const folder = copyOf(stage);
      const signal = index % 2 === 0 ? "SIGINT" : "SIGTERM";
      const end = await endOf(start(folder, toNew, preload("rename", renaming, places[index] ?? 0, signal)));
      return { end, state: stateOf(folder, stage) };
    });
    expect(outcomes).toEqual(outcomes.map((_, index) => ({ end: index % 2 === 0 ? 130 : 143, state: "new" })));
  });

  it("interrupted before: it removes what it prepared", async () => {
    const stage = stageOfAll();
    const places = draws(4, stage.writes);
    const outcomes = await times(4, async (index) => {
      const folder = copyOf(stage);
      const end = await endOf(start(folder, toNew, preload("writeFile", staging, places[index] ?? 0, "SIGINT")));
      return { end, state: stateOf(folder, stage) };
    });
    expect(outcomes).toEqual(outcomes.map(() => ({ end: 130, state: "old" })));
  });

  it("killed anywhere, when another command looked at the folder", { timeout: TIMEOUT }, async () => {
    const stage = stageOfAll();
    const places = draws(KILLS, Math.ceil(stage.duration * 1.5));
    const outcomes = await times(KILLS, async (index) => {
      const folder = copyOf(stage);
      const child = start(folder, toNew);
      const timer = setTimeout(() => child.kill("SIGKILL"), places[index]);
      const end = await endOf(child);
      clearTimeout(timer);
      await runCli(folder, lookers[index % lookers.length] ?? []);
      return { end, state: stateOf(folder, stage) };
    });
    for (const { end, state } of outcomes) {
      expect(["SIGKILL", 0]).toContain(end);
      expect(end === 0 ? ["new"] : ["old", "new"]).toContain(state);
    }
  });

  it("when several runs at once find one that was killed", async () => {
    const stage = stageOfAll();
    const folder = copyOf(stage);
    await endOf(start(folder, toNew, preload("rename", renaming, 3, "SIGKILL")));
    const runs = [toNew, toOld, [...toNew, "--check"], toNew];
    const ends = await Promise.all(runs.map((args) => endOf(start(folder, args))));
    expect(ends.filter((end) => end !== 0 && end !== 1)).toEqual([]);
    expect(["old", "new"]).toContain(stateOf(folder, stage));
  });
});

describe("a document that is converted into a file", () => {
  it("is the old or the new one as a whole", async () => {
    const folder = temporaryFolder({ ...inputs, "out.json": "old" });
    const args = ["convert", "new.xml", "--to", "csdl-json", "-o", "out.json"];
    const end = await endOf(start(folder, args, preload("rename", /odata-codegen-new$/, 0, "SIGKILL")));
    expect({ end, text: readFileSync(join(folder, "out.json"), "utf8") }).toEqual({ end: "SIGKILL", text: "old" });
    expect(runBin(folder, args).code).toBe(0);
    expect(Object.keys(contentOf(folder)).toSorted()).toEqual(["new.xml", "old.xml", "out.json"]);
  });
});
