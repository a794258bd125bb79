/** What several declarations of one type make of it: its kind, key, members and their types. */
import { describe, expect, it } from "vitest";
import type { AnyProperty } from "../../src/edm/elements.js";
import { isStructured } from "../../src/edm/model.js";
import { isTagged } from "../../src/edm/vocabulary.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { modelOf } from "../support/model.js";

interface Resource {
  readonly intro?: string;
  readonly rows?: readonly string[];
  readonly relationships?: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}

function table(header: string, rows: readonly string[]): string {
  return rows.length === 0 ? "" : `\n|${header}|Type|Description|\n|:-|:-|:-|\n${rows.join("\n")}\n`;
}

function resource(name: string, { intro = "x", rows = [], relationships = [], metadata }: Resource): string {
  const comment =
    metadata === undefined
      ? ""
      : `\n## JSON representation\n<!-- ${JSON.stringify({ blockType: "resource", "@odata.type": `microsoft.graph.${name}`, ...metadata })} -->\n`;
  return `# ${name} resource type\n\nNamespace: microsoft.graph\n\n${intro}\n\n## Properties\n${table("Property", rows)}\n## Relationships\n${table("Relationship", relationships)}${comment}`;
}

function api(request: string, returns: string, response = ""): string {
  const example = response === "" ? "" : `\n## Example\n\`\`\`http\nHTTP/1.1 200 OK\n\n${response}\n\`\`\`\n`;
  return `# Get it\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n## Response\nReturns a \`200 OK\` response code and ${returns}.\n${example}`;
}

const csdl = (inside: string) =>
  `<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside}</Schema>`;

function line({ kind, name, type }: AnyProperty): string {
  const mark = type?.nullable === undefined ? "" : type.nullable ? "?" : "!";
  const text =
    type === undefined
      ? "unknown"
      : `${type.type.replace("microsoft.graph.", "")}${type.collection ? " collection" : ""}${mark}`;
  return `${kind === "Property" ? "" : "→"}${name}: ${text}`;
}

function typeOf(texts: Readonly<Record<string, string>>, name = "thing") {
  const { model, said } = modelOf(texts);
  const type = model.type(`microsoft.graph.${name}` as QualifiedName);
  if (type === undefined || !isStructured(type)) throw new Error(`no ${name}`);
  return {
    kind: type.kind,
    key: type.key?.map((ref) => ref.name).join(),
    members: [...type.properties, ...type.navigationProperties].map(line),
    type,
    codes: said.flatMap((text) => / - \w+ ([\w-]+): /.exec(text)?.[1] ?? []),
  };
}

describe("a declaration in CSDL stands, and another one is reported", () => {
  const differs = (declared: string, row: string) =>
    typeOf({
      "a.xml": csdl(
        `<ComplexType Name="thing"><Property Name="a" Type="${declared}"/></ComplexType><EnumType Name="mode"><Member Name="on"/></EnumType><ComplexType Name="part"/>`,
      ),
      "b.md": resource("thing", { rows: [`|a|${row}|x|`] }),
    }).codes.includes("type-differs");

  it.each([
    ["Edm.Int32", "Int32", false],
    ["Edm.Int32", "Int64", true],
    ["Edm.String", "String collection", true],
    ["Collection(Edm.String)", "String collection", false],
    ["microsoft.graph.mode", "mode", false],
    ["microsoft.graph.mode", "String", true],
    ["microsoft.graph.part", "[mode](mode.md)", true],
  ])("%s and the row %s: %s", (declared, row, reported) => expect(differs(declared, row)).toBe(reported));
});

describe("an example shows how a value is written, not its type", () => {
  const differs = (declared: string, value: string) =>
    typeOf({
      "a.xml": csdl(
        `<EntityType Name="thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="a" Type="${declared}"/></EntityType><EnumType Name="mode"><Member Name="on"/></EnumType><ComplexType Name="part"/><EntityContainer Name="C"><EntitySet Name="things" EntityType="microsoft.graph.thing"/></EntityContainer>`,
      ),
      "b.md": api("GET /things/{id}", "a [thing](thing.md) object", `{ "a": ${value} }`),
    }).codes.includes("type-differs");

  it.each([
    ["microsoft.graph.mode", '"on"', false],
    ["Edm.Guid", '"x"', false],
    ["Edm.Date", '"2020-01-02"', false],
    ["Edm.Int64", '"12"', false],
    ["Edm.Decimal", '"1.5"', false],
    ["Edm.Double", '"INF"', false],
    ["Edm.Int32", '"12"', true],
    ["Edm.Int16", '"12"', true],
    ["Edm.Byte", '"12"', true],
    ["Edm.SByte", '"12"', true],
    ["Edm.Single", '"12"', true],
    ["Edm.Boolean", '"true"', true],
    ["Edm.Double", "1", false],
    ["Edm.Int32", "1.5", false],
    ["Edm.String", '"2020-01-02"', false],
    ["Edm.String", '"2020-01-02T03:04Z"', false],
    ["Edm.String", '"P1D"', false],
    ["Edm.Boolean", '"2020-01-02"', true],
    ["Edm.String", "1", true],
    ["microsoft.graph.mode", "1", true],
    ["Edm.String", '["x"]', true],
    ["Edm.String", '{ "@odata.type": "microsoft.graph.part" }', true],
    ["Edm.Untyped", '{ "@odata.type": "microsoft.graph.part" }', false],
    ["Edm.Untyped", "1", false],
    ["Edm.String", "null", false],
  ])("%s and %s: %s", (declared, value, reported) => expect(differs(declared, value)).toBe(reported));
});

