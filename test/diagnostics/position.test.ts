import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, comparePlaces, offsetOf, sourceIndexOf } from "../../src/diagnostics/position.js";

/** Sources of all sizes, at all places among others: pages, large documents, and what is neither. */
const place = fc
  .record({
    index: fc.oneof(fc.nat(100), fc.nat(20_000), fc.nat(2 ** 20)),
    length: fc.oneof(fc.nat(2 ** 18), fc.constantFrom(2 ** 17 - 1, 2 ** 17, 2 ** 23 - 1, 2 ** 23), fc.nat(2 ** 26)),
  })
  .chain((source) =>
    fc.oneof(fc.constant(source.length), fc.nat(source.length)).map((offset) => ({ ...source, offset })),
  );

function placeAt({ index, length, offset }: { index: number; length: number; offset: number }) {
  return at({ index, name: "", text: " ".repeat(length) }, offset);
}

describe("a place as a number", () => {
  it("keeps its source and its offset", () => {
    fc.assert(
      fc.property(place, (drawn) => {
        const number = placeAt(drawn);
        expect([sourceIndexOf(number), offsetOf(number)]).toEqual([drawn.index, drawn.offset]);
        expect(Number.isSafeInteger(number)).toBe(true);
      }),
    );
  });

  it("is a small number in any of thousands of pages, and in a document of the size of Graph", () => {
    expect(placeAt({ index: 12_000, length: 130_000, offset: 130_000 })).toBeLessThan(2 ** 31);
    expect(placeAt({ index: 63, length: 8_000_000, offset: 8_000_000 })).toBeLessThan(2 ** 31);
  });

  it("is ordered by source, then by offset", () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const expected = one.index - other.index || one.offset - other.offset;
        expect(Math.sign(comparePlaces(placeAt(one), placeAt(other)))).toBe(Math.sign(expected));
      }),
    );
  });
});
