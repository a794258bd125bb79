import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance } from "../../../src/explorer/search/distance.js";

const word = fc.string({ unit: fc.constantFrom(..."abcxyz"), maxLength: 9 });

/** The same by its definition, without a limit. */
function reference(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const steps = [
    reference(restA, b) + 1,
    reference(a, restB) + 1,
    reference(restA, restB) + (a[0] === b[0] ? 0 : 1),
    ...(a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] ? [reference(a.slice(2), b.slice(2)) + 1] : []),
  ];
  return Math.min(...steps);
}

describe("the distance of two words", () => {
  it("counts letters that are added, left out, replaced, or swapped with their neighbor", () => {
    expect(distance("sendmial", "sendmail", 2)).toBe(1);
    expect(distance("enrolmentstate", "enrollmentstate", 2)).toBe(1);
    expect(distance("dispalynme", "displayname", 2)).toBe(2);
    expect(distance("user", "group", 2)).toBe(3);
  });

  it("is that of the definition, up to its limit", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abx"), maxLength: 6 }),
        word,
        fc.nat({ max: 3 }),
        (a, b, limit) => {
          fc.pre(b.length < 7);
          expect(distance(a, b, limit)).toBe(Math.min(reference(a, b), limit + 1));
        },
      ),
      { numRuns: 300 },
    );
  });
});
