import { readFileSync } from "node:fs";
import { packageRoot } from "./package.js";

/** The program and the styles of the page of `explore`, as the build made them. */
export function explorerParts(): { readonly program: string; readonly styles: string } {
  const read = (file: string) => readFileSync(new URL(`lib/${file}`, packageRoot), "utf8");
  return { program: read("explorer.js"), styles: read("explorer.css") };
}
