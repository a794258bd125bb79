import { describe, expect, it } from "vitest";
import { isCsdlJson, isCsdlXml } from "../../src/csdl/recognize.js";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { writeCsdlXml } from "../../src/csdl/write-xml.js";
import type { CsdlDocument } from "../../src/edm/document.js";
import { plain, readJsonText, readXmlText, schemaJson, schemaXml } from "./reading.js";

function documentOf({ document, said }: ReturnType<typeof readXmlText>): CsdlDocument {
  expect(said).toEqual([]);
  if (document === undefined) throw new Error("nothing was read");
  return document;
}

/** The members of the schema in what is written for some XML. */
function schemaOf(xml: string): Record<string, unknown> {
  const written = JSON.parse(writeCsdlJson(documentOf(readXmlText(schemaXml(xml))))) as Record<
    string,
    Record<string, unknown>
  >;
  const { $Alias, ...schema } = written["my.ns"] ?? {};
  expect($Alias).toBe("Self");
  return schema;
}

function properties(xml: string): unknown {
  return schemaOf(`<ComplexType Name="C">${xml}</ComplexType>`)["C"];
}

function int(value: string): unknown {
  return { kind: "Constant", type: "Int", value };
}

describe("recognizing", () => {
  it.each([
    `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">`,
    `\ufeff<?xml version="1.0"?>\r\n<!-- Edmx -->\n<x:Edmx>`,
    `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">`,
    `<Schema Namespace='n' xmlns='http://schemas.microsoft.com/ado/2009/11/edm'>`,
    `<!DOCTYPE e [<!ENTITY a "b">]>\n<e:Edmx Version="4.0">`,
  ])("CSDL XML: %s", (text) => {
    expect([isCsdlXml(text), isCsdlJson(text)]).toEqual([true, false]);
  });

  it.each([`{ "$Version": "4.01" }`, `\ufeff\n{"n": {}, "$Version" : "4.0"`, `{ "$EntityContainer": "n.C" }`])(
    "CSDL JSON: %s",
    (text) => {
      expect([isCsdlXml(text), isCsdlJson(text)]).toEqual([false, true]);
    },
  );

  it.each([
    "",
    "hello",
    `<!doctype html><html><body>Sign in to Edmx</body></html>`,
    `<html><Edmx/></html>`,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>`,
    `<Schema xmlns="urn:other"/>`,
    `<EdmxDesigner/>`,
    `{ "version": "4.01" }`,
    `["$Version"]`,
    `# a page\n<Edmx>`,
  ])("neither: %s", (text) => {
    expect([isCsdlXml(text), isCsdlJson(text)]).toEqual([false, false]);
  });
});

