import { symlinkSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { check, request, write } from "./request.js";

const files = { "index.ts": "1", "types.ts": "2", "sub/a.ts": "3" };

describe("checkOutput", () => {
  it("says what a run would write, change and remove, and writes nothing", async () => {
    const cwd = temporaryFolder();
    await write(request(cwd, { ...files, "old/gone.ts": "4" }));
    fill(join(cwd, "out"), { "types.ts": "edited" });
    const before = contentOf(cwd);
    const { differences, codes } = await check(request(cwd, { ...files, "new.ts": "5" }));
    expect(differences).toEqual([
      { path: ".odata-codegen.json", state: "different" },
      { path: "new.ts", state: "missing" },
      { path: "old/gone.ts", state: "stale" },
      { path: "types.ts", state: "different" },
    ]);
    expect(codes).toEqual([]);
    expect(contentOf(cwd)).toEqual(before);
  });

  it("finds everything missing where there is no folder, and makes none", async () => {
    const cwd = temporaryFolder();
    const { differences } = await check(request(cwd, files));
    expect(differences.map(({ state }) => state)).toEqual(["missing", "missing", "missing", "missing"]);
    expect(contentOf(cwd)).toEqual({});
  });

  it("takes a link for a difference, whatever it leads to", async () => {
    const cwd = temporaryFolder({ "elsewhere.ts": "1" });
    await write(request(cwd, { "types.ts": "2", "sub/a.ts": "3", "index.ts": "1" }));
    const without = request(cwd, files);
    symlinkSync(join(cwd, "elsewhere.ts"), join(cwd, "out/link.ts"));
    const { differences } = await check({ ...without, files: [...without.files, { path: "link.ts", text: "1" }] });
    expect(differences).toContainEqual({ path: "link.ts", state: "different" });
  });

  it("finds nothing after a write, whatever was there before, and a second write does nothing", async () => {
    const name = fc.constantFrom("index.ts", "types.ts", "a/b.ts", "a/c.ts", "d/e/f.ts");
    const output = fc.dictionary(name, fc.string({ unit: "binary" }), { maxKeys: 5, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.array(output, { minLength: 1, maxLength: 4 }), async (runs) => {
        const cwd = temporaryFolder();
        for (const wanted of runs) {
          expect((await write(request(cwd, wanted))).said).toEqual([]);
          expect(await check(request(cwd, wanted))).toEqual({ differences: [], codes: [] });
          expect((await write(request(cwd, wanted))).result).toEqual({ written: [], removed: [] });
          const { ".odata-codegen.json": _, ...content } = contentOf(join(cwd, "out"));
          expect(Object.keys(content).toSorted()).toEqual(Object.keys(wanted).toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });
});
