import { build } from "rolldown";
import { builtInTemplates } from "./dist/rendering/built-in-templates.js";

/** Keeps the templates as they are read now: to read them takes a third of the time that a small service takes. */
const templatesAsRead = {
  name: "templates-as-read",
  load(path) {
    if (!/[\\/]dist[\\/]rendering[\\/]built-in-templates\.js$/.test(path)) return null;
    const entries = JSON.stringify([...builtInTemplates()]);
    return `export function builtInTemplates() { return new Map(JSON.parse(${JSON.stringify(entries)})); }`;
  },
};

// Program and library in few files: to load some three hundred modules takes longer than to generate a small service.
await build({
  input: { "odata-codegen": "dist/cli/main.js", index: "dist/index.js" },
  platform: "node",
  // Only the tool's own modules; what it depends on is installed beside it.
  external: /^(?![./])/,
  plugins: [templatesAsRead],
  output: { dir: "lib", cleanDir: true, chunkFileNames: "[name].js", comments: false },
});
