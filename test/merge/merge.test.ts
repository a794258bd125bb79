import { describe, expect, it } from "vitest";
import { isStructured, type Model } from "../../src/edm/model.js";
import { descriptionOf } from "../../src/facts/documentation.js";
import { modelOf } from "../support/model.js";

function csdl(schemas: string): string {
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>
<edmx:DataServices>
${schemas}
</edmx:DataServices></edmx:Edmx>`;
}

function schema(body: string, namespace = "microsoft.graph"): string {
  return `<Schema Namespace="${namespace}" Alias="self${namespace.length}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${body}
</Schema>`;
}

const thing = `<EntityType Name="thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="size" Type="Edm.Int64"/></EntityType>`;

function resourcePage(rows: string, { title = "thing", intro = "A thing." } = {}): string {
  return `---
title: "${title} resource type"
doc_type: resourcePageType
---

# ${title} resource type

Namespace: microsoft.graph

${intro}

## Properties
|Property|Type|Description|
|:---|:---|:---|
${rows}
`;
}

function property(model: Model, type: string, name: string) {
  return model.schemas
    .flatMap(({ elements }) => elements)
    .filter(isStructured)
    .find((element) => element.name === type)
    ?.properties.find((member) => member.name === name);
}

const only = (said: readonly string[], code: string) => said.filter((line) => line.includes(` ${code}: `));

describe("CSDL and a page together", () => {
  it("CSDL stands, and the page speaks where it is silent", () => {
    const { model, said, failed } = modelOf({
      "metadata.xml": csdl(schema(thing)),
      "thing.md": resourcePage("|id|String|Key of the thing.|\n|size|Int64|How large it is.|"),
    });
    expect([failed, said]).toEqual([false, []]);
    const size = property(model, "microsoft.graph.thing", "size");
    expect(size).toMatchObject({ by: "csdl", type: { type: "Edm.Int64" } });
    expect(size && descriptionOf(size)).toBe("How large it is.");
    expect(size && model.declarations(size).map(({ by }) => by)).toEqual(["csdl", "resourcePage"]);
  });

  it("a difference is a warning with both places", () => {
    const { model, said } = modelOf({
      "metadata.xml": csdl(schema(thing)),
      "thing.md": resourcePage("|size|Int32|How large it is.|"),
    });
    expect(property(model, "microsoft.graph.thing", "size")?.type?.type).toBe("Edm.Int64");
    expect(said).toEqual([
      "thing.md:15:2 - warning type-differs: microsoft.graph.thing/size is Edm.Int32 here and Edm.Int64 in a source of higher authority, which stands.\n  metadata.xml:6:1 - the declaration that stands",
    ]);
  });

  it("what a page shows on a derived type stays on the base that declares it", () => {
    const { model, said } = modelOf({
      "metadata.xml": csdl(schema(`${thing}<EntityType Name="part" BaseType="self15.thing"/>`)),
      "part.md": resourcePage("|size|Int64|How large the part is.|\n|weight|Double|How heavy it is.|", {
        title: "part",
      }),
    });
    expect(said).toEqual([]);
    expect(property(model, "microsoft.graph.part", "size")).toBeUndefined();
    expect(property(model, "microsoft.graph.part", "weight")?.by).toBe("resourcePage");
  });
});

describe("pages alone", () => {
  it('a row "Inherited from" belongs to the type that it names', () => {
    const { model } = modelOf({
      "part.md": resourcePage("|id|String|Key. Inherited from [thing](thing.md).|\n|weight|Double|How heavy it is.|", {
        title: "part",
        intro: "Inherits from [thing](thing.md).",
      }),
    });
    expect(property(model, "microsoft.graph.thing", "id")?.type).toEqual({
      type: "Edm.String",
      collection: false,
      nullable: false,
    });
    expect(property(model, "microsoft.graph.part", "id")).toBeUndefined();
  });
});

describe("external annotations", () => {
  it("say of their target what inline ones would; inline ones stand", () => {
    const { model } = modelOf({
      "metadata.xml": csdl(
        schema(`<EntityType Name="thing"><Property Name="size" Type="Edm.Int64"/><Property Name="name" Type="Edm.String"><Annotation Term="Core.Description" String="inline"/></Property></EntityType>
<Annotations Target="self15.thing/size"><Annotation Term="Core.Description" String="external"/></Annotations>
<Annotations Target="microsoft.graph.thing/name"><Annotation Term="Core.Description" String="external"/></Annotations>`),
      ),
    });
    const described = ["size", "name"]
      .map((name) => property(model, "microsoft.graph.thing", name))
      .map((member) => member && descriptionOf(member));
    expect(described).toEqual(["external", "inline"]);
  });
});

describe("what is wrong is said at its place", () => {
  const container = (name: string) =>
    `<EntityContainer Name="${name}"><EntitySet Name="things" EntityType="microsoft.graph.thing"/></EntityContainer>`;

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      "duplicate-element",
      {
        "a.xml": csdl(schema(thing)),
        "b.xml": csdl(schema(thing.replace("EntityType", 'EntityType OpenType="true"'))),
      },
      "b.xml:5:1 - error duplicate-element: microsoft.graph.thing is declared twice; keep one of the declarations.\n  a.xml:5:1 - first declared here",
    ],
    [
      "element-repeated",
      { "a.xml": csdl(schema(thing)), "b.xml": csdl(schema(thing)) },
      "b.xml:5:1 - warning element-repeated: microsoft.graph.thing is declared a second time, in the same way, which is ignored; remove one.\n  a.xml:5:1 - first declared here",
    ],
    [
      "duplicate-name",
      { "a.xml": csdl(schema(`${thing}\n${thing.replace("EntityType", 'EntityType OpenType="true"')}`)) },
      `a.xml:7:1 - error duplicate-name: EntityType "microsoft.graph.thing" is declared twice in its schema; rename or remove one.\n  a.xml:5:1 - first declared here`,
    ],
    [
      "cyclic-base",
      {
        "a.xml": csdl(
          schema(
            '<ComplexType Name="a" BaseType="microsoft.graph.b"/>\n<ComplexType Name="b" BaseType="microsoft.graph.a"/>',
          ),
        ),
      },
      "a.xml:5:1 - error cyclic-base: The base types form a cycle: microsoft.graph.a → microsoft.graph.b → microsoft.graph.a; remove one of the base types.",
    ],
    [
      "key-conflict",
      {
        "a.xml": csdl(
          schema(
            `${thing}\n<EntityType Name="part" BaseType="microsoft.graph.thing"><Key><PropertyRef Name="size"/></Key></EntityType>`,
          ),
        ),
      },
      "a.xml:7:1 - error key-conflict: microsoft.graph.part declares a key and inherits one from microsoft.graph.thing; remove one of them.",
    ],
    [
      "key-repeated",
      {
        "a.xml": csdl(
          schema(
            `<EntityType Name="thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String"/></EntityType>\n<EntityType Name="part" BaseType="microsoft.graph.thing"><Key><PropertyRef Name="id"/></Key></EntityType>`,
          ),
        ),
      },
      "a.xml:6:1 - warning key-repeated: microsoft.graph.part repeats the key that it inherits from microsoft.graph.thing; remove it from one of them if you can.",
    ],
    [
      "several-containers",
      { "a.xml": csdl(schema(`${thing}\n${container("one")}\n${container("two")}`)) },
      "a.xml:8:1 - warning several-containers: microsoft.graph.two is left out, since a service has one entity container, and microsoft.graph.one has more children or comes first; choose with --container microsoft.graph.two.\n  a.xml:7:1 - the container that stands",
    ],
    [
      "unresolved-type",
      {
        "a.xml": csdl(
          schema(
            `${thing}\n<ComplexType Name="box"><Property Name="content" Type="microsoft.graph.thin"/></ComplexType>`,
          ),
        ),
      },
      "a.xml:7:25 - error unresolved-type: There is no type microsoft.graph.thin; did you mean microsoft.graph.thing?",
    ],
    [
      "type-not-loaded",
      { "a.xml": csdl(schema('<ComplexType Name="box"><Property Name="content" Type="other.thing"/></ComplexType>')) },
      "a.xml:5:25 - warning type-not-loaded: other.thing stands in a namespace that was not loaded and is typed unknown; add its document to the inputs.",
    ],
    [
      "base-not-loaded",
      { "a.xml": csdl(schema('<ComplexType Name="box" BaseType="other.thing"/>')) },
      "a.xml:5:1 - warning base-not-loaded: other.thing, the base of microsoft.graph.box, was not loaded, so microsoft.graph.box accepts further properties; add its document to the inputs.",
    ],
    [
      "target-unresolved",
      {
        "a.xml": csdl(
          schema(
            `${thing}\n<Annotations Target="microsoft.graph.thing/none"><Annotation Term="Core.Description" String="x"/></Annotations>`,
          ),
        ),
      },
      "a.xml:7:1 - warning target-unresolved: There is no element microsoft.graph.thing/none to annotate; its annotations are kept without effect.",
    ],
    [
      "type-not-described",
      { "thing.md": resourcePage("|size|[size](size.md)|How large it is.|") },
      "thing.md:15:2 - warning type-not-described: No page describes microsoft.graph.size; it is typed unknown until its reference page is among the inputs.",
    ],
    [
      "base-differs",
      {
        "a.xml": csdl(schema(`${thing}\n<EntityType Name="part" BaseType="microsoft.graph.thing"/>`)),
        "part.md": resourcePage("|weight|Double|How heavy it is.|", {
          title: "part",
          intro: "Inherits from [box](box.md).",
        }),
      },
      "part.md:6:3 - warning base-differs: The base of microsoft.graph.part is microsoft.graph.box here and microsoft.graph.thing in a source of higher authority, which stands.\n  a.xml:7:1 - the declaration that stands",
    ],
  ])("%s", (code, texts, expected) => {
    expect(only(modelOf(texts).said, code)).toEqual([expected]);
  });

  it("a type whose base was not loaded accepts further properties", () => {
    const { model } = modelOf({ "a.xml": csdl(schema('<ComplexType Name="box" BaseType="other.thing"/>')) });
    const box = model.schemas.flatMap(({ elements }) => elements).find(isStructured);
    expect(box).toMatchObject({ open: true });
    expect(box).not.toHaveProperty("base");
  });
});

