import { describe, expect, it } from "vitest";
import type { Facets } from "../../src/edm/annotations.js";
import type { EdmTypeName } from "../../src/edm/primitive-types.js";
import { checkPrimitive } from "../../src/values/check-primitive.js";

describe("example values of types of OData 2.0 and 3.0", () => {
  it.each<[type: EdmTypeName, value: string, facets: Facets | undefined, codes: readonly string[]]>([
    ["DateTime", "2020-01-02T03:04:05.678", undefined, []],
    ["DateTime", "2020-01-02T03:04:05Z", undefined, ["format"]],
    ["DateTime", "/Date(0)/", undefined, ["format"]],
    ["DateTime", "2020-01-02T03:04:05.678", { precision: 2 }, ["range"]],
    ["Time", "PT07H30M00S", undefined, []],
    ["Time", "07:30:00", undefined, ["format"]],
    ["Time", "PT25H", undefined, ["range"]],
  ])("%s %s", (type, value, facets, codes) => {
    expect(checkPrimitive(value, type, facets, "read").map(({ code }) => code)).toEqual(codes);
  });
});
