import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { type Arrows, circlesIn, type Import, roomOf, wrongImports } from "./support/import-graph.js";

const root = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

/** The pipeline and the public API: no other file stands at the top of `src`. */
const topFiles = [
  "audit.ts",
  "convert.ts",
  "diff.ts",
  "explain.ts",
  "explore.ts",
  "generate-service.ts",
  "generate-whole.ts",
  "generate.ts",
  "index.ts",
  "load-model.ts",
  "mock.ts",
  "permissions.ts",
];

/**
 * The rooms from the bottom up, each with the rooms that it may import. A room can import only what stands before it in
 * this list; `below` allows all of that.
 */
const arrows: Arrows = {
  // What generated code runs on. It is copied beside the output, so it imports nothing.
  runtime: [],
  // Words of all the others: messages, the model, the tool itself.
  diagnostics: [],
  patterns: [],
  installation: [],
  edm: ["diagnostics"],
  // Texts come in, documents go out.
  sources: ["diagnostics"],
  config: ["diagnostics", "sources"],
  csdl: ["diagnostics", "edm"],
  pages: ["diagnostics", "edm"],
  read: ["diagnostics", "edm", "sources", "csdl", "pages"],
  // Documents become one model, and the model is judged.
  merge: ["diagnostics", "edm"],
  vocabularies: ["diagnostics", "edm", "patterns"],
  select: ["diagnostics", "edm"],
  facts: ["diagnostics", "edm", "vocabularies", "patterns"],
  // The values of examples are checked by the same code that generated validators run.
  values: ["diagnostics", "edm", "facts", "runtime"],
  // What can be reported of a model.
  explain: ["diagnostics", "edm", "facts", "select"],
  permissions: ["diagnostics", "edm", "vocabularies", "sources", "select", "config"],
  audit: ["diagnostics", "edm", "facts", "values", "select", "sources", "config"],
  // The model becomes output.
  code: ["edm"],
  naming: ["diagnostics", "edm", "code", "facts", "select"],
  views: [
    "runtime",
    "diagnostics",
    "edm",
    "vocabularies",
    "facts",
    "values",
    "naming",
    "code",
    "select",
    "permissions",
  ],
  rendering: ["diagnostics", "code", "views", "installation"],
  output: ["diagnostics"],
  templates: ["diagnostics", "installation", "sources", "config", "read", "views", "rendering", "output"],
  // What is kept between runs, and what changed between two models.
  memory: ["diagnostics", "sources", "output"],
  kept: ["diagnostics", "edm", "sources", "read", "naming", "output"],
  changes: ["diagnostics", "edm", "vocabularies", "facts", "permissions", "code", "naming", "views"],
  "up-to-date": ["diagnostics", "output", "read", "sources", "installation", "naming", "select", "views", "templates"],
  explore: ["edm", "facts", "permissions", "code", "views", "rendering"],
  // What runs in the browser: it knows the form of the data, and computes with the code that the tool has for it.
  explorer: ["edm", "explore"],
  services: ["diagnostics", "sources", "config", "read", "naming", "output", "kept", "up-to-date"],
  // What sets up a project.
  init: ["diagnostics", "edm", "vocabularies", "sources", "config", "read", "output"],
  top: "below",
  vite: ["diagnostics", "sources", "kept", "services", "top"],
  cli: "below",
};

/** No folder holds more files side by side. */
const MAX_FILES = 16;

/** Every import of `src`: of its own files by their path, of packages by their name. */
const allImports: readonly Import[] = files.flatMap((from) =>
  ts.preProcessFile(readFileSync(join(root, from), "utf8")).importedFiles.map(({ fileName: to }) => ({
    from,
    to: to.startsWith(".") ? posix.join(dirname(from), to).replace(/\.js$/, ".ts") : to,
  })),
);
const own = new Set(files);
const imports = allImports.filter(({ to }) => own.has(to));
const packages = allImports.filter(({ to }) => !own.has(to) && !to.startsWith("node:"));

