import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue/catalogue.js";
import { csdlEntries } from "../../src/diagnostics/catalogue/csdl.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { verify } from "../../src/rendering/verify.js";
import { runCli } from "../cli/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { cases, type Case } from "./cases.js";

/** The places that the last run names for a code. */
async function placesOf(code: string, { files = {}, prepare, between, runs }: Case): Promise<readonly string[]> {
  const folder = temporaryFolder(files);
  prepare?.(folder);
  const [first, ...others] = runs ?? [["generate", "in", "-o", "out"]];
  let { stderr } = await runCli(folder, first ?? []);
  between?.(folder);
  for (const args of others) ({ stderr } = await runCli(folder, args));
  return stderr.split("\n").flatMap((line) => {
    const [, place, said] = /^(.*) - (?:error|warning|notice) ([a-z-]+): /.exec(line) ?? [];
    return place !== undefined && said === code ? [place] : [];
  });
}

describe("a code is said at its place:", () => {
  it.each(Object.entries(cases))("%s", async (code, one) => {
    const [place] = await placesOf(code, one);
    expect(place).toBe(one.place);
  });
});

it("verify-failed is said at its place in the output", () => {
  const report = new Report();
  const sources = new Sources();
  const files = [{ path: "a.ts", text: 'export const a = 1;\nexport const b: number = "x";\n' }];
  verify({ files, folder: "out", cwd: "/project" }, sources, report);
  const [said] = report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false }));
  expect(said).toMatch(/^out\/a\.ts:2:14 - error verify-failed: /);
});

it("no code is without a case", () => {
  // Those of the readers of CSDL have theirs in test/csdl/diagnostics.test.ts, and a test that none lacks one; the
  // folder that cannot be written has its own in test/output/unwritable.test.ts, the package that is not installed in
  // test/rendering/to-javascript.test.ts.
  const elsewhere = [...Object.keys(csdlEntries), "verify-failed", "output-unwritable", "transformer-missing"];
  const shown = new Set([...Object.keys(cases), ...elsewhere]);
  expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
});
