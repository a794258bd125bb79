import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../installation/package.js";

/** The texts of the templates by name: the name of the file without its folder and ending. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** The templates that come with the tool. */
export function templateTexts(): TemplateTexts {
  const folder = fileURLToPath(new URL("templates/", packageRoot));
  const templates = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!path.endsWith(".hbs")) continue;
    const name = basename(path, ".hbs");
    if (templates.has(name)) throw new Error(`two templates are called ${name}`);
    templates.set(name, readFileSync(`${folder}${path}`, "utf8"));
  }
  return templates;
}
