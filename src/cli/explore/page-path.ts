import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CommonOptions } from "../../config/options/common.js";
import type { Service } from "../services.js";

/** Whether `--output` names a folder: one that exists, or that ends as one. */
export function namesFolder(output: string, cwd: string): boolean {
  const path = resolve(cwd, output);
  return /[\\/]$/.test(output) || (existsSync(path) && statSync(path).isDirectory());
}

/** The file of a service in the folder, by its name: `pages/people.html`; `index.html` of inputs without a name. */
export function pageIn(folder: string, { name }: Service, { common }: { readonly common: CommonOptions }): string {
  const page = name === undefined ? "index" : encodeURIComponent(name);
  return join(folder, `${page}.${common.format === "json" ? "json" : "html"}`);
}
