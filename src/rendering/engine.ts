import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import { helpers } from "./helpers.js";

/** Precompiled templates by name. */
export type Specifications = Readonly<Record<string, TemplateSpecification>>;

/** Renders a view with the template of that name. Throws when a value that the template prints is absent. */
export type RenderTemplate = (name: string, view: object) => string;

/** Views are plain data. By default, Handlebars warns on the console when it ignores an inherited property. */
const ownPropertiesOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Creates an environment of Handlebars with the helpers and these templates, each of which is a partial, too. */
export function createEngine(specifications: Specifications): RenderTemplate {
  const environment = (runtime as typeof Handlebars).create();
  for (const [name, helper] of Object.entries(helpers)) environment.registerHelper(name, requiringText(name, helper));
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, specification] of Object.entries(specifications)) {
    const template = environment.template(specification);
    templates.set(name, (view, options) => inTemplate(name, () => template(view, options)));
  }
  environment.registerPartial(Object.fromEntries(templates));
  return (name, view) => {
    const template = templates.get(name);
    if (template === undefined) throw new RangeError(`There is no template ${name}`);
    return template(view, ownPropertiesOnly);
  };
}

/** Adds the name of the template to an error: Handlebars reports only line and column. */
export function inTemplate<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`${name}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Makes a helper throw where its argument is absent: strict mode covers only what is printed without a helper. */
function requiringText(name: string, helper: (text: string) => string): Handlebars.HelperDelegate {
  return (text: unknown) => {
    if (typeof text !== "string") throw new TypeError(`{{${name}}} requires a string and gets ${typeof text}`);
    return helper(text);
  };
}
