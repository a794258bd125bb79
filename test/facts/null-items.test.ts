import { expect, it } from "vitest";
import type { QualifiedName } from "../../src/edm/names.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf, typeFactsIn } from "../../src/facts/facts.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const items = ["Edm.String", "Self.Part", "Edm.Untyped"]
  .map((type, index) =>
    ["", 'Nullable="true"', 'Nullable="false"']
      .map((nullable, state) => `<Property Name="p${index}${state}" Type="Collection(${type})" ${nullable}/>`)
      .join(""),
  )
  .join("");

const csdl = schemaXml(
  `<ComplexType Name="Part"/><EntityType Name="Lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>${items}` +
    `<Property Name="one" Type="Edm.String"/><NavigationProperty Name="others" Type="Collection(Self.Lamp)"/></EntityType>`,
);

const page = `# Lamp resource type

Namespace: my.ns

## Properties

| Property | Type | Description |
|:---|:---|:---|
| id | String | The identifier. |
| tags | String collection | Words. |
`;

function nullItems(
  texts: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string | undefined>> {
  const { model } = modelOf(texts);
  const { members } = typeFactsIn(factsOf(model, assumptionsOf(model)), name as QualifiedName);
  return Object.fromEntries(members.map((member) => [member.name, member.nullItems]));
}

it("items of a collection may be null, may not, or nothing is stated of them", () => {
  expect(nullItems({ "a.xml": csdl }, "my.ns.Lamp")).toEqual({
    id: undefined,
    one: undefined,
    others: "refused",
    p00: "unstated",
    p01: "allowed",
    p02: "refused",
    p10: "unstated",
    p11: "allowed",
    p12: "refused",
    p20: "allowed",
    p21: "allowed",
    p22: "refused",
  });
});

it("pages state nothing of items", () => {
  expect(nullItems({ "lamp.md": page }, "my.ns.Lamp")).toEqual({ id: undefined, tags: "unstated" });
});
