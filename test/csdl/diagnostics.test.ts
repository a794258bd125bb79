import { describe, expect, it } from "vitest";
import { csdlEntries } from "../../src/diagnostics/catalogue/csdl.js";
import { readJsonText, readXmlText, schemaJson, schemaXml } from "./reading.js";
import { oldDiagnostics } from "./v2/old-diagnostics.js";

const EDMX = `xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"`;
const EDM = `xmlns="http://docs.oasis-open.org/odata/ns/edm"`;
const VOCABULARY = `<edmx:Reference Uri="v.xml"><edmx:Include Namespace="org.voc" Alias="V" /></edmx:Reference>`;

function edmx(inside: string, version = "4.01"): string {
  return `<edmx:Edmx ${EDMX} Version="${version}">\n${inside}\n<edmx:DataServices>\n<Schema ${EDM} Namespace="n" /></edmx:DataServices></edmx:Edmx>`;
}

/** Each case: what it is, the text, and all that is said of it, with exact places. */
const xml: readonly (readonly [string, string, readonly string[]])[] = [
  ...oldDiagnostics,
  ["a DOCTYPE", `<!DOCTYPE a><a/>`, ["1:1 error doctype-refused"]],
  ["broken XML", `<a>`, ["1:1 error xml-malformed"]],
  ["deep XML", "<a>".repeat(101) + "</a>".repeat(101), ["1:301 error nesting-too-deep"]],
  ["another document", `<html/>`, ["1:1 error not-csdl"]],
  ["an old version number", edmx("", "3.0"), ["1:66 error unsupported-version"]],
  ["a version to come", edmx("", "4.02"), ["1:66 warning newer-version"]],
  ["a type name of services", schemaXml(`<EnumType Name="a-b" />`), ["3:11 warning name-nonstandard"]],
  ["a type name with a quote", schemaXml(`<EnumType Name="a&quot;b" />`), ["3:11 error illegal-name"]],
  ["a type name with a slash", schemaXml(`<EnumType Name="a/b" />`), ["3:11 warning name-unaddressable"]],
  [
    "a member name with a slash, one with a comma",
    schemaXml(`<EnumType Name="E"><Member Name="a/b" />\n<Member Name="a,b" /></EnumType>`),
    ["3:28 warning name-nonstandard", "4:9 warning name-unaddressable"],
  ],
  [
    "an operation with a parameter that cannot be named",
    schemaXml(`<Action Name="A"><Parameter Name="a/b" Type="Edm.Int32" /></Action>`),
    ["3:29 warning name-unaddressable", "3:1 warning operation-left-out"],
  ],
  [
    "a bound operation without parameters",
    schemaXml(`<Action Name="A" IsBound="true" />`),
    ["3:1 error missing-element"],
  ],
  ["a format character in a name", schemaXml(`<EnumType Name="a\u202eb" />`), ["3:11 error illegal-name"]],
  [
    "an illegal property name",
    schemaXml(`<ComplexType Name="C">\n<Property Type="Edm.String" Name="1st" /></ComplexType>`),
    ["4:29 warning name-nonstandard"],
  ],
  [
    "an illegal type",
    schemaXml(`<ComplexType Name="C">\n<Property Name="P" Type="Self.a/b" /></ComplexType>`),
    ["4:20 error illegal-name"],
  ],
  ["a path for a namespace", `<Schema ${EDM} Namespace="../../tmp" />`, ["1:57 error illegal-namespace"]],
  ["OData's own namespace", `<Schema ${EDM} Namespace="Edm" />`, ["1:57 error illegal-namespace"]],
  ["a reserved namespace", `<Schema ${EDM} Namespace="System" />`, ["1:57 warning reserved-namespace"]],
  ["an illegal alias", `<Schema ${EDM} Namespace="n" Alias="a-b" />`, ["1:71 warning illegal-alias"]],
  [
    "an alias that stands for two namespaces",
    edmx(VOCABULARY + VOCABULARY.replace("org.voc", "org.other")),
    ["2:156 error duplicate-alias"],
  ],
  ["OData's own name as an alias", `<Schema ${EDM} Namespace="n" Alias="Edm" />`, ["1:71 error duplicate-alias"]],
  [
    "a type without namespace",
    schemaXml(`<ComplexType Name="C">\n<Property Name="P" Type="string" /></ComplexType>`),
    ["4:20 error unqualified-name"],
  ],
  [
    "an unknown type of Edm",
    schemaXml(`<ComplexType Name="C">\n<Property Name="P" Type="Collection(Edm.DateTime)" /></ComplexType>`),
    ["4:20 error unknown-edm-type"],
  ],
  [
    "constants that are none of their kind",
    schemaXml(
      ['Date="2020-13-01"', 'Duration="PT"', 'Guid="1"', 'TimeOfDay="24:00"', 'DateTimeOffset="2020-01-01"']
        .map((constant, index) => `<Annotation Term="Self.T${index}" ${constant} />`)
        .join("\n"),
    ),
    [3, 4, 5, 6, 7].map((line) => `${line}:28 warning illegal-constant`),
  ],
  [
    "a misspelled type of Edm",
    schemaXml(`<ComplexType Name="C">\n<Property Name="P" Type="Edm.Strin" /></ComplexType>`),
    ["4:20 error unknown-edm-type"],
  ],
  [
    "an unknown alias, said once",
    schemaXml(`<ComplexType Name="C" BaseType="X.A" /><ComplexType Name="D" BaseType="X.B" />`),
    ["3:23 warning unknown-namespace"],
  ],
  [
    "an unknown alias of a term",
    schemaXml(`<Annotation Term="Core.Description" String="x" />`),
    ["3:13 warning unknown-namespace"],
  ],
  [
    "a property twice",
    schemaXml(
      `<ComplexType Name="C">\n<Property Name="P" Type="Edm.Int32" />\n<NavigationProperty Name="P" Type="Self.E" /></ComplexType>`,
    ),
    ["5:1 error duplicate-name"],
  ],
  [
    "a type twice",
    schemaXml(`<ComplexType Name="C" />\n<EnumType Name="C" />\n<EnumType Name="C" />`),
    ["4:1 error duplicate-name", "5:1 error duplicate-name"],
  ],
  [
    "a member twice",
    schemaXml(`<EnumType Name="E"><Member Name="A" />\n<Member Name="A" /></EnumType>`),
    ["4:1 error duplicate-name"],
  ],
  [
    "a parameter twice",
    schemaXml(
      `<Action Name="A"><Parameter Name="p" Type="Edm.Int32" />\n<Parameter Name="p" Type="Edm.Int64" /></Action>`,
    ),
    ["4:1 error duplicate-name"],
  ],
  [
    "a parameter and an overload twice, in the same way",
    schemaXml(
      `<Action Name="A"><Parameter Name="p" Type="Edm.Int32" />\n<Parameter Name="p" Type="Edm.Int32" /></Action>\n<Action Name="A"><Parameter Name="p" Type="Edm.Int32" /></Action>`,
    ),
    ["4:1 warning declaration-repeated", "5:1 warning declaration-repeated"],
  ],
  [
    "a schema outside of CSDL's namespace",
    `<Schema Namespace="n"><ComplexType Name="C"><Property Name="p" Type="Edm.Int32"/></ComplexType></Schema>`,
    ["1:1 warning schema-outside-edm"],
  ],
  [
    "a child of the container twice",
    schemaXml(
      `<EntityContainer Name="C"><EntitySet Name="S" EntityType="Self.T" />\n<Singleton Name="S" Type="Self.T" /></EntityContainer>`,
    ),
    ["4:1 error duplicate-name"],
  ],
  [
    "an operation with the name of a type",
    schemaXml(`<ComplexType Name="C" />\n<Action Name="C" /><Action Name="C" />`),
    ["4:1 warning shared-name"],
  ],
  [
    "a term twice on one element",
    schemaXml(`<Annotation Term="Self.T" />\n<Annotation Term="Self.T" />\n<Annotation Term="Self.T" Qualifier="q" />`),
    ["4:1 warning duplicate-annotation"],
  ],
  ["a missing name", schemaXml(`<EnumType />`), ["3:1 error missing-attribute"]],
  [
    "a missing type",
    schemaXml(`<ComplexType Name="C">\n <Property Name="P" /></ComplexType>`),
    ["4:2 error missing-attribute"],
  ],
  [
    "annotations without target",
    schemaXml(
      `<Annotations><Annotation Term="Self.T" /></Annotations>\n<Annotations Target="Self.E"><Annotation /></Annotations>`,
    ),
    ["3:1 warning incomplete-annotation", "4:30 warning incomplete-annotation"],
  ],
  [
    "no schemas",
    `<edmx:Edmx ${EDMX} Version="4.0">\n<edmx:DataServices /></edmx:Edmx>`,
    ["2:1 error edmx-without-schema"],
  ],
  ["no services", `<edmx:Edmx ${EDMX} Version="4.0" />`, ["1:1 error edmx-without-schema"]],
  ["a function that returns nothing", schemaXml(`<Function Name="F" />`), ["3:1 error missing-element"]],
  [
    "an operator with one operand",
    schemaXml(`<Annotation Term="Self.T">\n<Eq><Null /></Eq></Annotation>`),
    ["4:1 warning missing-value"],
  ],
  ["two values", schemaXml(`<Annotation Term="Self.T" String="a" Bool="true" />`), ["3:1 warning conflicting-values"]],
  ["a Boolean that is none", schemaXml(`<ComplexType Name="C" Abstract="yes" />`), ["3:23 error illegal-value"]],
  [
    "a number that is none",
    schemaXml(`<TypeDefinition Name="D" UnderlyingType="Edm.String" MaxLength="1e3" />`),
    ["3:54 error illegal-value"],
  ],
  [
    "a collection of collections",
    schemaXml(`<ComplexType Name="C"><Property Name="P" Type="Collection(Collection(Edm.Int32))" /></ComplexType>`),
    ["3:42 error illegal-value"],
  ],
  [
    "an underlying type that is none",
    schemaXml(`<EnumType Name="E" UnderlyingType="Edm.String" />`),
    ["3:20 error illegal-value"],
  ],
  [
    "an action on delete that is none",
    schemaXml(
      `<EntityType Name="E"><NavigationProperty Name="N" Type="Self.E"><OnDelete Action="Drop" /></NavigationProperty></EntityType>`,
    ),
    ["3:75 error illegal-value"],
  ],
  ["a Boolean in capitals", schemaXml(`<ComplexType Name="A" Abstract="True" />`), ["3:23 warning loose-value"]],
  [
    "a facet without a value",
    schemaXml(`<ComplexType Name="C">\n<Property Name="P" Type="Edm.String" MaxLength="" /></ComplexType>`),
    ["4:38 error illegal-value"],
  ],
  ...["Float", "Decimal"].flatMap((kind) =>
    [".5", "+", "", "1."].map(
      (text) =>
        [
          `a ${kind} that is "${text}"`,
          schemaXml(`<Annotation Term="Self.T" ${kind}="${text}" />`),
          ["3:27 warning illegal-constant"],
        ] as const,
    ),
  ),
  ["an Int that is none", schemaXml(`<Annotation Term="Self.T" Int="1.5" />`), ["3:27 warning illegal-constant"]],
  [
    "a value of a member that is none",
    schemaXml(`<EnumType Name="E"><Member Name="A" Value="0x10" /></EnumType>`),
    ["3:37 error illegal-enum-value"],
  ],
  [
    "a qualifier that is no identifier",
    schemaXml(`<Annotation Term="Self.T" Qualifier="a.b" />`),
    ["3:27 warning illegal-qualifier"],
  ],
  [
    "a term without namespace",
    schemaXml(`<Annotation Term="Description" String="x" />`),
    ["3:13 warning illegal-annotation-name"],
  ],
  [
    "an element that CSDL does not have",
    schemaXml(`<Association Name="A"><End /></Association>`),
    ["3:1 warning unknown-element"],
  ],
  [
    "an element in the wrong place",
    schemaXml(`<EnumType Name="E"><Property Name="P" Type="Edm.Int32" /></EnumType>`),
    ["3:20 warning unknown-element"],
  ],
  [
    "an attribute that CSDL does not have",
    schemaXml(`<EnumType Name="E" Flags="true" />`),
    ["3:20 warning unknown-attribute"],
  ],
  ["text where none belongs", schemaXml(`\n<EnumType Name="E"> oops </EnumType>`), ["4:1 warning unexpected-text"]],
  ["markup of others", schemaXml(`<EnumType Name="E" xmlns:x="urn:x" x:y="1" />`), ["3:36 notice foreign-markup"]],
];

