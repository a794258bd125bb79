import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JoinedTexts } from "../../../src/explorer/search/joined-texts.js";

const text = fc.string({ unit: fc.constantFrom(..."aBİ\n"), maxLength: 6 });

describe("joined texts", () => {
  it("have a word where a look into each finds it", () => {
    fc.assert(
      fc.property(fc.array(text), fc.string({ unit: fc.constantFrom(..."abi"), maxLength: 3 }), (texts, word) => {
        const each = texts.filter((one) => one.toLowerCase().includes(word));
        expect(new JoinedTexts(texts, (one) => one).having(word)).toEqual(each);
      }),
    );
  });
});
