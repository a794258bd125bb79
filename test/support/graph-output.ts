import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { corpus } from "./corpus.js";
import { generateTo } from "./generate.js";

/** A document of Graph in the corpus, e.g. `v1.0-2026-08.csdl`. */
export function graphDocument(name: string): string {
  return join(corpus, "graph", name);
}

/** What is generated from the whole of a document of Graph: written by the first test that needs it, read by all of the run. */
export async function graphOutput(
  name: string,
): Promise<{ readonly folder: string; readonly said: readonly string[] }> {
  const done = join(inject("runFolder"), name);
  if (!existsSync(done)) {
    const folder = mkdtempSync(`${done}-`);
    const said = await generateTo(join(folder, "output"), [graphDocument(name)]);
    writeFileSync(join(folder, "said.json"), JSON.stringify(said));
    // Of two workers that write it at the same time, the second finds it there.
    if (!existsSync(done)) renameSync(folder, done);
  }
  const said = JSON.parse(readFileSync(join(done, "said.json"), "utf8")) as readonly string[];
  return { folder: join(done, "output"), said };
}
