import { fileURLToPath } from "node:url";
import { Node, Project, SyntaxKind } from "ts-morph";

// Paths of modules have `/` on every platform.
const sources = fileURLToPath(new URL("src/runtime/", import.meta.url)).replaceAll("\\", "/");

/**
 * The modules that generated files import, by the protocol of their service: an output has files of one of the first two
 * lists, and of the mock, which imports none of them. That of OData 2.0 and 3.0 is the other one with a form of its own.
 */
const families = [
  ["edm", "validation", "client", "odata", "tanstack-query"],
  ["edm", "validation-v2", "client-v2", "odata-v2", "tanstack-query-v2"],
  ["mock", "mock-v2"],
];

/**
 * Joins the modules of the runtime to one file for each entry. Returns pairs of an entry and its text. Modules that two
 * entries of a list use are part of the first, which exports to the second what that imports. Statements that no export
 * leads to are left out: modules hold some that only the entries of the other list use.
 */
export function joinRuntime() {
  const project = new Project({ compilerOptions: { moduleResolution: 100 /* bundler */ } });
  project.addSourceFilesAtPaths(`${sources}**/*.ts`);
  const texts = families.flatMap((entries) => partsOf(project, entries).map((part) => [part.name, joined(part)]));
  const byName = new Map(texts);
  for (const [name, text] of texts) {
    if (byName.get(name) !== text) throw new Error(`${name} would differ between the protocols`);
  }
  return [...byName];
}

/** The modules of each entry, without those of the entries before, and the statements of them that are in use. */
function partsOf(project, entries) {
  const owners = new Map();
  const isEntry = (module) => entries.some((name) => module.getFilePath() === `${sources}${name}.ts`);
  const parts = entries.map((name) => ({ name, entry: project.getSourceFileOrThrow(`${sources}${name}.ts`) }));
  for (const part of parts) {
    part.modules = inOrder(part.entry, isEntry).filter((module) => !owners.has(module));
    for (const module of part.modules) owners.set(module, part);
    const renamed = renamedBy(part.entry);
    part.renamed = exportOf(renamed);
    part.whole = wholeExports(part.entry);
    const aliases = new Set(renamed.map(aliasOf));
    const names = part.entry.getExportSymbols().map((symbol) => symbol.getName());
    part.exported = new Set(names.filter((name) => !aliases.has(name)));
  }
  const used = usedStatements(parts.map(({ entry }) => entry));
  for (const part of parts) {
    part.statements = part.modules.flatMap((module) => module.getStatements().filter((one) => used.has(one)));
    part.imports = importsOf(part, owners, used);
  }
  return parts;
}

function joined({ statements, exported, imports, whole, renamed }) {
  assertDistinct(statements);
  return [imports, whole, ...statements.map((statement) => textOf(statement, exported)), renamed]
    .filter((text) => text !== "")
    .join("\n\n")
    .concat("\n");
}

/** The statements that the exports of the entries lead to by the names in them. */
function usedStatements(entries) {
  const used = new Set();
  const add = (module, name) => {
    const { from, original, statements = [] } = tableOf(module).get(name) ?? {};
    if (from !== undefined) add(from, original);
    for (const statement of statements.filter((one) => !used.has(one))) {
      used.add(statement);
      for (const inner of identifiersIn(statement)) add(module, inner);
    }
  };
  for (const entry of entries) for (const symbol of entry.getExportSymbols()) add(entry, symbol.getName());
  return used;
}

/** The names in each statement that was asked for. */
const identifiers = new Map();

/** The names in a statement that are those of statements or imports: others may be variables of the same name. */
function identifiersIn(statement) {
  const known = identifiers.get(statement);
  if (known !== undefined) return known;
  const table = tableOf(statement.getSourceFile());
  const names = new Set();
  for (const identifier of statement.getDescendantsOfKind(SyntaxKind.Identifier)) {
    const name = identifier.getText();
    // Asking for a symbol checks types, so it is done for names of the module alone.
    if (table.has(name) && !names.has(name) && isOfModule(identifier)) names.add(name);
  }
  identifiers.set(statement, names);
  return names;
}

function isOfModule(identifier) {
  if (identifier.getFirstAncestorByKind(SyntaxKind.JSDoc) !== undefined) return false;
  const parent = identifier.getParent();
  const symbol = Node.isShorthandPropertyAssignment(parent) ? parent.getValueSymbol() : identifier.getSymbol();
  return symbol?.getDeclarations().some(isAtTop) ?? false;
}

function isAtTop(declaration) {
  if (Node.isImportSpecifier(declaration)) return true;
  const statement = Node.isVariableDeclaration(declaration) ? declaration.getVariableStatement() : declaration;
  return statement !== undefined && Node.isSourceFile(statement.getParent());
}

const tables = new Map();

/** The names at the top of a module: of its statements, or what they are in another module. */
function tableOf(module) {
  const known = tables.get(module);
  if (known !== undefined) return known;
  const table = new Map();
  tables.set(module, table);
  for (const statement of module.getStatements()) {
    if (isImport(statement)) {
      for (const name of namesFrom(statement))
        table.set(aliasOf(name), { from: moduleOf(statement), original: name.getName() });
    } else {
      for (const name of namesOf(statement))
        table.set(name, { statements: [...(table.get(name)?.statements ?? []), statement] });
    }
  }
  return table;
}

