import { describe, expect, it } from "vitest";
import { annotated, apiPage, enumTable, propertyTable, read, refText, structured } from "./read.js";

function cell(type: string): string {
  const page = read(apiPage([`|a|${type}|x|`]));
  const property = structured(page, "apiList")[0]?.properties[0];
  return property === undefined ? page.reported.map((line) => line.split(" ")[1]).join() : refText(property.type);
}

describe("type cells", () => {
  it.each([
    ["String", "Edm.String?"],
    ["string collection", "Edm.String collection!"],
    ["`Collection(string)`", "Edm.String collection!"],
    ["Integer", "Edm.Int32?"],
    ["dateTimeOffSet", "Edm.DateTimeOffset?"],
    ["Edm.Guid", "Edm.Guid?"],
    ["**Binary**", "Edm.Binary?"],
    ["string, maximum size 20", "Edm.String?"],
    ["(Optional) String", "Edm.String?"],
    ["[user](user.md)", "microsoft.graph ~user?"],
    ["Collection([user](user.md))", "microsoft.graph ~user collection!"],
    ["[user](user.md) collection", "microsoft.graph ~user collection!"],
    ["microsoft.graph.security.alert", "microsoft.graph.security.alert?"],
    ["[microsoft.graph.security.alert](x.md) collection", "microsoft.graph.security.alert collection!"],
    ["userType", "microsoft.graph ~userType?"],
    ["Untyped JSON object", "Edm.Untyped?"],
    ["string/number", "Edm.String?"],
    ["[user](user.md) collection. Holds the users.", "microsoft.graph ~user collection!"],
    ["[duration](../resources/duration.md)", "microsoft.graph ~duration?"],
  ])("reads %s", (text, expected) => expect(cell(text)).toBe(expected));

  it.each([
    ["Unknown Type of things"],
    ["Collection(String"],
    ["user collection collection"],
    ["Edm.Nothing"],
    ["../../x"],
  ])("drops and reports a row with the type %s", (text) => {
    expect(cell(text)).toContain("page-type-unreadable");
  });

  it("reports a vague type and alternatives", () => {
    expect(read(apiPage(["|a|Json|x|", "|b|[user](u.md) or [group](g.md)|x|"])).reported).toEqual([
      "15:4 page-type-vague",
      "16:4 page-type-alternatives",
    ]);
    expect(cell("[user](u.md) or [group](g.md)")).toBe("microsoft.graph ~user?");
  });

  it("resolves reference links by the definitions of the page", () => {
    const page = read(
      `${apiPage(["|a|[user][]|x|", "|b|[group] collection|x|"])}\n[user]: ../resources/user.md\n[group]: ../resources/group.md\n`,
    );
    const types = structured(page, "apiList")[0]?.properties.map(({ type }) => type?.type);
    expect(types).toEqual([
      { short: "user", link: "../resources/user.md", near: "microsoft.graph" },
      { short: "group", link: "../resources/group.md", near: "microsoft.graph" },
    ]);
  });
});

describe("rows that are broken", () => {
  it("gives a surplus pipe to the last cell and reports it", () => {
    const page = read(apiPage(["|a|String|one | two|", "|b|String|three||"]));
    expect(annotated(structured(page, "apiList")[0], "Description")).toEqual({ a: "one | two", b: "three" });
    expect(page.reported).toEqual(["15:15 page-row-too-long"]);
  });

  it("continues a cell that is not closed", () => {
    const page = read(apiPage(["|a|String|first line", "and second line", "|b|String|x|"]));
    expect(annotated(structured(page, "apiList")[0], "Description")).toEqual({
      a: "first line and second line",
      b: "x",
    });
  });

  it("reads a row without leading pipe, and ends the table at prose", () => {
    const page = read(apiPage(["|a|String|x|", "  b|String|y|", "Some prose."]));
    expect(propertyTable(structured(page, "apiList")[0])).toEqual({ a: "Edm.String?", b: "Edm.String?" });
  });

  it("reads a table whose delimiter row has too few cells", () => {
    const text = apiPage(["|a|String|x|"]).replace("|:---|:---|:---|", "|:---|:---|");
    expect(propertyTable(structured(read(text), "apiList")[0])).toEqual({ a: "Edm.String?" });
  });

  it("takes the first of two rows of one name and skips group rows and annotations", () => {
    const page = read(apiPage(["|**Group**|||", "|a|String|x|", "|a|Int32|y|", "|@odata.type|String|z|"]));
    expect(propertyTable(structured(page, "apiList")[0])).toEqual({ a: "Edm.String?" });
    expect(page.reported).toEqual(["17:2 page-row-twice"]);
  });

  it("drops a row with an illegal name", () => {
    const page = read(apiPage(["|a b|String|x|", "|c|String|y|"]));
    expect(propertyTable(structured(page, "apiList")[0])).toEqual({ c: "Edm.String?" });
    expect(page.reported).toEqual(["15:2 page-name-illegal"]);
  });
});

