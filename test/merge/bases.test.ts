import { expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import { modelOf } from "../support/model.js";

const csdl = `<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="overview"><Key><PropertyRef Name="tenantId"/></Key><Property Name="tenantId" Type="Edm.String" Nullable="false"/></EntityType>
</Schema>`;

const page = `# overview resource type

Namespace: microsoft.graph

Inherits from [entity](entity.md).

## Properties
|Property|Type|
|:--|:--|
|tenantId|String|
`;

it("a type that CSDL gives no base has none, whatever a page says", () => {
  const { model, said, failed } = modelOf({ "a.xml": csdl, "b.md": page });
  const types = model.schemas.flatMap(({ elements }) => elements.filter(isStructured));
  expect(types.map(({ name, base }) => `${name} ${base}`)).toEqual([
    "microsoft.graph.entity undefined",
    "microsoft.graph.overview undefined",
  ]);
  expect(failed).toBe(false);
  expect(said).toEqual([
    "b.md:1:3 - warning base-differs: The base of microsoft.graph.overview is microsoft.graph.entity here and none in a source of higher authority, which stands.\n  a.xml:3:1 - the declaration that stands",
  ]);
});