/** Each vendor has one place. */
const vendors: Readonly<Record<string, RegExp>> = {
  "fast-xml-parser": /^csdl\/xml\/tree\/xml-tree\.ts$/,
  "@nodable/entities": /^(csdl\/xml\/tree\/xml-tree|sources\/foreign\/foreign-markup)\.ts$/,
  "jsonc-parser": /^(csdl\/json|values|pages\/json|sources\/foreign|audit\/suppressions|config|kept\/lock|init)\//,
  marked: /^pages\/markdown\/block-lexer\.ts$/,
  yaml: /^pages\//,
  handlebars: /^rendering\/(engine|compile-templates)\.ts$/,
  "oxc-transform": /^rendering\/to-javascript\.ts$/,
  "ts-morph": /^(rendering\/(?:verify|without-types)|templates\/contract\/[\w-]+)\.ts$/,
  undici: /^sources\/remote\/connection\.ts$/,
  tinyglobby: /^sources\//,
  picomatch: /^sources\//,
  "@clack/prompts": /^cli\/init\/ask\.ts$/,
  yargs: /^cli\/program\.ts$/,
  chokidar: /^cli\/watch\/file-watcher\.ts$/,
  lilconfig: /^config\//,
  jiti: /^config\//,
};

describe("the rooms", () => {
  it("every room has its arrows, and no file stands beside the rooms but the pipeline and the public API", () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(arrows)));
    expect(files.filter((path) => roomOf(path) === "top").sort()).toEqual(topFiles);
  });

  it("arrows point down the list", () => {
    const rooms = Object.keys(arrows);
    const upward = Object.entries(arrows).flatMap(([room, targets]) =>
      targets === "below"
        ? []
        : targets
            .filter((target) => !rooms.slice(0, rooms.indexOf(room)).includes(target))
            .map((to) => `${room} → ${to}`),
    );
    expect(upward).toEqual([]);
  });

  it("every import follows an arrow", () => {
    expect(wrongImports(imports, arrows)).toEqual([]);
  });

  it("no arrow is left over", () => {
    const used = new Set(imports.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`));
    const unused = Object.entries(arrows).flatMap(([room, targets]) =>
      targets === "below" ? [] : targets.map((to) => `${room} → ${to}`).filter((arrow) => !used.has(arrow)),
    );
    expect(unused).toEqual([]);
  });

  it("an import against the arrows is found", () => {
    const invented = [
      { from: "edm/model.ts", to: "merge/merge.ts" },
      { from: "merge/merge.ts", to: "edm/model.ts" },
      { from: "generate.ts", to: "cli/main.ts" },
      { from: "attic/box.ts", to: "edm/model.ts" },
    ];
    expect(wrongImports(invented, arrows)).toEqual([
      "edm/model.ts → merge/merge.ts",
      "generate.ts → cli/main.ts",
      "attic/box.ts → edm/model.ts",
    ]);
  });

  it("no file imports itself by way of others, types included", () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  it("a circle is found", () => {
    const invented = [
      { from: "merge/a.ts", to: "merge/b.ts" },
      { from: "merge/b.ts", to: "merge/c.ts" },
      { from: "merge/c.ts", to: "merge/b.ts" },
      { from: "merge/a.ts", to: "merge/c.ts" },
    ];
    expect(circlesIn(invented)).toEqual(["merge/b.ts → merge/c.ts → merge/b.ts"]);
  });

  it(`no folder holds more than ${MAX_FILES} files side by side`, () => {
    const counts = new Map<string, number>();
    for (const path of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([]);
  });

  it("ARCHITECTURE.md names every room", () => {
    const path = join(root, "../ARCHITECTURE.md");
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    const rooms = Object.keys(arrows).filter((room) => room !== "top");
    expect(rooms.filter((room) => !text.includes(`\`${room}/\``))).toEqual([]);
  });

  it("every vendor has one place", () => {
    const packageOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    expect(packages.filter(({ from, to }) => vendors[packageOf(to)]?.test(from) !== true)).toEqual([]);
  });

  it("the runtime imports its own files only, so that it can lie beside the output", () => {
    expect(allImports.filter(({ from, to }) => roomOf(from) === "runtime" && !own.has(to))).toEqual([]);
  });
});
