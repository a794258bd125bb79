/** Follows the pages with the packed tool, as a reader does: commands, programs, and what they print and send. */
import { execFile } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { declarations } from "../../docs/declarations.js";
import { PageRun, type Run } from "../../docs/page-run.js";
import { setups } from "../../docs/setups.js";
import { compile } from "../../support/compile.js";
import { fill } from "../../support/temporary-folder.js";
import { binOf, installTool } from "../packed/install.js";

const pages = Object.keys(setups);
const folder = mkdtempSync(join(realpathSync(tmpdir()), "odata-codegen-docs-"));
const runs = new Map<string, PageRun>();
let compiled = "";

/** The bin of the installed package. It runs beside the server of a page, which is in this process. */
const runInstalled: Run = (cwd, args, { env = {} } = {}) =>
  new Promise((resolve) => {
    const { FORCE_COLOR: _, NO_COLOR: __, NODE_OPTIONS: ___, ...inherited } = process.env;
    const child = execFile(
      process.execPath,
      [binOf(folder), ...args],
      { cwd, env: { ...inherited, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end();
  });

beforeAll(async () => {
  installTool(folder);
  for (const page of pages) {
    const run = new PageRun(page, setups[page] ?? {}, join(folder, page), { run: runInstalled });
    runs.set(page, run);
    await run.prepare();
  }
  fill(folder, { "declarations.d.ts": declarations });
  compiled = compile(folder, "typescript-7.0", { emit: true, unusedLocals: true, lib: ["es2022", "dom"] });
  for (const run of runs.values()) await run.runPrograms(join(folder, "js", run.page));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("has programs that compile", () => expect(compiled).toBe(""));

it.each(pages)("%s shows what the installed tool and its output do", (page) => {
  const run = runs.get(page) ?? expect.fail("the page did not run");
  expect(run.faults).toEqual([]);
  expect(run.rendered).toBe(run.text);
});
