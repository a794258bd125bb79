/**
 * Handlebars is silent about `{{#if typo}}` and `{{#each typo}}`, so the templates are checked against
 * the interfaces of their views: every path must exist, raw text must be `Code`, and whatever a helper
 * escapes must be a string.
 */
import Handlebars from "handlebars";
import { Project, ts } from "ts-morph";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a template does not fit its view. */
export interface Misfit {
  readonly template: string;
  readonly line: number;
  readonly problem: string;
}

const VIEW = /^\{\{!-- view: (.*) --\}\}\n/;

export function viewTypeOf(template: string): string | undefined {
  return VIEW.exec(template)?.[1];
}

export function checkTemplates(templates: ReadonlyMap<string, string>): readonly Misfit[] {
  return new Contract(templates).check();
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
    const project = new Project({
      tsConfigFilePath: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)),
      skipAddingFilesFromTsConfig: true,
    });
    const folder = fileURLToPath(new URL("../../src/views/", import.meta.url));
    const views = project.addSourceFilesAtPaths(`${folder}**/*.ts`);
    const imports = views.flatMap((file) => {
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
    const typed = [...templates].map(([name, text]) => [name, viewTypeOf(text) ?? "unknown"] as const);
    const probe = project.createSourceFile(
      `${folder}__probe.ts`,
      [
        ...imports,
        'import type { Code } from "../code/code.js";',
        ...typed.map(([name, type]) => `type View_${name.replaceAll("-", "_")} = ${type};`),
        "type Raw = Code;",
      ].join("\n"),
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
    if (argument === undefined)
      return this.#expect(path as hbs.AST.PathExpression, context, this.#code, "printed raw, so it has to be Code");
    const helper = (path as hbs.AST.PathExpression).original;
    if (!["literal", "key", "comment", "link"].includes(helper)) return this.#say(path, `${helper} is no helper`);
    this.#expect(
      argument as hbs.AST.PathExpression,
      context,
      this.#string,
      `an argument of ${helper}, so it has to be a string`,
    );
  }

  #expect(path: hbs.AST.PathExpression, context: ts.Type, wanted: ts.Type, why: string): void {
    const type = this.#resolve(path, context);
    if (type === undefined) return;
    const present = this.#checker.getNonNullableType(type);
    const isNumber = wanted === this.#code && (present.flags & ts.TypeFlags.NumberLike) !== 0;
    if (!isNumber && !this.#checker.isTypeAssignableTo(present, wanted))
      this.#say(path, `"${path.original}" is ${why}`);
    // The other way round, code that went through a helper would be escaped twice.
    if (wanted === this.#string && this.#checker.isTypeAssignableTo(present, this.#code))
      this.#say(path, `"${path.original}" is code already`);
  }

  #block({ path, params, program, inverse }: hbs.AST.BlockStatement, context: ts.Type): void {
    const keyword = (path as hbs.AST.PathExpression).original;
    const subject = params[0] as hbs.AST.PathExpression | undefined;
    if (subject === undefined || !["if", "unless", "each"].includes(keyword))
      return this.#say(path, `{{#${keyword}}} decides something: that is for the view`);
    if (!subject.data) {
      const type = this.#resolve(subject, context);
      if (type === undefined) return;
      if (keyword === "each") {
        const item = this.#itemOf(type);
        if (item === undefined) return this.#say(subject, `"${subject.original}" is no array`);
        return this.#program(program, item);
      }
    }
    this.#program(program, context);
    if (inverse !== undefined) this.#program(inverse, context);
  }

  #itemOf(type: ts.Type): ts.Type | undefined {
    return this.#checker.getIndexTypeOfType(this.#checker.getNonNullableType(type), ts.IndexKind.Number);
  }

  #partial({ name, params }: hbs.AST.PartialStatement, context: ts.Type): void {
    const argument = params[0] as hbs.AST.PathExpression | undefined;
    const target = argument === undefined ? context : this.#resolve(argument, context);
    if (target === undefined) return;
    const view = this.#checker.getNonNullableType(target);
    if (name.type === "PathExpression") return this.#fits(name, (name as hbs.AST.PathExpression).original, view);
    const [object] = (name as hbs.AST.SubExpression).params as hbs.AST.PathExpression[];
    const holder = object === undefined ? undefined : this.#resolve(object, context);
    if (holder === undefined) return;
    for (const variant of view.isUnion() ? view.types : [view]) {
      const partial = variant.getProperty("partial");
      const names = partial === undefined ? undefined : this.#checker.getTypeOfSymbol(partial);
      for (const literal of names === undefined ? [] : names.isUnion() ? names.types : [names]) {
        if (literal.isStringLiteral()) this.#fits(name, literal.value, variant);
        else this.#say(name, "a partial that is looked up has to be a literal");
      }
      if (names === undefined) this.#say(name, `${this.#checker.typeToString(variant)} names no partial`);
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

  #resolve(path: hbs.AST.PathExpression, context: ts.Type): ts.Type | undefined {
    if (path.depth > 0 || path.data) {
      this.#say(path, `"${path.original}" leaves its view`);
      return undefined;
    }
    let type = context;
    for (const part of path.parts) {
      const property = this.#checker.getNonNullableType(type).getProperty(part);
      if (property === undefined) {
        this.#say(path, `"${path.original}" is nothing that ${this.#checker.typeToString(context)} has`);
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
