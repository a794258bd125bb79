import { describe, expect, it } from "vitest";
import type { QualifiedName } from "../../src/edm/names.js";
import { MAX_BASES } from "../../src/merge/types/bases.js";
import { modelOf } from "../support/model.js";

/** A schema of types that each derive from the one before. */
function chain(length: number): string {
  const types = Array.from(
    { length },
    (_, i) => `<ComplexType Name="T${i}"${i === 0 ? "" : ` BaseType="n.T${i - 1}"`}/>`,
  );
  return `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">\n${types.join("\n")}</Schema>`;
}

describe("a chain of base types", () => {
  it("is kept up to the limit", () => {
    const { model, said } = modelOf({ "a.xml": chain(MAX_BASES + 1) });
    expect(said).toEqual([]);
    expect(model.derived("n.T0" as QualifiedName)).toHaveLength(MAX_BASES);
  });

  it("is refused beyond it, once, and cut, so that what is kept of it grows with the number of types", () => {
    const length = 3_000;
    const { model, said } = modelOf({ "a.xml": chain(length) });
    expect(said).toEqual([
      expect.stringMatching(
        /^a\.xml:103:1 - error base-chain-too-long: n\.T101 has more than 100 base types, one above the other/,
      ),
    ]);
    const related = model.structuredTypes.map((type) => model.bases(type).length + model.derived(type.name).length);
    expect(related.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2 * MAX_BASES * length);
  });
});
