import { readFileSync } from "node:fs";
import { packageRoot } from "./package.js";

/** The program and the styles of a page of `explore`, as the build made them: one that compares versions shows changes. */
export function explorerParts(comparesVersions: boolean): { readonly program: string; readonly styles: string } {
  const read = (file: string) => readFileSync(new URL(`lib/${file}`, packageRoot), "utf8");
  return { program: read(comparesVersions ? "explorer-changes.js" : "explorer.js"), styles: read("explorer.css") };
}
