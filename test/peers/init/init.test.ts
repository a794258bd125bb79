/** Sets up projects of several kinds with the packed tool, and compiles the first example of each. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentOf, temporaryFolder } from "../../support/temporary-folder.js";
import { installTool, run } from "../packed/install.js";
import { tsc } from "../packed/tsc.js";

const golden = (path: string) => readFileSync(fileURLToPath(new URL(`../../golden/${path}`, import.meta.url)), "utf8");

const tool = mkdtempSync(join(realpathSync(tmpdir()), "odata-codegen-init-"));
beforeAll(() => installTool(tool), 120_000);
afterAll(() => rmSync(tool, { recursive: true, force: true }));

const init = (folder: string, ...args: readonly string[]) => run(tool, ["init", ...args], { cwd: folder });
const configIn = (folder: string) => readFileSync(join(folder, "odata-codegen.config.json"), "utf8");

const tsconfig = (options: object) =>
  JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [], ...options },
    include: ["src"],
  });

const v4 = golden("client-everything/input.xml");
const v2 = golden("odata-2/input.xml");
const lamp = golden("page-everything/lamp.md");
const list = golden("page-everything/lamp-list.md");

describe("init of the packed tool", () => {
  it.each([
    ["CSDL", { "yard.xml": v4 }, { module: "nodenext" }, "module"],
    ["CSDL for a bundler", { "yard.xml": v4 }, { module: "preserve", moduleResolution: "bundler" }, "commonjs"],
    ["OData 2.0 in CommonJS", { "api/shop.xml": v2 }, { module: "nodenext", verbatimModuleSyntax: false }, "commonjs"],
    ["reference pages", { "docs/lamp.md": lamp, "docs/lamp-list.md": list }, { module: "nodenext" }, "module"],
    [
      "imports that end in .ts",
      { "yard.xml": v4 },
      { module: "nodenext", rewriteRelativeImportExtensions: true, noEmit: false, outDir: "dist", rootDir: "src" },
      "module",
    ],
  ])("sets up a project with %s, whose example compiles", (_, inputs, options, type) => {
    const folder = temporaryFolder({
      ...inputs,
      "package.json": `{\n  "type": "${type}"\n}\n`,
      "tsconfig.json": tsconfig(options),
    });
    const { status, stderr } = init(folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("✔ wrote src/example.ts") });
    expect(readFileSync(join(folder, "src/example.ts"), "utf8")).toMatch(/\.get\(\{ select: \["/);
    expect(tsc(folder)).toBe("");
    expect(run(tool, ["generate", "--check"], { cwd: folder }).status).toBe(0);
  });

  it("adds a second service to the config file, and finds nothing more then", () => {
    const folder = temporaryFolder({ "yard.xml": v4, "package.json": "{}" });
    init(folder);
    expect(init(folder).stderr).toContain("Nothing to add");
    const added = temporaryFolder({ ...contentOf(folder), "shop.xml": v2 });
    expect(init(added, "--name", "store", "--output", "src/store").status).toBe(0);
    expect(JSON.parse(configIn(added))).toMatchObject({
      services: { yard: { output: "src/yard" }, store: { input: "shop.xml", output: "src/store" } },
    });
    expect(run(tool, ["generate", "--check"], { cwd: added }).status).toBe(0);
  });

  it("writes nothing where there is nothing, and does not wait for answers", () => {
    const folder = temporaryFolder();
    const { status, stderr } = init(folder);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("init-nothing-found") });
    expect(contentOf(folder)).toEqual({});
  });
});

describe("the config file of the packed tool", () => {
  it("has a schema that init names, and that takes what init writes", () => {
    const folder = temporaryFolder({ "yard.xml": v4 });
    installTool(folder);
    run(folder, ["init"]);
    const config = JSON.parse(configIn(folder)) as { readonly $schema: string };
    const schema = JSON.parse(readFileSync(join(folder, config.$schema), "utf8")) as object;
    const matches = new Ajv().compile(schema);
    expect([matches(config), matches.errors]).toEqual([true, null]);
    expect(matches({ services: { yard: { input: "yard.xml", output: "src", emit: "type" } } })).toBe(false);
  });

  it.each([
    ["a function", "() => config"],
    ["a promise", "Promise.resolve(config)"],
    ["a function of TypeScript", "async (): Promise<object> => config"],
  ])("exports %s, with defaults", (_, exported) => {
    const name = exported.includes(":") ? "odata-codegen.config.ts" : "odata-codegen.config.mjs";
    const folder = temporaryFolder({
      "yard.xml": v4,
      [name]: `const config = { defaults: { emit: "types", importExtension: "none" }, services: { yard: { input: "yard.xml", output: "out" } } };\nexport default ${exported};\n`,
    });
    expect(run(tool, ["generate"], { cwd: folder }).status).toBe(0);
    const { "out/index.ts": index = "", ...files } = contentOf(folder);
    expect(index).toMatch(/from "\.\/types"/);
    expect(Object.keys(files)).not.toContain("out/client.ts");
  });

  it("runs a command over what was generated and type-checked, and compares with it", () => {
    const onDone = `node -e "for (const path of process.argv.slice(1)) fs.appendFileSync(path, '// done')"`;
    const folder = temporaryFolder({
      "yard.xml": v4,
      "odata-codegen.config.json": JSON.stringify({
        services: { yard: { input: "yard.xml", output: "out", emit: "types", verify: true, onDone } },
      }),
    });
    const { status, stderr } = run(tool, ["generate"], { cwd: folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("✔ yard") });
    expect(readFileSync(join(folder, "out/types.ts"), "utf8")).toMatch(/\/\/ done$/);
    expect(run(tool, ["generate", "--check"], { cwd: folder }).status).toBe(0);
  });
});