describe("CSDL JSON: what XML leaves unsaid", () => {
  it("single values may be null, items of collections are not said to be", () => {
    expect(
      properties(
        `<Property Name="a" Type="Edm.String" /><Property Name="b" Type="Edm.String" Nullable="false" /><Property Name="c" Type="Collection(Edm.String)" />` +
          `<Property Name="d" Type="Collection(Edm.String)" Nullable="true" />`,
      ),
    ).toEqual({
      $Kind: "ComplexType",
      a: { $Nullable: true },
      b: {},
      c: { $Collection: true },
      d: { $Collection: true, $Nullable: true },
    });
  });

  it("a navigation property may lead nowhere, unless it is a collection", () => {
    expect(
      properties(
        `<NavigationProperty Name="a" Type="Self.E" /><NavigationProperty Name="b" Type="Self.E" Nullable="false" />` +
          `<NavigationProperty Name="c" Type="Collection(Self.E)" />`,
      ),
    ).toEqual({
      $Kind: "ComplexType",
      a: { $Kind: "NavigationProperty", $Type: "my.ns.E", $Nullable: true },
      b: { $Kind: "NavigationProperty", $Type: "my.ns.E" },
      c: { $Kind: "NavigationProperty", $Collection: true, $Type: "my.ns.E" },
    });
  });

  it("no Scale is 0 and variable is not said; no Precision of times is 0; no length is max", () => {
    expect(
      properties(
        `<Property Name="a" Type="Edm.Decimal" Nullable="false" /><Property Name="b" Type="Edm.Decimal" Nullable="false" Precision="5" Scale="variable" />` +
          `<Property Name="c" Type="Edm.DateTimeOffset" Nullable="false" /><Property Name="d" Type="Edm.Binary" Nullable="false" MaxLength="max" />` +
          `<Property Name="e" Type="Edm.GeographyPoint" Nullable="false" SRID="0" Unicode="true" />`,
      ),
    ).toEqual({
      $Kind: "ComplexType",
      a: { $Type: "Edm.Decimal", $Scale: 0 },
      b: { $Type: "Edm.Decimal", $Precision: 5 },
      c: { $Type: "Edm.DateTimeOffset", $Precision: 0 },
      d: { $Type: "Edm.Binary" },
      e: { $Type: "Edm.GeographyPoint", $SRID: "0" },
    });
  });

  it("parameters, return types and terms likewise; singletons not", () => {
    expect(
      schemaOf(`<Function Name="F"><Parameter Name="p" Type="Edm.String" /><ReturnType Type="Edm.Int32" /></Function>
<Term Name="T" Type="Edm.String" /><EntityContainer Name="C"><Singleton Name="Me" Type="Self.E" /></EntityContainer>`),
    ).toEqual({
      F: [
        {
          $Kind: "Function",
          $Parameter: [{ $Name: "p", $Nullable: true }],
          $ReturnType: { $Type: "Edm.Int32", $Nullable: true },
        },
      ],
      T: { $Kind: "Term", $Nullable: true },
      C: { $Kind: "EntityContainer", Me: { $Type: "my.ns.E" } },
    });
  });

  it("facets of a page have no default; that a value may be null, which pages leave unstated, is written out", () => {
    const document = documentOf(
      readXmlText(schemaXml(`<ComplexType Name="C"><Property Name="a" Type="Edm.Decimal" /></ComplexType>`)),
    );
    const [schema] = document.schemas;
    const [type] = schema?.elements ?? [];
    if (schema === undefined || type?.kind !== "ComplexType") throw new Error("no type");
    const properties = type.properties.map((property) => Object.assign({}, property, { by: "resourcePage" as const }));
    const written = writeCsdlJson({ ...document, schemas: [{ ...schema, elements: [{ ...type, properties }] }] });
    expect(JSON.parse(written)).toMatchObject({ "my.ns": { C: { a: { $Type: "Edm.Decimal", $Nullable: true } } } });
    expect(written).not.toContain("$Scale");
  });
});

describe("CSDL JSON: form", () => {
  it("names are full, annotations too; flags that are false are left out", () => {
    expect(
      schemaOf(`<EntityType Name="E" Abstract="false" OpenType="true" BaseType="Self.B"><Key><PropertyRef Name="Id" /><PropertyRef Name="a/b" Alias="ab" /></Key>
<Annotation Term="Self.T" Qualifier="q" EnumMember="Self.X/A Self.X/B"><Annotation Term="Self.U" /></Annotation></EntityType>`),
    ).toEqual({
      E: {
        $Kind: "EntityType",
        $BaseType: "my.ns.B",
        $OpenType: true,
        $Key: ["Id", { ab: "a/b" }],
        "@my.ns.T#q": "A,B",
        "@my.ns.T#q@my.ns.U": true,
      },
    });
  });

  it("overloads stand together, targets in the own container without it", () => {
    expect(
      schemaOf(`<Action Name="A" /><EnumType Name="X" /><Function Name="A"><ReturnType Type="Edm.String" Nullable="false" /></Function>
<EntityContainer Name="C"><EntitySet Name="S" EntityType="Self.E"><NavigationPropertyBinding Path="Self.D/n" Target="Self.C/S" />
<NavigationPropertyBinding Path="m" Target="Other.C/S" /></EntitySet><ActionImport Name="A" Action="Self.A" EntitySet="Self.C/S" /></EntityContainer>`),
    ).toEqual({
      A: [{ $Kind: "Action" }, { $Kind: "Function", $ReturnType: {} }],
      X: { $Kind: "EnumType" },
      C: {
        $Kind: "EntityContainer",
        S: { $Collection: true, $Type: "my.ns.E", $NavigationPropertyBinding: { "my.ns.D/n": "S", m: "Other.C/S" } },
        A: { $Action: "my.ns.A", $EntitySet: "S" },
      },
    });
  });

  it("numbers keep their digits, in the form of JSON", () => {
    const text = writeCsdlJson(
      documentOf(
        readXmlText(
          schemaXml(
            `<EnumType Name="E" UnderlyingType="Edm.Int64"><Member Name="Top" Value="9223372036854775807" /></EnumType>
<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal" Scale="2" /><ComplexType Name="C"><Property Name="m" Type="Self.Money" DefaultValue="+007.50" />
<Property Name="b" Type="Edm.Boolean" DefaultValue="true" /><Property Name="s" Type="Edm.String" DefaultValue="007" /></ComplexType>
<Annotation Term="Self.T" Int="-09" /><Annotation Term="Self.U" Float="-INF" /><Annotation Term="Self.V" Decimal="79228162514264337593543950335.01" />`,
          ),
        ),
      ),
    );
    expect(text).toContain(`"Top": 9223372036854775807`);
    expect(text).toContain(`"$DefaultValue": 7.50`);
    expect(text).toContain(`"$DefaultValue": true`);
    expect(text).toContain(`"$DefaultValue": "007"`);
    expect(text).toContain(`"@my.ns.T": -9`);
    expect(text).toContain(`"@my.ns.U": "-INF"`);
    expect(text).toContain(`"@my.ns.V": 79228162514264337593543950335.01`);
  });

  it("names of JavaScript's own are members like others", () => {
    const text = writeCsdlJson(
      documentOf(
        readXmlText(
          schemaXml(`<EnumType Name="__proto__"><Member Name="__proto__" /><Member Name="constructor" /></EnumType>`),
        ),
      ),
    );
    expect(text).toContain(
      `"__proto__": {\n      "$Kind": "EnumType",\n      "__proto__": 0,\n      "constructor": 1\n    }`,
    );
  });

  it("the document names its version, the container that no other extends, and vocabularies in JSON", () => {
    const text = writeCsdlJson(
      documentOf(
        readXmlText(`<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
<e:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml"><e:Include Namespace="Org.OData.Core.V1" /></e:Reference>
<e:Reference Uri="other.xml"><e:IncludeAnnotations TermNamespace="t" /></e:Reference>
<e:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n"><EntityContainer Name="C" Extends="n.B" /><EntityContainer Name="B" /></Schema></e:DataServices></e:Edmx>`),
      ),
    );
    expect(
      text.startsWith(`{
  "$Version": "4.0",
  "$EntityContainer": "n.C",
  "$Reference": {
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.json": {
      "$Include": [
        {
          "$Namespace": "Org.OData.Core.V1"
        }
      ]
    },
    "other.xml": {
      "$IncludeAnnotations": [
`),
    ).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
  });
});

