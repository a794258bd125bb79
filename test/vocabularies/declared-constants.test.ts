import { describe, expect, it } from "vitest";
import { serviceOf } from "./service.js";

/** A service whose set has an annotation with a term of this type. */
async function saidOf(type: object, value: unknown): Promise<readonly string[]> {
  const { said } = await serviceOf({
    $Version: "4.01",
    $EntityContainer: "shop.C",
    shop: {
      Day: { $Kind: "TypeDefinition", $UnderlyingType: "Edm.Date" },
      Span: { $Kind: "ComplexType", Lasts: { $Type: "Edm.Duration" } },
      Long: { $Kind: "ComplexType", $BaseType: "shop.Span", Since: { $Type: "shop.Day" } },
      Mark: { $Kind: "Term", ...type },
      Product: { $Kind: "EntityType", $Key: ["id"], id: { $Type: "Edm.Int32" } },
      C: { $Kind: "EntityContainer", products: { $Type: "shop.Product", $Collection: true, "@shop.Mark": value } },
    },
  });
  return said.filter((line) => line.includes("illegal-constant"));
}

describe("a string where the term takes a constant of another kind", () => {
  it.each([
    [{ $Type: "Edm.Date" }, "2024-02-03", "2024-13-03", "Date"],
    [{ $Type: "Edm.Duration" }, "PT1H", "1h", "Duration"],
    [{ $Type: "Edm.Guid" }, "01234567-89ab-cdef-0123-456789abcdef", "0123", "Guid"],
    [{ $Type: "Edm.TimeOfDay" }, "23:59", "24:00", "TimeOfDay"],
    [{ $Type: "Edm.DateTimeOffset" }, "2024-02-03T00:00:00Z", "2024-02-03", "DateTimeOffset"],
    [{ $Type: "shop.Day" }, "2024-02-03", "today", "Date"],
    [{ $Type: "Edm.Date", $Collection: true }, ["2024-02-03"], ["2024-02-03", "today"], "Date"],
    [{ $Type: "shop.Span" }, { Lasts: "PT1H" }, { Lasts: "1h" }, "Duration"],
    [{ $Type: "shop.Long" }, { Lasts: "PT1H", Since: "2024-02-03" }, { Lasts: "PT1H", Since: "today" }, "Date"],
  ])("%j: %j is one, %j is none", async (type, right, wrong, kind) => {
    expect(await saidOf(type, right)).toEqual([]);
    expect(await saidOf(type, wrong)).toEqual([expect.stringContaining(`is not a valid ${kind};`)]);
  });

  it("is taken as it is where the term is of text, or is not known", async () => {
    expect(await saidOf({}, "today")).toEqual([]);
    expect(await saidOf({ $Type: "other.Date" }, "today")).toEqual([]);
  });
});
