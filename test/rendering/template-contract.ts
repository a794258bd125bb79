/**
 * Checks templates against the interfaces of their views, since Handlebars ignores `{{#if typo}}` and
 * `{{#each typo}}` even in strict mode. Every path must exist, text without a helper must be `Code`, and the argument
 * of a helper must be another string.
 */
import Handlebars from "handlebars";
import { Project, ts } from "ts-morph";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { helpers } from "../../src/rendering/helpers.js";

/** A place where a template does not fit its view. */
export interface Misfit {
  readonly template: string;
  readonly line: number;
  readonly problem: string;
}

const VIEW = /^\{\{!-- view: (.*) --\}\}\n/;

/** The type in the first line of a template, `{{!-- view: MemberView --}}`. */
export function viewTypeOf(template: string): string | undefined {
  return VIEW.exec(template)?.[1];
}

export function checkTemplates(templates: ReadonlyMap<string, string>): readonly Misfit[] {
  return new Contract(templates).check();
}

interface Views {
  readonly project: Project;
  readonly folder: string;
  /** Statements that import every type of a view. */
  readonly imports: readonly string[];
}

/** Loaded once: a program of all views takes a second. */
let views: Views | undefined;

function loadViews(): Views {
  const project = new Project({
    tsConfigFilePath: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)),
    skipAddingFilesFromTsConfig: true,
  });
  const folder = fileURLToPath(new URL("../../src/views/", import.meta.url));
  const files = project.addSourceFilesAtPaths(`${folder}**/*.ts`);
  const imports = files.flatMap((file) => {
    const names = file
      .getInterfaces()
      .filter((node) => node.isExported())
      .map((node) => node.getName());
    const aliases = file
      .getTypeAliases()
      .filter((node) => node.isExported())
      .map((node) => node.getName());
    return [
      `import type { ${[...names, ...aliases].join(", ")} } from "./${relative(folder, file.getFilePath()).replace(/\.ts$/, ".js")}";`,
    ];
  });
  return { project, folder, imports };
}

class Contract {
  readonly #templates: ReadonlyMap<string, string>;
  readonly #checker: ts.TypeChecker;
  readonly #views: ReadonlyMap<string, ts.Type>;
  readonly #code: ts.Type;
  readonly #string: ts.Type;
  readonly #misfits: Misfit[] = [];
  #template = "";

  constructor(templates: ReadonlyMap<string, string>) {
    this.#templates = templates;
    const { project, folder, imports } = (views ??= loadViews());
    const typed = [...templates].map(([name, text]) => [name, viewTypeOf(text) ?? "unknown"] as const);
    const probe = project.createSourceFile(
      `${folder}__probe.ts`,
      [
        ...imports,
        'import type { Code } from "../code/code.js";',
        ...typed.map(([name, type]) => `type View_${name.replaceAll("-", "_")} = ${type};`),
        "type Raw = Code;",
      ].join("\n"),
      { overwrite: true },
    );
    this.#checker = project.getTypeChecker().compilerObject;
    const typeOf = (alias: string) => probe.getTypeAliasOrThrow(alias).getType().compilerType;
    this.#views = new Map(typed.map(([name]) => [name, typeOf(`View_${name.replaceAll("-", "_")}`)]));
    this.#code = typeOf("Raw");
    this.#string = this.#checker.getStringType();
  }

  check(): readonly Misfit[] {
    for (const [name, text] of this.#templates) {
      this.#template = name;
      const view = this.#views.get(name);
      if (view !== undefined) this.#program(Handlebars.parse(text), view);
    }
    return this.#misfits;
  }

