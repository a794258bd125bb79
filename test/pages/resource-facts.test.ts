/** What a resource page states of its type: name, key, base, openness, description, and the types of further headings. */
import { describe, expect, it } from "vitest";
import { propertyTable, read, structured, typeText } from "./read.js";

interface Written {
  readonly title?: string;
  readonly namespace?: string;
  readonly intro?: string;
  readonly rows?: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly more?: string;
}

function page({
  title = "thing resource type",
  namespace = "n.s",
  intro = "",
  rows = ["|id|String|Key.|"],
  metadata,
  more = "",
}: Written): string {
  const block =
    metadata === undefined
      ? ""
      : `## JSON representation\n<!-- ${JSON.stringify({ blockType: "resource", ...metadata })} -->\n`;
  return `---\ndoc_type: resourcePageType\n---\n# ${title}\n\n${namespace === "" ? "" : `Namespace: ${namespace}\n\n`}${intro}\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n${rows.join("\n")}\n\n${block}${more}`;
}

function typeOf(written: Written) {
  const found = read(page(written));
  const [type] = structured(found, "resourcePage");
  return { type, reported: found.reported };
}

describe("the name of the type is", () => {
  const nameOf = (written: Written) => {
    const { type, reported } = typeOf(written);
    return [type === undefined ? "none" : typeText(type.name), ...reported.map((line) => line.split(" ")[1] ?? "")];
  };

  it.each<[what: string, written: Written, ...expected: readonly string[]]>([
    ["that of the title in the namespace", {}, "n.s.thing"],
    ["short without a namespace", { namespace: "" }, "? ~thing"],
    ["that of the metadata", { metadata: { "@odata.type": "a.b.thing" } }, "a.b.thing"],
    ["that of the metadata without a hash", { metadata: { "@odata.type": "#a.b.thing" } }, "a.b.thing"],
    [
      "that of the metadata in the letters of the title",
      { title: "bigThing resource type", metadata: { "@odata.type": "a.b.bigthing" } },
      "a.b.bigThing",
    ],
    [
      "that of the metadata, which has other capitals",
      { title: "bigThing resource type", metadata: { "@odata.type": "a.b.BigThing" } },
      "a.b.BigThing",
    ],
    [
      "that of the metadata, with a report where the title has another",
      { metadata: { "@odata.type": "a.b.other" } },
      "a.b.other",
      "page-names-differ",
    ],
    [
      "that of the title where that of the metadata is none",
      { metadata: { "@odata.type": "thing" } },
      "n.s.thing",
      "page-name-illegal",
    ],
    [
      "that of the metadata where the title has several words",
      { title: "The thing resource type", metadata: { "@odata.type": "a.b.thing" } },
      "a.b.thing",
    ],
    [
      "none where the title has several words",
      { title: "The thing resource type" },
      "none",
      "page-name-illegal",
      "page-says-nothing",
    ],
  ])("%s", (_, written, ...expected) => expect(nameOf(written)).toEqual(expected));
});

describe("the key of the type", () => {
  const keyOf = (metadata: Readonly<Record<string, unknown>>, rows?: readonly string[]) => {
    const { type, reported } = typeOf({ metadata: { "@odata.type": "n.s.thing", ...metadata }, ...(rows && { rows }) });
    return [
      type?.kind,
      type?.key?.map(({ name }) => name).join(),
      propertyTable(type),
      ...reported.map((line) => line.split(" ")[1]),
    ];
  };

  it("is that of the metadata, and never null", () => {
    expect(keyOf({ keyProperty: "code" }, ["|code|String|x|", "|id|String|x|"])).toEqual([
      "EntityType",
      "code",
      { code: "Edm.String!", id: "Edm.String?" },
    ]);
  });

  it("is open where nothing states it, and so is whether an id is null", () => {
    expect(keyOf({})).toEqual(["EntityType", undefined, { id: "Edm.String" }]);
  });

  it("is that of the base where its row is inherited", () => {
    expect(keyOf({ keyProperty: "id" }, ["|id|String|Key. Inherited from [base](base.md).|"])[1]).toBeUndefined();
  });

  it("is reported where it is no name", () => {
    expect(keyOf({ keyProperty: 1 }).slice(3)).toEqual(["page-metadata-faulty"]);
    expect(keyOf({ keyProperty: "a b" }).slice(3)).toEqual(["page-name-illegal"]);
  });
});

