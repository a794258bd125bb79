import { expect, it } from "vitest";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { modelOf } from "../support/model.js";
import { printFacts } from "./print.js";

const csdl = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="lamp"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
  <TypeDefinition Name="hue" UnderlyingType="Edm.String" MaxLength="7" />
  <Action Name="blink" IsBound="true"><Parameter Name="lamp" Type="microsoft.graph.lamp" />
    <Parameter Name="times" Type="Edm.Byte" Nullable="false" /><Parameter Name="hue" Type="microsoft.graph.hue" /></Action>
  <Function Name="brightest" IsBound="true"><Parameter Name="lamps" Type="Collection(microsoft.graph.lamp)" />
    <Parameter Name="near" Type="Edm.String" />
    <Parameter Name="within" Type="Edm.Double"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>
    <ReturnType Type="microsoft.graph.lamp" /></Function>
  <Function Name="count"><ReturnType Type="Edm.Int64" Nullable="false" /></Function>
  <EntityContainer Name="GraphService"><EntitySet Name="lamps" EntityType="microsoft.graph.lamp" />
    <FunctionImport Name="count" Function="microsoft.graph.count" /></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const page = `# lamp: blink

Namespace: microsoft.graph

## HTTP request
\`\`\`http
POST /lamps/{lampId}/blink
\`\`\`

## Request body
In the request body, supply a JSON representation of the parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|times|Byte|How often it goes on.|

## Response
If successful, this action returns a \`204 No Content\` response code.
`;

const lamps = modelOf({ "lamps.xml": csdl, "lamp-blink.md": page }).model;
const facts = factsOf(lamps, assumptionsOf(lamps));

it("operations have their parameters without the binding one, their result and their requests", () => {
  const lines = printFacts(facts).split("\n");
  expect(lines.slice(lines.findIndex((line) => line.startsWith("Action"))).join("\n")).toMatchInlineSnapshot(`
    "Action microsoft.graph.blink, bound to microsoft.graph.lamp, POST /lamps/{lampId}/blink
      times: Edm.Byte; not null; required; "How often it goes on."
      hue: microsoft.graph.hue {"maxLength":7}; nullable; optional
    Function microsoft.graph.brightest, bound to microsoft.graph.lamp, returns microsoft.graph.lamp or nothing
      near: Edm.String; nullable; required
      within: Edm.Double; nullable; optional
    Function microsoft.graph.count, returns Edm.Int64"
  `);
});

it("entity types have the requests to them", () => {
  const create = page.replaceAll("blink", "create").replace("/lamps/{lampId}/create", "/lamps");
  const { model } = modelOf({ "lamps.xml": csdl, "lamp-create.md": create });
  const [lamp] = [...factsOf(model, assumptionsOf(model)).types.values()];
  expect(lamp?.requests.map(({ method, template }) => `${method} ${template}`)).toEqual(["POST /lamps"]);
});
