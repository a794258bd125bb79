import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "./corpus.js";
import type { Text } from "./memory.js";
import type { Random } from "./random.js";

/** The paths of all reference pages of the corpus below its documentation, e.g. `beta/api/user-get.md`, in order. */
export function pagePaths(): readonly string[] {
  return ["beta", "v1.0"].flatMap((version) =>
    ["api", "resources"].flatMap((kind) =>
      readdirSync(join(corpus, "docs/api-reference", version, kind))
        .sort()
        .map((name) => `${version}/${kind}/${name}`),
    ),
  );
}

export function pageAt(path: string): Text {
  return { name: path, text: readFileSync(join(corpus, "docs/api-reference", path), "utf8") };
}

/** So many different ones, drawn at random. */
export function sampleOf(paths: readonly string[], count: number, random: Random): readonly string[] {
  return random.shuffled(paths).slice(0, count);
}
