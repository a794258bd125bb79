/** What is said of CSDL XML at the place that `§` marks, and that everything which CSDL defines is taken without a word. */
import { describe, expect, it } from "vitest";
import { elementsOf, plain, readXmlText, schemaXml, unmarked } from "./reading.js";

/** Each severity and code; fails where their places are not those of the marks. */
function saidOf(marked: string): readonly string[] {
  const { text, places } = unmarked(schemaXml(marked));
  const { said } = readXmlText(text);
  expect(said.map((line) => line.split(" ")[0])).toEqual(places);
  return said.map((line) => line.split(" ").slice(1).join(" "));
}

const FACETS = `MaxLength="3" Precision="3" Scale="2" SRID="1" Unicode="false"`;
const USE = `Type="Edm.String" Nullable="true" ${FACETS}`;
const NOTE = `<Annotation Term="Self.T" />`;
const EXPRESSIONS = [
  "AnnotationPath",
  "AnyPropertyPath",
  "Binary",
  "Bool",
  "Date",
  "DateTimeOffset",
  "Decimal",
  "Duration",
  "EnumMember",
  "Float",
  "Guid",
  "Int",
  "ModelElementPath",
  "NavigationPropertyPath",
  "Path",
  "PropertyPath",
  "String",
  "TimeOfDay",
  "UrlRef",
] as const;

/** A text that every kind of constant takes. */
/** Constants of a form of their own. */
const VALUES: Readonly<Record<string, string>> = {
  Bool: "true",
  Date: "2020-02-29",
  DateTimeOffset: "2020-02-29T23:59:00.5+01:00",
  Duration: "-P1DT2H3.5S",
  Guid: "21EC2020-3aea-1069-a2dd-08002b30309d",
  TimeOfDay: "23:59:59.999",
};

const value = (kind: string) => VALUES[kind] ?? "1";

