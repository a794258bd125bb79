import { fileURLToPath } from "node:url";
import { Node, Project } from "ts-morph";

const sources = fileURLToPath(new URL("src/runtime/", import.meta.url));

/** The modules that generated files import. */
const entries = ["edm", "validation", "client"];

/** Joins the modules of the runtime to one file for each entry. Returns pairs of an entry and its text. */
export function joinRuntime() {
  const project = new Project({ compilerOptions: { moduleResolution: 100 /* bundler */ } });
  project.addSourceFilesAtPaths(`${sources}**/*.ts`);
  return entries.map((name) => [name, joined(project.getSourceFileOrThrow(`${sources}${name}.ts`))]);
}

function joined(entry) {
  const modules = inOrder(entry);
  const exported = new Set(entry.getExportSymbols().map((symbol) => symbol.getName()));
  const statements = modules.flatMap((module) => module.getStatements().filter((statement) => !isImport(statement)));
  assertDistinct(statements);
  return [importsOfEntries(modules), ...statements.map((statement) => textOf(statement, exported))]
    .filter((text) => text !== "")
    .join("\n\n")
    .concat("\n");
}

/** The module after those that it imports, so that constants are set when they are read. Other entries are left out. */
function inOrder(module, found = new Set(), started = new Set()) {
  if (started.has(module)) return found;
  started.add(module);
  for (const imported of importedModules(module)) if (!isEntry(imported)) inOrder(imported, found, started);
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

function moduleOf(declaration) {
  const module = declaration.getModuleSpecifierSourceFile();
  if (module === undefined) throw new Error(`not in the runtime: ${declaration.getText()}`);
  return module;
}

function isEntry(module) {
  return entries.includes(module.getBaseNameWithoutExtension());
}

/** What the modules import of other entries, or export of them, as the joined file states it: once. */
function importsOfEntries(modules) {
  const declarations = modules.flatMap((module) => module.getStatements().filter(isImport));
  const others = declarations.filter((declaration) => isEntry(moduleOf(declaration)));
  return [...new Set(others.map(importOf))].join("\n");
}

function importOf(declaration) {
  if (!declaration.isTypeOnly()) throw new Error(`entries share types only: ${declaration.getText()}`);
  const isExport = Node.isExportDeclaration(declaration);
  const names = isExport ? declaration.getNamedExports() : declaration.getNamedImports();
  const list = names.map((name) => name.getText()).join(", ");
  const file = moduleOf(declaration).getBaseNameWithoutExtension();
  return `${isExport ? "export" : "import"} type { ${list} } from "./${file}.js";`;
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
    const file = statement.getSourceFile().getBaseName();
    for (const name of namesOf(statement)) {
      const other = files.get(name) ?? file;
      if (other !== file)
        throw new Error(`${name} is declared in ${other} and in ${file}; the joined file can have one`);
      files.set(name, file);
    }
  }
}
