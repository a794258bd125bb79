import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, comparePositions, offsetOf, sourceIndexOf } from "../../src/diagnostics/position.js";

const position = fc.record({ index: fc.oneof(fc.nat(100), fc.nat(2 ** 20)), offset: fc.nat(2 ** 31) });

function atOf({ index, offset }: { index: number; offset: number }) {
  return at({ index, name: "", text: "" }, offset);
}

describe("a position as a number", () => {
  it("keeps its source and its offset", () => {
    fc.assert(
      fc.property(position, (drawn) => {
        const number = atOf(drawn);
        expect([sourceIndexOf(number), offsetOf(number)]).toEqual([drawn.index, drawn.offset]);
        expect(Number.isSafeInteger(number)).toBe(true);
      }),
    );
  });

  it("is ordered by source, then by offset", () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        const expected = one.index - other.index || one.offset - other.offset;
        expect(Math.sign(comparePositions(atOf(one), atOf(other)))).toBe(Math.sign(expected));
      }),
    );
  });
});
