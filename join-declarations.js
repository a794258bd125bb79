import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { Node, Project, SyntaxKind } from "ts-morph";
import { aliasOf, moduleOf, namesFrom } from "./join-runtime.js";

const dist = fileURLToPath(new URL("dist/", import.meta.url)).replaceAll("\\", "/");

/** Folders whose declarations are joined apart: the runtime is a package, too, and templates are checked by the views. */
const rooms = ["runtime/", "views/", ""];

/**
 * Joins the declarations in `dist` to few files: a module that package.json exports keeps its own, and what those and the
 * views lead to is in `types.d.ts` of its room, or in `types2.d.ts` and so on where a name means something else. Each
 * declaration stands once, so that a type is the same whichever module it is imported from. All others are removed.
 */
export function joinDeclarations() {
  const project = new Project({ compilerOptions: { moduleResolution: 100 /* bundler */ } });
  project.addSourceFilesAtPaths(`${dist}**/*.d.ts`);
  // In an order that does not depend on the file system.
  const modules = project.getSourceFiles();
  const entries = entryPaths().map((path) => project.getSourceFileOrThrow(path));
  const others = modules.filter((module) => !entries.includes(module));
  const used = usedStatements(entries, others);
  const parts = rooms.flatMap((room) => partsOf(room, others, used));
  const homes = new Map([
    ...entries.map((entry) => [entry, entry.getFilePath()]),
    ...parts.flatMap(({ path, members }) => members.map((module) => [module, path])),
  ]);
  const texts = [
    ...entries.map((entry) => [entry.getFilePath(), withHomes(entry, entry.getFilePath(), homes)]),
    ...parts.map((part) => [part.path, joined(part, homes)]),
  ];
  for (const module of modules) rmSync(module.getFilePath());
  for (const [path, text] of texts) writeFileSync(path, text);
}

/** The declarations of the modules that are exported, and of `Code`, by which the check of templates tells texts apart. */
function entryPaths() {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
  const types = Object.values(exports).flatMap((target) => target.types ?? []);
  return [...types, "dist/code/code.d.ts"].map((path) => posix.join(dist, "..", path));
}

function roomOf(module) {
  return rooms.find((room) => module.getFilePath().startsWith(`${dist}${room}`));
}

/** What entries hold, the types of views, and whatever these refer to. */
function usedStatements(entries, others) {
  const used = new Set();
  const add = (statement) => {
    if (used.has(statement)) return;
    used.add(statement);
    for (const { statements } of originsIn(statement)) for (const one of statements) add(one);
  };
  for (const entry of entries) for (const statement of entry.getStatements()) add(statement);
  for (const module of others.filter((one) => roomOf(one) === "views/"))
    for (const statement of module.getStatements()) if (isExportedType(statement)) add(statement);
  return used;
}

function isExportedType(statement) {
  return (Node.isInterfaceDeclaration(statement) || Node.isTypeAliasDeclaration(statement)) && statement.isExported();
}

/** The declarations that a statement refers to, in whatever module they are. */
function originsIn(statement) {
  if (Node.isExportDeclaration(statement) || Node.isImportDeclaration(statement))
    return namesFrom(statement).map(originOf);
  const table = tableOf(statement.getSourceFile());
  const inline = importTypesIn(statement).map((type) => originOfType(type));
  return [...[...referencesIn(statement)].flatMap((name) => table.get(name) ?? []), ...inline];
}

const REFERENCES = new Set([
  SyntaxKind.TypeReference,
  SyntaxKind.ExpressionWithTypeArguments,
  SyntaxKind.TypeQuery,
  SyntaxKind.ComputedPropertyName,
]);

/** The names of declarations in a statement; those of members, parameters and type parameters are none. */
function referencesIn(statement) {
  const parameters = new Set(statement.getDescendantsOfKind(SyntaxKind.TypeParameter).map((one) => one.getName()));
  const identifiers = statement.getDescendantsOfKind(SyntaxKind.Identifier).filter((one) => {
    const parent = one.getParent();
    return REFERENCES.has(parent.getKind()) || (Node.isQualifiedName(parent) && parent.getLeft() === one);
  });
  return new Set(identifiers.map((one) => one.getText()).filter((name) => !parameters.has(name)));
}

const tables = new Map();

/** What each name at the top of a module means: the module that declares it, its name there, and its statements. */
function tableOf(module) {
  const known = tables.get(module);
  if (known !== undefined) return known;
  const table = new Map();
  tables.set(module, table);
  for (const statement of module.getStatements()) {
    for (const name of namesOf(statement))
      table.set(name, { module, name, statements: [...(table.get(name)?.statements ?? []), statement] });
  }
  // Modules import each other: what others import of this one is in the table before theirs are read.
  for (const name of module.getImportDeclarations().flatMap(namesFrom)) table.set(aliasOf(name), originOf(name));
  return table;
}

/** What a name in the braces of an import or an export means. */
function originOf(name) {
  const declaration = Node.isExportSpecifier(name) ? name.getExportDeclaration() : name.getImportDeclaration();
  return isLocal(declaration)
    ? tableOf(name.getSourceFile()).get(name.getName())
    : exported(moduleOf(declaration), name.getName());
}

/** Whether a declaration is an export of names of its own module. */
function isLocal(declaration) {
  return declaration.getModuleSpecifier() === undefined;
}

function originOfType(type) {
  return exported(
    type.getArgument().getLiteral().getSymbolOrThrow().getDeclarations()[0],
    type.getQualifier().getText(),
  );
}

