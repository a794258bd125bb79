/** The files of the runtime beside outputs of OData 2.0 and 3.0: each choice of artifacts has what it imports. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { GenerateRequest } from "../../src/generate.js";
import { compile } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

const inputOf = (name: string) => fileURLToPath(new URL(`../golden/${name}/input.xml`, import.meta.url));

const choices: readonly (readonly [emit: GenerateRequest["emit"], files: readonly string[]])[] = [
  [["types"], ["edm"]],
  [["validators"], ["edm", "validation-v2"]],
  [["client"], ["client-v2", "edm", "odata-v2"]],
  [["types", "operations"], ["edm"]],
  [["types", "examples"], ["edm"]],
  [
    ["types", "validators", "client", "operations", "examples"],
    ["client-v2", "edm", "odata-v2", "validation-v2"],
  ],
];

describe("outputs of OData 2.0 and 3.0", () => {
  it("have the files of the runtime that they import, and compile", async () => {
    const folder = temporaryFolder();
    for (const name of ["odata-2", "odata-3"]) {
      for (const [emit, files] of choices) {
        const output = join(folder, name, emit.join("-"));
        await generateTo(output, [inputOf(name)], { emit });
        const runtime = Object.keys(contentOf(join(output, "runtime"))).sort();
        expect(runtime).toEqual(files.map((file) => `${file}.ts`));
      }
    }
    expect(compile(folder, "typescript-7.0")).toBe("");
  });

  it("are JavaScript, too", async () => {
    const folder = temporaryFolder();
    await generateTo(join(folder, "js"), [inputOf("odata-2")], { emitFormat: "js" });
    expect(Object.keys(contentOf(join(folder, "js", "runtime"))).sort()).toEqual(
      ["client-v2", "edm", "odata-v2", "validation-v2"].flatMap((file) => [`${file}.d.ts`, `${file}.js`]),
    );
  });
});
