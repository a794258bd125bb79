import { describe, expect, it } from "vitest";
import { valuesOf, isKnownHeading } from "../../src/pages/headings.js";
import { apiPage, propertyTable, read, structured } from "./read.js";

/** The type that a cell gives, and what is reported. */
function typeOf(cell: string): readonly string[] {
  const page = read(apiPage([`|p|${cell}|x|`]));
  const [type] = structured(page, "apiList");
  return [propertyTable(type)["p"] ?? "none", ...page.reported.map((line) => line.split(" ")[1] ?? "")];
}

describe("a cell of the column Type", () => {
  it.each([
    ["String, Edm.String, string, str", "Edm.String?"],
    ["Boolean, bool", "Edm.Boolean?"],
    ["Int32, int, integer, Edm.Int32", "Edm.Int32?"],
    ["Int64, long", "Edm.Int64?"],
    ["Int16", "Edm.Int16?"],
    ["Byte", "Edm.Byte?"],
    ["SByte", "Edm.SByte?"],
    ["Double", "Edm.Double?"],
    ["Single, float", "Edm.Single?"],
    ["Decimal", "Edm.Decimal?"],
    ["DateTimeOffset, DateTime, Timestamp", "Edm.DateTimeOffset?"],
    ["Date", "Edm.Date?"],
    ["TimeOfDay", "Edm.TimeOfDay?"],
    ["Duration", "Edm.Duration?"],
    ["Guid, UUID", "Edm.Guid?"],
    ["Binary", "Edm.Binary?"],
    ["Stream", "Edm.Stream?"],
    ["Edm.GeographyPoint", "Edm.GeographyPoint?"],
  ])("%s is %s", (words, type) => {
    for (const word of words.split(", ")) expect(typeOf(word), word).toEqual([type]);
  });

  it.each([
    ["Json, object, untyped JSON object", "Edm.Untyped?"],
    ["number, numeric", "Edm.Double?"],
    ["URL, uri", "Edm.String?"],
  ])("%s is vague and taken for %s", (words, type) => {
    for (const word of words.split(", ")) expect(typeOf(word), word).toEqual([type, "page-type-vague"]);
  });

  it.each([
    ["Collection(Edm.Int32)", "Edm.Int32 collection!"],
    ["collection (String)", "Edm.String collection!"],
    ["Collection of Guid", "Edm.Guid collection!"],
    ["string collection", "Edm.String collection!"],
    ["Int64[]", "Edm.Int64 collection!"],
    ["String collection. All of them.", "Edm.String collection!"],
    ["`Duration`", "Edm.Duration?"],
    ["(Optional) String", "Edm.String?"],
    ["String (optional)", "Edm.String?"],
    ["string, maximum size 20", "Edm.String?"],
    ["lampMode enum", "microsoft.graph ~lampMode?"],
    ["[lampMode](lampmode.md) object", "microsoft.graph ~lampMode?"],
    // A link to a page makes a type of the model of a word that is not spelled like the primitive type.
    ["[date](date.md)", "microsoft.graph ~date?"],
    ["[Date](date.md)", "Edm.Date?"],
    ["[Date](https://example.org)", "Edm.Date?"],
    ["[json](json.md)", "microsoft.graph ~json?"],
    ["other.ns.thing", "other.ns.thing?"],
  ])("%s is %s", (cell, type) => {
    expect(typeOf(cell)).toEqual([type]);
  });

  it.each([
    ["a or b", "microsoft.graph ~a?", "page-type-alternatives"],
    ["a/b", "microsoft.graph ~a?", "page-type-alternatives"],
    ["(a or b) collection", "microsoft.graph ~a collection!", "page-type-alternatives"],
    ["Edm.Odd", "none", "page-type-unreadable"],
    ["../x", "none", "page-type-unreadable"],
  ])("%s is %s, with a report", (cell, type, code) => {
    expect(typeOf(cell)).toEqual([type, code]);
  });
});

describe("a heading over values", () => {
  it.each([
    ["mode values", { name: "mode", ofProperty: false }],
    ["mode Values", { name: "mode", ofProperty: false }],
    ["mode value", { name: "mode", ofProperty: true }],
    ["mode property values", { name: "mode", ofProperty: true }],
    ["mode enumeration values", { name: "mode", ofProperty: true }],
    ["mode options", { name: "mode", ofProperty: true }],
    ["mode enumeration", { name: "mode", ofProperty: true }],
    ["values", undefined],
    ["mode of values", undefined],
    ["mode valuess", undefined],
  ])("%s", (title, expected) => {
    expect(valuesOf(title)).toEqual(expected);
  });
});

describe("a heading of reference pages", () => {
  it.each([
    ["Permissions", true],
    [" HTTP request ", true],
    ["Example 2: Change it", true],
    ["Example 12", true],
    ["Example of a lamp", false],
    ["mode values", true],
    ["the mode values", false],
    ["Colors", false],
  ])("%s: %s", (title, known) => {
    expect(isKnownHeading(title)).toBe(known);
  });
});
