/** A model with everything that validators check, each thing by itself. */
import { schemaXml } from "../../csdl/reading.js";

const term = (name: string, value = "", inner = "") =>
  `<Annotation Term="Org.OData.${name.replace(".", ".V1.")}" ${value}>${inner}</Annotation>`;
const tag = (name: string) => term(`Core.${name}`, 'Bool="true"');
const property = (name: string, type: string, attributes = "", inner = "") =>
  `<Property Name="${name}" Type="${type}" ${attributes}>${inner}</Property>`;
const never = 'Nullable="false"';

const primitiveTypes = [
  ...["Binary", "Boolean", "Byte", "Date", "DateTimeOffset", "Decimal", "Double", "Duration", "Guid", "Int16", "Int32"],
  ...["Int64", "SByte", "Single", "Stream", "String", "TimeOfDay", "Untyped", "PrimitiveType"],
  ...["GeographyPoint", "GeographyPolygon", "GeographyMultiPolygon", "GeographyCollection", "Geography"],
  ...["GeometryLineString", "GeometryMultiPoint", "GeometryMultiLineString", "Geometry"],
];
const primitives = primitiveTypes.map((type) => property(`a${type}`, `Edm.${type}`));
const sealed = primitiveTypes
  .filter((type) => type !== "Stream")
  .flatMap((type) => [
    property(`a${type}`, `Edm.${type}`, "", tag("Computed")),
    property(`some${type}`, `Collection(Edm.${type})`, "", tag("Computed")),
  ]);

const facets = [
  property("short", "Edm.String", 'MaxLength="5"'),
  property("plain", "Edm.String", 'Unicode="false"'),
  property("brief", "Edm.String", `MaxLength="3" Unicode="false" ${never}`),
  property("octets", "Edm.Binary", 'MaxLength="3"'),
  property("price", "Edm.Decimal", 'Precision="5" Scale="2"'),
  property("share", "Edm.Decimal", 'Precision="4" Scale="variable"'),
  property("float", "Edm.Decimal", 'Precision="3" Scale="floating"'),
  property("moment", "Edm.DateTimeOffset", 'Precision="0"'),
  property("tick", "Edm.TimeOfDay", 'Precision="3"'),
  property("span", "Edm.Duration", 'Precision="2"'),
  property("code", "r.Code"),
  property("codes", "Collection(r.Code)", 'MaxLength="2"'),
];

const limit = (name: string, value: string, inner = "") => term(`Validation.${name}`, value, inner);
const exclusive = term("Validation.Exclusive", 'Bool="true"');
const allowed = (kind: string, ...values: readonly string[]) =>
  limit(
    "AllowedValues",
    "",
    `<Collection>${values.map((value) => `<Record><PropertyValue Property="Value" ${kind}="${value}"/></Record>`).join("")}</Collection>`,
  );
const constraint = (type: string) =>
  limit("DerivedTypeConstraint", "", `<Collection><String>${type}</String></Collection>`);

const rules = [
  property("few", "Edm.Int32", "", limit("Minimum", 'Int="2"') + limit("Maximum", 'Int="6"')),
  property("open", "Edm.Double", "", limit("Minimum", 'Decimal="0.5"', exclusive) + limit("Maximum", 'Int="2"', exclusive)),
  property("huge", "Edm.Int64", "", limit("Maximum", 'Int="9007199254740993"')),
  property("step", "Edm.Decimal", "", limit("MultipleOf", 'Decimal="0.5"')),
  property("even", "Edm.Int32", "", limit("MultipleOf", 'Int="2"')),
  property("plate", "Edm.String", "", limit("Pattern", 'String="^[A-Z]+$"')),
  property("choice", "Edm.String", "", allowed("String", "a", "b c")),
  property("number", "Edm.Int64", "", allowed("Int", "2", "30")),
  property("yes", "Edm.Boolean", "", allowed("Bool", "true")),
  property("some", "Collection(Edm.Int32)", never, limit("MinItems", 'Int="1"') + limit("MaxItems", 'Int="2"') + limit("Minimum", 'Int="0"')),
  property("since", "Edm.Date", "", limit("Minimum", 'Date="2000-02-29"') + limit("Maximum", 'Date="2024-12-31"', exclusive)),
  property(
    "when",
    "Edm.DateTimeOffset",
    "",
    limit("Minimum", 'DateTimeOffset="2000-01-01T00:00:00Z"') + limit("Maximum", 'DateTimeOffset="2024-06-01T12:00:00Z"'),
  ),
  property("hour", "Edm.TimeOfDay", "", limit("Minimum", 'TimeOfDay="08:00:00"') + limit("Maximum", 'TimeOfDay="17:30:00"')),
  property("lasts", "Edm.Duration", "", limit("Minimum", 'Duration="PT0S"')),
];

const collections = [
  property("always", "Collection(Edm.String)", never),
  property("nulls", "Collection(Edm.Int32)", 'Nullable="true"'),
  property("unsaid", "Collection(Edm.Guid)"),
  property("anything", "Collection(Edm.Untyped)"),
  property("levels", "Collection(r.Level)", never),
  property("marks", "Collection(r.Marks)", 'Nullable="true"'),
  property("addresses", "Collection(r.Address)", never),
  property("places", "Collection(r.Place)"),
];

