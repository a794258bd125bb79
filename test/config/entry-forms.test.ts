/** The form of the entries of `names` and `typeMapping`. */
import { describe, expect, it } from "vitest";
import { checkEntries, nameRules, typeMappings, wrongEntry } from "../../src/config/options/entry-forms.js";
import { Report } from "../../src/diagnostics/report.js";

describe("names", () => {
  it.each([
    ["a.user", "GraphUser"],
    ["a.user", "_User$1"],
    ["a.*", "Nw*"],
    ["a.A_*", "*"],
    ["a.A_*Type", "*Kind"],
    ["a.find(Collection(a.box))(color,size)", "Find"],
  ])("take %s as %s", (key, text) => expect(wrongEntry(nameRules, [key, text])).toBeUndefined());

  it.each([
    ["a.user", "user"],
    ["a.user", "User; import 'x'"],
    ["a.user", "My*"],
    ["a.*", "User"],
    ["a.*", "my*"],
    ["a.*.*", "*"],
    ["a.*", "**"],
    ["a.user", "Ünde fined"],
  ])("do not take %s as %s", (key, text) => expect(wrongEntry(nameRules, [key, text])).toBe(`${key}=${text}`));
});

describe("typeMapping", () => {
  it.each([
    ["Edm.Guid", "branded"],
    ["Edm.DateTimeOffset", "./src/iso.ts#IsoDateTime"],
    ["Edm.DateTimeOffset", "../iso.js#Iso"],
    ["a.b.Phone", "@scope/package/types#Phone"],
  ])("takes %s as %s", (key, text) => expect(wrongEntry(typeMappings, [key, text])).toBeUndefined());

  it.each([
    ["Guid", "branded"],
    ["Edm.Guid", "brand"],
    ["Edm.Guid", "./iso.ts"],
    ["Edm.Guid", "./iso.ts#"],
    ["Edm.Guid", '"; import "x#Y'],
    ["Edm.Guid", "./iso.ts#A<B>"],
    ["Edm.Guid", "C:\\iso.ts#A"],
  ])("does not take %s as %s", (key, text) => expect(wrongEntry(typeMappings, [key, text])).toBe(`${key}=${text}`));
});

it("entries of a program are checked as well", () => {
  const report = new Report();
  checkEntries({ names: { "a.b": "c", "a.d": "D" }, typeMapping: { "Edm.Guid": "guid" } }, report);
  expect(report.diagnostics.map(({ code, place }) => ({ code, place }))).toEqual([
    { code: "usage-option-value", place: { path: "names" } },
    { code: "usage-option-value", place: { path: "typeMapping" } },
  ]);
});