function apiPage(line: string, returns: string): string {
  return `---
title: "Get thing"
doc_type: apiPageType
---

# Get thing

Namespace: microsoft.graph

## HTTP request
\`\`\` http
${line}
\`\`\`

## Response
If successful, this method returns a \`200 OK\` response code and ${returns} in the response body.
`;
}

describe("paths of requests", () => {
  it("that lead nowhere in the CSDL are said, with the segment", () => {
    const set =
      '<EntityContainer Name="C"><EntitySet Name="things" EntityType="microsoft.graph.thing"/></EntityContainer>';
    const { said } = modelOf({
      "a.xml": csdl(schema(thing + set)),
      "page.md": apiPage("GET /things/{id}/parts", "a [thing](thing.md) object"),
    });
    expect(only(said, "path-unresolved")).toEqual([
      expect.stringMatching(
        /^page\.md:\d+:\d+ - warning path-unresolved: \/things\/\{id\}\/parts does not resolve: nothing is called "parts" there\.$/,
      ),
    ]);
  });

  it("make the container where no CSDL does: a key below makes a set, whose key is assumed where no page shows it", () => {
    const { model, said } = modelOf({
      "page.md": apiPage("GET /things/{id}", "a [thing](thing.md) object"),
      "thing.md": resourcePage("|size|Int64|How large it is.|"),
    });
    expect(model.container?.children).toEqual([
      expect.objectContaining({ kind: "EntitySet", name: "things", entityType: "microsoft.graph.thing" }),
    ]);
    expect(model.type("microsoft.graph.thing" as never)).toMatchObject({ kind: "EntityType", key: [{ name: "id" }] });
    expect(only(said, "key-added")).toEqual([
      "thing.md:6:3 - notice key-added: microsoft.graph.thing stands in a collection and no page shows its key; the key id (Edm.String) is assumed.",
    ]);
  });
});
