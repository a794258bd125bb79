import { cpSync, existsSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./tool.mjs";

export const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** A folder with an app, and beside it the output that it imports, if any. */
export function project(context, app, output) {
  const folder = mkdtempSync(join(context.folder, `${app}-`));
  if (output !== undefined) cpSync(output, join(folder, "graph"), { recursive: true });
  cpSync(fileURLToPath(new URL(`../apps/${app}.ts`, import.meta.url)), join(folder, `${app}.ts`));
  symlinkSync(modules, join(folder, "node_modules"));
  writeConfig(folder, { files: [`${app}.ts`] });
  return folder;
}

export function writeConfig(folder, files, options = {}) {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, ...files }),
  );
}

/** The output for a part of Graph, made when it is first asked for. */
export function selected({ tool, schema, folder }, format, include) {
  const output = join(folder, `selected-${format}`);
  if (!existsSync(output)) generate(tool, schema, output, ["--emit-format", format, "--include", include]);
  return output;
}

const compilerOptions = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};
