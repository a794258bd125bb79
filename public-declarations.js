import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";

/**
 * Removes the declaration files of a folder that no program can need: those that neither an entry of `exports` in
 * package.json leads to, nor the views, against which templates are checked.
 */
export function keepPublicDeclarations(folder) {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
  const entries = Object.values(exports).flatMap(({ types }) => (types === undefined ? [] : [join(types)]));
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".d.ts"))
    .map((path) => join(folder, path));
  const views = all.filter((path) => path.startsWith(join(folder, "views/")) && declaresTypes(path));
  const used = new Set();
  for (const path of [...entries, ...views]) addWithImports(path, used);
  for (const path of all) if (!used.has(path)) rmSync(path);
}

/** Templates are checked against types; a file of functions alone adds nothing to them. */
function declaresTypes(path) {
  return /^export (?:declare )?(?:interface|type) /m.test(readFileSync(path, "utf8"));
}

function addWithImports(path, used) {
  if (used.has(path)) return;
  used.add(path);
  for (const { fileName } of ts.preProcessFile(readFileSync(path, "utf8")).importedFiles) {
    const imported = join(dirname(path), fileName.replace(/\.js$/, ".d.ts"));
    // A path in an example of a comment is none of a file.
    if (fileName.startsWith(".") && existsSync(imported)) addWithImports(imported, used);
  }
}
