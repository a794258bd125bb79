import { posix } from "node:path";
import { templateFiles, type TemplateText } from "./template-files.js";

/** The templates of the tool, by their names without folder and extension. */
export function templateTexts(): ReadonlyMap<string, TemplateText> {
  const texts = new Map<string, TemplateText>();
  for (const template of templateFiles) {
    const name = posix.basename(template.path, ".hbs");
    if (texts.has(name)) throw new Error(`two templates have the name ${name}`);
    texts.set(name, template);
  }
  return texts;
}

const VIEW = /^\{\{!-- view: (.*) --\}\}\r?\n/;

/** The type in the first line of a template, `{{!-- view: MemberView --}}`. */
export function viewTypeOf(template: string): string | undefined {
  return VIEW.exec(template)?.[1];
}
