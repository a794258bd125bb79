import { expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { modelOf } from "../support/model.js";

const page = `# thing resource type

Namespace: n

A thing.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|

## JSON representation
<!-- { "blockType": "resource", "@odata.type": "n.thing", "abstract": true } -->
\`\`\`json
{ "id": "String" }
\`\`\`
`;

function abstractOf(attribute: string): boolean | undefined {
  const { model } = modelOf({
    "a.xml": `<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="thing"${attribute}><Property Name="id" Type="Edm.String"/></ComplexType></Schema>`,
    "thing.md": page,
  });
  const thing = model.type("n.thing" as QualifiedName);
  return thing !== undefined && isStructured(thing) ? thing.abstract : undefined;
}

it("CSDL says whether a type is abstract, and a page only where CSDL is silent", () => {
  expect(abstractOf(' Abstract="false"')).toBe(false);
  expect(abstractOf("")).toBe(true);
});
