import { build } from "rolldown";

// Program and library in few files: to load some three hundred modules takes longer than to generate a small service.
await build({
  input: { "odata-codegen": "dist/cli/main.js", index: "dist/index.js" },
  platform: "node",
  // Only the tool's own modules; what it depends on is installed beside it.
  external: /^(?![./])/,
  output: { dir: "lib", cleanDir: true, chunkFileNames: "[name].js", comments: false },
});
