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
  const nested = nesting();
  for (const [name, specification] of Object.entries(specifications))
    templates.set(name, nested(name, environment.template(specification)));
  environment.registerPartial(Object.fromEntries(templates));
  return (name, view) => {
    const template = templates.get(name);
    if (template === undefined) throw new RangeError(`There is no template ${name}`);
    return template(view, ownPropertiesOnly);
  };
}

/** Deeper than any view. Templates that include themselves without end would otherwise use up the stack. */
const MAX_DEPTH = 100;

/** Lets templates include each other at most `MAX_DEPTH` deep, and adds their names to errors. */
function nesting(): (name: string, template: Handlebars.TemplateDelegate) => Handlebars.TemplateDelegate {
  let depth = 0;
  return (name, template) => (view, options) => {
    depth++;
    try {
      if (depth > MAX_DEPTH) throw new RangeError(`templates include each other more than ${MAX_DEPTH} deep`);
      return template(view, options);
    } catch (error) {
      throw new TemplateFailure(name, error);
    } finally {
      depth--;
    }
  };
}

/** The longest chain of names in a message. */
const MAX_CHAIN = 500;

/** A template that could not be compiled or printed. */
export class TemplateFailure extends Error {
  /** The innermost template. */
  readonly template: string;
  /** Without the names of templates and the place. */
  readonly reason: string;
  /** In that template, where it is known; the line counts from 1, the column from 0. */
  readonly at: { readonly line: number; readonly column: number } | undefined;

  constructor(name: string, cause: unknown) {
    super(
      cause instanceof TemplateFailure && cause.message.length > MAX_CHAIN
        ? cause.message
        : `${name}: ${reasonOf(cause)}`,
      {
        cause,
      },
    );
    const { template, reason, at } = cause instanceof TemplateFailure ? cause : failureIn(name, cause);
    this.template = template;
    this.reason = reason;
    this.at = at;
  }
}

function failureIn(template: string, cause: unknown): Pick<TemplateFailure, "template" | "reason" | "at"> {
  const reason = reasonOf(cause).replace(/ - \d+:\d+$/, "");
  const { lineNumber, column } = cause as { readonly lineNumber?: number; readonly column?: number };
  return { template, reason, at: lineNumber === undefined ? undefined : { line: lineNumber, column: column ?? 0 } };
}

/** Adds the name of the template to an error: Handlebars reports only line and column. */
export function inTemplate<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new TemplateFailure(name, error);
  }
}

/** Makes a helper throw where its argument is absent: strict mode covers only what is printed without a helper. */
function requiringText(name: string, helper: (text: string) => string): Handlebars.HelperDelegate {
  return (text: unknown) => {
    if (typeof text !== "string") throw new TypeError(`{{${name}}} requires a string and gets ${typeof text}`);
    return helper(text);
  };
}
