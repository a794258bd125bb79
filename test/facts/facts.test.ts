import { describe, expect, it } from "vitest";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { modelOf } from "../support/model.js";
import { printFacts } from "./print.js";

const library = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="lib" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="item" Abstract="true"><Key><PropertyRef Name="id" /></Key>
    <Property Name="id" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.Computed" /></Property>
  </EntityType>
  <EntityType Name="book" BaseType="lib.item" OpenType="true">
    <Property Name="title" Type="Edm.String" Nullable="false" MaxLength="80">
      <Annotation Term="Org.OData.Core.V1.Description" String="As on the cover" /></Property>
    <Property Name="isbn" Type="lib.isbn" Nullable="false"><Annotation Term="Org.OData.Core.V1.Immutable" /></Property>
    <Property Name="language" Type="Edm.String" Nullable="false" DefaultValue="en" />
    <Property Name="tags" Type="Collection(Edm.String)" Nullable="false" />
    <Property Name="state" Type="Edm.String"><Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection>
      <Record><PropertyValue Property="Value" String="new" /></Record>
      <Record><PropertyValue Property="Value" String="lent" /></Record></Collection></Annotation></Property>
    <Property Name="pin" Type="Edm.String">
      <Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Write" /></Property>
    <Property Name="pages" Type="Edm.Int16"><Annotation Term="Org.OData.Validation.V1.Minimum" Int="1" /></Property>
    <NavigationProperty Name="author" Type="lib.author" Nullable="false" />
    <NavigationProperty Name="copies" Type="Collection(lib.item)" ContainsTarget="true" />
    <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
      <Record><PropertyValue Property="Name" PropertyPath="isbn" /></Record></Collection></PropertyValue></Record></Collection></Annotation>
  </EntityType>
  <EntityType Name="author"><Key><PropertyRef Name="name" /></Key>
    <Property Name="name" Type="Edm.String" Nullable="false" />
    <Property Name="born" Type="Edm.Date" />
  </EntityType>
  <TypeDefinition Name="isbn" UnderlyingType="Edm.String" MaxLength="13" />
  <EntityContainer Name="Service">
    <EntitySet Name="books" EntityType="lib.book" />
    <EntitySet Name="authors" EntityType="lib.author">
      <Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record>
        <PropertyValue Property="RequiredProperties"><Collection><PropertyPath>born</PropertyPath></Collection></PropertyValue>
      </Record></Annotation>
    </EntitySet>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const { model, said } = modelOf({ "library.xml": library });
const present = assumptionsOf(model, { nonNull: "present" });

it("the service reads well", () => expect(said).toEqual([]));

describe("the facts of types", () => {
  it("with nonNull: present", () => {
    expect(printFacts(factsOf(model, present))).toMatchInlineSnapshot(`
      "EntityType lib.author, key name: Edm.String
        name: Edm.String; key; not null; read present, create required, update refused
        born: Edm.Date; nullable; read optional, create required, update optional
      EntityType lib.book, base lib.item, key id: Edm.Int32, alternate key isbn: lib.isbn, open, 1 inherited
        title: Edm.String {"maxLength":80}; not null; read present, create required, update optional; "As on the cover"
        isbn: lib.isbn {"maxLength":13}; not null; read present, create required, update refused
        language: Edm.String; not null; read present, create optional, update optional
        tags: Collection(Edm.String); not null; read present, create optional, update optional
        state: Edm.String one of new, lent; nullable; read optional, create optional, update optional
        pin: Edm.String; nullable; read optional, create optional, update optional
        pages: Edm.Int16 {"rule":"minimum","limit":"1","compared":"numbers"}; nullable; read optional, create optional, update optional
        author: lib.author; not null; read optional, create optional, update optional; bindable
        copies: Collection(lib.item); not null; read optional, create optional, update optional
      EntityType lib.item, key id: Edm.Int32, has derived types
        id: Edm.Int32; key; not null; read present, create refused, update refused"
    `);
  });

  it("with nonNull: notNull, where reading and creating require less", () => {
    const lines = printFacts(factsOf(model, assumptionsOf(model, { nonNull: "notNull" }))).split("\n");
    expect(lines.filter((line) => /present|required/.test(line))).toMatchInlineSnapshot(`
      [
        "  name: Edm.String; key; not null; read present, create required, update refused",
        "  born: Edm.Date; nullable; read optional, create required, update optional",
        "  id: Edm.Int32; key; not null; read present, create refused, update refused",
      ]
    `);
  });

  it("are plain data: the same model gives equal facts", () => {
    expect(factsOf(model, present)).toEqual(factsOf(modelOf({ "library.xml": library }).model, present));
  });
});
