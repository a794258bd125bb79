/** An output that a later run would read. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { reportReadOutput } from "../../src/sources/own-output.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function codesOf(base: string, inputs: readonly string[], folder: string): Promise<readonly string[]> {
  const report = new Report();
  const files = ["types.ts", "operations.json", "validators/a.ts"].map((path) => ({ path }));
  await reportReadOutput({ folder, base, inputs, files }, nodeIo(base), report);
  return report.diagnostics.map(({ code }) => code);
}

const files = { "in/a.xml": "", "in/node_modules/b.xml": "", "c.xml": "" };

describe("an output folder", () => {
  it.each<[readonly string[], string, readonly string[]]>([
    [["in"], "in/out", ["output-in-input"]],
    [["./in/"], "in/deep/er", ["output-in-input"]],
    [["c.xml", "in"], "in/out", ["output-in-input"]],
    [["."], "out", ["output-in-input"]],
    [["in"], "out", []],
    [["in"], "in-out", []],
    [["in"], "in/.out", []],
    [["in"], "in/node_modules/out", []],
    [["in/a.xml"], "in/out", []],
    [["-", "https://example.com/in"], "in/out", []],
    [["**/*"], "out", ["output-matches-input"]],
    [["./**/*"], "in/out", ["output-matches-input"]],
    [["**/*.{xml,json}"], "out", ["output-matches-input"]],
    [["out/*.json"], "out", ["output-matches-input"]],
    [["**/*.xml", "in/*"], "in/out", []],
    [["*.json"], "out", []],
    [["**/*.json"], ".out", []],
    [["*/*.txt", "**/b.ts"], "out", []],
  ])("of %j into %s: %j", async (inputs, folder, codes) => {
    expect(await codesOf(temporaryFolder(files), inputs, folder)).toEqual(codes);
  });

  it("is found by absolute paths, and through links", async () => {
    const base = temporaryFolder(files);
    expect(await codesOf(base, [join(base, "in")], join(base, "in/out"))).toEqual(["output-in-input"]);
    expect(await codesOf(base, [join(base, "**/*.json")], "out")).toEqual(["output-matches-input"]);
    mkdirSync(join(base, "in/real"));
    symlinkSync("in/real", join(base, "link"));
    expect(await codesOf(base, ["in"], "link/out")).toEqual(["output-in-input"]);
    symlinkSync("in", join(base, "also"));
    expect(await codesOf(base, ["also"], "in/out")).toEqual(["output-in-input"]);
  });
});
