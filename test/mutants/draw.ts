import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groupBy } from "../../src/edm/grouping.js";
import type { Random } from "../support/random.js";
import { type Fault, faultsOf } from "./faults.js";

/** A fault of a file, whose path is relative to the root of the repository. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  readonly fault: Fault;
}

/** The source files below a folder or, with a `since`, those of them that have changed after that commit. */
export function sourceFiles(root: string, below: string, since: string | undefined): readonly string[] {
  if (since === undefined)
    return readdirSync(join(root, below), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(below, path))
      .sort();
  const changed = execFileSync("git", ["diff", "--name-only", "--diff-filter=d", since, "--", below], {
    cwd: root,
    encoding: "utf8",
  });
  return changed.split("\n").filter((path) => path.endsWith(".ts"));
}

/** So many faults at most, one a line: each line that offers some is as likely as any other. */
export function drawMutants(root: string, paths: readonly string[], count: number, random: Random): readonly Mutant[] {
  const lines = paths.flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const mutants = faultsOf(path, text).map((fault) => ({ path, line: lineAt(text, fault.start), fault }));
    return [...groupBy(mutants, ({ line }) => line).values()];
  });
  return random
    .shuffled(lines)
    .slice(0, count)
    .map((mutants) => random.pick(mutants));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
