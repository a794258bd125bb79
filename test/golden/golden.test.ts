/**
 * Each folder beside this file is a case: a small input, and byte for byte what it gives. The folder shows whole files of
 * the output under their paths there, `csdl.json` or `csdl.xml` where it converts, and as `diagnostics.txt` everything that
 * the run reports. To add a case, make a folder with an input (and, for other files than `types.ts` and `writes.ts`, a `case.json` with
 * `files`, see `cases.ts`), then run `npm run golden`, which writes the outputs of all cases. Nothing else writes them.
 */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { longLines } from "../support/long-lines.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { goldenCases, outcomeOf, rewrite } from "./cases.js";

const cases = goldenCases();
const writing = process.env["ODATA_CODEGEN_GOLDEN"] === "write";

describe("golden cases", () => {
  it.each(cases.map((golden) => [golden.name, golden] as const))("%s", async (_name, golden) => {
    const outcomes = await Promise.all(golden.runs.map((inputs) => outcomeOf(golden, inputs)));
    const [first] = outcomes;
    if (first === undefined) throw new Error("The case has no input.");
    if (writing) rewrite(golden, first.shown);
    const expected = writing ? first.shown : golden.expected;
    for (const { shown } of outcomes) expect(shown).toEqual(expected);
    expect(Object.keys(first.shown), "a case shows an output").not.toEqual([]);
    expect(Object.keys(first.shown), "it shows each file that it names").toEqual(
      expect.arrayContaining([...(golden.settings.files ?? [])]),
    );
    expect(outcomes.flatMap(({ read }) => read).toSorted(), "each input is read").toEqual(golden.inputs);
  });

  it.runIf(!writing)("give the same when they run again, with their inputs in the opposite order", async () => {
    for (const golden of cases) {
      for (const inputs of golden.runs) {
        const { shown } = await outcomeOf(golden, inputs.toReversed());
        expect(shown, golden.name).toEqual(golden.expected);
      }
    }
  });

  it.runIf(!writing)("compile, all of them in one program", async () => {
    const folder = temporaryFolder();
    for (const golden of cases) {
      const settings = { ...golden.settings, options: { ...golden.settings.options, tsNocheck: "never" as const } };
      const { files } = await outcomeOf({ ...golden, settings }, golden.runs[0] ?? []);
      expect(longLines(files), golden.name).toEqual([]);
      // test/peers/schemas compiles those of zod, which is no package of the root.
      const own = Object.entries(files).filter(([path]) => !/^zod[./]/.test(path));
      fill(folder, Object.fromEntries(own.map(([path, text]) => [`${golden.name}/${path}`, text])));
    }
    const runtime = fileURLToPath(new URL("../../src/runtime/*.ts", import.meta.url));
    expect(compile(folder, "typescript-7.0", { paths: { "@odata-codegen/runtime/*": [runtime] } })).toBe("");
  });
});
