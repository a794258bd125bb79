import { describe, expect, it } from "vitest";
import { at, offsetOf, Sources } from "../../src/diagnostics/position.js";
import { placeInBody } from "../../src/values/place-in-body.js";

const body = '{ // as the page has it\n  "a": [1, { "b": "x",\n "b" : null }] "c": { }, }';
const text = `\`\`\`http\nHTTP/1.1 200 OK\n\n${body}\n\`\`\`\n{ "a": 2 }`;

function placeOf(...path: readonly (string | number)[]): string {
  const source = new Sources().add("page.md", text);
  const place = placeInBody({ at: at(source, text.indexOf(body)), value: {} }, path, source);
  return text.slice(offsetOf(place), offsetOf(place) + 6);
}

describe("the place of a part of a body", () => {
  it("is the name of a property, and the start of an item", () => {
    expect([placeOf("c"), placeOf("a", 1), placeOf("a", 1, "b")]).toEqual(['c": { ', '{ "b":', 'b" : n']);
  });

  it("is as far as the path leads where something is missing", () => {
    expect([placeOf(), placeOf("d"), placeOf("c", "d"), placeOf("a", 7, "b")]).toEqual([
      "{ // a",
      "{ // a",
      'c": { ',
      'a": [1',
    ]);
  });
});