describe("a member of a page", () => {
  const texts = (row: string, relationship: string) => ({
    "thing.md": resource("thing", { rows: [row], relationships: [relationship] }),
    "part.md": resource("part", { rows: ["|id|String|x|"] }),
    "size.md": resource("size", { rows: ["|width|Int32|x|"] }),
    "parts.md": api("GET /parts/{id}", "a [part](part.md) object"),
  });

  it("is a navigation property where its type is an entity, and a property where it is primitive", () => {
    expect(typeOf(texts("|a|[part](part.md)|x|", "|b|String|x|")).members).toEqual(["b: Edm.String?", "→a: part?"]);
    expect(typeOf(texts("|a|[size](size.md)|Default is `x`.|", "|b|[part](part.md) collection|x|")).members).toEqual([
      "a: size?",
      "→b: part collection",
    ]);
  });

  it("has the annotations of all declarations, of each term the first", () => {
    const { type } = typeOf({
      "thing.md": resource("thing", { rows: ["|a|String|The a.|"] }),
      "post.md": `# Create thing\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\nPOST /things\n\`\`\`\n\n## Request body\nSupply a representation of the thing object.\n\n|Property|Type|Description|\n|:-|:-|:-|\n|a|String|Another a. Read-only.|\n`,
    });
    const a = type.properties.find(({ name }) => name === "a");
    expect(a?.annotations?.map(({ value }) => (value.kind === "Constant" ? value.value : value.kind))).toEqual([
      "The a.",
      "true",
    ]);
    expect(a && isTagged(a, "Org.OData.Core.V1.Computed" as QualifiedName)).toBe(true);
  });

  it("has the default of the first declaration that has one", () => {
    const { type } = typeOf({ "thing.md": resource("thing", { rows: ["|a|Int32|Default is `5`.|"] }) });
    expect(type.properties[0]).toMatchObject({ name: "a", defaultValue: "5" });
  });

  it("is a Decimal where it is the key and the page calls it a number, since no key is a Double", () => {
    const { members } = typeOf({
      "thing.md": resource("thing", { rows: ["|id|numeric|x|", "|size|numeric|x|"] }),
      "get.md": api("GET /things/{id}", "a [thing](thing.md) object"),
    });
    expect(members).toEqual(["id: Edm.Decimal!", "size: Edm.Double?"]);
  });

  it("has a default where it is one primitive value or one member of an enumeration", () => {
    const rows = ["|a|[size](size.md)|Default is `x`.|", "|b|String collection|Default is `x`.|"];
    const { type } = typeOf({
      "thing.md": resource("thing", {
        rows: [...rows, "|c|[mode](mode.md)|Default is `on`.|", "|d|String|Default is `x`.|"],
      }),
      "size.md": resource("size", { rows: ["|width|Int32|x|"] }),
      "thing.xml": csdl(
        '<EnumType Name="mode"><Member Name="on"/></EnumType><EntityType Name="thing"><Property Name="c" Type="microsoft.graph.mode"/><Property Name="d" Type="microsoft.graph.size"/></EntityType><ComplexType Name="size"/>',
      ),
    });
    expect(type.properties.map(({ name, defaultValue }) => [name, defaultValue])).toEqual([
      ["c", "on"],
      ["d", undefined],
      ["a", undefined],
      ["b", undefined],
    ]);
  });

  it("is a collection where a path has its key, which is reported", () => {
    const { members, codes } = typeOf({
      ...texts("|id|String|x|", "|parts|[part](part.md)|x|"),
      "things.md": api("GET /things/{id}/parts/{id}", "a [part](part.md) object"),
    });
    expect(members).toEqual(["id: Edm.String!", "→parts: part collection"]);
    expect(codes).toContain("row-of-one");
  });
});