describe("CSDL JSON: reading", () => {
  it("no type is a string, no $Nullable is false, no $Scale is variable", () => {
    const { document } = readJsonText(
      schemaJson(`"C": { "$Kind": "ComplexType", "a": {}, "b": { "$Type": "Edm.Decimal", "$Nullable": true } }`),
    );
    expect(plain(document?.schemas[0]?.elements)).toMatchObject([
      {
        properties: [
          { name: "a", type: { type: "Edm.String", collection: false, nullable: false } },
          {
            name: "b",
            type: { type: "Edm.Decimal", collection: false, nullable: true, facets: { scale: "variable" } },
          },
        ],
      },
    ]);
  });

  it("annotations of members stand beside them", () => {
    const { document, said } = readJsonText(
      schemaJson(`"E": { "$Kind": "EnumType", "A": 1, "A@Self.T": 2, "@Self.T": 3, "@Self.T@Self.U": 4 }`),
    );
    expect(said).toEqual([]);
    expect(plain(document?.schemas[0]?.elements)).toEqual([
      {
        kind: "EnumType",
        name: "my.ns.E",
        by: "csdl",
        members: [{ name: "A", value: "1n", by: "csdl", annotations: [{ term: "my.ns.T", value: int("2") }] }],
        annotations: [{ term: "my.ns.T", value: int("3"), annotations: [{ term: "my.ns.U", value: int("4") }] }],
      },
    ]);
  });
});

