import type { ts } from "ts-morph";
import { nearest } from "../../diagnostics/near.js";
import type { At } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { helpers } from "../../rendering/helpers.js";
import { innerScope, isPath, resolvePath, rootScope, type Scope, scopeWith } from "./template-scope.js";
import type { ViewTypes } from "./views-program.js";

export interface Surroundings {
  /** Of the template. */
  readonly name: string;
  readonly types: ViewTypes;
  /** The type of the view of each template; undefined where the template names none that exists. */
  readonly views: ReadonlyMap<string, ts.Type | undefined>;
  readonly placeOf: (node: hbs.AST.Node) => At;
  readonly report: Report;
}

const HELPERS = Object.keys(helpers);

/** Values of a list that Handlebars keeps beside its items. */
const itemData: ReadonlySet<string> = new Set(["@first", "@last", "@index"]);

/** One template, from its root to the last statement. */
export class TemplateWalk {
  readonly #name: string;
  readonly #types: ViewTypes;
  readonly #views: Surroundings["views"];
  readonly #placeOf: Surroundings["placeOf"];
  readonly #report: Report;

  constructor({ name, types, views, placeOf, report }: Surroundings) {
    this.#name = name;
    this.#types = types;
    this.#views = views;
    this.#placeOf = placeOf;
    this.#report = report;
  }

  program(program: hbs.AST.Program, view: ts.Type): void {
    this.#statements(program, rootScope(view));
  }

