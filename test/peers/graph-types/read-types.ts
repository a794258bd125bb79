import ts from "typescript";
import { type Declared, type DeclaredType, keyOf, type Use } from "./declarations.js";

/** A file of TypeScript types, and what its names stand for. */
export interface TypesFile {
  readonly text: string;
  /** The namespace of CSDL whose types it declares. */
  readonly namespace: string;
  /** A namespace of CSDL for each name that the file imports or declares as a namespace, e.g. `security`. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** Reads the interfaces and the unions of strings of a package by their syntax. */
export function readTypes(files: readonly TypesFile[]): Declared {
  const structured = new Map<string, DeclaredType>();
  const enums = new Map<string, readonly string[]>();
  for (const file of files) {
    const { statements } = ts.createSourceFile("types.ts", file.text, ts.ScriptTarget.Latest);
    readStatements(statements, file, { structured, enums });
  }
  return { structured, enums };
}

interface Found {
  readonly structured: Map<string, DeclaredType>;
  readonly enums: Map<string, readonly string[]>;
}

function readStatements(statements: readonly ts.Statement[], file: TypesFile, found: Found): void {
  const own = new Set(statements.flatMap((one) => (isDeclaration(one) ? [one.name.text] : [])));
  const scope = { ...file, own };
  for (const statement of statements) {
    if (ts.isModuleDeclaration(statement)) {
      const { names, body } = namespaceIn(statement);
      const namespace = file.namespaces.get(names.join(".")) ?? names.join(".");
      readStatements(body, { ...file, namespace }, found);
    } else if (ts.isInterfaceDeclaration(statement)) {
      found.structured.set(keyOf(`${file.namespace}.${statement.name.text}`), typeOf(statement, scope));
    } else if (ts.isTypeAliasDeclaration(statement) && statement.typeParameters === undefined) {
      found.enums.set(keyOf(`${file.namespace}.${statement.name.text}`), literalsIn(statement.type));
    }
  }
}

function isDeclaration(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/** `namespace Partners.Billing { … }` is one in another. */
function namespaceIn({ name, body }: ts.ModuleDeclaration): {
  readonly names: readonly string[];
  readonly body: readonly ts.Statement[];
} {
  if (body === undefined || ts.isIdentifier(body)) return { names: [name.text], body: [] };
  if (ts.isModuleBlock(body)) return { names: [name.text], body: body.statements };
  const inner = namespaceIn(body as ts.ModuleDeclaration);
  return { ...inner, names: [name.text, ...inner.names] };
}

interface Scope extends TypesFile {
  /** The types that the file, or the namespace in it, declares. */
  readonly own: ReadonlySet<string>;
}

function typeOf({ heritageClauses, members }: ts.InterfaceDeclaration, scope: Scope): DeclaredType {
  const [base] = heritageClauses?.[0]?.types ?? [];
  const properties = members.flatMap((member) =>
    ts.isPropertySignature(member) && member.type !== undefined && !nameText(member.name).includes("@")
      ? [[nameText(member.name), useOf(member.type, scope)] as const]
      : [],
  );
  return {
    base: base === undefined ? undefined : qualified(entityText(base.expression), scope),
    properties: new Map(properties),
  };
}

function nameText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function entityText(name: ts.Node): string {
  if (ts.isIdentifier(name)) return name.text;
  if (ts.isQualifiedName(name)) return `${entityText(name.left)}.${entityText(name.right)}`;
  return ts.isPropertyAccessExpression(name) ? `${entityText(name.expression)}.${name.name.text}` : "";
}

/** `security.Alert` → `microsoft.graph.security.Alert` */
function qualified(name: string, { own, namespace, namespaces }: Scope): string {
  const dot = name.lastIndexOf(".");
  const root = namespaces.get("") ?? namespace;
  if (dot < 0) return keyOf(`${own.has(name) ? namespace : root}.${name}`);
  return keyOf(`${namespaces.get(name.slice(0, dot)) ?? name.slice(0, dot)}.${name.slice(dot + 1)}`);
}

const SIMPLE: Use = { type: "", collection: false, nullable: false, nullableItems: false };

function useOf(node: ts.TypeNode, scope: Scope): Use {
  if (ts.isParenthesizedTypeNode(node)) return useOf(node.type, scope);
  if (ts.isTypeOperatorNode(node)) return useOf(node.type, scope);
  if (ts.isUnionTypeNode(node)) return unionOf(node, scope);
  if (ts.isArrayTypeNode(node)) {
    const { nullable, ...item } = useOf(node.elementType, scope);
    return { ...item, collection: true, nullable: false, nullableItems: nullable };
  }
  if (!ts.isTypeReferenceNode(node)) return { ...SIMPLE, type: keywordOf(node) };
  const name = entityText(node.typeName);
  const [argument] = node.typeArguments ?? [];
  if (argument === undefined) return { ...SIMPLE, type: name.startsWith("edm.") ? name : qualified(name, scope) };
  if (name === "NullableOption") return { ...useOf(argument, scope), nullable: true };
  const wrapper = name === "edm.Open" ? "Open" : name === "edm.Flags" ? "Flags" : undefined;
  return wrapper === undefined ? { ...SIMPLE, type: name } : { ...useOf(argument, scope), wrapper };
}

function unionOf({ types }: ts.UnionTypeNode, scope: Scope): Use {
  const uses = types.map((type) => useOf(type, scope)).filter(({ type }) => type !== "edm.Inherited");
  const [first = SIMPLE, ...others] = uses.filter(({ type }) => type !== "null");
  // Several types are none that a document declares.
  const type = others.length === 0 ? first.type : uses.map((use) => use.type).join(" | ");
  return { ...first, type, nullable: uses.some((use) => use.type === "null") };
}

function keywordOf(node: ts.TypeNode): string {
  if (ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword) return "null";
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return "string";
    case ts.SyntaxKind.NumberKeyword:
      return "number";
    case ts.SyntaxKind.BooleanKeyword:
      return "boolean";
    case ts.SyntaxKind.AnyKeyword:
      return "any";
    case ts.SyntaxKind.UnknownKeyword:
      return "unknown";
    default:
      return ts.SyntaxKind[node.kind];
  }
}

/** The strings of a union; none of a type that is no union of strings. */
function literalsIn(node: ts.TypeNode): readonly string[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(literalsIn);
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : [];
}
