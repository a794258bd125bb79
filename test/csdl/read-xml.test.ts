import { describe, expect, it } from "vitest";
import { elementsOf, only, plain, readXmlText, schemaXml } from "./reading.js";

function xmlBase(uri: string): string {
  return uri === "" ? "" : ` xml:base="${uri}"`;
}

describe("documents", () => {
  it("have a version, references and schemas", () => {
    const { document, said } = readXmlText(`<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
<e:Reference Uri="core.xml"><e:Include Namespace="Org.OData.Core.V1" Alias="Core" />
<e:IncludeAnnotations TermNamespace="t" Qualifier="Tablet" TargetNamespace="n" />
<Annotation xmlns="http://docs.oasis-open.org/odata/ns/edm" Term="Core.Description" String="about" /></e:Reference>
<e:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n" Alias="Self">
<Annotation Term="Core.Description" String="schema" /></Schema></e:DataServices></e:Edmx>`);
    expect(said).toEqual([]);
    expect(plain(document)).toEqual({
      kind: "csdl",
      version: "4.0",
      references: [
        {
          uri: "core.xml",
          includes: [{ namespace: "Org.OData.Core.V1", alias: "Core" }],
          includeAnnotations: [{ termNamespace: "t", qualifier: "Tablet", targetNamespace: "n" }],
          annotations: [
            { term: "Org.OData.Core.V1.Description", value: { kind: "Constant", type: "String", value: "about" } },
          ],
        },
      ],
      schemas: [
        {
          namespace: "n",
          alias: "Self",
          elements: [],
          targets: [],
          annotations: [
            { term: "Org.OData.Core.V1.Description", value: { kind: "Constant", type: "String", value: "schema" } },
          ],
        },
      ],
    });
  });

  it.each([
    ["", "", "a/core.xml", "a/core.xml"],
    ["https://host/x/y", "", "core.xml", "https://host/x/core.xml"],
    ["https://host/x/y", "", "https://other/core.xml", "https://other/core.xml"],
    ["https://host/x/y", "https://nearer/", "core.xml", "https://nearer/core.xml"],
    ["../x/", "", "core.xml", "../x/core.xml"],
  ])("references are relative to xml:base (of the root %j, of the reference %j): %s", (root, own, uri, expected) => {
    const { document, said } =
      readXmlText(`<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"${xmlBase(root)}>
<e:Reference Uri="${uri}"${xmlBase(own)}><e:Include Namespace="o" /></e:Reference>
<e:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n" /></e:DataServices></e:Edmx>`);
    expect(said).toEqual([]);
    expect(document?.references.map((reference) => reference.uri)).toEqual([expected]);
  });

  it("may be a bare schema", () => {
    const { document, said } = readXmlText(
      `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n"><EnumType Name="E" /></Schema>`,
    );
    expect(said).toEqual([]);
    expect(document?.schemas[0]?.elements[0]?.name).toBe("n.E");
  });
});

describe("structured types", () => {
  const outcome = readXmlText(
    schemaXml(`<EntityType Name="E" BaseType="Self.B" Abstract="true" OpenType="false" HasStream="true">
<Key><PropertyRef Name="Id" /><PropertyRef Name="A/Self.D/Code" Alias="Code" /></Key>
<Property Name="Id" Type="Edm.Guid" Nullable="false" />
<Property Name="Many" Type="Collection(Self.C)" />
<Property Name="Facets" Type="Edm.String" MaxLength="max" Unicode="false" Precision="3" Scale="VARIABLE" SRID="variable" DefaultValue="" />
<Property Name="Limits" Type="Edm.Decimal" MaxLength="12" Scale="2" SRID="4326" />
<NavigationProperty Name="Nav" Type="Self.E" Nullable="true" Partner="A/Self.D/Back" ContainsTarget="true">
<ReferentialConstraint Property="A" ReferencedProperty="B"><Annotation Term="Self.T" /></ReferentialConstraint>
<OnDelete Action="Cascade"><Annotation Term="Self.T" /></OnDelete></NavigationProperty>
</EntityType>`),
  );
  const type = only("EntityType", outcome);

  it("keep what is said and nothing else", () => {
    expect(outcome.said).toEqual([]);
    expect(plain({ ...type, properties: [], navigationProperties: [] })).toEqual({
      kind: "EntityType",
      name: "my.ns.E",
      by: "csdl",
      base: "my.ns.B",
      abstract: true,
      open: false,
      hasStream: true,
      key: [{ name: "Id" }, { name: "A/my.ns.D/Code", alias: "Code" }],
      properties: [],
      navigationProperties: [],
    });
  });

  it("properties have their types and facets", () => {
    expect(plain(type.properties)).toEqual([
      { kind: "Property", by: "csdl", name: "Id", type: { type: "Edm.Guid", collection: false, nullable: false } },
      { kind: "Property", by: "csdl", name: "Many", type: { type: "my.ns.C", collection: true } },
      {
        kind: "Property",
        by: "csdl",
        name: "Facets",
        type: {
          type: "Edm.String",
          collection: false,
          facets: { maxLength: "max", precision: 3, scale: "variable", srid: "variable", unicode: false },
        },
        defaultValue: "",
      },
      {
        kind: "Property",
        by: "csdl",
        name: "Limits",
        type: { type: "Edm.Decimal", collection: false, facets: { maxLength: 12, scale: 2, srid: 4326 } },
      },
    ]);
  });

  it("navigation properties have partners, constraints and actions on delete", () => {
    const tag = [{ term: "my.ns.T", value: { kind: "Constant", type: "Bool", value: "true" } }];
    expect(plain(type.navigationProperties)).toEqual([
      {
        kind: "NavigationProperty",
        by: "csdl",
        name: "Nav",
        type: { type: "my.ns.E", collection: false, nullable: true },
        partner: "A/my.ns.D/Back",
        containsTarget: true,
        referentialConstraints: [{ property: "A", referencedProperty: "B", annotations: tag }],
        onDelete: { action: "Cascade", annotations: tag },
      },
    ]);
  });

  it("an empty key is a key, no key is none", () => {
    const [keyed, keyless] = elementsOf(
      readXmlText(schemaXml(`<EntityType Name="A"><Key /></EntityType><EntityType Name="B" />`)),
    );
    expect(keyed).toHaveProperty("key", []);
    expect(keyless).not.toHaveProperty("key");
  });
});

