import { describe, expect, it } from "vitest";
import { explainName } from "../../src/explain/explain.js";
import type { Explanation, Answer } from "../../src/explain/explanation.js";
import { modelOf } from "../support/model.js";

const csdl = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="home.devices" Alias="dev" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="device" Abstract="true"><Key><PropertyRef Name="id" /></Key>
    <Property Name="id" Type="Edm.Guid" Nullable="false" />
    <Property Name="label" Type="Edm.String" MaxLength="40" DefaultValue="none" />
  </EntityType>
  <EntityType Name="lamp" BaseType="dev.device" OpenType="true">
    <Property Name="codes" Type="Collection(Edm.Int32)" Nullable="false" />
    <NavigationProperty Name="room" Type="dev.room" Nullable="false" ContainsTarget="true" Partner="lamps" />
  </EntityType>
  <EntityType Name="room"><Key><PropertyRef Name="no" /></Key><Property Name="no" Type="Edm.Int16" Nullable="false" />
    <NavigationProperty Name="lamps" Type="Collection(dev.lamp)" />
  </EntityType>
  <TypeDefinition Name="label" UnderlyingType="Edm.String" MaxLength="10" />
  <Action Name="blink" IsBound="true"><Parameter Name="it" Type="dev.lamp" /><Parameter Name="times" Type="Edm.Byte" /></Action>
  <Function Name="count"><ReturnType Type="Edm.Int64" /></Function>
  <Function Name="count"><Parameter Name="room" Type="Edm.Int16" /><ReturnType Type="Edm.Int64" /></Function>
  <EntityContainer Name="Service">
    <EntitySet Name="rooms" EntityType="dev.room"><NavigationPropertyBinding Path="lamps" Target="lamps" /></EntitySet>
    <EntitySet Name="lamps" EntityType="dev.lamp" />
    <FunctionImport Name="total" Function="dev.count" />
  </EntityContainer>
</Schema>
<Schema Namespace="home.other" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="label"><Property Name="note" Type="Edm.String" /></ComplexType>
</Schema>
</edmx:DataServices></edmx:Edmx>`;

const { model, said } = modelOf({ "home.xml": csdl });

function found(name: string): Explanation {
  const result = explainName(name, model, () => undefined);
  if (result.state !== "found") throw new Error(`${name} is ${result.state}`);
  expect(result.explanations).toHaveLength(1);
  return result.explanations[0];
}

it("is shown on a document that reads well", () => expect(said).toEqual([]));

describe("the details of an element", () => {
  it("are those of a structured type, its bases and what is bound to it", () => {
    const { kind, details, parts } = found("home.devices.lamp");
    expect(kind).toBe("EntityType");
    expect(Object.fromEntries(details)).toEqual({
      base: "home.devices.device",
      open: "yes",
      "inherited from home.devices.device": "id, label",
      operations: "home.devices.blink",
    });
    expect(parts.map(({ kind, name, text }) => [kind, name, text])).toEqual([
      ["Property", "codes", "Collection(Edm.Int32)"],
      ["NavigationProperty", "room", "home.devices.room, not null"],
    ]);
    expect(Object.fromEntries(found("device").details)).toEqual({
      key: "id",
      abstract: "yes",
      "derived types": "home.devices.lamp",
    });
  });

  it("are those of properties", () => {
    expect(found("device/label")).toMatchObject({
      name: "home.devices.device/label",
      kind: "Property",
      text: "Edm.String, nullable, MaxLength 40",
      details: [["default", "none"]],
    });
    expect(found("device/id")).toMatchObject({
      text: "Edm.Guid, not null",
      details: [
        ["key", "yes"],
        ["on update", "refused"],
      ],
    });
    expect(found("lamp/room").details).toEqual([
      ["partner", "lamps"],
      ["contains target", "yes"],
    ]);
  });

  it("are those of operations, the container and its children", () => {
    expect(found("blink")).toMatchObject({ kind: "Action", details: [["bound to", "home.devices.lamp"]] });
    expect(found("blink").parts.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "BindingParameter it",
      "Parameter times",
    ]);
    expect(found("Service").parts.map(({ kind, name, text }) => `${kind} ${name}: ${text}`)).toEqual([
      "EntitySet rooms: Collection(home.devices.room)",
      "EntitySet lamps: Collection(home.devices.lamp)",
      "FunctionImport total: home.devices.count",
    ]);
    expect(found("rooms").details).toEqual([["bindings", "lamps → lamps"]]);
    expect(found("home.devices.label").details).toEqual([["underlying type", "Edm.String, MaxLength 10"]]);
  });
});

describe("a service of OData 2.0", () => {
  it("has its protocol, and the methods of function imports", () => {
    const old = modelOf({
      "old.xml": `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><edmx:DataServices m:DataServiceVersion="2.0">
<Schema Namespace="old" xmlns="http://schemas.microsoft.com/ado/2008/09/edm"><EntityContainer Name="Shop">
  <FunctionImport Name="Discard" m:HttpMethod="DELETE"><Parameter Name="at" Type="Edm.DateTime" Nullable="false" /></FunctionImport>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`,
    });
    expect(old.said).toEqual([]);
    const detailsOf = (name: string) => {
      const result = explainName(name, old.model, () => undefined);
      return result.state === "found" ? result.explanations.map(({ details }) => details) : result.state;
    };
    expect(detailsOf("old.Shop")).toEqual([[["protocol", "OData 2.0"]]]);
    expect(detailsOf("old.Discard")).toEqual([[["HTTP method", "DELETE"]]]);
    expect(detailsOf("old.Shop/Discard")).toEqual([[["HTTP method", "DELETE"]]]);
  });
});

describe("a name", () => {
  const pathsOf = (result: Answer) => (result.state === "found" ? result.explanations.map(({ name }) => name) : result);

  it.each([
    ["home.devices.lamp", ["home.devices.lamp"]],
    ["dev.lamp", ["home.devices.lamp"]],
    ["lamp", ["home.devices.lamp"]],
    ["note", ["home.other.label/note"]],
    ["lamp/label", ["home.devices.device/label"]],
    ["home.devices.Service/total", ["home.devices.Service/total"]],
    ["count", ["home.devices.count", "home.devices.count"]],
    ["label", { state: "ambiguous", candidates: ["home.devices.label", "home.other.label"] }],
    ["home.devices.lmap", { state: "missing", near: "home.devices.lamp" }],
    ["lamp/lable", { state: "missing", near: "home.devices.device/label" }],
    ["lamp/room/no", { state: "missing", near: "home.devices.lamp/room" }],
    ["lamp/zzzzzz", { state: "missing", near: undefined }],
    ["", { state: "missing", near: undefined }],
  ])("%s", (name, expected) => expect(pathsOf(explainName(name, model, () => undefined))).toEqual(expected));
});
