/** Compiles the code blocks of docs/validation.md, runs them, and compares what they show, and its tables. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vocabularies } from "../../src/vocabularies/terms/terms.js";
import { compile, compilers } from "../support/compile.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { fill } from "../support/temporary-folder.js";
import { blocksOf } from "./blocks.js";
import { judgeIn, PASSES, type Judge } from "./checks/judge.js";
import { checkTables } from "./checks/check-tables.js";
import { ruleProbes, rulesInOrder } from "./checks/rule-probes.js";
import { typeProbes } from "./checks/type-probes.js";

const path = fileURLToPath(new URL("../../docs/validation.md", import.meta.url));
const page = readFileSync(path, "utf8");

/** What a reader has before a block begins. */
const assumed = `export const id = "01234567-89ab-cdef-0123-456789abcdef";
export const link = "https://sales.example/customers?$skiptoken=2";
export const shown: string[] = [];
export const show = (...values: readonly unknown[]): void => {
  shown.push(values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "));
};
`;

const blocks = blocksOf(page, assumed, "text");

describe("docs/validation.md", () => {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-validation-"));
  let judge: Judge;
  beforeAll(async () => {
    installRuntime(folder);
    const sales = fileURLToPath(new URL("sales.xml", import.meta.url));
    await generateTo(join(folder, "guide/service"), [sales], { runtime: "package" });
    fill(join(folder, "guide"), { "assumed.ts": assumed });
    fill(join(folder, "guide"), Object.fromEntries(blocks.map(({ line, code }) => [`line-${line}.ts`, code])));
    judge = await judgeIn(join(folder, "checks"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(compilers)("compiles with %s", (compiler) => {
    const options = { unusedLocals: true, emit: compiler === "typescript" };
    expect(compile(join(folder, "guide"), compiler, options)).toBe("");
  });

  it.each(blocks)("line $line shows what the page does", async ({ line, shown }) => {
    const module = (name: string): string => pathToFileURL(join(folder, "guide/js", name)).href;
    const { shown: lines } = (await import(module("assumed.js"))) as { readonly shown: string[] };
    lines.length = 0;
    await import(module(`line-${line}.js`));
    expect(lines.join("\n")).toBe(shown);
  });

  it("names every code of an issue", () => {
    const source = readFileSync(fileURLToPath(new URL("../../src/runtime/json/check-context.ts", import.meta.url)));
    const union = /export type IssueCode =([^;]*);/.exec(source.toString())?.[1] ?? "";
    const codes = [...union.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
    const [, section = ""] = /^## Issues\n([\s\S]*?)^## /m.exec(page) ?? [];
    expect([...section.matchAll(/^\| `([\w-]+)` \| /gm)].map(([, code]) => code)).toEqual(codes);
  });

  it("gives values of every type that pass, and values that do not", () => {
    const failing = Object.entries(typeProbes).flatMap(([name, { takes, refuses }]) => {
      const of = (p: unknown) => judge(`Type${name}`, { p });
      const wrong = [
        ...takes.filter((value) => of(value).read !== PASSES),
        ...refuses.filter((value) => of(value).create === PASSES),
      ];
      return wrong.map((value) => [name, value]);
    });
    expect(failing).toEqual([]);
  });

  it("has a body that breaks each rule of the Validation vocabulary that is used", () => {
    const used = Object.entries(vocabularies["Org.OData.Validation.V1"] ?? {}).filter(([, { use }]) => use === "used");
    const rules = ruleProbes["Validation"]?.map(({ rule }) => rule).join() ?? "";
    expect(used.map(([name]) => name).filter((name) => !rules.includes(`Validation.${name}`))).toEqual([]);
    const unbroken = ruleProbes["Validation"]?.filter(
      (probe) => judge(`Rule${rulesInOrder.indexOf(probe)}`, probe.body).create === PASSES,
    );
    expect(unbroken).toEqual([]);
  });

  it("has the results of schemas (npx vitest run test/guide/validation.test.ts --update writes them)", async () => {
    const [before = "", after = ""] = page.split(/(?<=^## What is checked\n\n[^\n]*\n\n)[\s\S]*?(?=^## )/m);
    await expect(`${before}${checkTables(judge)}\n\n${after}`).toMatchFileSnapshot(path);
  });
});