  #program(program: hbs.AST.Program, context: ts.Type): void {
    for (const statement of program.body) this.#statement(statement, context);
  }

  #statement(statement: hbs.AST.Statement, context: ts.Type): void {
    switch (statement.type) {
      case "MustacheStatement":
        return this.#mustache(statement as hbs.AST.MustacheStatement, context);
      case "BlockStatement":
        return this.#block(statement as hbs.AST.BlockStatement, context);
      case "PartialStatement":
        return this.#partial(statement as hbs.AST.PartialStatement, context);
      case "ContentStatement":
      case "CommentStatement":
        return;
      default:
        this.#say(statement, `${statement.type} is not for templates that only print`);
    }
  }

  #mustache({ path, params }: hbs.AST.MustacheStatement, context: ts.Type): void {
    const [argument] = params;
    if (argument === undefined) return this.#expect(path, context, this.#code, "printed raw, so it has to be Code");
    const helper = (path as hbs.AST.PathExpression).original;
    if (!Object.hasOwn(helpers, helper)) return this.#say(path, `${helper} is no helper`);
    this.#expect(argument, context, this.#string, `an argument of ${helper}, so it has to be a string`);
  }

  #expect(expression: hbs.AST.Expression, context: ts.Type, wanted: ts.Type, why: string): void {
    const type = this.#resolve(expression, context);
    if (type === undefined) return;
    const present = this.#checker.getNonNullableType(type);
    const isNumber = wanted === this.#code && (present.flags & ts.TypeFlags.NumberLike) !== 0;
    if (!isNumber && !this.#checker.isTypeAssignableTo(present, wanted))
      this.#say(expression, `"${nameOf(expression)}" is ${why}`);
    // A helper would escape code a second time.
    if (wanted === this.#string && this.#checker.isTypeAssignableTo(present, this.#code))
      this.#say(expression, `"${nameOf(expression)}" is code already`);
  }

  #block({ path, params, program, inverse }: hbs.AST.BlockStatement, context: ts.Type): void {
    const keyword = nameOf(path);
    const [subject] = params;
    if (subject === undefined || !["if", "unless", "each"].includes(keyword))
      return this.#say(path, `{{#${keyword}}} decides something: that is for the view`);
    if (inverse !== undefined) this.#program(inverse, context);
    if (keyword !== "each" && nameOf(subject) === "@last") return this.#program(program, context);
    const type = this.#resolve(subject, context);
    if (type === undefined) return;
    if (keyword !== "each") return this.#program(program, context);
    const item = this.#itemOf(type);
    if (item === undefined) return this.#say(subject, `"${nameOf(subject)}" is no array`);
    this.#program(program, item);
  }

  #itemOf(type: ts.Type): ts.Type | undefined {
    return this.#checker.getIndexTypeOfType(this.#checker.getNonNullableType(type), ts.IndexKind.Number);
  }

  #partial({ name, params: [argument] }: hbs.AST.PartialStatement, context: ts.Type): void {
    const target = argument === undefined ? context : this.#resolve(argument, context);
    if (target === undefined) return;
    const view = this.#checker.getNonNullableType(target);
    if (name.type === "PathExpression") return this.#fits(name, nameOf(name), view);
    const { path, params } = name as hbs.AST.SubExpression;
    const [object, member] = params;
    // The view that is passed to a partial names it.
    if (
      nameOf(path) !== "lookup" ||
      nameOf(object) !== nameOf(argument) ||
      (member as hbs.AST.StringLiteral | undefined)?.value !== "partial"
    )
      return this.#say(name, 'a partial is looked up in its view: {{> (lookup view "partial") view}}');
    for (const variant of view.isUnion() ? view.types : [view]) this.#fitsVariant(name, variant);
  }

  #fitsVariant(node: hbs.AST.Node, variant: ts.Type): void {
    const partial = variant.getProperty("partial");
    if (partial === undefined) return this.#say(node, `${this.#checker.typeToString(variant)} names no partial`);
    const names = this.#checker.getTypeOfSymbol(partial);
    for (const literal of names.isUnion() ? names.types : [names]) {
      if (literal.isStringLiteral()) this.#fits(node, literal.value, variant);
      else this.#say(node, "a partial that is looked up has to be a literal");
    }
  }

  #fits(node: hbs.AST.Node, partial: string, type: ts.Type): void {
    const wanted = this.#views.get(partial);
    if (wanted === undefined) return this.#say(node, `there is no template ${partial}`);
    if (!this.#checker.isTypeAssignableTo(type, wanted)) {
      this.#say(
        node,
        `${partial} prints ${this.#checker.typeToString(wanted)}, not ${this.#checker.typeToString(type)}`,
      );
    }
  }

  #resolve(expression: hbs.AST.Expression, context: ts.Type): ts.Type | undefined {
    const { depth, data, parts, original } = expression as hbs.AST.PathExpression;
    if (expression.type !== "PathExpression" || depth > 0 || data) {
      this.#say(expression, `"${nameOf(expression)}" is no path within the view`);
      return undefined;
    }
    let type = context;
    for (const part of parts) {
      const property = this.#checker.getNonNullableType(type).getProperty(part);
      if (property === undefined) {
        this.#say(expression, `"${original}" is nothing that ${this.#checker.typeToString(context)} has`);
        return undefined;
      }
      type = this.#checker.getTypeOfSymbol(property);
    }
    return type;
  }

  #say({ loc }: hbs.AST.Node, problem: string): void {
    this.#misfits.push({ template: this.#template, line: loc.start.line, problem });
  }
}

/** As the template writes it; `this` where it writes nothing. */
function nameOf(expression: hbs.AST.Expression | undefined): string {
  return expression === undefined ? "this" : (expression as hbs.AST.PathExpression).original;
}