describe("enum types", () => {
  it("have exact values, counted from 0 where none is said", () => {
    const type = only(
      "EnumType",
      readXmlText(
        schemaXml(
          `<EnumType Name="E" UnderlyingType="Edm.Int64" IsFlags="true"><Member Name="A" /><Member Name="B" />` +
            `<Member Name="Max" Value="9223372036854775807" /><Member Name="Min" Value="-9223372036854775808" /><Member Name="C" Value="+7" /><Member Name="D" /></EnumType>`,
        ),
      ),
    );
    expect(type).toMatchObject({ underlyingType: "Edm.Int64", flags: true });
    expect(type.members.map(({ name, value }) => [name, value])).toEqual([
      ["A", 0n],
      ["B", 1n],
      ["Max", 9223372036854775807n],
      ["Min", -9223372036854775808n],
      ["C", 7n],
      ["D", 8n],
    ]);
  });

  it.each([
    ["Edm.Byte", "255", "256"],
    ["Edm.Byte", "0", "-1"],
    ["Edm.SByte", "-128", "-129"],
    ["Edm.Int16", "32767", "32768"],
    ["Edm.Int32", "-2147483648", "2147483648"],
    ["Edm.Int64", "9223372036854775807", "9223372036854775808"],
  ])("of %s hold %s and not %s", (type, inside, outside) => {
    const read = (value: string): readonly string[] =>
      readXmlText(
        schemaXml(`<EnumType Name="E" UnderlyingType="${type}"><Member Name="A" Value="${value}" /></EnumType>`),
      ).said;
    expect(read(inside)).toEqual([]);
    expect(read(outside)).toEqual([expect.stringContaining("illegal-enum-value")]);
  });

  it.each(["", "1.0", "1e3", "0x10", " 1", "--1", "0,C=1"])("a value %j is none", (value) => {
    const { said } = readXmlText(schemaXml(`<EnumType Name="E"><Member Name="A" Value="${value}" /></EnumType>`));
    expect(said).toEqual(["3:37 error illegal-enum-value"]);
  });
});

