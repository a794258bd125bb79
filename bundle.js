import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { configSchema } from "./dist/config/json-schema.js";
import { precompile } from "./dist/rendering/compile-templates.js";
import { templateTexts } from "./dist/rendering/template-texts.js";
import { joinRuntime } from "./join-runtime.js";
import { keepPublicDeclarations } from "./public-declarations.js";

const dist = fileURLToPath(new URL("dist/", import.meta.url));

/** Replaces the module that reads and compiles the templates by one that holds them precompiled. */
const precompiledTemplates = {
  name: "precompiled-templates",
  load(path) {
    if (!/[\\/]dist[\\/]rendering[\\/]built-in-templates\.js$/.test(path)) return null;
    const texts = new Map([...templateTexts()].map(([name, { text }]) => [name, text]));
    return `export const builtInTemplates = ${precompile(texts)};`;
  },
};

// What every run loads takes half the time when bundled; the others take half the space.
const bundled = new Set(["yargs", "lilconfig", "jsonc-parser", "yaml", "marked", "undici", "@clack/prompts"]);

// Command and library in few files: loading about three hundred modules takes longer than generating a small service.
const { output } = await build({
  input: { "odata-codegen": "dist/cli/main.js", index: "dist/index.js", vite: "dist/vite/plugin.js" },
  platform: "node",
  // All others are imported from beside the tool.
  external: (id, importer = "") => /^[^./]/.test(id) && !bundled.has(id) && importer.startsWith(dist),
  resolve: { mainFields: ["module", "main"] },
  plugins: [precompiledTemplates],
  output: { dir: "lib", cleanDir: true, chunkFileNames: "[name].js", comments: false },
});

// The licenses of bundled packages require a copy of their text.
const modules = output.flatMap(({ moduleIds = [] }) => moduleIds).filter((path) => !path.startsWith(dist));
const packages = new Set(modules.flatMap((path) => path.match(/^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/) ?? []));
const licenses = [...packages].toSorted().map((folder) => {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)) ?? "package.json";
  return `${folder.split(/[\\/]node_modules[\\/]/).at(-1)}\n\n${readFileSync(join(folder, name), "utf8").trim()}\n`;
});
writeFileSync("lib/licenses.txt", licenses.join("\n\n"));

// What generated files import when the output has a copy of the runtime.
mkdirSync("lib/runtime");
for (const [name, text] of joinRuntime()) writeFileSync(`lib/runtime/${name}.ts`, text);

// The same as a package of its own, which output can import instead.
rmSync("packages/runtime/dist", { recursive: true, force: true });
cpSync("dist/runtime", "packages/runtime/dist", { recursive: true });

keepPublicDeclarations("dist");

// What "$schema" in a config file names.
writeFileSync("config.schema.json", `${JSON.stringify(configSchema(), undefined, 2)}\n`);
