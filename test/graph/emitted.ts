/** What generated files declare, by the parser of the TypeScript compiler and without its checker. */
import { ts } from "ts-morph";

export interface EmittedInterface {
  /** The first type that it extends, as it is written. */
  readonly base: string | undefined;
  /** The types of its own members, as they are written. */
  readonly members: ReadonlyMap<string, string>;
}

export interface EmittedModule {
  readonly interfaces: ReadonlyMap<string, EmittedInterface>;
  /** Unions of string literals, and `never`. */
  readonly unions: ReadonlyMap<string, readonly string[]>;
  /** Arrays of string literals. */
  readonly arrays: ReadonlyMap<string, readonly string[]>;
  /** The entries of the tables in an object that is declared as a constant. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function emittedModule(path: string, text: string): EmittedModule {
  const interfaces = new Map<string, EmittedInterface>();
  const unions = new Map<string, readonly string[]>();
  const arrays = new Map<string, readonly string[]>();
  const tables = new Map<string, ReadonlyMap<string, string>>();
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) interfaces.set(statement.name.text, interfaceOf(statement, source));
    if (ts.isTypeAliasDeclaration(statement)) {
      const union = literalsOf(statement.type);
      if (union !== undefined) unions.set(statement.name.text, union);
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const value = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
      if (value === undefined) continue;
      if (ts.isArrayLiteralExpression(value))
        arrays.set(
          name.getText(source),
          value.elements.filter(ts.isStringLiteral).map((item) => item.text),
        );
      if (ts.isObjectLiteralExpression(value))
        for (const [table, entries] of tablesOf(value, source)) tables.set(table, entries);
    }
  }
  return { interfaces, unions, arrays, tables };
}

function interfaceOf({ heritageClauses, members }: ts.InterfaceDeclaration, source: ts.SourceFile): EmittedInterface {
  const named = members
    .filter(ts.isPropertySignature)
    .map(({ name, type }) => [keyOf(name, source), type?.getText(source) ?? ""] as const);
  const base = heritageClauses?.[0]?.types[0]?.getText(source);
  return { base, members: new Map(named) };
}

function keyOf(name: ts.PropertyName, source: ts.SourceFile): string {
  if (ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression)) return name.expression.text;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText(source);
}

function literalsOf(type: ts.TypeNode): readonly string[] | undefined {
  if (type.kind === ts.SyntaxKind.NeverKeyword) return [];
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const literals = parts.flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
  );
  return literals.length === parts.length ? literals : undefined;
}

function tablesOf(
  { properties }: ts.ObjectLiteralExpression,
  source: ts.SourceFile,
): readonly (readonly [string, ReadonlyMap<string, string>])[] {
  return properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isObjectLiteralExpression(property.initializer)) return [];
    const entries = property.initializer.properties
      .filter(ts.isPropertyAssignment)
      .map(
        ({ name, initializer }) =>
          [
            keyOf(name, source),
            ts.isStringLiteral(initializer) ? initializer.text : initializer.getText(source),
          ] as const,
      );
    return [[keyOf(property.name, source), new Map(entries)] as const];
  });
}