describe("other elements", () => {
  it("type definitions", () => {
    const outcome = readXmlText(
      schemaXml(`<TypeDefinition Name="D" UnderlyingType="Edm.Decimal" Precision="34" Scale="floating" />`),
    );
    expect(only("TypeDefinition", outcome)).toMatchObject({
      name: "my.ns.D",
      underlyingType: "Edm.Decimal",
      facets: { precision: 34, scale: "floating" },
    });
  });

  it("terms", () => {
    const outcome = readXmlText(
      schemaXml(
        `<Term Name="T" Type="Collection(Edm.PropertyPath)" Nullable="false" BaseTerm="Self.B" DefaultValue="d" AppliesTo=" EntityType  Property " />`,
      ),
    );
    expect(plain(only("Term", outcome))).toEqual({
      kind: "Term",
      name: "my.ns.T",
      by: "csdl",
      type: { type: "Edm.PropertyPath", collection: true, nullable: false },
      base: "my.ns.B",
      defaultValue: "d",
      appliesTo: ["EntityType", "Property"],
    });
  });

  it("actions and functions, whose overloads share a name, and which may share one with each other", () => {
    const outcome = readXmlText(
      schemaXml(`<Function Name="F" IsBound="true" IsComposable="true" EntitySetPath="p/Self.E/Items">
<Parameter Name="p" Type="Self.E" Nullable="false" /><Parameter Name="q" Type="Collection(Edm.String)" MaxLength="3" />
<ReturnType Type="Collection(Self.E)" Nullable="false"><Annotation Term="Self.T" /></ReturnType></Function>
<Function Name="F"><ReturnType Type="Edm.Int32" /></Function><Action Name="F" />`),
    );
    expect(outcome.said).toEqual([]);
    const [first, ...others] = elementsOf(outcome);
    expect(plain(first)).toEqual({
      kind: "Function",
      name: "my.ns.F",
      by: "csdl",
      bound: true,
      composable: true,
      entitySetPath: "p/my.ns.E/Items",
      parameters: [
        { name: "p", by: "csdl", type: { type: "my.ns.E", collection: false, nullable: false } },
        { name: "q", by: "csdl", type: { type: "Edm.String", collection: true, facets: { maxLength: 3 } } },
      ],
      returnType: {
        type: "my.ns.E",
        collection: true,
        nullable: false,
        annotations: [{ term: "my.ns.T", value: { kind: "Constant", type: "Bool", value: "true" } }],
      },
    });
    expect(plain(others)).toEqual([
      {
        kind: "Function",
        name: "my.ns.F",
        by: "csdl",
        parameters: [],
        returnType: { type: "Edm.Int32", collection: false },
      },
      { kind: "Action", name: "my.ns.F", by: "csdl", parameters: [] },
    ]);
  });

  it("entity containers", () => {
    const outcome = readXmlText(
      schemaXml(`<EntityContainer Name="C" Extends="Self.Base">
<EntitySet Name="S" EntityType="Self.E" IncludeInServiceDocument="false"><NavigationPropertyBinding Path="Self.D/Nav" Target="Self.C/S" /></EntitySet>
<Singleton Name="Me" Type="Self.E" Nullable="true" /><ActionImport Name="A" Action="Self.A" EntitySet="Self.C/S" />
<FunctionImport Name="F" Function="Self.F" EntitySet="S" IncludeInServiceDocument="true" /></EntityContainer>`),
    );
    expect(outcome.said).toEqual([]);
    expect(plain(only("EntityContainer", outcome))).toEqual({
      kind: "EntityContainer",
      name: "my.ns.C",
      by: "csdl",
      extends: "my.ns.Base",
      children: [
        {
          kind: "EntitySet",
          name: "S",
          by: "csdl",
          entityType: "my.ns.E",
          includeInServiceDocument: false,
          navigationPropertyBindings: [{ path: "my.ns.D/Nav", target: "my.ns.C/S" }],
        },
        { kind: "Singleton", name: "Me", by: "csdl", type: "my.ns.E", nullable: true, navigationPropertyBindings: [] },
        { kind: "ActionImport", name: "A", by: "csdl", action: "my.ns.A", entitySet: "my.ns.C/S" },
        {
          kind: "FunctionImport",
          name: "F",
          by: "csdl",
          function: "my.ns.F",
          entitySet: "S",
          includeInServiceDocument: true,
        },
      ],
    });
  });
});

describe("aliases", () => {
  it("may be used before they are declared, and across schemas", () => {
    const { document, said } =
      readXmlText(`<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><e:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="one"><ComplexType Name="A" BaseType="Two.B" /></Schema>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="the.second" Alias="Two"><ComplexType Name="B" /></Schema></e:DataServices></e:Edmx>`);
    expect(said).toEqual([]);
    expect(document?.schemas[0]?.elements[0]).toMatchObject({ base: "the.second.B" });
  });

  it("are resolved in targets: overloads, casts, terms and qualifiers", () => {
    const targets = [
      "Self.F(Self.E,Edm.String)/p",
      "Self.F(Collection(Self.E))",
      "Self.C/S/Self.D/Nav@Self.T#q",
      "Self.E/@Self.T",
      "my.ns.E",
      "Other.E",
    ];
    const text = targets
      .map((target) => `<Annotations Target="${target}"><Annotation Term="Self.T" /></Annotations>`)
      .join("");
    expect(readXmlText(schemaXml(text)).document?.schemas[0]?.targets.map(({ target }) => target)).toEqual([
      "my.ns.F(my.ns.E,Edm.String)/p",
      "my.ns.F(Collection(my.ns.E))",
      "my.ns.C/S/my.ns.D/Nav@my.ns.T#q",
      "my.ns.E/@my.ns.T",
      "my.ns.E",
      "Other.E",
    ]);
  });

  it("a name that extends an alias is another name", () => {
    const outcome = readXmlText(
      schemaXml(`<Annotations Target="Self.sub.E"><Annotation Term="Self.T" /></Annotations>`),
    );
    expect(outcome.document?.schemas[0]?.targets[0]?.target).toBe("Self.sub.E");
  });
});

describe("positions", () => {
  it("of elements are those of their tags", () => {
    const outcome = readXmlText(schemaXml(`<EnumType Name="E">\r\n  <Member Name="A" />\r\n</EnumType>`));
    const type = only("EnumType", outcome);
    expect([type.at, type.members[0]?.at]).toEqual([188, 188 + 23]);
  });
});
