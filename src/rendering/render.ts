import type { PlannedFile, TemplateFile } from "../views/plan-files.js";
import { breakLines } from "./break-lines.js";
import { createEngine, type Specifications } from "./engine.js";

/** A file of the output; `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** Renders the planned files one after the other, so that only the views of one file are in memory. */
export function render(files: Iterable<PlannedFile>, templates: Specifications): readonly OutputFile[] {
  const renderTemplate = createEngine(templates);
  const textOf = ({ template, view }: TemplateFile): string => {
    const text = renderTemplate(template, view);
    return template === "zod" ? breakLines(text, "  ") : text;
  };
  return Array.from(files, (file) => ({
    path: file.path,
    text: "json" in file ? jsonText(file.json) : textOf(file),
  }));
}

/** Indented JSON. Control and invisible characters are escaped, since they could hide or reorder what follows. */
function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`;
}

/** One `\u` escape for each UTF-16 code unit, as JSON requires. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