const json: readonly (readonly [string, string, readonly string[]])[] = [
  ["broken JSON", `{ "a": [1,] }`, ["1:11 error json-malformed"]],
  ["comments", `// x\n{}`, ["1:1 error json-malformed"]],
  ["deep JSON", "[".repeat(101), ["1:101 error nesting-too-deep"]],
  ["very deep JSON", "[".repeat(100_000), ["1:101 error nesting-too-deep"]],
  ["another value", `[]`, ["1:1 error not-csdl"]],
  ["no version", `{ "n": {} }`, ["1:1 error missing-attribute"]],
  ["a version that is none", `{ "$Version": "3.0" }`, ["1:15 error illegal-value"]],
  ["a version to come", `{ "$Version": "4.02" }`, ["1:15 warning newer-version"]],
  [
    "a member twice",
    schemaJson(`"E": { "$Kind": "EnumType" },\n"E": { "$Kind": "EnumType", "$IsFlags": true }`),
    ["4:1 error duplicate-name"],
  ],
  [
    "a member twice, in the same way",
    schemaJson(`"E": { "$Kind": "EnumType" },\n"E": { "$Kind": "EnumType" }`),
    ["4:1 warning declaration-repeated"],
  ],
  ["a name of services", schemaJson(`"a-b": { "$Kind": "EnumType" }`), ["3:1 warning name-nonstandard"]],
  ["an illegal name", schemaJson(`"a'b": { "$Kind": "EnumType" }`), ["3:1 error illegal-name"]],
  [
    "an illegal property name",
    schemaJson(`"C": { "$Kind": "ComplexType",\n "1st": {} }`),
    ["4:2 warning name-nonstandard"],
  ],
  ["an illegal namespace", `{ "$Version": "4.01", "../x": {} }`, ["1:23 error illegal-namespace"]],
  [
    "a type without namespace",
    schemaJson(`"C": { "$Kind": "ComplexType",\n "p": { "$Type": "string" } }`),
    ["4:18 error unqualified-name"],
  ],
  ["an element without kind", schemaJson(`"C": {}`), ["3:6 error missing-attribute"]],
  ["an element of no kind", schemaJson(`"C": { "$Kind": "Class" }`), ["3:17 error illegal-value"]],
  ["an overload of no kind", schemaJson(`"F": [{ "$Kind": "EnumType" }]`), ["3:18 error illegal-value"]],
  [
    "a navigation property without type",
    schemaJson(`"E": { "$Kind": "EntityType", "n": { "$Kind": "NavigationProperty" } }`),
    ["3:36 error missing-attribute"],
  ],
  [
    "a set without type",
    schemaJson(`"C": { "$Kind": "EntityContainer", "s": { "$Collection": true } }`),
    ["3:41 error missing-attribute"],
  ],
  [
    "a parameter without name",
    schemaJson(`"A": [{ "$Kind": "Action", "$Parameter": [{}] }]`),
    ["3:43 error missing-attribute", "3:7 warning operation-left-out"],
  ],
  [
    "a bound operation without parameters",
    schemaJson(`"A": [{ "$Kind": "Action", "$IsBound": true }]`),
    ["3:7 error missing-element"],
  ],
  ["a function that returns nothing", schemaJson(`"F": [{ "$Kind": "Function" }]`), ["3:7 error missing-element"]],
  [
    "a keyword that CSDL does not have",
    schemaJson(`"E": { "$Kind": "EnumType", "$Flags": true }`),
    ["3:29 warning unknown-attribute"],
  ],
  [
    "an annotation of nothing",
    schemaJson(`"E": { "$Kind": "EnumType", "A": 0, "B@Self.T": 1 }`),
    ["3:37 warning unknown-attribute"],
  ],
  [
    "an object where a string belongs",
    schemaJson(`"C": { "$Kind": "ComplexType", "$BaseType": {} }`),
    ["3:45 error illegal-value"],
  ],
  [
    "a member value with a fraction",
    schemaJson(`"E": { "$Kind": "EnumType", "A": 1.5 }`),
    ["3:34 error illegal-enum-value"],
  ],
  [
    "a member value beyond the type",
    schemaJson(`"E": { "$Kind": "EnumType", "$UnderlyingType": "Edm.SByte", "A": 128 }`),
    ["3:66 error illegal-enum-value"],
  ],
  ["an apply without function", schemaJson(`"@Self.T": { "$Apply": [] }`), ["3:12 warning missing-value"]],
];

