import { evaluate, precompile } from "./compile-templates.js";
import type { Specifications } from "./engine.js";
import { templateTexts } from "./template-texts.js";

/**
 * The templates of the tool. This module is replaced in the bundle by one that holds their precompiled source, so
 * that the published tool loads the runtime of Handlebars without its compiler.
 */
export const builtInTemplates: Specifications = evaluate(
  precompile(new Map([...templateTexts()].map(([name, { text }]) => [name, text]))),
);
