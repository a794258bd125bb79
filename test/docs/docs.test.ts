/** Runs the commands and programs of the documentation, and compares what they print and send with the pages. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { compile } from "../support/compile.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { declarations } from "./declarations.js";
import { root, textOf } from "./page-blocks.js";
import { PageRun } from "./page-run.js";
import { setups } from "./setups.js";
import { sideBySide } from "./side-by-side.js";

describe("the documentation", () => {
  const folder = mkdtempSync(join(inject("runFolder"), "docs-"));
  const runs = new Map<string, PageRun>();
  let compiled = "";
  beforeAll(async () => {
    for (const [page, setup] of Object.entries(setups)) {
      const run = new PageRun(page, setup, join(folder, page));
      runs.set(page, run);
      await run.prepare();
    }
    fill(folder, { "declarations.d.ts": declarations });
    compiled = compile(folder, "typescript-7.0", { emit: true, unusedLocals: true, lib: ["es2022", "dom"] });
    for (const run of runs.values()) await run.runPrograms(join(folder, "js", run.page));
    // Programs replace global functions, so those of a hook that is given up would disturb the files that follow.
  }, 600_000);

  it("compiles", () => expect(compiled).toBe(""));

  it("begins with a table whose figures are those of the benchmarks", async () => {
    const [before = "", , after = ""] = textOf("README.md").split(/(?<=^<!-- side by side.*-->\n)([\s\S]*?)(?=^<!-- end -->)/m);
    await expect(`${before}${sideBySide()}${after}`).toMatchFileSnapshot(`${root}README.md`);
  });

  it.each(Object.keys(setups))(
    "%s shows what its commands and programs give (npx vitest run test/docs --update writes it)",
    async (page) => {
      const run = runs.get(page) ?? expect.fail("the page did not run");
      expect(run.faults).toEqual([]);
      await expect(run.rendered).toMatchFileSnapshot(`${root}${page}`);
    },
  );
});

it("a page with mistakes has each of them reported", async () => {
  const text = [
    "```sh\nodata-codegen generate missing.xml -o out\n```",
    '```json\n{ "services": { "a": { "input": "a.xml", "output": "a", "emitt": "types" } } }\n```',
    "```ts\n// from src/assumed.ts\nexport const b = 2;\n```",
    '```ts\nthrow new Error("no");\n```\n\n```text\n```',
  ].join("\n\nNext:\n\n");
  const folder = temporaryFolder({ "js/src/line-20.js": 'throw new Error("no");' });
  const run = new PageRun("page.md", { assumed: "export const a = 1;\n" }, folder, { text });
  await run.prepare();
  await run.runPrograms(join(folder, "js"));
  expect(run.faults).toEqual([
    expect.stringContaining("page.md:1: odata-codegen generate missing.xml -o out exits with 1"),
    expect.stringContaining("page.md:7: config-unknown-key"),
    "page.md:13: not in src/assumed.ts: export const b = 2;",
    "page.md:20: Error: no",
  ]);
});
