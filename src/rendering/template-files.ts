import { readdirSync, readFileSync } from "node:fs";
import { packageRoot } from "../installation/package.js";

/** A template of the tool; `path` is relative to `templates/`, with `/`. */
export interface TemplateText {
  readonly path: string;
  readonly text: string;
}

/**
 * Every file in `templates/`. This module is replaced in the bundle by one that holds them: as files of a few hundred
 * bytes they would take ten times the space.
 */
export const templateFiles: readonly TemplateText[] = readTemplates(new URL("templates/", packageRoot));

function readTemplates(folder: URL): readonly TemplateText[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return paths
    .filter((path) => path.endsWith(".hbs"))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
}