describe("the type", () => {
  it("is open by the metadata", () => {
    const open = (openType: unknown) => typeOf({ metadata: { "@odata.type": "n.s.thing", openType } }).type?.open;
    expect([open(true), open("true"), open(false), open("yes")]).toEqual([true, true, false, false]);
    expect(typeOf({ metadata: { "@odata.type": "n.s.thing" } }).type).not.toHaveProperty("open");
  });

  it("is abstract or has a media stream by the metadata, and is an entity type then", () => {
    const rows = ["|a|String|x|"];
    const stated = (metadata: Readonly<Record<string, unknown>>) => {
      const { type } = typeOf({ rows, metadata: { "@odata.type": "n.s.thing", ...metadata } });
      return [type?.kind, type?.abstract, type?.hasStream];
    };
    expect(stated({})).toEqual(["ComplexType", undefined, undefined]);
    expect(stated({ abstract: true })).toEqual(["ComplexType", true, undefined]);
    expect(stated({ isMediaEntity: true })).toEqual(["EntityType", undefined, true]);
    expect(stated({ keyProperty: "a" })).toEqual(["EntityType", undefined, undefined]);
    expect(stated({ keyProperty: "b" })).toEqual(["ComplexType", undefined, undefined]);
    expect(stated({ baseType: "a.b.entity" })).toEqual(["EntityType", undefined, undefined]);
    expect(stated({ baseType: "a.b.other" })).toEqual(["ComplexType", undefined, undefined]);
  });

  it("has the base of the metadata, which is no entity, before others", () => {
    const baseOf = (baseType: unknown, intro = "", rows?: readonly string[]) => {
      const { type, reported } = typeOf({
        intro,
        metadata: { "@odata.type": "n.s.thing", baseType },
        ...(rows && { rows }),
      });
      return [type?.base === undefined ? "none" : typeText(type.base), ...reported.map((line) => line.split(" ")[1])];
    };
    const inherits = "Inherits from [other](other.md).";
    const row = "|id|String|Inherited from [row](row.md).|";
    expect(baseOf("a.b.base", inherits)).toEqual(["a.b.base"]);
    expect(baseOf("#a.b.base")).toEqual(["a.b.base"]);
    expect(baseOf("a.b.entity", inherits)).toEqual(["n.s ~other"]);
    expect(baseOf("", inherits, [row])).toEqual(["n.s ~other"]);
    expect(baseOf("a.b.entity", "", [row])).toEqual(["n.s ~row"]);
    expect(baseOf(undefined, "Inherits from [entity](entity.md).", [row])).toEqual(["n.s ~row"]);
    expect(baseOf("a.b.entity")).toEqual(["a.b.entity"]);
    expect(baseOf("a b", inherits)).toEqual(["n.s ~other", "page-name-illegal"]);
    expect(
      baseOf(undefined, "", [
        "|a|String|Inherited from [far](far.md).|",
        row,
        "|b|String|Inherited from [entity](e.md).|",
      ]),
    ).toEqual(["n.s ~row"]);
  });

  it("is described by the first prose of its introduction", () => {
    const description = (intro: string) =>
      typeOf({ intro }).type?.annotations?.flatMap(({ value }) => (value.kind === "Constant" ? [value.value] : []));
    expect(description("A thing.\n\nMore of it.")).toEqual(["A thing."]);
    for (const before of [
      "> **Note:** read this.",
      "[!INCLUDE [beta](../includes/beta.md)]",
      "![x](x.png)",
      "- a list",
      "* a list",
      "Important: this.",
      "Note: this.",
      "Caution: this.",
      "Inherits from [base](base.md).",
      "None.",
      "This API is available in the following national cloud deployments.",
      "<!-- nothing -->",
    ])
      expect(description(`${before}\n\nA thing.`)).toEqual(["A thing."]);
    expect(description("Not yet documented")).toBeUndefined();
    expect(description("")).toBeUndefined();
  });
});

describe("a page about several types", () => {
  const table = (heading: string, name: string) =>
    `${heading}\n|Property|Type|Description|\n|:-|:-|:-|\n|${name}|String|x|\n\n`;

  it("has one for each heading between the title and its tables", () => {
    const text = `# Parts of things\n\nNamespace: n.s\n\n## screw resource type\n\n${table("### Properties", "turns")}## nail\n\n${table("### Properties", "length")}${table("### Relationships", "board")}`;
    expect(
      structured(read(text), "resourcePage").map((type) => [
        typeText(type.name),
        Object.keys(propertyTable(type)),
        type.navigationProperties.map(({ name }) => name),
      ]),
    ).toEqual([
      ["n.s.screw", ["turns"], []],
      ["n.s.nail", ["length"], ["board"]],
    ]);
  });

  it("has that of its title beside those of its headings, each with its metadata", () => {
    const block = (type: string) =>
      `<!-- { "blockType": "resource", "@odata.type": "${type}", "openType": true } -->\n\n`;
    const text = `# thing resource type\n\nNamespace: n.s\n\n${table("## Properties", "id")}## screw resource type\n\n${table("### Properties", "turns")}${block("a.b.screw")}${block("a.b.thing")}`;
    expect(structured(read(text), "resourcePage").map(({ name, open }) => [typeText(name), open])).toEqual([
      ["a.b.thing", true],
      ["a.b.screw", true],
    ]);
  });
});
