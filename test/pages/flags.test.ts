import { describe, expect, it } from "vitest";
import { areBits, statesFlags } from "../../src/pages/types/flags.js";
import { enums, read } from "./read.js";

it.each([
  "This is a flags enum.",
  "This is a flagged enumeration that allows multiple members.",
  "Flag enum representing the allowed types.",
  "A multivalued enum.",
  "Where it is. Multi-valued.",
  "The values can be combined.",
  "A combination of one or more of the following values.",
  "A comma-separated list of the following values: `a`, `b`.",
  "One or more of the following values: `a`, `b`.",
])("an enum of flags: %s", (text) => expect(statesFlags(text)).toBe(true));

it.each([
  "Only when a value of a multi-valued attribute changes.",
  "A comma-separated list of proxy servers.",
  "The value of the flag.",
  "One of the following values: `a`, `b`.",
  "A combination of the first and the last name.",
])("no enum of flags: %s", (text) => expect(statesFlags(text)).toBe(false));

it.each<[numbers: readonly number[], bits: boolean]>([
  [[0, 1, 2, 4, 8, 16], true],
  [[1, 2, 4, 8, 16], true],
  [[0, 1, 2, 4, 8], false],
  [[0, 1, 2, 3, 4, 8, 16], false],
])("the numbers %j are bits: %s", (numbers, bits) => {
  expect(areBits(numbers.map((number) => ({ value: BigInt(number) })))).toBe(bits);
});

describe("flags of a page", () => {
  const page = (description: string, values: string) =>
    `# thing resource type\n\nNamespace: n\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|modes|[modes](x.md)|${description}|\n\n${values}`;
  const table = "### modes values\n|Member|\n|:--|\n|a|\n|b|\n";
  const flags = (text: string) => enums(read(text)).map((type) => [type.by, type.flags]);

  it("are those of the list in the same row", () => {
    expect(flags(page("Flags enum. Possible values are: `a`, `b`.", ""))).toEqual([["resourceList", true]]);
    expect(flags(page("Possible values are: `a`, `b`.", ""))).toEqual([["resourceList", undefined]]);
  });

  it("are those of the table that the row leads to, or of the text above it", () => {
    expect(flags(page("This is a flags enum.", table))).toEqual([["valuesTable", true]]);
    expect(flags(page("How.", table.replace("\n", "\nMultivalued enum.\n\n")))).toEqual([["valuesTable", true]]);
    expect(flags(page("How.", table))).toEqual([["valuesTable", undefined]]);
  });
});
