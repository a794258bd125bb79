import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compile, compilers } from "../support/compile.js";
import { describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { graphDocument, graphOutput } from "../support/graph-output.js";
import { contentOf } from "../support/temporary-folder.js";
import { longLines } from "../support/long-lines.js";
import { Output } from "./output.js";
import { usage } from "./usage.js";
import { missingRequests, missingTypes } from "./walk.js";
import { wireModelOf } from "./wire-model.js";

/** The documents, and how many elements they declare: entity types, complex types, enums, actions and functions. */
const documents = [
  ["v1.0-2026-08.csdl", [1182, 1779, 861, 857, 326]],
  ["v1.0-2021-07.csdl", [507, 515, 322, 596, 212]],
  ["beta-2021-07.csdl", [1322, 1279, 874, 925, 335]],
] as const;

describeWithCorpus("the whole of Microsoft Graph:", () => {
  describe.each(documents)("%s", (file, counts) => {
    const model = wireModelOf(readFileSync(graphDocument(file), "utf8"));
    let out: string;
    let said: readonly string[] = [];
    let output: Output;
    beforeAll(async () => {
      ({ folder: out, said } = await graphOutput(file));
      output = new Output(contentOf(out));
      writeFileSync(join(out, "usage.ts"), usage);
    }, 180_000);

    it("gives warnings and no error", () => {
      expect(said.filter((line) => line.includes(" error "))).toEqual([]);
      expect(said.filter((line) => line.includes(" warning ")).length).toBeGreaterThan(0);
    });

    it("has every type, property and member of an enum in the output, each on the type that declares it", () => {
      const { types, enums, operations } = model;
      const kinds = [...types, ...operations].map(({ kind }) => kind);
      const count = (kind: string) => kinds.filter((one) => one === kind).length;
      expect([count("EntityType"), count("ComplexType"), enums.length, count("Action"), count("Function")]).toEqual(
        counts,
      );
      // It holds any JSON value.
      expect(missingTypes(model, output)).toEqual(["type microsoft.graph.Json"]);
    });

    it("has no line longer than 120 columns, but for single tokens and links", () => {
      expect(longLines(contentOf(out))).toEqual([]);
    });

    it("has every navigation property, operation and child of the container in the client", () => {
      expect(missingRequests(model, output)).toEqual([]);
    });

    it.each(compilers.filter((compiler) => full || compiler === "typescript-7.0"))(
      "compiles with %s, and so does what users write",
      { timeout: 180_000 },
      (compiler) => {
        expect(compile(out, compiler)).toBe("");
      },
    );
  });
});
