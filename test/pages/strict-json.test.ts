import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonValue } from "../../src/pages/json/json-tree.js";
import { parseStrictly, treeOfJson } from "../../src/pages/json/strict-json.js";
import { parseTolerantly } from "../../src/pages/json/tolerant-json.js";

/** A JSON text as people lay it out; some of its strings have characters that JSON escapes. */
const text = fc
  .tuple(fc.jsonValue(), fc.constantFrom<string | number | undefined>(undefined, 2, "\t", "\r\n "))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent));

describe("JSON without a fault", () => {
  it("has the tree that a tolerant parser makes of it", () => {
    fc.assert(
      fc.property(text, (json) => {
        // A comment is no JSON, so the other parser reads it; it stands behind all that has a place.
        expect(treeOfJson(json)).toEqual(parseTolerantly(`${json} // end`).tree);
      }),
    );
  });

  it("has that tree for texts with escapes, numbers of all forms and blanks everywhere", () => {
    const json = String.raw`{ "a\"b" : [ -1.50e+3 ,0, "\\" ,"é\"]}" ] , "" :{ } ,"n":null,"t" : true,"a\"b":[[],[[ ]]]}`;
    expect(treeOfJson(json)).toEqual(parseTolerantly(`${json} // end`).tree);
  });

  it("has the value of its tree", () => {
    fc.assert(
      fc.property(text, (json) => {
        expect(parseStrictly(json)).toEqual(jsonValue(treeOfJson(json)));
      }),
    );
  });

  it.each(["", "{", "{a: 1}", "[1,]", "{} // end", "'a'", "undefined"])("is not %j", (faulty) => {
    expect(parseStrictly(faulty)).toBeUndefined();
  });
});