const EVERYTHING = `<EntityType Name="E" BaseType="Self.B" HasStream="true"><Key><PropertyRef Name="Id" /><PropertyRef Name="a/b" Alias="ab" /></Key>
<Property Name="Id" Type="Edm.Int64" Nullable="false" DefaultValue="9007199254740993" /><Property Name="s" Type="Collection(Edm.String)" Nullable="true" MaxLength="5" Unicode="false" />
<Property Name="d" Type="Edm.Decimal" Nullable="false" Precision="5" Scale="2" /><Property Name="g" Type="Edm.GeometryPoint" Nullable="false" SRID="variable" />
<NavigationProperty Name="n" Type="Self.E" Nullable="false" Partner="m" ContainsTarget="true"><ReferentialConstraint Property="a" ReferencedProperty="b"><Annotation Term="Self.T" Int="1" />
</ReferentialConstraint><OnDelete Action="SetNull"><Annotation Term="Self.T" Int="2" /></OnDelete></NavigationProperty><NavigationProperty Name="m" Type="Collection(Self.E)" /></EntityType>
<EnumType Name="X" UnderlyingType="Edm.Byte" IsFlags="true"><Member Name="A" Value="1"><Annotation Term="Self.T" String="a&#10;b &lt;&amp;&quot;&gt;" /></Member></EnumType>
<TypeDefinition Name="D" UnderlyingType="Edm.String" MaxLength="3"><Annotation Term="Self.T" Bool="false" /></TypeDefinition>
<Term Name="T" Type="Edm.Int32" Nullable="false" BaseTerm="Self.U" DefaultValue="1" AppliesTo="Property Term" />
<Action Name="A" IsBound="true" EntitySetPath="p/n"><Parameter Name="p" Type="Self.E" Nullable="false"><Annotation Term="Self.T" Int="3" /></Parameter><ReturnType Type="Self.E" Nullable="false"><Annotation Term="Self.T" Int="4" /></ReturnType></Action>
<Function Name="F" IsComposable="true"><ReturnType Type="Edm.String" Nullable="false" /></Function>
<EntityContainer Name="C" Extends="Self.C0"><EntitySet Name="S" EntityType="Self.E" IncludeInServiceDocument="false"><NavigationPropertyBinding Path="n" Target="S" /></EntitySet>
<Singleton Name="Me" Type="Self.E" Nullable="true" /><ActionImport Name="A" Action="Self.A" EntitySet="S" /><FunctionImport Name="F" Function="Self.F" IncludeInServiceDocument="true" /></EntityContainer>
<Annotations Target="Self.E/Id"><Annotation Term="Self.T" Qualifier="q" String="x"><Annotation Term="Self.U" Bool="true" /></Annotation></Annotations>
<Annotation Term="Self.T" Qualifier="r"><Record Type="Self.R"><PropertyValue Property="a" Int="1"><Annotation Term="Self.U" Int="5" /></PropertyValue><PropertyValue Property="b"><Collection><Null /><Path>p</Path>
<If><Eq><Path>a</Path><Null><Annotation Term="Self.U" Int="6" /></Null></Eq><String>y</String></If><Apply Function="odata.concat"><String> z </String></Apply>
<Cast Type="Edm.String" MaxLength="3"><Path>c</Path></Cast><IsOf Type="Self.E"><Path>$it</Path></IsOf><LabeledElement Name="l" Path="d" /><LabeledElementReference>Self.l</LabeledElementReference>
<UrlRef><String>u</String></UrlRef><Not><Bool>true</Bool></Not></Collection></PropertyValue><Annotation Term="Self.U" Int="7" /></Record></Annotation>`;

describe("all of CSDL", () => {
  const document = documentOf(readXmlText(schemaXml(EVERYTHING)));

  it("is the same after CSDL XML", () => {
    expect(plain(documentOf(readXmlText(writeCsdlXml(document))))).toEqual(plain(document));
  });

  it("is the same after CSDL JSON", () => {
    const again = documentOf(readJsonText(writeCsdlJson(document)));
    expect(plain(again)).toEqual(plain(document));
  });

  it("prints the same text again", () => {
    const text = writeCsdlJson(document);
    expect(writeCsdlJson(documentOf(readJsonText(text)))).toBe(text);
    const xml = writeCsdlXml(document);
    expect(writeCsdlXml(documentOf(readXmlText(xml)))).toBe(xml);
  });
});

describe("CSDL XML: form", () => {
  it("escapes what would be markup or a blank, and has no word for what XML cannot say", () => {
    const { document } = readJsonText(
      schemaJson(`"@Self.T": ${JSON.stringify(`<a> & "b"\n\t\r\u0001\ud800 ${"\u{1f600}"}`)}`),
    );
    if (document === undefined) throw new Error("nothing was read");
    const text = writeCsdlXml(document);
    expect(text).toContain(`String="&lt;a&gt; &amp; &quot;b&quot;&#10;&#9;&#13;\ufffd\ufffd \u{1f600}"`);
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<edmx:Edmx xmlns:edmx="[^"]+" xmlns="[^"]+" Version="4\.01">\n {2}<edmx:DataServices>\n/,
    );
    expect(readXmlText(text).said).toEqual([]);
  });
});
