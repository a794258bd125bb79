import Handlebars from "handlebars";
import type { PlannedFile } from "../views/plan-files.js";
import { helpers } from "./helpers.js";
import { jsonText } from "./json-text.js";
import type { Templates } from "./templates.js";

/** A file of the output; `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** Prints the planned files. Handlebars runs in an environment of its own and escapes nothing: helpers do that. */
export function render(files: readonly PlannedFile[], templates: Templates): readonly OutputFile[] {
  const environment = Handlebars.create();
  environment.registerHelper({ ...helpers });
  const options = { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers: knownHelpers() };
  // Compiled with the same options as partials: one that Handlebars compiled by itself would escape HTML.
  for (const [name, text] of templates) environment.registerPartial(name, environment.compile(text, options));
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return files.map((file) => {
    if ("json" in file) return { path: file.path, text: jsonText(file.json) };
    const { path, template, view } = file;
    const print = compiled.get(template) ?? environment.compile(templates.get(template) ?? missing(template), options);
    compiled.set(template, print);
    return { path, text: print(view) };
  });
}

function knownHelpers(): KnownHelpers {
  return Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) as KnownHelpers;
}

function missing(template: string): never {
  throw new RangeError(`no template is called ${template}`);
}
