import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import { helpers } from "./helpers.js";

/** Precompiled templates by name. */
export type Specifications = Readonly<Record<string, TemplateSpecification>>;

/** Renders a view with the template of that name. Throws when a value that the template prints is absent. */
export type RenderTemplate = (name: string, view: object) => string;

/** An environment of Handlebars that holds these templates, each a partial of any other, and the helpers. */
export function createEngine(specifications: Specifications): RenderTemplate {
  const environment = (runtime as typeof Handlebars).create();
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, helper] of Object.entries(helpers)) environment.registerHelper(name, requiringText(name, helper));
  for (const [name, specification] of Object.entries(specifications)) {
    const template = namingErrors(name, environment.template(specification));
    environment.registerPartial(name, template);
    templates.set(name, template);
  }
  return (name, view) => {
    const template = templates.get(name);
    if (template === undefined) throw new RangeError(`There is no template ${name}`);
    return template(view);
  };
}

/** Strict mode does not cover the arguments of helpers, which would print `undefined`. */
function requiringText(name: string, helper: (text: string) => string): Handlebars.HelperDelegate {
  return (text: unknown) => {
    if (typeof text !== "string") throw new TypeError(`{{${name}}} requires a string and gets ${typeof text}`);
    return helper(text);
  };
}

/** Handlebars gives line and column of an error, but not the template. */
function namingErrors(name: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (view, options) => {
    try {
      return template(view, options);
    } catch (error) {
      throw new Error(`${name}: ${reasonOf(error)}`, { cause: error });
    }
  };
}
