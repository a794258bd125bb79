import { fileURLToPath } from "node:url";
import { Node, Project } from "ts-morph";

const sources = fileURLToPath(new URL("src/runtime/", import.meta.url));

/**
 * The modules that generated files import, by the protocol of their service: an output has files of one of these lists.
 */
const families = [
  ["edm", "validation", "client", "odata"],
  ["edm", "validation-v2"],
];

/**
 * Joins the modules of the runtime to one file for each entry. Returns pairs of an entry and its text. Modules that two
 * entries of a list use are part of the first, which exports to the second what that imports.
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

/** The modules of each entry, without those of the entries before. */
function partsOf(project, entries) {
  const owners = new Map();
  const isEntry = (module) => entries.some((name) => module.getFilePath() === `${sources}${name}.ts`);
  const parts = entries.map((name) => ({ name, entry: project.getSourceFileOrThrow(`${sources}${name}.ts`) }));
  for (const part of parts) {
    part.modules = inOrder(part.entry, isEntry).filter((module) => !owners.has(module));
    for (const module of part.modules) owners.set(module, part);
    part.renamed = renamedIn(part);
    const names = part.entry.getExportSymbols().map((symbol) => symbol.getName());
    part.exported = new Set(names.filter((name) => !part.renamed.has(name)));
  }
  for (const part of parts) part.imports = importsOf(part, owners);
  return parts;
}

/** What an entry exports by another name than its modules declare: the protocols may have functions of one name. */
function renamedIn({ entry, modules }) {
  const own = entry.getExportDeclarations().filter((declaration) => modules.includes(declaration.getModuleSpecifierSourceFile()));
  const renamed = own.flatMap((declaration) => declaration.getNamedExports()).filter((name) => name.getAliasNode());
  return new Map(renamed.map((name) => [name.getAliasNode().getText(), name.getText()]));
}

function joined({ modules, exported, renamed, imports }) {
  const statements = modules.flatMap((module) => module.getStatements().filter((statement) => !isImport(statement)));
  assertDistinct(statements);
  const names = [...renamed.values()].toSorted().map((name) => `  ${name},\n`).join("");
  const last = names === "" ? "" : `export {\n${names}};`;
  return [imports, ...statements.map((statement) => textOf(statement, exported)), last]
    .filter((text) => text !== "")
    .join("\n\n")
    .concat("\n");
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

function moduleOf(declaration) {
  const module = declaration.getModuleSpecifierSourceFile();
  if (module === undefined) throw new Error(`not in the runtime: ${declaration.getText()}`);
  return module;
}

/** What the modules import of other entries, or export of them, as the joined file states it: once. */
function importsOf(part, owners) {
  const names = new Map();
  for (const declaration of part.modules.flatMap((module) => module.getStatements().filter(isImport))) {
    const owner = owners.get(moduleOf(declaration));
    if (owner === part) continue;
    const keyword = Node.isExportDeclaration(declaration) ? "export" : "import";
    const of = names.get(`${keyword} ${owner.name}`) ?? new Map();
    names.set(`${keyword} ${owner.name}`, of);
    const listed = Node.isExportDeclaration(declaration) ? declaration.getNamedExports() : declaration.getNamedImports();
    for (const name of listed) {
      owner.exported.add(name.getName());
      // A name that one module imports as a type and another as a value is a value.
      of.set(name.getText().replace(/^type /, ""), (declaration.isTypeOnly() || name.isTypeOnly()) && of.get(name.getName()) !== false);
    }
  }
  return [...names].map(([key, of]) => importText(...key.split(" "), of)).join("\n");
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
    const file = statement.getSourceFile().getBaseName();
    for (const name of namesOf(statement)) {
      const other = files.get(name) ?? file;
      if (other !== file)
        throw new Error(`${name} is declared in ${other} and in ${file}; the joined file can have one`);
      files.set(name, file);
    }
  }
}