const access = [
  property("needed", "Edm.Int32", never),
  property("given", "Edm.String", `${never} DefaultValue="x"`),
  property("stamp", "Edm.DateTimeOffset", never, tag("Computed")),
  property("fixed", "Edm.String", "", tag("Immutable")),
  property("made", "Edm.String", never, tag("ComputedDefaultValue")),
  property("secret", "Edm.String", never, term("Core.Permissions", 'EnumMember="Org.OData.Core.V1.Permission/Write"')),
  property("shown", "Edm.String", "", term("Core.Permissions", 'EnumMember="Org.OData.Core.V1.Permission/Read"')),
];

const structured = [
  property("level", "r.Level"),
  property("mark", "r.Marks", never),
  property("empty", "r.Nothing"),
  property("noMarks", "r.NoMarks"),
  property("shownMark", "r.Marks", "", tag("Computed")),
  property("shownLevels", "Collection(r.Level)", "", tag("Computed")),
  property("shownPlaces", "Collection(r.Place)", "", tag("Computed")),
  property("address", "r.Address", never),
  property("place", "r.Place", "", constraint("r.Tower")),
  property("free", "r.Free"),
  property("foreign", "other.Type"),
  property("toString", "Edm.Int32"),
  property("__proto__", "Edm.Int32"),
];

const navigation = [
  '<NavigationProperty Name="one" Type="r.Leaf"/>',
  `<NavigationProperty Name="kin" Type="r.Leaf">${constraint("r.Twig")}</NavigationProperty>`,
  `<NavigationProperty Name="sure" Type="r.Item" ${never}/>`,
  '<NavigationProperty Name="many" Type="Collection(r.Item)"/>',
  '<NavigationProperty Name="parts" Type="Collection(r.Leaf)" ContainsTarget="true"/>',
  `<NavigationProperty Name="seen" Type="r.Leaf">${tag("Computed")}</NavigationProperty>`,
];

const key = '<Key><PropertyRef Name="id"/></Key>';

/** Everything, as CSDL XML. */
export const RICH_MODEL = schemaXml(
  '<EnumType Name="Level"><Member Name="low"/><Member Name="high"/><Member Name="unknownFutureValue"/></EnumType>' +
    '<EnumType Name="Marks" IsFlags="true"><Member Name="a" Value="1"/><Member Name="b" Value="2"/></EnumType><EnumType Name="Nothing"/><EnumType Name="NoMarks" IsFlags="true"/>' +
    `<TypeDefinition Name="Code" UnderlyingType="Edm.String" MaxLength="4">${limit("Pattern", 'String="^[a-z]"')}</TypeDefinition>` +
    `<ComplexType Name="Address">${property("street", "Edm.String", never)}${property("floor", "Edm.Byte")}${property("stamp", "Edm.Date", "", tag("Computed"))}</ComplexType>` +
    `<ComplexType Name="Place" Abstract="true">${property("name", "Edm.String", never)}</ComplexType>` +
    `<ComplexType Name="House" BaseType="r.Place">${property("rooms", "Edm.Int32", never)}</ComplexType>` +
    `<ComplexType Name="Tower" BaseType="r.Place">${property("height", "Edm.Double")}${property("inner", "r.Place")}</ComplexType>` +
    `<ComplexType Name="Free" OpenType="true">${property("known", "Edm.Int32")}</ComplexType>` +
    `<EntityType Name="Thing">${key}${property("id", "Edm.String", never)}${[...primitives, ...facets, ...rules].join("")}</EntityType>` +
    `<EntityType Name="Sealed" HasStream="true">${key}${property("id", "Edm.String", never)}${sealed.join("")}</EntityType>` +
    `<EntityType Name="Item" Abstract="true">${key}${property("id", "Edm.Int32", never)}${[...collections, ...access].join("")}</EntityType>` +
    `<EntityType Name="Leaf" BaseType="r.Item">${[...structured, ...navigation].join("")}</EntityType>` +
    `<EntityType Name="Twig" BaseType="r.Leaf">${property("length", "Edm.Single", never)}</EntityType>` +
    `<EntityType Name="Open" OpenType="true"><Key><PropertyRef Name="a"/><PropertyRef Name="b"/></Key>${property("a", "Edm.Guid", never)}${property("b", "Edm.Int64", never)}<NavigationProperty Name="next" Type="r.Open"/></EntityType>` +
    '<Action Name="act" IsBound="true"><Parameter Name="on" Type="r.Leaf"/><Parameter Name="items" Type="Collection(r.Item)"/>' +
    `<Parameter Name="sure" Type="Edm.Int32" ${never}>${limit("Minimum", 'Int="0"')}</Parameter><Parameter Name="perhaps" Type="r.Code"/>` +
    `<Parameter Name="place" Type="r.Place" ${never}>${constraint("r.House")}${term("Core.OptionalParameter")}</Parameter><Parameter Name="leaf" Type="r.Leaf"/><Parameter Name="mark" Type="r.Marks"/></Action>` +
    '<Function Name="texts"><ReturnType Type="Collection(Edm.String)" Nullable="false"/></Function><Function Name="grades"><ReturnType Type="Collection(r.Level)"/></Function>' +
    '<Function Name="sums"><ReturnType Type="Collection(r.Address)" Nullable="false"/></Function><Function Name="flagged"><ReturnType Type="Collection(r.Marks)" Nullable="true"/></Function>' +
    '<EntityContainer Name="C"><EntitySet Name="things" EntityType="r.Thing"/><EntitySet Name="items" EntityType="r.Item"/><EntitySet Name="open" EntityType="r.Open"/><EntitySet Name="sealed" EntityType="r.Sealed"/></EntityContainer>',
).replaceAll("my.ns", "r");