describe("the kind of a type of pages", () => {
  const rows = ["|id|String|x|", "|a|String|x|"];
  const holder = (type: string) => resource("holder", { rows: [`|value|${type}|x|`] });

  it.each<[what: string, texts: Readonly<Record<string, string>>, kind: string, key: string | undefined]>([
    ["with an id", { "thing.md": resource("thing", { rows }) }, "EntityType", "id"],
    ["without one", { "thing.md": resource("thing", { rows: ["|a|String|x|"] }) }, "ComplexType", undefined],
    [
      "with an id that is a value",
      { "thing.md": resource("thing", { rows }), "h.md": holder("[thing](thing.md)") },
      "ComplexType",
      undefined,
    ],
    [
      "that a relationship leads to",
      {
        "thing.md": resource("thing", { rows: ["|a|String|x|"] }),
        "h.md": resource("holder", { relationships: ["|r|[thing](thing.md)|x|"] }),
      },
      "EntityType",
      undefined,
    ],
    [
      "that a path leads to an item of",
      {
        "thing.md": resource("thing", { rows: ["|a|String|x|"] }),
        "get.md": api("GET /things/{id}", "a [thing](thing.md) object"),
      },
      "EntityType",
      "id",
    ],
    [
      "that a path leads to",
      {
        "thing.md": resource("thing", { rows: ["|a|String|x|"] }),
        "get.md": api("GET /main", "a [thing](thing.md) object"),
      },
      "EntityType",
      undefined,
    ],
    [
      "with an id that is a collection",
      { "thing.md": resource("thing", { rows: ["|id|String collection|x|"] }) },
      "EntityType",
      undefined,
    ],
    [
      "with a stated key",
      {
        "thing.md": resource("thing", {
          rows: ["|code|String|x|", "|id|String|x|"],
          metadata: { keyProperty: "code" },
        }),
      },
      "EntityType",
      "code",
    ],
    [
      "with a stated key that no row has",
      { "thing.md": resource("thing", { rows, metadata: { keyProperty: "code" } }) },
      "EntityType",
      "id",
    ],
    [
      "that derives from one with a key",
      {
        "thing.md": resource("thing", { intro: "Inherits from [base](base.md).", rows: ["|a|String|x|"] }),
        "base.md": resource("base", { rows }),
      },
      "EntityType",
      undefined,
    ],
  ])("%s", (_, texts, kind, key) => {
    const found = typeOf(texts);
    expect([found.kind, found.key]).toEqual([kind, key]);
  });

  it("has an assumed id where it is an item without one, which is reported", () => {
    const { members, codes } = typeOf({
      "thing.md": resource("thing", { rows: ["|a|String|x|"] }),
      "get.md": api("GET /things/{id}", "a [thing](thing.md) object"),
    });
    expect(members).toEqual(["id: Edm.String!", "a: Edm.String?"]);
    expect(codes).toContain("key-added");
  });

  it("is that of CSDL, and so is its openness", () => {
    const found = typeOf({
      "a.xml": csdl(
        '<ComplexType Name="thing" OpenType="true" Abstract="true"><Property Name="id" Type="Edm.String"/></ComplexType>',
      ),
      "b.md": resource("thing", { rows, metadata: { openType: false, abstract: false } }),
    });
    expect(found).toMatchObject({ kind: "ComplexType", key: undefined, type: { open: true, abstract: true } });
    expect(found.members).toEqual(["id: Edm.String", "a: Edm.String?"]);
  });
});

describe("bases", () => {
  it("that form a cycle are cut, which is an error", () => {
    const inherits = (base: string) => ({ intro: `Inherits from [${base}](${base}.md).`, rows: ["|a|String|x|"] });
    const { type, codes } = typeOf({
      "thing.md": resource("thing", inherits("b")),
      "b.md": resource("b", inherits("c")),
      "c.md": resource("c", inherits("thing")),
    });
    expect(codes).toContain("cyclic-base");
    const bases = ["thing", "b", "c"].map(
      (name) =>
        typeOf(
          {
            "thing.md": resource("thing", inherits("b")),
            "b.md": resource("b", inherits("c")),
            "c.md": resource("c", inherits("thing")),
          },
          name,
        ).type.base,
    );
    expect(bases.filter((base) => base === undefined)).toHaveLength(1);
    expect(type.name).toBe("microsoft.graph.thing");
  });

  it("that a row names further up are no contradiction", () => {
    const texts = {
      "thing.md": resource("thing", {
        intro: "Inherits from [middle](middle.md).",
        rows: ["|id|String|Inherited from [top](top.md).|", "|a|String|x|"],
      }),
      "middle.md": resource("middle", { intro: "Inherits from [top](top.md).", rows: ["|b|String|x|"] }),
      "top.md": resource("top", { rows: ["|id|String|x|"] }),
    };
    const { type, members, codes } = typeOf(texts);
    expect([type.base, members, codes]).toEqual(["microsoft.graph.middle", ["a: Edm.String?"], []]);
  });

  it("in chains of more than a hundred are cut, which is an error", () => {
    const chain = (count: number) =>
      csdl(
        Array.from(
          { length: count },
          (_, index) =>
            `<ComplexType Name="t${index}"${index === 0 ? "" : ` BaseType="microsoft.graph.t${index - 1}"`}/>`,
        ).join(""),
      );
    expect(typeOf({ "a.xml": chain(101) }, "t100").codes).toEqual([]);
    const { type, codes } = typeOf({ "a.xml": chain(103) }, "t101");
    expect([type.base, codes]).toEqual([undefined, ["base-chain-too-long"]]);
    expect(typeOf({ "a.xml": chain(103) }, "t102").type.base).toBe("microsoft.graph.t101");
  });
});
