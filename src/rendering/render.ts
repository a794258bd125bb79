import type { PlannedFile } from "../views/plan-files.js";
import { jsonText } from "./json-text.js";
import { compileTemplates } from "./print-template.js";
import type { Templates } from "./template.js";

/** A file of the output; `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** Prints the planned files, each before the next is planned. */
export function render(files: Iterable<PlannedFile>, templates: Templates): readonly OutputFile[] {
  const prints = compileTemplates(templates);
  return Array.from(files, (file) => {
    if ("json" in file) return { path: file.path, text: jsonText(file.json) };
    const { path, template, view } = file;
    const print = prints.get(template);
    if (print === undefined) throw new RangeError(`no template is called ${template}`);
    return { path, text: print(view) };
  });
}
