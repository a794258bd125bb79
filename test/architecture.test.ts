import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = files.flatMap((from) =>
  ts.preProcessFile(readFileSync(join(root, from), "utf8")).importedFiles.map(({ fileName: to }) => ({
    from,
    to: to.startsWith(".") ? posix.join(dirname(from), to) : to,
  })),
);

function roomOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "top";
}

/** What each room may import, besides itself: the arrows point one way. `top` is the pipeline and the public API. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  diagnostics: [],
  patterns: [],
  installation: [],
  edm: ["diagnostics"],
  sources: ["diagnostics"],
  output: ["diagnostics"],
  config: ["diagnostics", "sources"],
  code: ["edm"],
  vocabularies: ["diagnostics", "edm", "patterns"],
  csdl: ["diagnostics", "edm"],
  pages: ["diagnostics", "edm"],
  read: ["diagnostics", "edm", "sources", "csdl", "pages"],
  merge: ["diagnostics", "edm"],
  select: ["diagnostics", "edm"],
  facts: ["edm", "vocabularies", "patterns"],
  // The values of examples are judged by the very checks that generated validators run.
  values: ["diagnostics", "edm", "vocabularies", "patterns", "facts", "runtime"],
  explain: ["diagnostics", "edm", "facts"],
  permissions: ["diagnostics", "edm", "vocabularies", "sources", "select", "config"],
  audit: ["diagnostics", "edm", "facts", "values", "select", "sources", "config"],
  naming: ["diagnostics", "edm", "code", "facts", "select"],
  views: ["diagnostics", "edm", "vocabularies", "facts", "values", "naming", "code", "select", "permissions"],
  rendering: ["diagnostics", "code", "views", "installation"],
  "up-to-date": ["diagnostics", "output", "read", "sources", "select", "views", "installation"],
  top: [
    ...[
      "diagnostics",
      "sources",
      "output",
      "config",
      "vocabularies",
      "edm",
      "facts",
      "csdl",
      "read",
      "merge",
      "select",
      "audit",
    ],
    ...["naming", "views", "rendering", "up-to-date", "installation"],
  ],
  cli: [
    ...["diagnostics", "sources", "output", "config", "edm", "csdl", "read", "merge", "select", "vocabularies"],
    ...["explain", "permissions", "audit", "rendering", "installation", "up-to-date", "top"],
  ],
};

/** Each vendor has one place. */
const vendors: Readonly<Record<string, RegExp>> = {
  saxes: /^csdl\/xml\/tree\/xml-tree\.ts$/,
  "jsonc-parser": /^(csdl\/json|values|pages\/json|audit\/suppressions|config)\//,
  marked: /^pages\/markdown\/block-lexer\.ts$/,
  yaml: /^pages\//,
  handlebars: /^rendering\/read-template\.ts$/,
  "oxc-transform": /^rendering\/to-javascript\.ts$/,
  "ts-morph": /^rendering\/verify\.ts$/,
  tinyglobby: /^sources\//,
  lilconfig: /^config\//,
  jiti: /^config\//,
};

describe("the rooms", () => {
  it.each(Object.keys(allowed))("%s imports only what stands below it", (room) => {
    const wrong = imports.filter(
      ({ from, to }) =>
        roomOf(from) === room &&
        to.endsWith(".js") &&
        roomOf(to) !== room &&
        allowed[room]?.includes(roomOf(to)) !== true,
    );
    expect(wrong).toEqual([]);
  });

  it("nothing imports the command line", () => {
    expect(imports.filter(({ from, to }) => roomOf(to) === "cli" && roomOf(from) !== "cli")).toEqual([]);
  });

  it("every vendor has one place", () => {
    const used = imports.filter(({ to }) => !to.endsWith(".js") && !to.startsWith("node:"));
    const packageOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    expect(used.filter(({ from, to }) => vendors[packageOf(to)]?.test(from) !== true)).toEqual([]);
  });

  it("the runtime has no imports but its own files, so that it can lie beside the output", () => {
    const wrong = imports.filter(
      ({ from, to }) => roomOf(from) === "runtime" && (roomOf(to) !== "runtime" || !to.endsWith(".js")),
    );
    expect(wrong).toEqual([]);
  });
});
