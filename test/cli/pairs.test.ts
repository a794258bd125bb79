/** Two runs of the shipped program at once: the output is one of both, as a whole. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { full } from "../support/full.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { lampCsdl } from "./lamp-inputs.js";
import { bin, runCli } from "./run-cli.js";

const PAIRS = full ? 50 : 6;

/** In milliseconds, for a busy machine. */
const TIMEOUT = 600_000;

const inputs = {
  "old.xml": lampCsdl,
  "new.xml": lampCsdl.replaceAll("contoso.home", "contoso.house"),
  "other.xml": lampCsdl.replaceAll("contoso.home", "contoso.garden").replace('Name="off"', 'Name="dark"'),
};

/** Each with files that the others do not have. */
const lines = {
  old: ["generate", "old.xml", "-o", "out", "--emit", "types,client", "--runtime", "package"],
  new: ["generate", "new.xml", "-o", "out", "--emit", "types,validators,operations", "--runtime", "package"],
  other: ["generate", "other.xml", "-o", "out", "--emit", "types,client,operations", "--runtime", "package"],
};

type Content = Readonly<Record<string, string>>;

/** A folder with the inputs and the output of a command line. */
async function generated(line: readonly string[]): Promise<string> {
  const folder = temporaryFolder(inputs);
  expect(await runCli(folder, line)).toMatchObject({ code: 0 });
  return folder;
}

async function outputOf(line: readonly string[]): Promise<Content> {
  return contentOf(join(await generated(line), "out"));
}

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stderr })));
}

/** Runs command lines at once. */
function atOnce(cwd: string, all: readonly (readonly string[])[]): Promise<readonly Ended[]> {
  const start = (line: readonly string[]) =>
    ended(spawn(process.execPath, [bin, ...line], { cwd, stdio: ["ignore", "ignore", "pipe"] }));
  return Promise.all(all.map(start));
}

/** `ok`, or the codes of its errors. */
function outcomeOf({ code, stderr }: Ended): string {
  if (code === 0) return "ok";
  return [...stderr.matchAll(/ - error ([a-z-]+):/g)].map(([, error]) => error).join(" ") || stderr;
}

describe("two runs at once into one folder", () => {
  it(`leave one whole output each of ${PAIRS} times`, { timeout: TIMEOUT }, async () => {
    const [old, whole] = [
      await outputOf(lines.old),
      { new: await outputOf(lines.new), other: await outputOf(lines.other) },
    ];
    const counts: Record<string, number> = {};
    for (let pair = 0; pair < PAIRS; pair++) {
      const folder = temporaryFolder(inputs);
      fill(join(folder, "out"), old);
      const outcomes = (await atOnce(folder, [lines.new, lines.other])).map(outcomeOf);
      const content = contentOf(join(folder, "out"));
      const left = Object.entries(whole).flatMap(([name, one]) => (isSame(content, one) ? [name] : []));
      expect({ pair, outcomes, left }).toMatchObject({ left: [expect.any(String)] });
      // One that failed found the other one at work; what stands is of one that did not.
      expect(outcomes.filter((outcome) => outcome !== "ok" && outcome !== "output-locked")).toEqual([]);
      expect(outcomes[left[0] === "new" ? 0 : 1]).toBe("ok");
      const key = `${outcomes.toSorted().join(" and ")}, whole`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    process.stdout.write(`Pairs of runs into one folder: ${countsText(counts)}\n`);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(PAIRS);
  });
});

describe("two runs at once for two services of a config file", () => {
  const pairs = full ? 50 : 3;
  const service = (input: string, output: string) => ({ input, output, emit: ["types"], runtime: "package" });
  const config = { services: { a: service("old.xml", "a"), b: service("other.xml", "b") } };

  it(`keep the names of both in the lock file each of ${pairs} times`, { timeout: TIMEOUT }, async () => {
    const files = { ...inputs, "odata-codegen.config.json": JSON.stringify(config) };
    const alone = temporaryFolder(files);
    expect(await runCli(alone, ["generate"])).toMatchObject({ code: 0 });
    const lockOf = (folder: string) => readFileSync(join(folder, "odata-codegen.lock.json"), "utf8");
    for (let pair = 0; pair < pairs; pair++) {
      const folder = temporaryFolder(files);
      const outcomes = (
        await atOnce(folder, [
          ["generate", "a"],
          ["generate", "b"],
        ])
      ).map(outcomeOf);
      expect({ pair, outcomes, lock: lockOf(folder) }).toEqual({ pair, outcomes: ["ok", "ok"], lock: lockOf(alone) });
      for (const name of ["a", "b"])
        expect(isSame(contentOf(join(folder, name)), contentOf(join(alone, name)))).toBe(true);
    }
    process.stdout.write(`Pairs of runs for one lock file: ${pairs} with the names of both\n`);
  });
});

function isSame(content: Content, other: Content): boolean {
  const paths = Object.keys(content);
  return paths.length === Object.keys(other).length && paths.every((path) => content[path] === other[path]);
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([outcome, count]) => `${count} × ${outcome}`)
    .join("; ");
}
