import { expect, it } from "vitest";
import { pathsOf, fieldOf, valueOf } from "../../src/vocabularies/values.js";
import { Capabilities } from "../../src/edm/vocabulary.js";
import { modelOf } from "../support/model.js";

function page(body: string): string {
  return `# Create thing\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\nPOST /things\n\`\`\`\n\n## Request body\nSupply a JSON representation of a [${body}](x.md) object.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|Key.|\n|name|String|The name. Required.|\n`;
}

const csdl = `<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="name" Type="Edm.String"/></EntityType>
<EntityType Name="special" BaseType="microsoft.graph.thing"/>
<EntityContainer Name="C"><EntitySet Name="things" EntityType="microsoft.graph.thing"/></EntityContainer>
</Schema>`;

function required(texts: Readonly<Record<string, string>>): readonly string[] {
  const [set] = modelOf(texts).model.container?.children ?? [];
  return set === undefined ? [] : pathsOf(fieldOf(valueOf(set, Capabilities.InsertRestrictions), "RequiredProperties"));
}

it("a property that a page calls required is required of new entities", () => {
  expect(required({ "a.xml": csdl, "b.md": page("thing") })).toEqual(["name"]);
});

it("what a derived type requires is not required of every entity", () => {
  expect(required({ "a.xml": csdl, "b.md": page("special") })).toEqual([]);
});
