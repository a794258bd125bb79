import Handlebars from "handlebars";
import { helpers } from "./helpers.js";
import type { HelperName, Part, Path, Template, Templates } from "./template.js";
import type { TemplateTexts } from "./template-texts.js";

/** Reads templates with the parser of Handlebars. What none of them may say is an error, with its line. */
export function readTemplates(texts: TemplateTexts): Templates {
  return new Map(
    [...texts].map(([name, text]) => {
      const problem = (line: number, what: string) =>
        new RangeError(`${name}:${line} ${what} is not for templates that only print`);
      return [name, new Reader(problem).template(Handlebars.parse(text))];
    }),
  );
}

// The types of Handlebars do not tell its nodes apart by `type`, so each is cast to what that says.
class Reader {
  readonly #problem: (line: number, what: string) => Error;

  constructor(problem: (line: number, what: string) => Error) {
    this.#problem = problem;
  }

  template(program: hbs.AST.Program | undefined): Template {
    return program?.body.flatMap((statement) => this.#part(statement) ?? []) ?? [];
  }

  #part(statement: hbs.AST.Statement): Part | undefined {
    switch (statement.type) {
      case "ContentStatement":
        // Empty where it was a line of its own that held a tag.
        return (statement as hbs.AST.ContentStatement).value || undefined;
      case "CommentStatement":
        return undefined;
      case "MustacheStatement":
        return this.#value(statement as hbs.AST.MustacheStatement);
      case "BlockStatement":
        return this.#block(statement as hbs.AST.BlockStatement);
      case "PartialStatement":
        return this.#partial(statement as hbs.AST.PartialStatement);
      default:
        return this.#refuse(statement);
    }
  }

  #value({ path, params: [argument] }: hbs.AST.MustacheStatement): Part {
    const { line } = path.loc.start;
    if (argument === undefined) return { kind: "value", path: this.#path(path), line };
    const helper = nameOf(path);
    return isHelper(helper) ? { kind: "value", path: this.#path(argument), helper, line } : this.#refuse(path);
  }

  #block({ path, params: [subject], program, inverse }: hbs.AST.BlockStatement): Part {
    if (subject === undefined) return this.#refuse(path);
    const [inner, other] = [this.template(program), this.template(inverse)];
    switch (nameOf(path)) {
      case "if":
        return { kind: "if", path: this.#condition(subject), yes: inner, no: other };
      case "unless":
        return { kind: "if", path: this.#condition(subject), yes: other, no: inner };
      case "each":
        return { kind: "each", path: this.#path(subject), item: inner, none: other };
      default:
        return this.#refuse(path);
    }
  }

  #partial({ name, params: [argument], indent }: hbs.AST.PartialStatement): Part {
    const path = argument === undefined ? [] : this.#path(argument);
    if (name.type === "PathExpression") return { kind: "partial", name: nameOf(name), path, indent };
    const {
      path: helper,
      params: [holder, member],
    } = name as hbs.AST.SubExpression;
    if (nameOf(helper) !== "lookup" || holder === undefined || member?.type !== "StringLiteral")
      return this.#refuse(helper);
    const lookup = { path: this.#path(holder), member: (member as hbs.AST.StringLiteral).value };
    return { kind: "partial", name: lookup, path, indent };
  }

  #condition(subject: hbs.AST.Expression): Path | "last" {
    return nameOf(subject) === "@last" ? "last" : this.#path(subject);
  }

  #path(expression: hbs.AST.Expression): Path {
    const { type, data, depth, parts } = expression as hbs.AST.PathExpression;
    return type === "PathExpression" && !data && depth === 0 ? parts : this.#refuse(expression);
  }

  #refuse({ type, loc }: hbs.AST.Node): never {
    throw this.#problem(loc.start.line, type);
  }
}

function nameOf(node: hbs.AST.Node): string {
  return (node as hbs.AST.PathExpression).original;
}

function isHelper(name: string): name is HelperName {
  return Object.hasOwn(helpers, name);
}
