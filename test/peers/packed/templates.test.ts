/** Templates and artifacts of the user, with the packed tool: it checks them by the declarations that it holds. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentOf, fill } from "../../support/temporary-folder.js";
import { binOf, installTool, run } from "./install.js";
import { tsc } from "./tsc.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const lamps = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="home">
<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType></Schema>`;

/** Prints which of the packages a run loaded. */
const loaded = `import { createRequire } from "node:module";
const { cache } = createRequire(import.meta.url);
process.on("exit", () => {
  const found = Object.keys(cache).flatMap((path) => /handlebars.dist.cjs.(handlebars\\.js|handlebars.compiler)|node_modules.(ts-morph)/.exec(path)?.slice(1) ?? []);
  console.log("loaded: " + [...new Set(found.filter(Boolean))].sort().join(" "));
});
`;

const artifact = {
  "list/artifact.json": '{ "name": "list", "view": "entities", "files": [{ "template": "list", "path": "list.md" }] }',
  "list/list.hbs":
    "{{!-- view: EntitiesView --}}\n{{#each namespaces}}{{#each types}}- {{markdown name}}\n{{/each}}{{/each}}",
};

function typeErrors(folder: string, file: string): string {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: "nodenext",
    target: "es2022",
    types: [],
    skipLibCheck: true,
  };
  fill(folder, { "tsconfig.json": JSON.stringify({ compilerOptions, files: [file] }) });
  return tsc(folder, "-p", ".");
}

describe("the packed tool", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-templates-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    installTool(folder, { runtime: true });
    fill(folder, { "lamps.xml": lamps, "loaded.mjs": loaded, ...artifact });
  });

  const withLoaded = (...args: readonly string[]) =>
    spawnSync(process.execPath, ["--import", "./loaded.mjs", binOf(folder), "generate", "lamps.xml", ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  it("loads neither compiler without templates, nor when nothing changed", () => {
    expect(withLoaded("-o", "plain")).toMatchObject({ status: 0, stdout: "loaded: \n" });
    const first = withLoaded("-o", "own", "--artifacts", "list");
    expect(first).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^loaded: .*handlebars.*ts-morph\n$/) as unknown,
    });
    expect(withLoaded("-o", "own", "--artifacts", "list")).toMatchObject({ status: 0, stdout: "loaded: \n" });
    const { "list.md": list, ".odata-codegen.json": _, ...own } = contentOf(join(folder, "own"));
    expect(list).toBe("- home.lamp\n");
    const { ".odata-codegen.json": __, ...plain } = contentOf(join(folder, "plain"));
    expect(own).toEqual(plain);
  });

  it("lists and ejects its templates, and replaces one that was changed", () => {
    expect(run(folder, ["templates", "list"]).stdout).toMatch(/^partials\/banner\.hbs +BannerView$/m);
    expect(run(folder, ["templates", "eject", "banner"])).toMatchObject({ status: 0 });
    const path = join(folder, "templates/partials/banner.hbs");
    fill(folder, { "templates/partials/banner.hbs": `${readFileSync(path, "utf8")}// Example Ltd.\n` });
    expect(run(folder, ["generate", "lamps.xml", "-o", "banners", "--templates", "templates", "--verify"])).toEqual({
      status: 0,
      stdout: "",
      stderr: expect.stringMatching(/^✔ 1 type → banners \(.*\)\n$/) as unknown,
    });
    expect(contentOf(join(folder, "banners"))["types.ts"]).toContain("replaces it.\n// Example Ltd.\n");
  });

  it("reports faults at their places, and writes nothing", () => {
    fill(folder, {
      "wrong/artifact.json": artifact["list/artifact.json"],
      "wrong/list.hbs": "{{!-- view: EntitiesView --}}\n{{protocol}} {{json protocl}}\n",
    });
    const { status, stderr } = run(folder, ["generate", "lamps.xml", "-o", "nothing", "--artifacts", "wrong"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^wrong\/list\.hbs:2:3 - error template-text-raw: /m);
    expect(stderr).toMatch(/^wrong\/list\.hbs:2:21 - error template-path-unknown: .* did you mean protocol\?$/m);
    expect(contentOf(folder)).not.toHaveProperty("nothing/types.ts");
  });

  it("writes the example of a catalogue as it is committed, and its types compile", () => {
    const example = contentOf(join(root, "examples/catalogue"));
    fill(join(folder, "catalogue"), example);
    expect(run(folder, ["generate", "--check"], { cwd: join(folder, "catalogue") })).toMatchObject({ status: 0 });
    expect(typeErrors(join(folder, "catalogue"), "generated/index.ts")).toBe("");
  });

  it("has types for the program of docs/templates.md", () => {
    const page = readFileSync(join(root, "docs/templates.md"), "utf8");
    const [, program = ""] = /^`generate\.ts`:\n\n```ts\n([\s\S]*?)^```$/m.exec(page) ?? [];
    expect(program).toContain('artifacts: ["lamp-list"]');
    fill(folder, { "generate.ts": program.replace("process.cwd()", '"/"') });
    expect(typeErrors(folder, "generate.ts")).toBe("");
  });
});
