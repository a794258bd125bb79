import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "../support/corpus.js";

export const ownFolder = fileURLToPath(new URL("../../schemas/intune-enrollment", import.meta.url));
export const seedsFolder = join(corpus, "seeds");

/** The texts below a folder by file name. */
export function textsBelow(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(md|txt|xml)$/.test(path))
    .toSorted();
  return Object.fromEntries(files.map((path) => [basename(path), readFileSync(join(folder, path), "utf8")]));
}
