import Handlebars from "handlebars";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../installation/package.js";
import { inTemplate, type Specifications } from "./engine.js";
import { helpers } from "./helpers.js";

/** The text of each file in `templates/`, by its name without folder and extension. */
export function templateTexts(): ReadonlyMap<string, string> {
  const folder = fileURLToPath(new URL("templates/", packageRoot));
  const texts = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!path.endsWith(".hbs")) continue;
    const name = basename(path, ".hbs");
    if (texts.has(name)) throw new Error(`two templates have the name ${name}`);
    texts.set(name, readFileSync(`${folder}${path}`, "utf8"));
  }
  return texts;
}

/** Compiles templates to the JavaScript source of an object that holds the specification of each. */
export function precompile(texts: ReadonlyMap<string, string>): string {
  const options = {
    noEscape: true, // The output is TypeScript, not HTML: the helpers escape.
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  };
  const members = [...texts].map(([name, text]) => {
    const specification = inTemplate(name, () => Handlebars.precompile(text, options));
    return `${JSON.stringify(name)}: ${String(specification)}`;
  });
  return `{ ${members.join(",\n")} }`;
}

/** Evaluates what `precompile` returns. */
export function evaluate(source: string): Specifications {
  return new Function(`return ${source};`)() as Specifications;
}

/**
 * The templates of the tool. This module is replaced in the bundle by one that holds their precompiled source, so
 * that the published tool loads the runtime of Handlebars without its compiler.
 */
export const builtInTemplates: Specifications = evaluate(precompile(templateTexts()));
