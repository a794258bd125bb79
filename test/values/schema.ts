import { schemaXml } from "../csdl/reading.js";

const primitives = ["Binary", "Boolean", "Byte", "Date", "DateTimeOffset", "Decimal", "Double", "Duration", "Guid"]
  .concat(["Int16", "Int32", "Int64", "SByte", "Single", "Stream", "String", "TimeOfDay", "GeographyPoint", "Untyped"])
  .concat(["PrimitiveType", "Geography", "GeometryLineString", "GeographyPolygon", "GeometryCollection"])
  .map((type) => `<Property Name="a${type}" Type="Edm.${type}"/>`)
  .join("");

const limit = (term: string, value: string) => `<Annotation Term="Org.OData.Validation.V1.${term}" ${value}/>`;
const tagged = (term: string) => `<Annotation Term="Org.OData.Core.V1.${term}" Bool="true"/>`;

const derivedTypes = (name: string) =>
  `<Annotation Term="Org.OData.Validation.V1.DerivedTypeConstraint"><Collection><String>${name}</String></Collection></Annotation>`;
const ringsOnly = derivedTypes("v.Ring");
const derivedOnly = derivedTypes("v.Tower");

/** A type with a member of every kind that values are judged by. */
export const VALUES_SCHEMA = schemaXml(
  `<EnumType Name="Level"><Member Name="A"/><Member Name="B"/><Member Name="unknownFutureValue"/></EnumType>` +
    `<EnumType Name="Marks" IsFlags="true"><Member Name="A" Value="1"/><Member Name="B" Value="2"/></EnumType>` +
    `<TypeDefinition Name="Short" UnderlyingType="Edm.String" MaxLength="5"/>` +
    `<TypeDefinition Name="Price" UnderlyingType="Edm.Decimal" Precision="3" Scale="1"/>` +
    `<ComplexType Name="Address"><Property Name="street" Type="Edm.String" Nullable="false"/></ComplexType>` +
    `<ComplexType Name="Tower" BaseType="v.Address"><Property Name="floor" Type="Edm.Int32"/></ComplexType>` +
    `<ComplexType Name="Shape" Abstract="true"/><ComplexType Name="Circle" BaseType="v.Shape"><Property Name="radius" Type="Edm.Int32"/></ComplexType>` +
    `<ComplexType Name="Round" BaseType="v.Shape" Abstract="true"/><ComplexType Name="Ring" BaseType="v.Round"/>` +
    `<EntityType Name="Thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>` +
    `<Property Name="needed" Type="Edm.Int32" Nullable="false"/>${primitives}` +
    `<Property Name="level" Type="v.Level"/><Property Name="levels" Type="Collection(v.Level)" Nullable="false"/>` +
    `<Property Name="marks" Type="v.Marks"/><Property Name="manyMarks" Type="Collection(v.Marks)" Nullable="true"/>` +
    `<Property Name="short" Type="v.Short"/><Property Name="shorter" Type="v.Short" MaxLength="2"/><Property Name="shorts" Type="Collection(v.Short)"/>` +
    `<Property Name="ascii" Type="Edm.String" Unicode="false" MaxLength="3"/><Property Name="bytes" Type="Edm.Binary" MaxLength="2"/>` +
    `<Property Name="price" Type="v.Price"/><Property Name="prices" Type="Collection(v.Price)" Nullable="false"/>` +
    `<Property Name="mass" Type="Edm.Decimal" Precision="2" Scale="floating"/><Property Name="whole" Type="Edm.Decimal" Scale="1"/>` +
    `<Property Name="at" Type="Edm.DateTimeOffset" Precision="1">${limit("Minimum", 'DateTimeOffset="2020-02-29T12:00:00+02:00"')}</Property>` +
    `<Property Name="daily" Type="Edm.TimeOfDay" Precision="2"/><Property Name="span" Type="Edm.Duration" Precision="1">${limit("Maximum", 'Duration="PT59S"')}</Property>` +
    `<Property Name="parts" Type="Collection(Edm.Untyped)" Nullable="true"/><Property Name="scalars" Type="Collection(Edm.PrimitiveType)" Nullable="false"/>` +
    `<Property Name="solid" Type="Edm.Stream" Nullable="false"/>` +
    `<Property Name="address" Type="v.Address"/><Property Name="addresses" Type="Collection(v.Address)" Nullable="false"/>` +
    `<Property Name="few" Type="Edm.Int32">${limit("Minimum", 'Int="2"')}${limit("Maximum", 'Int="300"')}${limit("MultipleOf", 'Int="2"')}</Property>` +
    `<Property Name="plate" Type="Edm.String">${limit("Pattern", 'String="^[A-Z]$"')}</Property>` +
    `<Property Name="items" Type="Collection(Edm.String)" Nullable="true">${limit("MinItems", 'Int="1"')}${limit("MaxItems", 'Int="1"')}</Property>` +
    `<Property Name="computed" Type="Edm.String">${tagged("Computed")}</Property><Property Name="fixed" Type="Edm.String">${tagged("Immutable")}</Property>` +
    `<Property Name="foreign" Type="other.Type"/><Property Name="foreigners" Type="Collection(other.Type)"/>` +
    `<Property Name="shape" Type="v.Shape"/><Property Name="shapes" Type="Collection(v.Shape)"/>` +
    `<Property Name="ring" Type="v.Shape">${ringsOnly}</Property><Property Name="building" Type="v.Address">${derivedOnly}</Property>` +
    `<NavigationProperty Name="leaf" Type="v.Leaf"/><NavigationProperty Name="leaves" Type="Collection(v.Leaf)" ContainsTarget="true"/></EntityType>` +
    `<EntityType Name="Leaf" BaseType="v.Thing"><Property Name="own" Type="Edm.String"/></EntityType>` +
    `<EntityType Name="Free" OpenType="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="constructor" Type="Edm.String"/></EntityType>` +
    `<Action Name="act" IsBound="true"><Parameter Name="on" Type="v.Thing"/><Parameter Name="many" Type="Collection(v.Thing)"/>` +
    `<Parameter Name="sure" Type="Edm.Int32" Nullable="false">${limit("Minimum", 'Int="0"')}</Parameter><Parameter Name="perhaps" Type="v.Short"/>` +
    `<Parameter Name="level" Type="v.Level"/><Parameter Name="names" Type="Collection(Edm.String)" Nullable="true"/><Parameter Name="others" Type="Collection(Edm.String)"/><Parameter Name="leaf" Type="v.Leaf"/><Parameter Name="tower" Type="v.Address">${derivedOnly}</Parameter><Parameter Name="shape" Type="v.Shape"/></Action>` +
    `<EntityContainer Name="C"><EntitySet Name="things" EntityType="v.Thing"/><EntitySet Name="free" EntityType="v.Free"/></EntityContainer>`,
).replaceAll("my.ns", "v");