function described(text: string): string | undefined {
  return annotated(structured(read(apiPage([`|a|[x](x.md)|${text}|`])), "apiList")[0], "Description")["a"];
}

describe("descriptions", () => {
  it("are read from a column whose header goes on", () => {
    const text = apiPage(["|a|String|The color.|"]).replace("|Description|", "|Description and example|");
    expect(annotated(structured(read(text), "apiList")[0], "Description")).toEqual({ a: "The color." });
  });

  it("are plain and on one line", () => {
    expect(described("See [this](y.md), **bold** and `code`;<br/>a &lt; b \\| c.")).toBe(
      "See this, bold and code; a < b | c.",
    );
    expect(described("Not yet documented")).toBeUndefined();
  });

  it("lose the sentences that become facts", () => {
    expect(described("The x. Inherited from [base](base.md). Possible values are: `a`, `b`.")).toBe("The x.");
    expect(described("The x, if it is inherited from an ancestor.")).toBe(
      "The x, if it is inherited from an ancestor.",
    );
    const page = read(apiPage(["|a|String|The x. Inherited from [ns.base](base.md)|"]));
    expect(structured(page, "apiList")[0]?.properties[0]?.declaredOn).toBe("ns.base");
    expect(structured(page, "apiList")[0]?.base).toBe("ns.base");
  });

  it("mark computed properties, but never required ones", () => {
    const text = apiPage(["|a|String|The a. Read-only.|", "|b|String|The b.|"]).replace(
      "|Property|",
      "The following table shows the properties that are required when you create the thing.\n\n|Property|",
    );
    const [type] = structured(read(text), "apiList");
    expect(annotated(type, "Computed")).toEqual({ a: "true" });
    expect(type?.properties[1]?.annotations?.map(({ term }) => term)).toEqual(["Org.OData.Core.V1.Description"]);
  });
});

function values(text: string): readonly string[] | undefined {
  return enumTable(read(apiPage([`|a|[x](x.md)|${text}|`])))["apiList microsoft.graph ~x"];
}

describe("lists of values", () => {
  it.each([
    ["Possible values are: `a`, `b`.", ["a", "b"]],
    ["The possible values are `a`, `b`, and `c`. Default is `a`.", ["a", "b", "c"]],
    ["hours.The possible values are: `a`, `b`.", ["a", "b"]],
    ["Valid values are: a, b, c", ["a", "b", "c"]],
    ["Can be one of the following values: **a** or **b**.", ["a", "b"]],
    ["Possible values: `a` for one thing (say), or `b` for others. The value `c` is another.", ["a", "b"]],
    ["Possible values are: `a`, `b` **Important:** `b` is new.", ["a", "b"]],
    ["Possible values are: `null` (default value), `a` (the first), `b`.", ["a", "b"]],
    [
      "Possible values: `a`, `b`. Use the `Prefer` header to get the following values in this evolvable enum: `b`.",
      ["a", "b"],
    ],
  ])("reads %s", (text, expected) => expect(values(text)).toEqual(expected));

  it.each([
    ["Valid values are described in the following table."],
    ["Possible values are 0 to 100."],
    ["Allowed values: see there for more."],
  ])("leaves %s", (text) => {
    expect(values(text)).toBeUndefined();
  });

  it("leaves the values of a primitive in its description", () => {
    const page = read(apiPage(["|a|String|Possible values are: `a`, `b`.|"]));
    expect(enumTable(page)).toEqual({});
    expect(annotated(structured(page, "apiList")[0], "Description")).toEqual({ a: "Possible values are: a, b." });
  });

  it("reports an illegal member and two lists that disagree", () => {
    const page = read(
      apiPage([
        "|a|[x](x.md)|Possible values are: `a`, `b-c`.|",
        "|b|[x](x.md)|Possible values are: `a`, `d`.|",
        "|c|[x](x.md)|Possible values are: `z`.|",
      ]),
    );
    expect(page.reported).toEqual(["15:41 page-name-illegal", "17:5 page-values-differ"]);
    expect(enumTable(page)).toEqual({ "apiList microsoft.graph ~x": ["a", "d"] });
  });
});
