import type { Report } from "../../src/diagnostics/report.js";
import type { Model } from "../../src/edm/model.js";
import { isOperation, isType } from "../../src/edm/model.js";
import type { Selection } from "../../src/select/selection.js";
import { modelOf } from "../support/model.js";

/** A service in which every way to something occurs: contained, related, derived, by key, by operation. */
export const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop.stock" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EnumType Name="Colour"><Member Name="Red"/><Member Name="Blue"/></EnumType>
  <EntityType Name="Shelf"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/></EntityType>
</Schema>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Size"><Property Name="Depth" Type="Edm.Int32"/></ComplexType>
  <ComplexType Name="Box" BaseType="shop.Size"><Property Name="Colour" Type="shop.stock.Colour"/></ComplexType>
  <TypeDefinition Name="Code" UnderlyingType="Edm.String"/>
  <EntityType Name="Thing" Abstract="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="shop.Code" Nullable="false"/></EntityType>
  <EntityType Name="Product" BaseType="shop.Thing">
    <Property Name="Size" Type="shop.Size"/>
    <NavigationProperty Name="Parts" Type="Collection(shop.Part)" ContainsTarget="true"/>
    <NavigationProperty Name="Maker" Type="shop.Maker"/>
    <NavigationProperty Name="Shelf" Type="shop.stock.Shelf"/>
  </EntityType>
  <EntityType Name="Part" BaseType="shop.Thing">
    <Property Name="Colour" Type="shop.stock.Colour"/>
    <NavigationProperty Name="Notes" Type="Collection(shop.Note)" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="Note" BaseType="shop.Thing"><Property Name="Text" Type="Edm.String"/></EntityType>
  <EntityType Name="Maker" BaseType="shop.Thing">
    <Property Name="Name" Type="Edm.String"/>
    <NavigationProperty Name="Products" Type="Collection(shop.Product)"/>
    <NavigationProperty Name="Notes" Type="Collection(shop.Note)" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="Factory" BaseType="shop.Maker"><Property Name="Halls" Type="Edm.Int32"/></EntityType>
  <ComplexType Name="Offer"><Property Name="Price" Type="Edm.Decimal"/></ComplexType>
  <Action Name="Discount" IsBound="true"><Parameter Name="product" Type="shop.Product"/><Parameter Name="offer" Type="shop.Offer"/></Action>
  <Function Name="Best" IsBound="true"><Parameter Name="products" Type="Collection(shop.Product)"/><ReturnType Type="shop.stock.Shelf"/></Function>
  <Function Name="Ping"><ReturnType Type="Edm.String"/></Function>
  <EntityContainer Name="Shop">
    <EntitySet Name="Products" EntityType="shop.Product"/>
    <EntitySet Name="Makers" EntityType="shop.Maker"/>
    <Singleton Name="Main" Type="shop.Product"/>
    <FunctionImport Name="Ping" Function="shop.Ping"/>
  </EntityContainer>
</Schema>
</edmx:DataServices></edmx:Edmx>`;

export function shop(): Model {
  const { model, said } = modelOf({ "shop.xml": metadata });
  if (said.length > 0) throw new Error(said.join("\n"));
  return model;
}

/** The names of all selected types. */
export function typesIn({ types }: Selection): readonly string[] {
  const elements = types.schemas.flatMap((schema) => schema.elements);
  return elements
    .filter(isType)
    .map(({ name }) => name)
    .toSorted();
}

/** The names of all selected actions and functions. */
export function operationsIn({ types }: Selection): readonly string[] {
  const elements = types.schemas.flatMap((schema) => schema.elements);
  return elements.filter(isOperation).map(({ name }) => name);
}

/** What was said, without places. */
export function messagesIn({ diagnostics }: Report): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}