describe("what CSDL defines", () => {
  it.each([
    `<EntityType Name="E" BaseType="Self.B" Abstract="true" OpenType="true" HasStream="true"><Key><PropertyRef Name="a" Alias="b" /></Key><Property Name="a" ${USE} DefaultValue="x">${NOTE}</Property>${NOTE}</EntityType>`,
    `<ComplexType Name="C" BaseType="Self.B" Abstract="true" OpenType="true">${NOTE}</ComplexType>`,
    `<ComplexType Name="C"><NavigationProperty Name="n" Type="Self.E" Nullable="true" Partner="m" ContainsTarget="true"><ReferentialConstraint Property="a" ReferencedProperty="b">${NOTE}</ReferentialConstraint><OnDelete Action="Cascade">${NOTE}</OnDelete>${NOTE}</NavigationProperty></ComplexType>`,
    `<EnumType Name="X" UnderlyingType="Edm.Byte" IsFlags="true"><Member Name="a" Value="1">${NOTE}</Member>${NOTE}</EnumType>`,
    `<TypeDefinition Name="D" UnderlyingType="Edm.String" ${FACETS}>${NOTE}</TypeDefinition>`,
    `<Action Name="A" IsBound="true" EntitySetPath="p"><Parameter Name="p" ${USE}>${NOTE}</Parameter><ReturnType ${USE}>${NOTE}</ReturnType>${NOTE}</Action>`,
    `<Function Name="F" IsBound="false" IsComposable="true" EntitySetPath="p"><Parameter Name="p" ${USE} /><ReturnType ${USE} />${NOTE}</Function>`,
    `<Term Name="T" ${USE} BaseTerm="Self.U" DefaultValue="x" AppliesTo="Property Term">${NOTE}</Term>`,
    `<EntityContainer Name="C" Extends="Self.C0"><EntitySet Name="S" EntityType="Self.E" IncludeInServiceDocument="true"><NavigationPropertyBinding Path="n" Target="S" />${NOTE}</EntitySet>${NOTE}</EntityContainer>`,
    `<EntityContainer Name="C"><Singleton Name="S" Type="Self.E" Nullable="true"><NavigationPropertyBinding Path="n" Target="S" />${NOTE}</Singleton></EntityContainer>`,
    `<EntityContainer Name="C"><ActionImport Name="A" Action="Self.A" EntitySet="S">${NOTE}</ActionImport><FunctionImport Name="F" Function="Self.F" EntitySet="S" IncludeInServiceDocument="true">${NOTE}</FunctionImport></EntityContainer>`,
    `<Annotations Target="Self.E" Qualifier="q">${NOTE}</Annotations>`,
    `<Annotation Term="Self.T" Qualifier="q"><Cast Type="Edm.String" ${FACETS}><Null>${NOTE}</Null>${NOTE}</Cast></Annotation>`,
    `<Annotation Term="Self.T"><IsOf Type="Edm.String" ${FACETS}><Path>a</Path>${NOTE}</IsOf></Annotation>`,
    `<Annotation Term="Self.T"><Apply Function="odata.concat"><String>a</String>${NOTE}</Apply></Annotation>`,
    `<Annotation Term="Self.T"><If><Bool>true</Bool><Int>1</Int><Int>2</Int>${NOTE}</If></Annotation>`,
    `<Annotation Term="Self.T"><Collection><Record Type="Self.R"><PropertyValue Property="a"><Int>1</Int>${NOTE}</PropertyValue>${NOTE}</Record></Collection></Annotation>`,
    `<Annotation Term="Self.T"><LabeledElement Name="l"><Int>1</Int>${NOTE}</LabeledElement></Annotation>`,
    `<Annotation Term="Self.T"><UrlRef><String>u</String>${NOTE}</UrlRef></Annotation>`,
    `<Annotation Term="Self.T"><LabeledElementReference>Self.l</LabeledElementReference></Annotation>`,
    `<ComplexType Name="C" xml:lang="en"><Property Name="p" Type="Edm.Int32" xml:space="preserve" /></ComplexType>`,
  ])("is taken: %s", (xml) => expect(saidOf(xml)).toEqual([]));

  it.each(EXPRESSIONS)("has %s as an attribute and as an element", (kind) => {
    const text = value(kind);
    const element = kind === "UrlRef" ? "<UrlRef><String>1</String></UrlRef>" : `<${kind}>${text}</${kind}>`;
    const attributes = [
      `<Annotation Term="Self.T" ${kind}="${text}" />`,
      `<Annotation Term="Self.U"><Record><PropertyValue Property="a" ${kind}="${text}" /></Record></Annotation>`,
      `<Annotation Term="Self.V"><LabeledElement Name="l" ${kind}="${text}" /></Annotation>`,
    ].join("");
    const elements = ["Collection", "If"]
      .map(
        (around, index) => `<Annotation Term="Self.W${index}"><${around}>${element.repeat(2)}</${around}></Annotation>`,
      )
      .join("");
    expect(saidOf(attributes + elements)).toEqual([]);
  });

  it.each([
    "§<EnumType />",
    `<ComplexType Name="C">§<Property Type="Edm.String" /></ComplexType>`,
    `<ComplexType Name="C">§<Property Name="p" /></ComplexType>`,
    `<ComplexType Name="C">§<NavigationProperty Name="n" /></ComplexType>`,
    `<ComplexType Name="C"><NavigationProperty Name="n" Type="Self.E">§<ReferentialConstraint Property="a" /></NavigationProperty></ComplexType>`,
    `<ComplexType Name="C"><NavigationProperty Name="n" Type="Self.E">§<ReferentialConstraint ReferencedProperty="a" /></NavigationProperty></ComplexType>`,
    `<ComplexType Name="C"><NavigationProperty Name="n" Type="Self.E">§<OnDelete /></NavigationProperty></ComplexType>`,
    `<EntityType Name="E"><Key>§<PropertyRef Alias="a" /></Key></EntityType>`,
    `<EnumType Name="X">§<Member Value="1" /></EnumType>`,
    `§<TypeDefinition Name="D" />`,
    `§<Term Name="T" />`,
    `<Action Name="A">§<ReturnType Nullable="true" /></Action>`,
    `<EntityContainer Name="C">§<EntitySet Name="S" /></EntityContainer>`,
    `<EntityContainer Name="C">§<Singleton Name="S" /></EntityContainer>`,
    `<EntityContainer Name="C">§<ActionImport Name="S" /></EntityContainer>`,
    `<EntityContainer Name="C">§<FunctionImport Name="S" /></EntityContainer>`,
    `<EntityContainer Name="C"><Singleton Name="S" Type="Self.E">§<NavigationPropertyBinding Path="a" /></Singleton></EntityContainer>`,
    `<EntityContainer Name="C"><Singleton Name="S" Type="Self.E">§<NavigationPropertyBinding Target="a" /></Singleton></EntityContainer>`,
  ])("is needed: %s", (xml) => {
    expect(saidOf(xml)).toEqual(["error missing-attribute"]);
  });

  it.each([
    `§<Annotation />`,
    `<Annotation Term="Self.T">§<Apply /></Annotation>`,
    `<Annotation Term="Self.T">§<Cast><Null /></Cast></Annotation>`,
    `<Annotation Term="Self.T">§<IsOf><Null /></IsOf></Annotation>`,
    `<Annotation Term="Self.T">§<LabeledElement Int="1" /></Annotation>`,
    `<Annotation Term="Self.T"><Record>§<PropertyValue Int="1" /></Record></Annotation>`,
  ])("is needed in annotations: %s", (xml) => {
    expect(saidOf(xml)).toEqual(["warning incomplete-annotation"]);
  });
});

