import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfBrackets, membersOf, readJson, stringOf } from "../../src/pages/json/read-json.js";

/** A JSON text as people lay it out; some of its strings have characters that JSON escapes. */
const anyJson = fc
  .tuple(fc.jsonValue(), fc.constantFrom<string | number | undefined>(undefined, 2, "\t", "\r\n "))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent));

describe("JSON without a fault", () => {
  it("has the value that JSON.parse gives", () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        expect(readJson(text)).toMatchObject({ value: JSON.parse(text) as unknown, usable: true });
      }),
    );
  });

  it("has a key named __proto__ like any other", () => {
    const { value } = readJson('{ "__proto__": { "a": 1 } }');
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
  });

  it("gives the offsets of names and strings behind their quotes", () => {
    const text = '{ "a" : [ 1 ], "b" : "x" }';
    const { tree } = readJson(text);
    if (tree === undefined) throw new Error("no tree");
    expect(membersOf(tree).map(({ name, at, value }) => [name, at, value.offset])).toEqual([
      ["a", 3, 8],
      ["b", 16, 21],
    ]);
    expect(stringOf(tree, "b")).toEqual({ text: "x", at: 22 });
    expect(stringOf(tree, "a")).toBeUndefined();
  });
});

describe("JSON with faults", () => {
  it.each([
    ["a comment", '{ "a": 1 } // end', undefined],
    ["a trailing comma", '{ "a": 1, }', undefined],
    ["a missing comma", '{ "a": 1 "b": 2 }', "a comma is missing"],
    ["more text", '{ "a": 1 } 2', "there is more text behind the value"],
    ["curly quotes", "{ “a”: 1 }", "not JSON"],
    ["a placeholder", '{ "a": {id} }', "not JSON"],
    ["an ellipsis", '{ "a": 1, ... }', "not JSON"],
  ])("is usable in spite of %s", (_, text, what) => {
    const json = readJson(text);
    expect(json).toMatchObject({ usable: true, value: { a: expect.anything() as unknown } });
    expect(json.fault?.what).toBe(what);
  });

  it.each([
    ["{", "a closing brace is missing"],
    ['{ "a": }', "a value is missing"],
    ['{ "a" 1 }', "a colon is missing"],
    ["{ 1: 2 }", "a property name is missing"],
    ["[1", "a closing bracket is missing"],
    ['{ "a": "b', "a string is not closed"],
    ["{ } /* open", "a comment is not closed"],
    ["", "no value"],
    ["[".repeat(201), "nested too deeply"],
  ])("is not usable: %j", (text, what) => expect(readJson(text)).toMatchObject({ usable: false, fault: { what } }));

  it("brackets inside of strings don't count for the depth", () => {
    expect(readJson(`["${"[".repeat(300)}\\"["]`).usable).toBe(true);
  });
});

describe("the end of brackets", () => {
  it.each([
    ['{ "a": "}" } rest', 12],
    ["[[1], [2]], 3", 10],
    ['{ "a": "not closed\n}', 20],
    ["{ {", 3],
  ])("%j: %i", (text, end) => expect(endOfBrackets(text, 0)).toBe(end));
});
