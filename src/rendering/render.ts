import type { PlannedFile, TemplateFile } from "../views/plan-files.js";
import { breakLines } from "./break-lines.js";
import { createEngine, type Specifications } from "./engine.js";
import { withoutInvisible } from "./text-formats.js";

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

/** Indented JSON. */
function jsonText(value: object): string {
  return `${withoutInvisible(JSON.stringify(value, undefined, 2))}\n`;
}
