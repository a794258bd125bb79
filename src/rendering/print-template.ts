import Handlebars from "handlebars";
import { helpers } from "./helpers.js";
import type { Templates } from "./templates.js";

/** Prints a view; `isLast` is what `@last` tells about it inside of `{{#each}}`. */
type Print = (view: unknown, isLast: boolean) => string;
type Lookup = (view: unknown, isLast: boolean) => unknown;

/**
 * The templates as functions, by name. Handlebars reads them; what is made here of its trees prints the little that
 * templates may say, as Handlebars would at four times the cost: its own functions prepare for each `{{#if}}` of each
 * line all that a helper could ask for, and the output for a large service has two hundred thousand lines.
 */
export function compileTemplates(templates: Templates): ReadonlyMap<string, (view: unknown) => string> {
  const prints = new Map<string, Print>();
  for (const [name, text] of templates) prints.set(name, new Compiler(name, prints).program(Handlebars.parse(text)));
  return new Map([...prints].map(([name, print]) => [name, (view) => print(view, false)]));
}

// The types of Handlebars do not tell its nodes apart by `type`, so each is cast to what that says.
class Compiler {
  readonly #template: string;
  /** Of all templates, for each may be a partial of any; complete once something is printed. */
  readonly #prints: ReadonlyMap<string, Print>;

  constructor(template: string, prints: ReadonlyMap<string, Print>) {
    this.#template = template;
    this.#prints = prints;
  }

  program({ body }: hbs.AST.Program): Print {
    const prints = body.flatMap((statement) => this.#statement(statement) ?? []);
    const [only] = prints;
    if (only !== undefined && prints.length === 1) return only;
    return (view, isLast) => {
      let text = "";
      for (const print of prints) text += print(view, isLast);
      return text;
    };
  }

  #statement(statement: hbs.AST.Statement): Print | undefined {
    switch (statement.type) {
      case "ContentStatement": {
        const { value } = statement as hbs.AST.ContentStatement;
        return value === "" ? undefined : () => value;
      }
      case "CommentStatement":
        return undefined;
      case "MustacheStatement":
        return this.#mustache(statement as hbs.AST.MustacheStatement);
      case "BlockStatement":
        return this.#block(statement as hbs.AST.BlockStatement);
      case "PartialStatement":
        return this.#partial(statement as hbs.AST.PartialStatement);
      default:
        return this.#refuse(statement);
    }
  }

  /** `{{code}}` or `{{helper text}}`; what it prints must be there. */
  #mustache({ path, params: [argument] }: hbs.AST.MustacheStatement): Print {
    const valueOf = this.#lookup(argument ?? path);
    const help = argument === undefined ? String : (helperNamed(nameOf(path)) ?? this.#refuse(path));
    const { line } = path.loc.start;
    return (view, isLast) => {
      const value = valueOf(view, isLast);
      if (value === undefined) throw new RangeError(`${this.#template}:${line} has nothing to print`);
      return help(value as string); // a number at most, where code is expected
    };
  }

  #block({ path, params: [subject], program, inverse }: hbs.AST.BlockStatement): Print {
    const valueOf = this.#lookup(subject ?? path);
    const inner = this.program(program);
    const other = inverse === undefined ? () => "" : this.program(inverse);
    switch (nameOf(path)) {
      case "if":
        return (view, isLast) => (holds(valueOf(view, isLast)) ? inner : other)(view, isLast);
      case "unless":
        return (view, isLast) => (holds(valueOf(view, isLast)) ? other : inner)(view, isLast);
      case "each":
        return (view, isLast) => {
          const items = valueOf(view, isLast);
          return holds(items) ? printEach(items as readonly unknown[], inner) : other(view, isLast);
        };
      default:
        return this.#refuse(path);
    }
  }

  /** `{{> name}}`, or `{{> (lookup view "property")}}`, and perhaps the path of the view that it prints. */
  #partial({ name, params: [argument], indent }: hbs.AST.PartialStatement): Print {
    const viewOf: Lookup = argument === undefined ? (view) => view : this.#lookup(argument);
    const partialOf =
      name.type === "SubExpression" ? this.#lookedUp(name as hbs.AST.SubExpression) : () => nameOf(name);
    return (view, isLast) => {
      const partial = partialOf(view, isLast);
      const print = this.#prints.get(partial) ?? missing(partial);
      const text = print(viewOf(view, isLast), isLast);
      return indent === "" ? text : indented(text, indent);
    };
  }

  #lookedUp({ path, params: [holder, property] }: hbs.AST.SubExpression): (view: unknown, isLast: boolean) => string {
    if (holder === undefined || property === undefined || nameOf(path) !== "lookup") return this.#refuse(path);
    const holderOf = this.#lookup(holder);
    const { value: name } = property as hbs.AST.StringLiteral;
    return (view, isLast) => String(member(holderOf(view, isLast), name));
  }

  #lookup(expression: hbs.AST.Expression): Lookup {
    const { type, data, depth, parts } = expression as hbs.AST.PathExpression;
    if (type !== "PathExpression" || depth > 0) return this.#refuse(expression);
    const [first, ...others] = parts;
    if (data) return first === "last" ? (_, isLast) => isLast : this.#refuse(expression);
    if (first === undefined) return (view) => view;
    if (others.length === 0) return (view) => member(view, first);
    return (view) => parts.reduce(member, view);
  }

  #refuse({ type, loc }: hbs.AST.Node): never {
    throw new RangeError(`${this.#template}:${loc.start.line} ${type} is not for templates that only print`);
  }
}

function nameOf(node: hbs.AST.Node): string {
  return (node as hbs.AST.PathExpression).original;
}

function helperNamed(name: string): ((text: string) => string) | undefined {
  return Object.entries(helpers).find(([known]) => known === name)?.[1];
}

/** Views are objects, and strings where a list has strings. */
function member(view: unknown, name: string): unknown {
  return (view as Readonly<Record<string, unknown>>)[name];
}

/** What `{{#if}}` takes for true: not what is absent, and no empty list. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Joined, not added up: that leaves one flat text of each list, not a tree of all its pieces until the file is whole. */
function printEach(items: readonly unknown[], print: Print): string {
  const last = items.length - 1;
  return items.map((item, index) => print(item, index === last)).join("");
}

/** Each line behind the indent of the tag that brings it, as Handlebars has it; behind the last line end is no line. */
function indented(text: string, indent: string): string {
  return text === "" ? "" : indent + text.replace(/\n(?!$)/g, `\n${indent}`);
}

function missing(template: string): never {
  throw new RangeError(`no template is called ${template}`);
}
