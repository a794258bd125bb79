import { describe, expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { generateTexts } from "../support/memory.js";
import { modelOf } from "../support/model.js";

const heading = (title: string) => `# ${title}\n\nNamespace: microsoft.graph\n\n`;
const table = (...rows: readonly string[]) => `|Property|Type|Description|\n|:--|:--|:--|\n${rows.join("\n")}\n\n`;

function resource(name: string, base: string, ...rows: readonly string[]): string {
  const inherits = base === "" ? "" : `Inherits from [${base}](${base}.md).\n\n`;
  return `${heading(`${name} resource type`)}${inherits}## Properties\n${table(...rows)}`;
}

function api(title: string, line: string, returns: string, example = ""): string {
  return `${heading(title)}## HTTP request\n\`\`\`http\n${line}\n\`\`\`\n\n## Response\nReturns a \`200 OK\` response code and a [${returns}](${returns}.md) object in the response body.\n\n${example}`;
}

const csdl = `<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="target"><Property Name="label" Type="Edm.String"/></ComplexType>
</Schema>`;

function typesOf(texts: Readonly<Record<string, string>>) {
  const { model } = modelOf(texts);
  return (name: string) => {
    const type = model.type(`microsoft.graph.${name}` as QualifiedName);
    return type !== undefined && isStructured(type) ? type : undefined;
  };
}

describe("a line of types", () => {
  it("is of the kind that the CSDL says of a base, though a page has a path lead to a type below it", () => {
    const typeOf = typesOf({
      "a.xml": csdl,
      "sub.md": resource("subTarget", "target", "|id|String|Key.|"),
      "get.md": api("Get subTarget", "GET /subTargets/{id}", "subTarget"),
    });
    expect(typeOf("target")).toMatchObject({ kind: "ComplexType" });
    expect(typeOf("subTarget")).toMatchObject({ kind: "ComplexType", base: "microsoft.graph.target" });
    expect(typeOf("subTarget")?.key).toBeUndefined();
  });

  it("declares a property once: on the base, also where a page has a type between inherit it", () => {
    const typeOf = typesOf({
      "base.md": resource("base", "", "|id|String|Key.|", "|shared|String|Shared.|"),
      "middle.md": resource("middle", "base", "|size|Int32|Size.|"),
      "leaf.md": resource("leaf", "middle", "|shared|String|Shared. Inherited from [middle](middle.md).|"),
    });
    expect(typeOf("base")?.properties.map(({ name }) => name)).toEqual(["id", "shared"]);
    expect(typeOf("middle")?.properties.map(({ name }) => name)).toEqual(["size"]);
    expect(typeOf("leaf")?.properties).toEqual([]);
  });

  it("leaves to a derived type what CSDL declares there, whatever a page says of the base", () => {
    const directory = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="microsoft.graph">
<EntityType Name="directoryObject"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="user" BaseType="microsoft.graph.directoryObject"><Property Name="displayName" Type="Edm.String"/><Property Name="mail" Type="Edm.String"/></EntityType>
<EntityType Name="reference" BaseType="microsoft.graph.directoryObject"/>
</Schema>`;
    const typeOf = typesOf({
      "a.xml": directory,
      "base.md": resource(
        "directoryObject",
        "",
        "|id|String|Key.|",
        "|displayName|String|Read-only.|",
        "|Mail|String|x|",
      ),
      "reference.md": resource(
        "reference",
        "directoryObject",
        "|displayName|String|Read-only. Inherited from [directoryObject](directoryobject.md).|",
      ),
      "user.md": resource("user", "directoryObject", "|displayName|String|The name.|"),
    });
    expect(typeOf("directoryObject")?.properties.map(({ name }) => name)).toEqual(["id"]);
    expect(typeOf("reference")?.properties.map(({ name }) => name)).toEqual(["displayName"]);
    const [displayName] = typeOf("user")?.properties ?? [];
    expect(displayName?.name).toBe("displayName");
    expect(displayName?.annotations?.map(({ term }) => term)).toEqual(["Org.OData.Core.V1.Description"]);
  });

  it("may start at a type that no page describes", async () => {
    const { failed, files } = await generateTexts([
      { name: "leaf.md", text: resource("leaf", "root", "|id|String|Key.|") },
      { name: "holder.md", text: resource("holder", "", "|one|[root](root.md)|Of any kind.|") },
    ]);
    expect(failed).toBe(false);
    expect(files.find((file) => file.startsWith("types.ts\n"))).toContain("interface Leaf");
  });
});

describe("an example that calls an object a primitive", () => {
  it("makes no type of it", () => {
    const example =
      '## Example\n```http\nGET /things/{id}\n```\n<!-- { "blockType": "response", "@odata.type": "Edm.String" } -->\n```http\nHTTP/1.1 200 OK\n\n{ "value": "x", "other": { "@odata.type": "#Edm.String", "value": "y" } }\n```\n';
    const { model } = modelOf({
      "thing.md": resource("thing", "", "|id|String|Key.|"),
      "get.md": api("Get thing", "GET /things/{id}", "thing", example),
    });
    expect(model.schemas.map(({ namespace }) => namespace)).toEqual(["microsoft.graph"]);
  });
});