describe("what CSDL does not define", () => {
  it.each<[xml: string, ...said: readonly string[]]>([
    [`<EntityType Name="E"><Key /><Property Name="a" Type="Edm.Int32" />§<Key /></EntityType>`, "error duplicate-name"],
    [
      `<Action Name="A"><ReturnType Type="Edm.Int32" />§<ReturnType Type="Edm.Int32" /></Action>`,
      "error duplicate-name",
    ],
    [
      `<ComplexType Name="C"><NavigationProperty Name="n" Type="Self.E"><OnDelete Action="None" />§<OnDelete Action="None" /></NavigationProperty></ComplexType>`,
      "error duplicate-name",
    ],
    [`<Annotation Term="Self.T">§<Not /></Annotation>`, "warning missing-value"],
    [`<Annotation Term="Self.T">§<Not><Null /><Null /></Not></Annotation>`, "warning missing-value"],
    [`<Annotation Term="Self.T">§<If><Null /></If></Annotation>`, "warning missing-value"],
    [`<Annotation Term="Self.T">§<UrlRef /></Annotation>`, "warning missing-value"],
    [`<Annotation Term="Self.T">§<Cast Type="Edm.String" /></Annotation>`, "warning missing-value"],
    [`<Annotation Term="Self.T">§<LabeledElement Name="l" /></Annotation>`, "warning missing-value"],
    [`<Annotation Term="Self.T">§<Null>x</Null></Annotation>`, "warning unexpected-text"],
    [`<ComplexType Name="C">§<Member Name="a" /></ComplexType>`, "warning unknown-element"],
    [`§<Property Name="a" Type="Edm.Int32" />`, "warning unknown-element"],
    [`<ComplexType Name="C" §HasStream="true" />`, "warning unknown-attribute"],
    [`<Action Name="A" §IsComposable="true" />`, "warning unknown-attribute"],
    [`<Annotation Term="Self.T" §Value="1" />`, "warning unknown-attribute"],
    [
      `<Annotation Term="Self.T">§<LabeledElementReference>l</LabeledElementReference></Annotation>`,
      "warning illegal-annotation-name",
    ],
  ])("is reported: %s", (xml, ...said) => expect(saidOf(xml)).toEqual(said));

  it("leaves the rest as it is", () => {
    const { text } = unmarked(
      schemaXml(
        `<EntityType Name="E"><Key><PropertyRef Name="a" /></Key><Key><PropertyRef Name="b" /></Key><Other /></EntityType><Action Name="A"><ReturnType Type="Edm.Int32" Nullable="false" /><ReturnType Type="Edm.Int64" /></Action>`,
      ),
    );
    expect(plain(elementsOf(readXmlText(text)))).toMatchObject([
      { name: "my.ns.E", key: [{ name: "a" }] },
      { name: "my.ns.A", returnType: { type: "Edm.Int32", nullable: false } },
    ]);
  });
});

