/** Libraries that take schemas, with the recipes of docs/validation.md. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { generateTo } from "../../support/generate.js";
import { fill } from "../../support/temporary-folder.js";

const app = fileURLToPath(new URL("app", import.meta.url));
const page = readFileSync(fileURLToPath(new URL("../../../docs/validation.md", import.meta.url)), "utf8");

/** The recipes of the page: blocks that begin with the name of a file. */
const recipes = Object.fromEntries(
  [...page.matchAll(/^```tsx?\n\/\/ ([\w-]+\.tsx?)\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => [
    name,
    code,
  ]),
);

// Before the tests are collected: those of the app import the schemas and the recipes.
const generated = join(app, "generated");
rmSync(generated, { recursive: true, force: true });
await generateTo(join(generated, "service"), [fileURLToPath(new URL("../../guide/sales.xml", import.meta.url))]);
fill(generated, recipes);

const compilers = ["typescript", "typescript-5.9"];

/** What a compiler reports of a folder. */
function compiled(compiler: string, folder: string): string {
  const tsc = createRequire(import.meta.url).resolve(`${compiler}/bin/tsc`);
  return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
}

describe.each(compilers)("the app and the recipes under %s", (compiler) => {
  it("compile", () => {
    expect(compiled(compiler, app)).toBe("");
  });
});

describeWithCorpus("the schemas of Microsoft Graph", () => {
  const users = fileURLToPath(new URL("graph", import.meta.url));
  beforeAll(async () => {
    const output = join(users, "generated");
    rmSync(output, { recursive: true, force: true });
    const options = { emit: ["types", "validators"], tsNocheck: "auto" } as const;
    await generateTo(output, [join(corpus, "graph/v1.0-2026-08.csdl")], options);
  });

  it.each(compilers)("compile in all of the libraries under %s", (compiler) => {
    expect(compiled(compiler, users)).toBe("");
  });
});

/** What each module of steps exports; it is imported by its path, since it compiles only with what is generated. */
interface Steps {
  readonly steps: () => void;
}

for (const file of readdirSync(app).filter((file) => /\.steps\.tsx?$/.test(file))) {
  const { steps } = (await import(pathToFileURL(join(app, file)).href)) as Steps;
  describe(file.replace(/\.steps\.tsx?$/, ""), () => steps());
}
