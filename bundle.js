import { build } from "rolldown";
import { precompile, templateTexts } from "./dist/rendering/built-in-templates.js";

/** Replaces the module that reads and compiles the templates by one that holds them precompiled. */
const precompiledTemplates = {
  name: "precompiled-templates",
  load(path) {
    if (!/[\\/]dist[\\/]rendering[\\/]built-in-templates\.js$/.test(path)) return null;
    return `export const builtInTemplates = ${precompile(templateTexts())};`;
  },
};

// Command and library in few files: loading about three hundred modules takes longer than generating a small service.
await build({
  input: { "odata-codegen": "dist/cli/main.js", index: "dist/index.js" },
  platform: "node",
  external: /^(?![./])/, // Dependencies are installed beside the tool.
  plugins: [precompiledTemplates],
  output: { dir: "lib", cleanDir: true, chunkFileNames: "[name].js", comments: false },
});
