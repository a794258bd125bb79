/** Versions of the small service that differ in what the emitted types do not have. */
import type { Version } from "./source-cases.js";

const property = (name: string, type: string, more = "") => `<Property Name="${name}" Type="${type}" ${more}/>`;
const annotated = (type: string, annotation: string, more = "") =>
  `<Property Name="note" Type="${type}" ${more}><Annotation Term="${annotation}/></Property>`;
const described = (text: string) => annotated("Edm.String", `Org.OData.Core.V1.Description" String="${text}"`);
const validated = (term: string, value: string) =>
  annotated("Edm.Int32", `Org.OData.Validation.V1.${term}" Int="${value}"`);
const inserted = (annotation: string) =>
  `<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record><PropertyValue Property="${annotation}"><Collection><PropertyPath>name</PropertyPath></Collection></PropertyValue></Record></Annotation>`;
const alternate =
  '<EntityType Name="Part"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/><Property Name="sku" Type="Edm.String"/>';
const alternateKey =
  '<Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection><Record><PropertyValue Property="Name" PropertyPath="sku"/><PropertyValue Property="Alias" String="sku"/></Record></Collection></PropertyValue></Record></Collection></Annotation>';
const move = (binding: string) =>
  `<EntityType Name="Special" BaseType="s.Thing"/><Action Name="Move" IsBound="true"><Parameter Name="it" Type="s.${binding}"/></Action>`;

export const moreCases: Readonly<Record<string, { readonly before: Version; readonly after: Version }>> = {
  "the length of a text": {
    before: { thing: property("note", "Edm.String", 'MaxLength="10"') },
    after: { thing: property("note", "Edm.String", 'MaxLength="20"') },
  },
  "the length of a text, stated": {
    before: { thing: property("note", "Edm.String") },
    after: { thing: property("note", "Edm.String", 'MaxLength="20"') },
  },
  "the digits of a decimal": {
    before: { thing: property("price", "Edm.Decimal", 'Precision="5" Scale="2"') },
    after: { thing: property("price", "Edm.Decimal", 'Precision="7" Scale="1"') },
  },
  "a maximum": { before: { thing: validated("Maximum", "10") }, after: { thing: validated("Maximum", "20") } },
  "a minimum": { before: { thing: validated("Minimum", "1") }, after: { thing: property("note", "Edm.Int32") } },
  "a default value": {
    before: { thing: property("note", "Edm.String", 'DefaultValue="a"') },
    after: { thing: property("note", "Edm.String", 'DefaultValue="b"') },
  },
  "a description": { before: { thing: described("One.") }, after: { thing: described("Two.") } },
  "a property that all places require": { before: {}, after: { set: inserted("RequiredProperties") } },
  "a property that no place takes": { before: {}, after: { set: inserted("NonInsertableProperties") } },
  "an alternate key": {
    before: { schema: `${alternate}</EntityType>`, container: '<EntitySet Name="parts" EntityType="s.Part"/>' },
    after: {
      schema: `${alternate}${alternateKey}</EntityType>`,
      container: '<EntitySet Name="parts" EntityType="s.Part"/>',
    },
  },
  "an action of a derived type": { before: { schema: move("Special") }, after: { schema: move("Thing") } },
  "numbers of members": {
    before: { schema: '<EnumType Name="Color"><Member Name="red" Value="1"/></EnumType>' },
    after: { schema: '<EnumType Name="Color"><Member Name="red" Value="2"/></EnumType>' },
  },
  "a type under another name": {
    before: {
      schema: `<ComplexType Name="Place">${property("street", "Edm.String")}${property("city", "Edm.String")}</ComplexType>`,
    },
    after: {
      schema: `<ComplexType Name="Address">${property("street", "Edm.String")}${property("city", "Edm.String")}</ComplexType>`,
    },
  },
  "the limit of a type definition": {
    before: {
      schema: '<TypeDefinition Name="Code" UnderlyingType="Edm.String" MaxLength="5"/>',
      thing: property("code", "s.Code"),
    },
    after: {
      schema: '<TypeDefinition Name="Code" UnderlyingType="Edm.String" MaxLength="4"/>',
      thing: property("code", "s.Code"),
    },
  },
};