export function namesFrom(declaration) {
  return Node.isExportDeclaration(declaration) ? declaration.getNamedExports() : declaration.getNamedImports();
}

export function aliasOf(name) {
  return name.getAliasNode()?.getText() ?? name.getName();
}

/** What an entry exports under another name than its modules declare: the protocols have functions of one name. */
function renamedBy(entry) {
  const names = entry.getExportDeclarations().flatMap(namesFrom);
  return names.filter((name) => name.getAliasNode() !== undefined);
}

/** `export type *` of another entry, which is beside this one in the output, too. */
function wholeExports(entry) {
  const exports = entry.getExportDeclarations().filter((declaration) => declaration.isNamespaceExport());
  return exports.map((declaration) => declaration.getText()).join("\n");
}

function exportOf(names) {
  return [exportList("export type", names.filter(isTypeOnly)), exportList("export", names.filter((name) => !isTypeOnly(name)))]
    .filter((text) => text !== "")
    .join("\n");
}

function isTypeOnly(name) {
  return name.isTypeOnly() || name.getExportDeclaration().isTypeOnly();
}

function exportList(keyword, names) {
  const lines = names.map((name) => `  ${name.getText().replace(/^type /, "")},\n`);
  return names.length === 0 ? "" : `${keyword} {\n${lines.join("")}};`;
}

/** The module after those that it imports, so that constants are set when they are read. Other entries are left out. */
function inOrder(module, isEntry, found = new Set(), started = new Set()) {
  if (started.has(module)) return found;
  started.add(module);
  for (const imported of importedModules(module)) if (!isEntry(imported)) inOrder(imported, isEntry, found, started);
  found.add(module);
  return [...found];
}

function importedModules(module) {
  return module.getStatements().filter(isImport).map(moduleOf);
}

function isImport(statement) {
  if (Node.isImportDeclaration(statement)) return true;
  return Node.isExportDeclaration(statement) && statement.getModuleSpecifier() !== undefined;
}

export function moduleOf(declaration) {
  const module = declaration.getModuleSpecifierSourceFile();
  if (module === undefined) throw new Error(`refers to another package: ${declaration.getText()}`);
  return module;
}

/** What the modules import of other entries, or export of them, as the joined file states it: once. */
function importsOf(part, owners, used) {
  const names = new Map();
  for (const declaration of part.modules.flatMap((module) => module.getStatements().filter(isImport))) {
    const owner = owners.get(moduleOf(declaration));
    if (owner === part) continue;
    const listed = namesFrom(declaration).filter((name) => isUsed(name, declaration, used));
    if (listed.length === 0) continue;
    const keyword = Node.isExportDeclaration(declaration) ? "export" : "import";
    const of = names.get(`${keyword} ${owner.name}`) ?? new Map();
    names.set(`${keyword} ${owner.name}`, of);
    for (const name of listed) {
      owner.exported.add(name.getName());
      // A name that one module imports as a type and another as a value is a value.
      of.set(name.getText().replace(/^type /, ""), (declaration.isTypeOnly() || name.isTypeOnly()) && of.get(name.getName()) !== false);
    }
  }
  return [...names].map(([key, of]) => importText(...key.split(" "), of)).join("\n");
}

function isUsed(name, declaration, used) {
  if (Node.isExportDeclaration(declaration)) return true;
  const statements = declaration.getSourceFile().getStatements().filter((one) => used.has(one));
  return statements.some((statement) => identifiersIn(statement).has(aliasOf(name)));
}

function importText(keyword, entry, names) {
  const listed = (typeOnly) => [...names].flatMap(([name, isType]) => (isType === typeOnly ? [name] : [])).toSorted();
  const texts = [
    statement(`${keyword} type`, listed(true), entry),
    statement(keyword, listed(false), entry),
  ];
  return texts.filter((text) => text !== "").join("\n");
}

function statement(keyword, names, entry) {
  if (names.length === 0) return "";
  const line = `${keyword} { ${names.join(", ")} } from "./${entry}.js";`;
  return line.length <= 100 ? line : `${keyword} {\n${names.map((name) => `  ${name},\n`).join("")}} from "./${entry}.js";`;
}

/** The statement with its comments; exported only if the entry exports it. Directives for linters are for this project. */
function textOf(statement, exported) {
  const isPublic = namesOf(statement).some((name) => exported.has(name));
  const comments = statement.getLeadingCommentRanges().map((comment) => comment.getText());
  const code = isPublic ? statement.getText() : statement.getText().replace(/^export /, "");
  return [...comments, code].join("\n").replace(/^\s*\/\/ oxlint-.*\n/gm, "");
}

function namesOf(statement) {
  if (Node.isVariableStatement(statement))
    return statement.getDeclarations().map((declaration) => declaration.getName());
  if (Node.isExportDeclaration(statement))
    return statement.getNamedExports().map((name) => name.getAliasNode()?.getText() ?? name.getName());
  return [statement.getName()];
}

/** Overloads share a name within a module. */
function assertDistinct(statements) {
  const files = new Map();
  for (const statement of statements) {
    const file = statement.getSourceFile().getFilePath();
    for (const name of namesOf(statement)) {
      const other = files.get(name) ?? file;
      if (other !== file)
        throw new Error(`${name} is declared in ${other} and in ${file}; the joined file can have one`);
      files.set(name, file);
    }
  }
}
