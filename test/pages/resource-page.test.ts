import { describe, expect, it } from "vitest";
import { enumTable, propertyTable, read, structured, typeText, type Read } from "./read.js";

function page(text: string): Read {
  return read(
    `---\ndoc_type: resourcePageType\n---\n\n# thing resource type\n\nNamespace: microsoft.graph\n\n${text}\n`,
  );
}

const table = (...rows: readonly string[]) => ["|Property|Type|Description|", "|:--|:--|:--|", ...rows].join("\n");

describe("tables of properties", () => {
  it.each([
    ["below the title", table("|a|String|x|")],
    ["under a heading that names the type", `## thing Properties\n${table("|a|String|x|")}`],
    ["under a heading for a group", `## Properties\n\n### Indicators - email\n${table("|a|String|x|")}`],
    ["under a heading of their own", `## Page Content\n${table("|a|String|x|")}`],
  ])("are read %s", (_, text) => {
    expect(propertyTable(structured(page(text), "resourcePage")[0])).toEqual({ a: "Edm.String?" });
    expect(page(text).reported).toEqual([]);
  });

  it.each(["Properties of a thing definition", "Instance attributes", "Example: a thing"])(
    "are those of something else under %s",
    (heading) => {
      const text = `## Properties\n${table("|a|String|x|")}\n\n### ${heading}\n${table("|b|String|x|")}`;
      expect(propertyTable(structured(page(text), "resourcePage")[0])).toEqual({ a: "Edm.String?" });
      expect(page(text).reported).toEqual(["15:1 page-table-unknown"]);
    },
  );
});

function baseOf(text: string): string | undefined {
  const base = structured(page(text), "resourcePage")[0]?.base;
  return base === undefined ? undefined : typeText(base);
}

describe("base types", () => {
  it.each([
    ["A thing. Inherits from [base](base.md).", "microsoft.graph ~base"],
    ["Inherits from base class [other](other.md).", "microsoft.graph ~other"],
    ["This type inherits from [base](base.md).", "microsoft.graph ~base"],
    ["The **thing** resource is derived from [**base**](base.md) and inherits properties.", "microsoft.graph ~base"],
    ["Inherits metadata properties from [base](base.md).", "microsoft.graph ~base"],
    ["A subclass of [base](base.md). It is a thing.", "microsoft.graph ~base"],
    ["This is a subtype of [base](base.md).", "microsoft.graph ~base"],
    ["It is derived from microsoft.graph.base.", "microsoft.graph.base"],
    ["A record. Inherited from [base](base.md) entity.", "microsoft.graph ~base"],
    ["It derives from [base](base.md).", "microsoft.graph ~base"],
    ["Settings that were inherited from [base](base.md).", undefined],
    ["The [other](other.md) resource inherits from this base type.", undefined],
    ["The subtypes of [base](base.md) are used here.", undefined],
    ["A code derived from ISO 639.", undefined],
  ])("are read from %s", (text, base) => expect(baseOf(text)).toBe(base));

  it("are read from the metadata, unless it names only entity", () => {
    const block = (type: string) =>
      `\n## JSON representation\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.thing", "baseType": "${type}" } -->\n`;
    expect(baseOf(`Derived from [base](base.md).\n${block("microsoft.graph.other")}`)).toBe("microsoft.graph.other");
    expect(baseOf(`Derived from [base](base.md).\n${block("microsoft.graph.entity")}`)).toBe("microsoft.graph ~base");
    expect(baseOf(block("microsoft.graph.entity"))).toBe("microsoft.graph.entity");
  });
});

describe("types derived from that of the page", () => {
  const derived = (text: string) =>
    structured(page(text), "resourceList").map(({ name, base }) => [typeText(name), base && typeText(base)]);
  const base = "microsoft.graph.thing";
  const both = [
    ["microsoft.graph ~a", base],
    ["microsoft.graph ~b", base],
  ];

  it.each([
    ["a table", "## Derived types\n|Type|Description|\n|:--|:--|\n|[a](a.md)|An a.|\n|[b](./b.md)|No [c](c.md).|"],
    ["a list", "### Derived types\n\n- [a](a.md): an a, not a [c](c.md).\n- [b](b.md)"],
    ["a sentence", "This is the base type for the [a](a.md) and [**b**](b.md). It has a [c](c.md)."],
    ["a sentence about inheritance", "A thing that is inherited by [a](a.md), [b](b.md)."],
    ["a list in the introduction", "Derived types include:\n\n* [a](a.md)\n* [b](b.md)"],
  ])("are read from %s", (_, text) => expect(derived(text)).toEqual(both));

  it.each([
    "The base class for settings of the [a](a.md).",
    "The base type for policies of the [platform](/azure/platform).",
    "The base type for a room.",
  ])("are not those of: %s", (text) => expect(derived(text)).toEqual([]));
});

describe('"inherited from" above a table', () => {
  const inherited = (text: string) =>
    structured(page(text), "resourcePage")[0]?.properties.map(({ name, declaredOn }) => [
      name,
      declaredOn === undefined ? undefined : typeText(declaredOn),
    ]);
  const rows = table("|b|String|x|", "|c|String|x Inherited from [other](other.md).|");

  it.each([
    `## Properties\n${table("|a|String|x|")}\n\nThe following properties are inherited from **[base](base.md)**.\n\n${rows}`,
    `## Properties\n${table("|a|String|x|")}\n\n### Properties inherited from [base](base.md)\n\n${rows}`,
  ])("counts for its rows that name no type: %#", (text) => {
    expect(inherited(text)).toEqual([
      ["a", undefined],
      ["b", "microsoft.graph ~base"],
      ["c", "microsoft.graph ~other"],
    ]);
  });

  it("does not count in longer prose", () => {
    const text = `## Properties\nSome properties are inherited from [base](base.md), some are not.\n\n${table("|a|String|x|")}`;
    expect(inherited(text)).toEqual([["a", undefined]]);
  });
});

describe("tables of values", () => {
  const values = (heading: string) => `\n\n### ${heading}\n|Value|Description|\n|:--|:--|\n|x|y|\n`;

  it("are of the property that the heading names, and of its type", () => {
    const text = `## Properties\n${table("|scope|[thingScope](x.md)|s|", "|role|String|r|")}`;
    expect(enumTable(page(text + values("Scope options")))).toEqual({
      "valuesTable microsoft.graph ~thingScope": ["x"],
    });
    expect(enumTable(page(text + values("thingScope values")))).toEqual({
      "valuesTable microsoft.graph ~thingScope": ["x"],
    });
    const role = page(text + values("Role property values"));
    expect(enumTable(role)).toEqual({});
    expect(role.reported).toEqual(["16:1 page-values-of-primitive"]);
  });

  it("are of an enum that a heading `X values` names, but not of something else", () => {
    const text = `## Properties\n${table("|a|String|s|")}`;
    expect(Object.keys(enumTable(page(text + values("other values"))))).toEqual(["valuesTable microsoft.graph ~other"]);
    expect(page(text + values("Special options")).reported).toEqual(["15:1 page-table-unknown"]);
  });
});