describe("XML", () => {
  it.each(xml)("%s", (_, text, expected) => {
    expect(readXmlText(text).said).toEqual(expected);
  });
});

describe("JSON", () => {
  it.each(json)("%s", (_, text, expected) => {
    expect(readJsonText(text).said).toEqual(expected);
  });
});

it("every code of the catalogue has a case above", () => {
  const shown = new Set([...xml, ...json].flatMap(([, , said]) => said.map((line) => line.split(" ")[2])));
  expect(Object.keys(csdlEntries).filter((code) => !shown.has(code))).toEqual([]);
});

describe("messages", () => {
  it("of all cases above are those in messages.txt", async () => {
    const textOf = (name: string, { said, messages }: ReturnType<typeof readXmlText>) =>
      [name, ...said.map((place, index) => `  ${place}: ${messages[index] ?? ""}`), ""].join("\n");
    const ofXml = xml.map(([name, text]) => textOf(`XML: ${name}`, readXmlText(text)));
    const ofJson = json.map(([name, text]) => textOf(`JSON: ${name}`, readJsonText(text)));
    await expect([...ofXml, ...ofJson].join("\n")).toMatchFileSnapshot("messages.txt");
  });

  it("name the thing and say what to do, on one line", () => {
    const { messages } = readXmlText(
      schemaXml(`<EnumType Name="a&#10;b\u202e${"x".repeat(200)}" /><Action Name="A" IsBound="maybe" />`),
    );
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/^"a\\nb\\u202ex+…" is not a legal name for an enum type; use at most 128 letters/);
    expect(messages[1]).toBe(`IsBound is "maybe"; it must be true or false.`);
  });

  it("a duplicate has both places", () => {
    const { document, report } = readXmlText(schemaXml(`<EnumType Name="E" />\n<EnumType Name="E" IsFlags="true" />`));
    const [diagnostic] = report.diagnostics;
    expect(document?.schemas[0]?.elements.map(({ at }) => at)).toEqual([diagnostic?.related[0]?.place]);
    expect(diagnostic?.place).toBeGreaterThan(diagnostic?.related[0]?.place as number);
    expect(report.diagnostics[0]?.message).toBe(
      `EnumType "my.ns.E" is declared twice in its schema; rename or remove one.`,
    );
  });

  it("a primitive type without namespace is offered with it", () => {
    const { messages } = readXmlText(
      schemaXml(`<ComplexType Name="C"><Property Name="P" Type="string" /></ComplexType>`),
    );
    expect(messages).toEqual([`"string" has no namespace; write "Edm.String".`]);
  });

  it("what is supported is named", () => {
    expect(readXmlText(edmx("", "3.0")).messages[0]).toContain(
      "The document is an Edmx of OData 4 with version 3.0, but only OData 2.0, 3.0, 4.0 and 4.01 are supported",
    );
  });
});
