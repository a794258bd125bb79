/** Compiles and runs what docs/zod-and-json-schema.md shows, with what the packed tool writes. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "../../guide/blocks.js";
import { compilers } from "../../support/compile.js";
import { nativeCompiler } from "../../support/native-compiler.js";
import { fill, temporaryFolder } from "../../support/temporary-folder.js";
import { installTool, run } from "../packed/install.js";
import { differences } from "./differences.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(join(root, "docs/zod-and-json-schema.md"), "utf8");

const assumed = `export const shown: string[] = [];
export const show = (...values: readonly unknown[]): void => {
  shown.push(values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "));
};
`;
const blocks = blocksOf(page, assumed, "text");

const tsconfig = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022"],
    types: [],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    isolatedDeclarations: true,
    declaration: true,
    erasableSyntaxOnly: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    rootDir: ".",
    outDir: "js",
  },
  include: ["*.ts", "service", "golden"],
};

describe("docs/zod-and-json-schema.md", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-zod-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    installTool(folder, { link: ["zod", "ajv"] });
    copyFileSync(join(root, "test/guide/sales.xml"), join(folder, "sales.xml"));
    const [, command = ""] = /^odata-codegen (generate sales\.xml .*)$/m.exec(page) ?? [];
    expect(run(folder, command.split(" "))).toMatchObject({ status: 0 });
    const golden = join(root, "test/golden/artifact-zod/input.xml");
    expect(run(folder, ["generate", golden, "-o", "golden", "--emit", "types,zod"])).toMatchObject({ status: 0 });
    const files = blocks.map(({ line, code }) => [`line-${line}.ts`, code]);
    fill(folder, { "assumed.ts": assumed, "tsconfig.json": JSON.stringify(tsconfig), ...Object.fromEntries(files) });
  });

  it.each(compilers)("compiles with %s", (compiler) => {
    const { stdout } =
      compiler === "typescript-7.0"
        ? spawnSync(nativeCompiler(), ["-p", folder], { encoding: "utf8" })
        : spawnSync(process.execPath, [createRequire(import.meta.url).resolve(`${compiler}/bin/tsc`), "-p", folder], {
            encoding: "utf8",
          });
    expect(stdout).toBe("");
  });

  it.each(blocks)("line $line shows what the page does", async ({ line, shown }) => {
    const module = (name: string): string => pathToFileURL(join(folder, "js", name)).href;
    const { shown: lines } = (await import(module("assumed.js"))) as { readonly shown: string[] };
    lines.length = 0;
    await import(module(`line-${line}.js`));
    expect(lines.join("\n")).toBe(shown);
  });

  it("lists all differences", () => {
    const rows = differences.map(({ form, what, why, verdict }) => `| ${form} | ${what} | ${verdict} | ${why} |`);
    expect([...page.matchAll(/^\| (?:zod|JSON schema) \| .*$/gm)].map(([row]) => row)).toEqual(rows);
  });

  it("doctor tells where zod is missing", () => {
    const bare = temporaryFolder({
      "sales.xml": readFileSync(join(root, "test/guide/sales.xml"), "utf8"),
      "odata-codegen.config.json": JSON.stringify({
        services: { sales: { input: "sales.xml", output: "service", emit: ["types", "zod"] } },
      }),
    });
    installTool(bare);
    expect(run(bare, ["generate"])).toMatchObject({ status: 0 });
    expect(run(bare, ["doctor"]).stdout).toContain(
      '✖ sales  zod is not installed, and "emit": "zod" needs it; npm install zod@4',
    );
  });
});
