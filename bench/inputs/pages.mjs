import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The paths of the reference pages below a folder. */
export function pagesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path));
}

/** How large the pages below a folder are together, in millions of bytes. */
export function megabytesBelow(folder) {
  return pagesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
}
