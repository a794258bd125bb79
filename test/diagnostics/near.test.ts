import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/diagnostics/near.js";

describe("nearest", () => {
  it.each([
    ["displayname", ["displayNames", "displayName"], "displayName"],
    ["importExtention", ["importExtension", "import"], "importExtension"],
    ["proeprty", ["properly", "property"], "property"],
    ["usr", ["user", "users"], "user"],
    ["platfrom", ["platform", "form"], "platform"],
    ["cat", ["bat", "art"], "bat"],
    ["xyz", ["abc", "displayName"], undefined],
    ["runtime", [], undefined],
    ["a", ["ba"], "ba"],
    ["user", ["displayNameOfUser"], undefined],
  ])("takes %j among %j for %j", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
    expect(nearest(word, candidates.toReversed())).toBe(expected);
  });

  it("finds a word again after one slip, when no other is as near", () => {
    const word = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(word, fc.nat({ max: 11 }), (word, i) => {
        const slipped = word.slice(0, i % word.length) + word.slice((i % word.length) + 1);
        expect(nearest(slipped, ["0000000", word, "11111111111"])).toBe(word);
      }),
    );
  });
});
