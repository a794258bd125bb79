import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsName, fitsSegment } from "../../src/select/glob.js";

const word = fc.string({ unit: fc.constantFrom("a", "b", "C", "_"), minLength: 1, maxLength: 6 });
const words = fc.array(word, { minLength: 1, maxLength: 5 });

describe("a glob", () => {
  it.each([
    ["user", "user", true],
    ["user", "users", false],
    ["imported*", "importedDeviceIdentities", true],
    ["*Identities", "importedDeviceIdentities", true],
    ["i*D*s", "importedDeviceIdentities", true],
    ["i*X*s", "importedDeviceIdentities", false],
    ["*", "", true],
    ["a*a", "a", false],
    ["a.b", "aXb", false],
  ])("%s fits %s: %s", (glob, text, fits) => {
    expect(fitsSegment(glob, text)).toBe(fits);
  });

  it.each([
    ["microsoft.graph.call*", "microsoft.graph.callEvent", true],
    ["microsoft.graph.call*", "microsoft.graph.callRecords.session", false],
    ["microsoft.graph.*", "microsoft.graph.security.alert", false],
    ["microsoft.graph.**", "microsoft.graph.security.alert", true],
    ["**.alert", "microsoft.graph.security.alert", true],
    ["**.graph.**.alert", "microsoft.graph.alert", true],
    ["microsoft.*.user", "microsoft.graph.user", true],
  ])("%s fits the name %s: %s", (glob, name, fits) => {
    expect(fitsName(glob, name)).toBe(fits);
  });

  it("without stars fits itself alone", () => {
    fc.assert(fc.property(word, word, (a, b) => void expect(fitsSegment(a, b)).toBe(a === b)));
    fc.assert(fc.property(word, (text) => void expect(fitsSegment(text, text)).toBe(true)));
  });

  it("fits what it was made from by putting stars in the place of runs of characters", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean())), (parts) => {
        const text = parts.map(([part]) => part).join("");
        const glob = parts.map(([part, isStar]) => (isStar ? "*" : part)).join("");
        expect(fitsSegment(glob, text)).toBe(true);
      }),
    );
  });

  it("fits names as the regular expression does that it stands for", () => {
    const part = fc.oneof(word, fc.constant("*"), fc.constant("**"), fc.constant("a*"));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), words, (parts, name) => {
        const source = parts.map((one) => (one === "**" ? "(?:[^.]+\\.)*" : `${one.replaceAll("*", "[^.]*")}\\.`));
        const expected = new RegExp(`^${source.join("")}$`).test(`${name.join(".")}.`);
        expect(fitsName(parts.join("."), name.join("."))).toBe(expected);
      }),
    );
  });

  it("takes no longer than the lengths allow, whatever its stars", () => {
    expect(fitsSegment(`${"*a".repeat(2000)}b`, "a".repeat(4000))).toBe(false);
  });
});
