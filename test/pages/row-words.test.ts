import { describe, expect, it } from "vitest";
import { deprecationOf } from "../../src/vocabularies/revisions.js";
import { isRequired } from "../../src/pages/tables/row-words.js";
import { annotated, apiPage, propertyTable, read, structured } from "./read.js";

function property(row: string) {
  const [type] = structured(read(apiPage([row])), "apiList");
  return { description: annotated(type, "Description")["a"], ...type?.properties[0] };
}

describe("the words of a row", () => {
  it.each([
    ["String", "The a. Default is `x`.", "x"],
    ["String", "The default value is `x y`. More.", "x y"],
    ["Boolean", "The a. Default value is true.", "true"],
    ["Boolean", "The a. Default is false Inherited from [base](base.md)", "false"],
    ["Int32", "Optional. Default: 15.", "15"],
    ["colour", "Possible values are: `red`, `green`. Default is `red`.", "red"],
  ])("state a default of %s: %s", (type, text, value) => {
    expect(property(`|a|${type}|${text}|`).defaultValue).toBe(value);
    expect(property(`|a|${type}|${text}|`).description ?? "").not.toContain("efault");
  });

  it.each([
    ["Boolean", "Default is `maybe`."],
    ["Int32", "Default is `1.5`."],
    ["colour", "Default is 0."],
    ["String collection", "Default is `x`."],
    ["String", "Default is `x` for some, `y` for others."],
    ["String", "If that is the default value is `x`."],
    ["String", "Default is `null`."],
    ["DateTimeOffset", "Default is `today`."],
  ])("state no default of %s: %s", (type, text) => {
    expect(property(`|a|${type}|${text}|`)).not.toHaveProperty("defaultValue");
    expect(property(`|a|${type}|${text}|`).description).toContain("efault");
  });

  it("say what is not null", () => {
    const page = read(
      apiPage(["|a|String|Key. Not nullable.|", "|b|String|Nullable.|", "|c|String|Not nullable if d.|"]),
    );
    expect(propertyTable(structured(page, "apiList")[0])).toEqual({
      a: "Edm.String!",
      b: "Edm.String?",
      c: "Edm.String?",
    });
  });

  it.each([
    ["|a (deprecated)|String|The a.|", {}],
    ["|a|String|Deprecated. Use b.|", { description: "Deprecated. Use b." }],
    ["|a|String|(Deprecated) The a.|", { description: "(Deprecated) The a." }],
    ["|a|String|Deprecated things.|", undefined],
    ["|a|String|Was deprecated.|", undefined],
  ])("say what is deprecated: %s", (row, deprecation) => {
    expect(deprecationOf(property(row))).toEqual(deprecation);
  });

  it("say once what is deprecated by the name and by the description", () => {
    const revisions = (property("|a (deprecated)|String|Deprecated. Use b.|").annotations ?? []).filter(
      ({ term }) => term === "Org.OData.Core.V1.Revisions",
    );
    expect(revisions).toHaveLength(1);
    expect(deprecationOf({ annotations: revisions })).toEqual({ description: "Deprecated. Use b." });
  });

  it("say of a type that it is deprecated", () => {
    const text = (title: string, intro: string) =>
      `---\ndoc_type: resourcePageType\n---\n# ${title}\n\n${intro}\n\n## Properties\n|Property|Type|\n|:--|:--|\n|a|String|\n`;
    const isOver = (title: string, intro: string) =>
      structured(read(text(title, intro)), "resourcePage").map((type) => deprecationOf(type) !== undefined);
    expect(isOver("thing resource type (deprecated)", "A thing.")).toEqual([true]);
    expect(isOver("thing resource type", "Deprecated. A thing.")).toEqual([true]);
    expect(isOver("thing resource type", "A thing.")).toEqual([false]);
  });
});

function required(...rows: readonly string[]): readonly string[] | undefined {
  return read(apiPage(rows)).document.requests[0]?.required;
}

describe("what has to be given", () => {
  it("is read from a word alone in the description or beside the type", () => {
    expect(
      required(
        "|a|String|The a. Required.|",
        "|b|String|Required|",
        "|c|String (required)|c|",
        "|d|String|(Required) The d.|",
        "|e|String|Optional.|",
        "|f|String|Required if e is set.|",
        "|g|String|The properties required.|",
        "|h|String|Required. Optional.|",
      ),
    ).toEqual(["a", "b", "c", "d"]);
    expect(required("|a|String|The a.|")).toBeUndefined();
  });

  it("is read from a column of its own", () => {
    const text = apiPage(["|a|String|Yes|The a.|", "|b|String|No|Required.|"])
      .replace("|Property|Type|", "|Property|Type|Required?|")
      .replace("|:---|", "|:---|:---|");
    expect(read(text).document.requests[0]?.required).toEqual(["a"]);
  });

  it("is read from two such columns, of which each row fills one", () => {
    const text = apiPage(["|a|String|Yes||The a.|", "|b|String||No|Required.|", "|c|String||Y|The c.|"])
      .replace("|Property|Type|", "|Property|Type|Required|Required?|")
      .replace("|:---|", "|:---|:---|:---|");
    expect(read(text).document.requests[0]?.required).toEqual(["a", "c"]);
  });

  it("makes parameters of an operation optional", () => {
    const text = `# thing: act\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\nPOST /things/{id}/act\n\`\`\`\n\n## Request body\nIn the request body, provide a JSON object with the following parameters.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|a|String|Required.|\n|b|String|Optional.|\n`;
    const [request] = read(text).document.requests;
    expect(request?.parameters?.map(({ name, annotations = [] }) => `${name} ${annotations.at(-1)?.term}`)).toEqual([
      "a Org.OData.Core.V1.Description",
      "b Org.OData.Core.V1.OptionalParameter",
    ]);
  });
});

it.each([
  ["Required.", true],
  ["The name; required.", true],
  ["The name (Optional)", false],
  ["The name. optional", false],
  ["The name.Required.", true],
  ["Required. Optional.", undefined],
  ["Required when you create a thing.", undefined],
  ["The required name.", undefined],
])("whether a value must be given: %s", (prose, required) => {
  expect(isRequired(prose)).toBe(required);
});
