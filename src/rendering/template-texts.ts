import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../installation/package.js";

/** A template of the tool; `path` is relative to `templates/`, with `/`. */
export interface TemplateText {
  readonly path: string;
  readonly text: string;
}

/** Every file in `templates/`, by its name without folder and extension. */
export function templateTexts(): ReadonlyMap<string, TemplateText> {
  const folder = fileURLToPath(new URL("templates/", packageRoot));
  const texts = new Map<string, TemplateText>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!path.endsWith(".hbs")) continue;
    const name = basename(path, ".hbs");
    if (texts.has(name)) throw new Error(`two templates have the name ${name}`);
    texts.set(name, { path: path.replaceAll("\\", "/"), text: readFileSync(`${folder}${path}`, "utf8") });
  }
  return texts;
}

const VIEW = /^\{\{!-- view: (.*) --\}\}\r?\n/;

/** The type in the first line of a template, `{{!-- view: MemberView --}}`. */
export function viewTypeOf(template: string): string | undefined {
  return VIEW.exec(template)?.[1];
}