describe("values of enum members", () => {
  const members = (xml: string, attributes = "") => {
    const { document, said } = readXmlText(schemaXml(`<EnumType Name="X"${attributes}>${xml}</EnumType>`));
    const [type] = document?.schemas[0]?.elements ?? [];
    const values = type?.kind === "EnumType" ? type.members.map(({ value }) => value) : [];
    return { values, codes: said.map((line) => line.split(" ")[2]) };
  };

  it("count from the one before where they are left out", () => {
    const xml = `<Member Name="a" /><Member Name="b" Value="5" /><Member Name="c" /><Member Name="d" Value="-1" /><Member Name="e" />`;
    expect(members(xml)).toEqual({ values: [0n, 5n, 6n, -1n, 0n], codes: [] });
  });

  it("count also behind a member whose value or name is none", () => {
    const xml = `<Member Name="a" Value="5" /><Member Name="b" Value="x" /><Member Name="c" /><Member Name="d,e" /><Member Name="f" />`;
    expect(members(xml)).toEqual({
      values: [5n, undefined, 7n, 9n],
      codes: ["illegal-enum-value", "name-unaddressable"],
    });
  });

  it.each([
    ["Byte", "0", "255", "-1", "256"],
    ["SByte", "-128", "127", "-129", "128"],
    ["Int16", "-32768", "32767", "-32769", "32768"],
    ["Int32", "-2147483648", "2147483647", "-2147483649", "2147483648"],
    ["Int64", "-9223372036854775808", "9223372036854775807", "-9223372036854775809", "9223372036854775808"],
  ])("lie in the range of Edm.%s", (type, least, most, below, above) => {
    const of = (value: string) => members(`<Member Name="a" Value="${value}" />`, ` UnderlyingType="Edm.${type}"`);
    for (const value of [least, most]) expect(of(value)).toEqual({ values: [BigInt(value)], codes: [] });
    for (const value of [below, above]) expect(of(value).codes).toEqual(["illegal-enum-value"]);
  });

  it("lie in the range of Edm.Int32 by default, and may have a sign", () => {
    expect(members(`<Member Name="a" Value="+2147483647" />`)).toEqual({ values: [2147483647n], codes: [] });
    expect(members(`<Member Name="a" Value="2147483648" />`).codes).toEqual(["illegal-enum-value"]);
    expect(members(`<Member Name="a" Value="1${"0".repeat(20)}" />`, ` UnderlyingType="Edm.Int64"`).codes).toEqual([
      "illegal-enum-value",
    ]);
  });
});

describe("facets", () => {
  const facets = (attributes: string) => {
    const { document, said } = readXmlText(
      schemaXml(`<ComplexType Name="C"><Property Name="p" Type="Edm.String" ${attributes} /></ComplexType>`),
    );
    const [type] = document?.schemas[0]?.elements ?? [];
    const found = type?.kind === "ComplexType" ? type.properties[0]?.type?.facets : undefined;
    return { facets: found, codes: said.map((line) => line.split(" ")[2]) };
  };

  it.each<[attributes: string, expected: unknown]>([
    [``, undefined],
    [`MaxLength="0"`, { maxLength: 0 }],
    [`MaxLength="max"`, { maxLength: "max" }],
    [`MaxLength="Max"`, { maxLength: "max" }],
    [`Precision="3" Scale="2"`, { precision: 3, scale: 2 }],
    [`Scale="variable"`, { scale: "variable" }],
    [`Scale="Floating"`, { scale: "floating" }],
    [`SRID="4326"`, { srid: 4326 }],
    [`SRID="variable"`, { srid: "variable" }],
    [`Unicode="false"`, { unicode: false }],
  ])("%s", (attributes, expected) => expect(facets(attributes)).toEqual({ facets: expected, codes: [] }));

  it.each([
    [`MaxLength="-1"`],
    [`MaxLength="1.5"`],
    [`MaxLength="variable"`],
    [`Precision="max"`],
    [`Scale="max"`],
    [`SRID="floating"`],
    [`MaxLength="9007199254740993"`],
    [`Unicode="maybe"`],
  ])("are none in %s", (attributes) =>
    expect(facets(attributes)).toEqual({ facets: undefined, codes: ["illegal-value"] }),
  );

  it("may be Booleans in other letters, which is said", () => {
    expect(facets(`Unicode="FALSE"`)).toEqual({ facets: { unicode: false }, codes: ["loose-value"] });
    expect(facets(`Unicode="True"`)).toEqual({ facets: { unicode: true }, codes: ["loose-value"] });
  });
});
