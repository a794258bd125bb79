import { describe, expect, it } from "vitest";
import { completeElement } from "../../../src/csdl/model/complete-elements.js";
import { ASSUMED_VALUE } from "../../../src/csdl/model/own-terms.js";
import type { At } from "../../../src/diagnostics/position.js";
import type { Authority } from "../../../src/edm/authority.js";
import type { EnumType, Member } from "../../../src/edm/elements.js";
import { createModel } from "../../../src/edm/model.js";
import type { QualifiedName, SimpleName } from "../../../src/edm/names.js";
import { isTagged } from "../../../src/edm/vocabulary.js";

const at = 0 as At;

/** An enum as a merge makes it: `values` are those that sources state, and the others are counted. */
function completed(values: readonly (bigint | undefined)[], by: Authority, flags?: boolean): EnumType {
  const members = values.map((value, index): Member => ({
    name: (index === 0 ? "none" : `m${index}`) as SimpleName,
    at,
    by,
    value: value ?? BigInt(index),
  }));
  const declarations = new Map(
    members.map((member, index) => [member, [{ ...member, value: values[index] } as Member]] as const),
  );
  const type: EnumType = { kind: "EnumType", name: "n.e" as QualifiedName, at, by, members, ...(flags && { flags }) };
  const schemas = [{ namespace: "n", at, elements: [type], targets: [] }];
  const model = createModel({
    protocol: "4.0",
    schemas,
    references: [],
    requests: [],
    serviceRoot: undefined,
    declarations,
  });
  return completeElement(type, { model, isDeclared: () => true }) as EnumType;
}

describe("values of enum members", () => {
  it("are marked on the enum where a page states none of them", () => {
    const type = completed([undefined, undefined], "enumPage");
    expect(isTagged(type, ASSUMED_VALUE)).toBe(true);
    expect(type.members.map(({ value, annotations }) => [value, annotations])).toEqual([
      [0n, undefined],
      [1n, undefined],
    ]);
  });

  it("are marked one by one where it states some", () => {
    const type = completed([0n, undefined, 4n], "enumPage");
    expect(isTagged(type, ASSUMED_VALUE)).toBe(false);
    expect(type.members.map((member) => isTagged(member, ASSUMED_VALUE))).toEqual([false, true, false]);
  });

  it("are not marked in CSDL, where a missing value is the next one", () => {
    const type = completed([undefined, undefined], "csdl");
    expect([type, ...type.members].some((one) => isTagged(one, ASSUMED_VALUE))).toBe(false);
  });

  it("are bits where members combine, of a type that has as many", () => {
    const bitsOf = (count: number) =>
      completed(
        Array.from({ length: count }, () => undefined),
        "enumPage",
        true,
      );
    expect(bitsOf(4).members.map(({ value }) => value)).toEqual([0n, 1n, 2n, 4n]);
    expect(bitsOf(32).underlyingType).toBe(undefined);
    expect(bitsOf(33).underlyingType).toBe("Edm.Int64");
    expect(bitsOf(33).members.at(-1)?.value).toBe(2n ** 31n);
  });
});
