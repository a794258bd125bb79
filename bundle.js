import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { minifySync } from "rolldown/utils";
import { configSchema } from "./dist/config/json-schema.js";
import { precompile } from "./dist/rendering/compile-templates.js";
import { templateFiles } from "./dist/rendering/template-files.js";
import { templateTexts } from "./dist/rendering/template-texts.js";
import { joinDeclarations } from "./join-declarations.js";
import { joinRuntime } from "./join-runtime.js";

const dist = fileURLToPath(new URL("dist/", import.meta.url));

/** Code that is shipped a second time takes less on the disk without its white space. */
function withoutSpace(name, code) {
  return minifySync(name, code, { module: true, compress: false, mangle: false }).code;
}

/** Code of packages keeps the names of its functions and classes, which messages and stack traces show. */
function minified(name, code) {
  const keepNames = { function: true, class: true };
  return minifySync(name, code, { module: true, compress: { keepNames }, mangle: { keepNames } }).code;
}

const PRECOMPILED = /[\\/]dist[\\/]rendering[\\/]built-in-templates\.js$/;
const READ = /[\\/]dist[\\/]rendering[\\/]template-files\.js$/;

/** Replaces the modules that read and compile the templates by such that hold them, as texts and precompiled. */
const heldTemplates = {
  name: "held-templates",
  load(path) {
    if (READ.test(path)) return `export const templateFiles = ${JSON.stringify(templateFiles)};`;
    if (!PRECOMPILED.test(path)) return null;
    const texts = new Map([...templateTexts()].map(([name, { text }]) => [name, text]));
    return `export const builtInTemplates = ${precompile(texts)};`;
  },
};

/** Replaces the entry of undici, which also loads its caches, mocks and web sockets, by one with what the tool uses. */
const usedOfUndici = {
  name: "used-of-undici",
  load(path) {
    if (!/[\\/]node_modules[\\/]undici[\\/]index\.js$/.test(path)) return null;
    return `Object.assign(require("./lib/dispatcher/dispatcher").prototype, require("./lib/api"));
exports.Agent = require("./lib/dispatcher/agent");
exports.EnvHttpProxyAgent = require("./lib/dispatcher/env-http-proxy-agent");
exports.fetch = require("./lib/web/fetch").fetch;`;
  },
};

/** The name of the package that a module belongs to; undefined for our own. */
function packageOf(id) {
  return /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1];
}

// What every run loads takes half the time when bundled; the others take half the space.
const bundled = new Set([
  "yargs",
  "lilconfig",
  "jsonc-parser",
  "yaml",
  "marked",
  "undici",
  "@clack/prompts",
  "@dagrejs/dagre",
]);

// Command and library in few files: loading about three hundred modules takes longer than generating a small service.
const { output } = await build({
  input: { "odata-codegen": "dist/cli/main.js", index: "dist/index.js", vite: "dist/vite/plugin.js" },
  platform: "node",
  // All others are imported from beside the tool.
  external: (id, importer = "") => /^[^./]/.test(id) && !bundled.has(id) && importer.startsWith(dist),
  resolve: { mainFields: ["module", "main"] },
  plugins: [heldTemplates, usedOfUndici],
  output: {
    dir: "lib",
    cleanDir: true,
    chunkFileNames: "[name].js",
    comments: false,
    codeSplitting: {
      groups: [
        ...["undici", "yaml", "marked", "@dagrejs/dagre"].map((name) => ({
          name: name.replace(/^.*\//, ""),
          test: (id) => packageOf(id) === name,
        })),
        { name: "built-in-templates", test: (id) => PRECOMPILED.test(id) },
      ],
    },
  },
});

// Chunks of packages and of precompiled templates, a third of what is shipped, are minified; our own code stays
// readable.
for (const { fileName, code = "", moduleIds = [] } of output) {
  const isOwn = (id) => packageOf(id) === undefined && !PRECOMPILED.test(id);
  if (fileName.includes("rolldown-runtime") || moduleIds.some(isOwn)) continue;
  writeFileSync(join("lib", fileName), minified(fileName, code));
}

// The licenses of bundled packages require a copy of their text.
const modules = output.flatMap(({ moduleIds = [] }) => moduleIds).filter((path) => !path.startsWith(dist));
const packages = new Set(
  modules.flatMap((path) => path.match(/^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/) ?? []),
);
const licenses = [...packages].toSorted().map((folder) => {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)) ?? "package.json";
  return `${folder.split(/[\\/]node_modules[\\/]/).at(-1)}\n\n${readFileSync(join(folder, name), "utf8").trim()}\n`;
});
writeFileSync("lib/licenses.txt", licenses.join("\n\n"));

// The programs in pages of `explore`, which are text to the tool: with and without what compares two versions.
for (const [file, comparesVersions] of [
  ["lib/explorer.js", false],
  ["lib/explorer-changes.js", true],
])
  await build({
    input: "src/explorer/main.ts",
    platform: "browser",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    plugins: [
      {
        name: "compares-versions",
        load: (path) =>
          /[\\/]model[\\/]compares\.ts$/.test(path) ? `export const comparesVersions = ${comparesVersions};` : null,
      },
    ],
    output: { file, minify: true, comments: false },
  });
const styles = readdirSync("src/explorer/styles").toSorted();
const joinedStyles = styles.map((file) => readFileSync(join("src/explorer/styles", file), "utf8")).join("\n");
writeFileSync("lib/explorer.css", joinedStyles);

// What generated files import when the output has a copy of the runtime.
mkdirSync("lib/runtime");
for (const [name, text] of joinRuntime()) writeFileSync(`lib/runtime/${name}.ts`, text);

// By which builds of one version are told apart.
const built = createHash("sha256");
for (const path of readdirSync("lib", { recursive: true, encoding: "utf8" }).toSorted())
  if (/\.\w+$/.test(path)) built.update(`${path}\0`).update(readFileSync(join("lib", path)));
writeFileSync("lib/build.txt", built.digest("hex"));

joinDeclarations();

// The same as a package of its own, which output can import instead.
rmSync("packages/runtime/dist", { recursive: true, force: true });
cpSync("dist/runtime", "packages/runtime/dist", { recursive: true });

// The copy of it in the tool, for code written by hand, in few files: a hundred small ones take twice the space.
const runtime = readdirSync("dist/runtime", { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".js"),
);
const entries = runtime.filter((path) => !/[\\/]/.test(path)).map((path) => path.replace(/\.js$/, ""));
const joinedEntries = await build({
  input: Object.fromEntries(entries.map((name) => [name, `dist/runtime/${name}.js`])),
  write: false,
  output: { chunkFileNames: "parts/[name].js", comments: false },
});
for (const path of runtime) rmSync(join("dist/runtime", path));
mkdirSync("dist/runtime/parts");
for (const { fileName, code } of joinedEntries.output)
  writeFileSync(join("dist/runtime", fileName), withoutSpace(fileName, code));

// What "$schema" in a config file names.
writeFileSync("config.schema.json", `${JSON.stringify(configSchema(), undefined, 2)}\n`);