  #statements({ body }: hbs.AST.Program, scope: Scope): void {
    for (const statement of body) this.#statement(statement, scope);
  }

  #statement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case "MustacheStatement":
        return this.#mustache(statement as hbs.AST.MustacheStatement, scope);
      case "BlockStatement":
        return this.#block(statement as hbs.AST.BlockStatement, scope);
      case "PartialStatement":
        return this.#partial(statement as hbs.AST.PartialStatement, scope);
      case "ContentStatement":
      case "CommentStatement":
        return;
      default:
        return this.#refuse(statement, statement.type, "use {{#if}}, {{#each}} or {{> partial}}");
    }
  }

  #mustache({ path, params, hash }: hbs.AST.MustacheStatement, scope: Scope): void {
    const name = nameOf(path);
    const isHelper = (HELPERS as readonly string[]).includes(name);
    const [argument, ...more] = params;
    if (argument === undefined && hash === undefined && !isHelper) return this.#raw(path, scope);
    if (!isHelper)
      return this.#report.add("template-helper-unknown", this.#placeOf(path), {
        helper: name,
        near: nearest(name, HELPERS),
        helpers: HELPERS,
      });
    if (argument === undefined || more.length > 0 || hash !== undefined)
      return this.#report.add("template-helper-arguments", this.#placeOf(path), { helper: name });
    this.#argument(argument, scope);
  }

  /** Text without a helper: code, or a number or truth value, which have nothing to escape. */
  #raw(path: hbs.AST.Expression, scope: Scope): void {
    if (scope.isItem && itemData.has(nameOf(path))) return;
    const type = this.#present(path, scope);
    const { checker, code, string, ts } = this.#types;
    if (type === undefined || checker.isTypeAssignableTo(type, code)) return;
    if (isOf(type, ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) return;
    const given = { path: nameOf(path) };
    if (checker.isTypeAssignableTo(type, string))
      this.#report.add("template-text-raw", this.#placeOf(path), { ...given, helpers: this.#helpersHere });
    else this.#report.add("template-value-unprintable", this.#placeOf(path), given);
  }

  /** What fits the output: code in TypeScript, other text elsewhere. */
  get #helpersHere(): readonly string[] {
    return HELPERS.filter((helper) => helper !== "link");
  }

  #argument(expression: hbs.AST.Expression, scope: Scope): void {
    const type = this.#present(expression, scope);
    const { checker, code, string } = this.#types;
    if (type === undefined) return;
    const given = { path: nameOf(expression) };
    if (!checker.isTypeAssignableTo(type, string))
      this.#report.add("template-value-unprintable", this.#placeOf(expression), given);
    else if (checker.isTypeAssignableTo(type, code))
      this.#report.add("template-escaped-twice", this.#placeOf(expression), given);
  }

  #block({ path, params, hash, program, inverse }: hbs.AST.BlockStatement, scope: Scope): void {
    const keyword = nameOf(path);
    const [subject, ...more] = params;
    if (subject === undefined || !["if", "unless", "each", "with"].includes(keyword))
      return this.#refuse(path, `{{#${keyword}}}`, "use {{#if}}, {{#unless}}, {{#each}} or {{#with}}");
    if (more.length > 0 || hash !== undefined || (program.blockParams?.length ?? 0) > 0)
      return this.#refuse(path, `{{#${keyword}}} with further arguments`, "leave them out");
    const branches = { program, inverse };
    if (keyword === "if" || keyword === "unless") return this.#condition(subject, keyword, branches, scope);
    if (inverse !== undefined) this.#statements(inverse, scope);
    const type = this.#type(subject, scope);
    if (type === undefined) return;
    if (keyword === "with") return this.#statements(program, innerScope(type, scope, scope.isItem));
    const item = this.#types.checker.getIndexTypeOfType(type, this.#types.ts.IndexKind.Number);
    if (item === undefined || isOf(type, this.#types.ts.TypeFlags.StringLike))
      return this.#report.add("template-not-a-list", this.#placeOf(subject), { path: nameOf(subject) });
    this.#statements(program, innerScope(this.#types.checker.getNonNullableType(item), scope, true));
  }

  #condition(
    subject: hbs.AST.Expression,
    keyword: "if" | "unless",
    { program, inverse }: Pick<hbs.AST.BlockStatement, "program"> & { readonly inverse: hbs.AST.Program | undefined },
    scope: Scope,
  ): void {
    const isData = itemData.has(nameOf(subject));
    if (!isData || !scope.isItem) {
      if (this.#type(subject, scope) === undefined) return;
    }
    const where = scopeWith(subject, scope);
    this.#statements(program, keyword === "if" ? where : scope);
    if (inverse !== undefined) this.#statements(inverse, keyword === "if" ? scope : where);
  }

  #partial({ name, params: [argument, ...more], hash }: hbs.AST.PartialStatement, scope: Scope): void {
    if (more.length > 0 || hash !== undefined)
      return this.#refuse(name, "A partial with further arguments", "give it one view");
    const view = argument === undefined ? scope.type : this.#present(argument, scope);
    if (view === undefined) return;
    if (name.type === "PathExpression") return this.#fits(name, nameOf(name), view);
    const { path, params } = name as hbs.AST.SubExpression;
    const [object, member] = params;
    // The view that is passed to a partial names it.
    if (
      nameOf(path) !== "lookup" ||
      nameOf(object) !== nameOf(argument) ||
      (member as hbs.AST.StringLiteral | undefined)?.value !== "partial"
    )
      return this.#refuse(name, "A partial with a computed name", 'write {{> (lookup view "partial") view}}');
    for (const variant of view.isUnion() ? view.types : [view]) this.#fitsVariant(name, variant);
  }

  #fitsVariant(node: hbs.AST.Node, variant: ts.Type): void {
    const { checker } = this.#types;
    const partial = variant.getProperty("partial");
    const names = partial && checker.getTypeOfSymbol(partial);
    for (const literal of names?.isUnion() === true ? names.types : [names]) {
      if (literal?.isStringLiteral() === true) this.#fits(node, literal.value, variant);
      else this.#unknownPath(node, "partial", variant);
    }
  }

  #fits(node: hbs.AST.Node, partial: string, type: ts.Type): void {
    const { checker } = this.#types;
    const wanted = this.#views.get(partial);
    if (!this.#views.has(partial))
      this.#report.add("template-partial-unknown", this.#placeOf(node), {
        partial,
        near: nearest(partial, [...this.#views.keys()].filter((name) => name !== this.#name)),
      });
    else if (wanted !== undefined && !checker.isTypeAssignableTo(type, wanted))
      this.#report.add("template-partial-misfit", this.#placeOf(node), {
        partial,
        prints: checker.typeToString(wanted),
        given: checker.typeToString(type),
      });
  }

  /** The type of a value that is printed, so that it must be there. */
  #present(expression: hbs.AST.Expression, scope: Scope): ts.Type | undefined {
    const resolved = resolvePath(expression, scope, this.#types);
    if (resolved.state === "found" && resolved.absent !== undefined)
      this.#report.add("template-value-absent", this.#placeOf(expression), {
        path: nameOf(expression),
        guard: resolved.absent,
      });
    return this.#type(expression, scope);
  }

  #type(expression: hbs.AST.Expression, scope: Scope): ts.Type | undefined {
    const resolved = resolvePath(expression, scope, this.#types);
    if (resolved.state === "found") return resolved.type;
    if (resolved.state === "unknown") this.#unknownPath(expression, nameOf(expression), resolved.view, resolved.part);
    else this.#report.add("template-path-invalid", this.#placeOf(expression), { path: nameOf(expression) });
    return undefined;
  }

  #unknownPath(node: hbs.AST.Node, path: string, view: ts.Type, part = path): void {
    const { checker } = this.#types;
    const known = checker.getPropertiesOfType(view).map(({ name }) => name);
    this.#report.add("template-path-unknown", this.#placeOf(node), {
      path,
      view: checker.typeToString(view),
      near: nearest(part, known),
    });
  }

  #refuse(node: hbs.AST.Node, construct: string, instead: string): void {
    this.#report.add("template-not-supported", this.#placeOf(node), { construct, instead });
  }
}

function isOf(type: ts.Type, flags: ts.TypeFlags): boolean {
  return type.isUnion() ? type.types.every((one) => isOf(one, flags)) : (type.flags & flags) !== 0;
}

/** As the template writes it; `this` where it writes nothing. */
function nameOf(expression: hbs.AST.Expression | undefined): string {
  if (expression === undefined) return "this";
  return isPath(expression) ? expression.original : JSON.stringify((expression as hbs.AST.StringLiteral).value ?? expression.type);
}
