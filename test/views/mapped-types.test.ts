/** Output with types of a user in the place of all primitive types. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { oldPrimitiveTypes, primitiveTypes } from "../../src/edm/primitive-types.js";
import { goldenCases, outcomeOf } from "../golden/cases.js";
import { compile } from "../support/compile.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";

const branded = Object.fromEntries([...primitiveTypes, ...oldPrimitiveTypes].map((name) => [`Edm.${name}`, "branded"]));

/** What holds the types in all places: keys, parameters, results, bodies of examples, payloads of OData 2.0. */
const shown = new Set(
  "client-everything client-exact-numbers entity-type-composite-key function-bound-overloads lines-wrapped namespaces-several odata-2 odata-3 open-type-graph page-everything page-examples primitive-geography primitive-numbers primitive-text-and-time type-definition validation-allowed-values write-shapes".split(
    " ",
  ),
);

describe("types of a user for all primitive types", () => {
  it("compile wherever a value stands", async () => {
    const folder = temporaryFolder();
    for (const golden of goldenCases().filter(({ name }) => shown.has(name))) {
      const options = { ...golden.settings.options, tsNocheck: "never" as const, typeMapping: branded };
      const { files } = await outcomeOf({ ...golden, settings: { ...golden.settings, options } }, golden.runs[0] ?? []);
      expect(files["mapped.ts"], golden.name).toContain('edm.Branded<edm.Guid, "Edm.Guid">');
      fill(folder, Object.fromEntries(Object.entries(files).map(([path, text]) => [`${golden.name}/${path}`, text])));
    }
    const runtime = fileURLToPath(new URL("../../src/runtime/*.ts", import.meta.url));
    expect(compile(folder, "typescript-7.0", { paths: { "@odata-codegen/runtime/*": [runtime] } })).toBe("");
  });
});