function exported(module, name) {
  const declared = tableOf(module).get(name);
  if (declared !== undefined) return declared;
  const specifier = module
    .getExportDeclarations()
    .flatMap(namesFrom)
    .find((one) => aliasOf(one) === name);
  if (specifier === undefined) throw new Error(`${module.getFilePath()} exports no ${name}`);
  return originOf(specifier);
}

function namesOf(statement) {
  if (Node.isExportDeclaration(statement) || Node.isImportDeclaration(statement)) return [];
  if (Node.isVariableStatement(statement)) return statement.getDeclarations().map((one) => one.getName());
  return [statement.getName()];
}

/** Nodes of the form `import("./other.js").Name`. */
function importTypesIn(node) {
  return node.getDescendantsOfKind(SyntaxKind.ImportType);
}

/** Puts the modules of a room into files, each into the first one in which all its names mean the same. */
function partsOf(room, modules, used) {
  const parts = [];
  for (const module of modules.filter((one) => roomOf(one) === room)) {
    const statements = module.getStatements().filter((one) => used.has(one) && namesOf(one).length > 0);
    if (statements.length === 0) continue;
    const meanings = meaningsIn(module, statements);
    const fits = ({ names }) => [...meanings].every(([name, { key }]) => (names.get(name)?.key ?? key) === key);
    const part = parts.find(fits) ?? {
      path: pathOf(room, parts.length),
      members: [],
      statements: [],
      names: new Map(),
    };
    if (part.members.length === 0) parts.push(part);
    part.members.push(module);
    part.statements.push(...statements);
    for (const [name, meaning] of meanings) part.names.set(name, meaning);
  }
  return parts;
}

function pathOf(room, index) {
  return `${dist}${room}types${index === 0 ? "" : index + 1}.d.ts`;
}

/** What the names in statements of a module mean. Names of no module are of the language. */
function meaningsIn(module, statements) {
  const table = tableOf(module);
  const names = statements.flatMap((statement) => [...namesOf(statement), ...referencesIn(statement)]);
  return new Map(
    names.map((name) => {
      const origin = table.get(name);
      return [name, { origin, key: origin === undefined ? name : `${origin.module.getFilePath()} ${origin.name}` }];
    }),
  );
}

function joined({ path, statements, names }, homes) {
  const imports = new Map();
  for (const [alias, { origin }] of names) {
    if (origin === undefined || (homes.get(origin.module) === path && origin.name === alias)) continue;
    const from = specifierOf(origin, path, homes);
    imports.set(from, [...(imports.get(from) ?? []), origin.name === alias ? alias : `${origin.name} as ${alias}`]);
  }
  return [
    ...[...imports].map(([from, listed]) => `import type { ${listed.join(", ")} } from "${from}";`),
    ...statements.map((statement) => withHomes(statement, path, homes)),
    // Without an export of its own form, a declaration file would export all that it declares.
    "export {};\n",
  ].join("\n");
}

/** The text of a node with the files in which its imports are now. */
function withHomes(node, path, homes) {
  // A comment at the top of a module belongs to none of its statements.
  const start = Node.isSourceFile(node) ? 0 : node.getStart(true);
  const changes = [
    ...importTypesIn(node).map((type) => ({
      node: type,
      end: type.getQualifier().getEnd(),
      text: inlineText(type, path, homes),
    })),
    ...node
      .getChildrenOfKind(SyntaxKind.SyntaxList)
      .flatMap((list) => [
        ...list.getChildrenOfKind(SyntaxKind.ImportDeclaration),
        ...list.getChildrenOfKind(SyntaxKind.ExportDeclaration),
      ])
      .map((one) => ({ node: one, end: one.getEnd(), text: declarationText(one, path, homes) })),
  ].toSorted((a, b) => b.node.getStart() - a.node.getStart());
  return changes.reduce(
    (text, change) => text.slice(0, change.node.getStart() - start) + change.text + text.slice(change.end - start),
    node.getSourceFile().getFullText().slice(start, node.getEnd()),
  );
}

function inlineText(type, path, homes) {
  const origin = originOfType(type);
  return homes.get(origin.module) === path
    ? origin.name
    : `import("${specifierOf(origin, path, homes)}").${origin.name}`;
}

/** An import or an export from other modules, by the files that have its names now. `export *` is from an entry. */
function declarationText(declaration, path, homes) {
  const names = namesFrom(declaration);
  if (names.length === 0 || isLocal(declaration)) return declaration.getText();
  const keyword = /^(?:import|export)(?: type)?/.exec(declaration.getText())[0];
  const files = new Set(names.map((name) => specifierOf(originOf(name), path, homes)));
  return [...files]
    .map((file) => [file, names.filter((name) => specifierOf(originOf(name), path, homes) === file)])
    .map(([file, listed]) => `${keyword} { ${listed.map(specifierText).join(", ")} } from "${file}";`)
    .join("\n");
}

function specifierText(name) {
  const [{ name: original }, alias] = [originOf(name), aliasOf(name)];
  return `${name.isTypeOnly() ? "type " : ""}${original === alias ? alias : `${original} as ${alias}`}`;
}

function specifierOf({ module }, path, homes) {
  const relative = posix.relative(posix.dirname(path), homes.get(module)).replace(/\.d\.ts$/, ".js");
  return relative.startsWith(".") ? relative : `./${relative}`;
}
