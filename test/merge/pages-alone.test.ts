import { describe, expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { modelOf } from "../support/model.js";

function resource(name: string, rows: readonly string[], metadata = ""): string {
  const comment = metadata === "" ? "" : `\n\n## JSON representation\n<!-- ${metadata} -->\n\`\`\`json\n{}\n\`\`\`\n`;
  const table =
    rows.length === 0 ? "" : `\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n`;
  return `# ${name} resource type\n\nNamespace: microsoft.graph\n\nA thing.\n${table}${comment}`;
}

function api(title: string, line: string, returned: string, response = ""): string {
  const example =
    response === "" ? "" : `\n## Example\n### Response\n\`\`\`http\nHTTP/1.1 200 OK\n\n${response}\n\`\`\`\n`;
  return `# ${title}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\n${line}\n\`\`\`\n\n## Response\nIf successful, this method returns a \`200 OK\` response code and ${returned} in the response body.\n${example}`;
}

function typeIn(texts: Readonly<Record<string, string>>, name: string) {
  const { model, said } = modelOf(texts);
  const type = model.type(`microsoft.graph.${name}` as QualifiedName);
  if (type === undefined || !isStructured(type)) throw new Error(`no ${name}`);
  const namesOf = (list: readonly { readonly name: string }[]) => list.map((property) => property.name);
  return { ...type, own: [...namesOf(type.properties), ...namesOf(type.navigationProperties)], said };
}

describe("without CSDL", () => {
  it("an example of an open type shows custom data", () => {
    const open = '{ "blockType": "resource", "@odata.type": "microsoft.graph.bag", "openType": true }';
    const texts = {
      "bag.md": resource("bag", [], open),
      "get.md": api(
        "Get bag",
        "GET /bag",
        "a [bag](bag.md) object",
        '{ "@odata.type": "#microsoft.graph.bag", "color": "red" }',
      ),
    };
    const bag = typeIn(texts, "bag");
    expect(bag).toMatchObject({ open: true, own: [] });
    expect(bag.said.join()).toContain("property-without-row");
  });

  it("an `id` that is inherited from a type that is no base of it stays", () => {
    const base =
      '{ "blockType": "resource", "@odata.type": "microsoft.graph.part", "baseType": "microsoft.graph.piece" }';
    const texts = {
      "part.md": resource("part", ["|id|String|Key. Inherited from [entity](entity.md).|"], base),
      "piece.md": resource("piece", ["|size|Int32|x|"]),
    };
    expect(typeIn(texts, "part")).toMatchObject({ base: "microsoft.graph.piece", own: ["id"] });
  });

  it("a name that differs from its row in letter case alone is that of the row", () => {
    const texts = {
      "part.md": resource("part", ["|id|String|x|", "|maker|String|x|"]),
      "get.md": api("Get part", "GET /parts/{id}", "a [part](part.md) object", '{ "id": "1", "Maker": "x" }'),
    };
    const { own, said } = typeIn(texts, "part");
    expect(own).toEqual(["id", "maker"]);
    expect(said.join()).not.toContain("property-without-row");
  });

  it("a value that names another type than is stated for it is of one that derives from that", () => {
    const texts = {
      "part.md": resource("part", ["|id|String|x|"]),
      "screw.md": resource("screw", ["|turns|Int32|x|"]),
      "list.md": api(
        "List parts",
        "GET /parts",
        "a collection of [part](part.md) objects",
        '{ "value": [{ "@odata.type": "#microsoft.graph.screw", "turns": 3 }] }',
      ),
    };
    expect(typeIn(texts, "screw").base).toBe("microsoft.graph.part");
  });

  it("a type is complex that has an `id` and is the value of a property alone", () => {
    const texts = {
      "part.md": resource("part", ["|id|String|x|", "|maker|[person](person.md)|x|"]),
      "person.md": resource("person", ["|id|String|x|", "|name|String|x|"]),
      "list.md": api("List parts", "GET /parts", "a collection of [part](part.md) objects"),
    };
    expect(typeIn(texts, "person")).toMatchObject({ kind: "ComplexType", own: ["id", "name"] });
    expect(typeIn(texts, "part")).toMatchObject({ kind: "EntityType", own: ["id", "maker"] });
  });

  it("a base that a page names and none describes is an open type", () => {
    const texts = {
      "screw.md": resource("screw", ["|turns|Int32|x|"]).replace("A thing.", "Inherits from [part](part.md)."),
    };
    expect(typeIn(texts, "screw").base).toBe("microsoft.graph.part");
    expect(typeIn(texts, "part")).toMatchObject({ open: true, own: [] });
  });

  it("the plural of a described type is that type", () => {
    const texts = {
      "part.md": resource("part", ["|id|String|x|"]),
      "get.md": api("Get parts", "GET /stock/{id}", "a **parts** object"),
    };
    expect(modelOf(texts).model.container?.children).toMatchObject([
      { name: "stock", entityType: "microsoft.graph.part" },
    ]);
  });

  it("a relationship of a primitive type is a property, and no key is a collection or a structure", () => {
    const relationships =
      "\n## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n|code|String|x|\n|id|[maker](maker.md)|x|\n";
    const texts = {
      "part.md": `${resource("part", ["|size|Int32|x|"])}${relationships}`,
      "maker.md": resource("maker", ["|name|String|x|"]),
      "get.md": api("Get part", "GET /part", "a [part](part.md) object"),
    };
    const part = typeIn(texts, "part");
    expect(part.properties.map(({ name }) => name)).toEqual(["size", "code"]);
    expect(part.navigationProperties.map(({ name }) => name)).toEqual(["id"]);
    expect(part.key).toBeUndefined();
  });

  it("arguments that no page tells to be a key are those of a function, which leads nowhere there", () => {
    const airport = resource("airport", ["|id|String|x|"]);
    const one = "an [airport](airport.md) object";
    const called = modelOf({
      "airport.md": airport,
      "get.md": api("getNearest function", "GET /getNearest(lat={lat})", one),
    });
    expect(called.model.container).toBeUndefined();
    expect(called.said.join()).toContain("path-unresolved");
    const keyed = modelOf({ "airport.md": airport, "get.md": api("Get airport", "GET /airports(code='{code}')", one) });
    expect(keyed.model.container?.children).toMatchObject([
      { kind: "EntitySet", entityType: "microsoft.graph.airport" },
    ]);
  });

  it("what a table shows of a base and a row of a derived type is left to that, with a warning", () => {
    const texts = {
      "part.md": resource("part", ["|id|String|x|"]),
      "screw.md": resource("screw", ["|turns|Int32|x|"]).replace("A thing.", "Inherits from [part](part.md)."),
      "post.md": `${api("Create part", "POST /parts", "a [part](part.md) object")}\n## Request body\nSupply a JSON representation of the [part](part.md) object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|turns|Int32|x|\n`,
    };
    const part = typeIn(texts, "part");
    expect(part.own).toEqual(["id"]);
    expect(part.said.join()).toContain("declared-on-derived");
    expect(typeIn(texts, "screw").own).toEqual(["turns"]);
  });
});
