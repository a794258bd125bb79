/** What is said of CSDL JSON whose values have the wrong kind, at the place that `§` marks, and what is still read. */
import { describe, expect, it } from "vitest";
import { elementsOf, plain, readJsonText, schemaJson, unmarked } from "./reading.js";

/** Each message with its severity; fails where their places are not those of the marks. */
function saidOf(marked: string): readonly string[] {
  const { text, places } = unmarked(schemaJson(marked));
  const { said, messages } = readJsonText(text);
  expect(said.map((line) => line.split(" ")[0])).toEqual(places);
  return said.map((line, index) => `${line.split(" ").slice(1).join(" ")}: ${messages[index] ?? ""}`);
}

const illegal = (name: string, value: string, expected: string) =>
  `error illegal-value: ${name} is "${value}"; it must be ${expected}.`;

it.each([
  ["1", 'error illegal-value: $EntityContainer is "1"; it must be the qualified name of a container.'],
  ['"C"', 'error unqualified-name: "C" has no namespace; write "n.C".'],
  ['"n.C"'],
])("$EntityContainer as %s", (value, ...said) => {
  const { report } = readJsonText(
    `{ "$Version": "4.01", "$EntityContainer": ${value}, "n": { "C": { "$Kind": "EntityContainer" } } }`,
  );
  expect(report.diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toEqual(said);
});

describe("a value of the wrong kind", () => {
  it.each<[members: string, ...said: readonly string[]]>([
    [`"E": §1`, illegal("E", "1", "an object")],
    [`"F": [§1]`, illegal("An overload of F", "1", "an object")],
    [`"F": [{ "$Kind": §[] }]`, illegal("$Kind", "[…]", "Action or Function")],
    [
      `"E": { "$Kind": §null }`,
      illegal("$Kind", "null", "EntityType, ComplexType, EnumType, TypeDefinition, Term or EntityContainer"),
    ],
    [`"$Annotations": §[]`, illegal("$Annotations", "[…]", "an object")],
    [`"$Annotations": { "Self.E": §true }`, illegal("Self.E", "true", "an object")],
    [`"E": { "$Kind": "EntityType", "$BaseType": §{} }`, illegal("$BaseType", "{…}", "a string")],
    [`"E": { "$Kind": "EntityType", "$Abstract": §[] }`, illegal("$Abstract", "[…]", "a string")],
    [`"E": { "$Kind": "EntityType", "$OpenType": §1 }`, illegal("$OpenType", "1", "true or false")],
    [`"E": { "$Kind": "EntityType", "$HasStream": §"on" }`, illegal("$HasStream", "on", "true or false")],
    [`"E": { "$Kind": "EntityType", "$Key": §"id" }`, illegal("$Key", "id", "an array")],
    [`"E": { "$Kind": "EntityType", "$Key": [§1] }`, illegal("An item of $Key", "1", "an object")],
    [`"E": { "$Kind": "EntityType", "$Key": [{ "a": §1 }] }`, illegal("a", "1", "a path")],
    [`"E": { "$Kind": "EntityType", "p": §"Edm.String" }`, illegal("p", "Edm.String", "an object")],
    [
      `"E": { "$Kind": "EntityType", "p": { "$Kind": §"Field" } }`,
      illegal("$Kind", "Field", "Property or NavigationProperty"),
    ],
    [`"E": { "$Kind": "EntityType", "p": { "$Kind": §1 } }`, illegal("$Kind", "1", "Property or NavigationProperty")],
    [`"E": { "$Kind": "EntityType", "p": { "$Type": §1 } }`, illegal("$Type", "1", "a string")],
    [`"E": { "$Kind": "EntityType", "p": { "$MaxLength": §{} } }`, illegal("$MaxLength", "{…}", "a string")],
    [`"E": { "$Kind": "EntityType", "p": { "$DefaultValue": §[] } }`, illegal("$DefaultValue", "[…]", "a string")],
    [
      `"E": { "$Kind": "EntityType", "n": { "$Kind": "NavigationProperty", "$Type": "Self.E", "$Partner": §1, "$ContainsTarget": §2, "$ReferentialConstraint": §3, "$OnDelete": §4 } }`,
      illegal("$Partner", "1", "a string"),
      illegal("$ContainsTarget", "2", "true or false"),
      illegal("$ReferentialConstraint", "3", "an object"),
      illegal("$OnDelete", "4", "a string"),
    ],
    [
      `"E": { "$Kind": "EntityType", "n": { "$Kind": "NavigationProperty", "$Type": "Self.E", "$ReferentialConstraint": { "a": §1, "b": "c" } } }`,
      illegal("a", "1", "a path"),
    ],
    [
      `"E": { "$Kind": "EntityType", "n": { "$Kind": "NavigationProperty", "$Type": "Self.E", "$OnDelete": §"Drop" } }`,
      illegal("$OnDelete", "Drop", "one of Cascade, None, SetNull, SetDefault"),
    ],
    [`"X": { "$Kind": "EnumType", "$UnderlyingType": §1 }`, illegal("$UnderlyingType", "1", "a string")],
    [
      `"X": { "$Kind": "EnumType", "$UnderlyingType": §"Edm.String" }`,
      illegal("$UnderlyingType", "Edm.String", "one of Edm.Byte, Edm.SByte, Edm.Int16, Edm.Int32, Edm.Int64"),
    ],
    [`"X": { "$Kind": "EnumType", "a": §{} }`, illegal("a", "{…}", "a whole number")],
    [`"D": { "$Kind": "TypeDefinition", "$UnderlyingType": §{} }`, illegal("$UnderlyingType", "{…}", "a string")],
    [
      `"T": { "$Kind": "Term", "$BaseTerm": §1, "$AppliesTo": §"E" }`,
      illegal("$BaseTerm", "1", "a string"),
      illegal("$AppliesTo", "E", "an array"),
    ],
    [`"A": [{ "$Kind": "Action", "$Parameter": §{} }]`, illegal("$Parameter", "{…}", "an array")],
    [`"A": [{ "$Kind": "Action", "$ReturnType": §[] }]`, illegal("$ReturnType", "[…]", "an object")],
    [
      `"A": [{ "$Kind": "Action", "$IsBound": §1, "$EntitySetPath": §2 }]`,
      illegal("$IsBound", "1", "true or false"),
      illegal("$EntitySetPath", "2", "a string"),
    ],
    [`"C": { "$Kind": "EntityContainer", "S": §[] }`, illegal("S", "[…]", "an object")],
    [`"C": { "$Kind": "EntityContainer", "$Extends": §[] }`, illegal("$Extends", "[…]", "a string")],
    [
      `"C": { "$Kind": "EntityContainer", "S": { "$Collection": true, "$Type": "Self.E", "$IncludeInServiceDocument": §1, "$NavigationPropertyBinding": §2 } }`,
      illegal("$IncludeInServiceDocument", "1", "true or false"),
      illegal("$NavigationPropertyBinding", "2", "an object"),
    ],
    [
      `"C": { "$Kind": "EntityContainer", "S": { "$Type": "Self.E", "$Nullable": §1, "$NavigationPropertyBinding": { "a": §2 } } }`,
      illegal("$Nullable", "1", "true or false"),
      illegal("a", "2", "a path"),
    ],
    [
      `"C": { "$Kind": "EntityContainer", "A": { "$Action": §1, "$EntitySet": "S" } }`,
      illegal("$Action", "1", "a string"),
    ],
    [
      `"C": { "$Kind": "EntityContainer", "A": { "$Action": "Self.A", "$EntitySet": §1 } }`,
      illegal("$EntitySet", "1", "a string"),
    ],
    [`"C": { "$Kind": "EntityContainer", "F": { "$Function": §1 } }`, illegal("$Function", "1", "a string")],
  ])("%s", (members, ...said) => expect(saidOf(members)).toEqual(said));

  it.each<[document: string, ...said: readonly string[]]>([
    [`{ "$Version": "4.01", "$Reference": [] }`, "1:37 error illegal-value"],
    [`{ "$Version": "4.01", "$Reference": { "u": 1 } }`, "1:44 error illegal-value"],
    [`{ "$Version": "4.01", "$Reference": { "u": { "$Include": {} } } }`, "1:58 error illegal-value"],
    [`{ "$Version": "4.01", "$Reference": { "u": { "$Include": [1] } } }`, "1:59 error illegal-value"],
    [`{ "$Version": "4.01", "$Reference": { "u": { "$Include": [{}] } } }`, "1:59 error missing-attribute"],
    [`{ "$Version": "4.01", "$Reference": { "u": { "$IncludeAnnotations": [{}] } } }`, "1:70 error missing-attribute"],
    [`{ "$Version": "4.01", "$Reference": { "u": { "$Other": 1 } } }`, "1:46 warning unknown-attribute"],
    [`{ "$Version": "4.01", "n": [] }`, "1:28 error illegal-value"],
    [`{ "$Version": "4.01", "$Other": 1 }`, "1:23 warning unknown-attribute"],
    [`{ "$Version": 4.01 }`, "1:15 error illegal-value"],
    [`{ "$Version": "4.01" } {}`, "1:24 error json-malformed"],
    [`{ "$Version": "4.01", /* */ "n": {} }`, "1:23 error json-malformed"],
    [``, "1:1 error json-malformed"],
    [`"text"`, "1:1 error not-csdl"],
  ])("in a document: %s", (document, ...said) => expect(readJsonText(document).said).toEqual(said));

  it("is named with its JSON kind where it is the document", () => {
    expect(["[]", "1", "null"].flatMap((text) => readJsonText(text).messages)).toEqual([
      expect.stringContaining("a JSON array"),
      expect.stringContaining("a JSON number"),
      expect.stringContaining("a JSON null"),
    ]);
  });
});

describe("an annotation of the wrong kind", () => {
  it.each<[value: string, code: string, expected: string]>([
    [`{ "$Path": §1 }`, "missing-value", "a string"],
    [`{ "$If": §[true] }`, "missing-value", "2 or 3 expressions"],
    [`{ "$If": §[true, 1, 2, 3] }`, "missing-value", "2 or 3 expressions"],
    [`{ "$Eq": §[true] }`, "missing-value", "2 expressions"],
    [`{ "$And": §true }`, "missing-value", "2 expressions"],
    [`§{ "$Apply": [] }`, "missing-value", "$Function"],
    [`§{ "$LabeledElement": 1 }`, "missing-value", "$Name"],
    [`{ "$LabeledElementReference": §1 }`, "illegal-value", "a string"],
    [`{ "$Apply": §1, "$Function": "odata.concat" }`, "illegal-value", "an array"],
    [`{ "$Cast": 1, "$Type": §1 }`, "illegal-value", "a string"],
  ])("%s", (value, code, expected) => {
    const [line, ...more] = saidOf(`"@Self.T": ${value}`);
    expect(more).toEqual([]);
    expect(line).toMatch(new RegExp(`^\\w+ ${code}: `));
    expect(line).toContain(expected);
  });

  it.each<[members: string, code: string]>([
    [`"@Self.T": { "@type": §1 }`, "illegal-annotation-name"],
    [`"@Self.T": { "@odata.type": §"#a b" }`, "illegal-annotation-name"],
    [`§"@T": 1`, "illegal-annotation-name"],
    [`§"@Self.T#a.b": 1`, "illegal-qualifier"],
    [`"@Self.T": 1, §"@my.ns.T": 2`, "duplicate-annotation"],
    [`"@Self.T": { "a": 1, §"b@Self.U": 2 }`, "unknown-attribute"],
    [`"@Self.T": { §"$Other": 1 }`, "unknown-attribute"],
    [`§"@Self.T@Self.U": 1`, "unknown-attribute"],
    [`"E": { "$Kind": "EntityType", "p": {}, §"p@Self.T": 1 }`, "unknown-attribute"],
    [`"E": { "$Kind": "EntityType", "p": { "$MaxLength": 1, §"$MaxLength@Self.T": 1 } }`, "unknown-attribute"],
  ])("%s: %s", (members, code) => {
    expect(saidOf(members).map((line) => line.split(/[ :]/)[1])).toEqual([code]);
  });
});

describe("a keyword in the wrong place", () => {
  it.each([
    `"E": { "$Kind": "EntityType", §"$IsFlags": true }`,
    `"E": { "$Kind": "ComplexType", §"$Key": [] }`,
    `"E": { "$Kind": "ComplexType", §"$HasStream": true }`,
    `"E": { "$Kind": "EntityType", "p": { §"$Partner": "a" } }`,
    `"E": { "$Kind": "EntityType", "n": { "$Kind": "NavigationProperty", "$Type": "Self.E", §"$MaxLength": 1 } }`,
    `"X": { "$Kind": "EnumType", §"$Abstract": true }`,
    `"D": { "$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", §"p": {} }`,
    `"T": { "$Kind": "Term", §"$Kinds": 1 }`,
    `"T": { "$Kind": "Term", §"p": {} }`,
    `"A": [{ "$Kind": "Action", §"p": {} }]`,
    `"A": [{ "$Kind": "Action", "$ReturnType": { §"$Name": "x" } }]`,
    `"C": { "$Kind": "EntityContainer", "S": { "$Collection": true, "$Type": "Self.E", §"$Nullable": true } }`,
    `"C": { "$Kind": "EntityContainer", "S": { "$Type": "Self.E", §"$IncludeInServiceDocument": true } }`,
    `"C": { "$Kind": "EntityContainer", "A": { "$Action": "Self.A", §"$IncludeInServiceDocument": true } }`,
    `§"$Namespace": 1`,
    `"$Annotations": { "Self.E": { §"$Kind": "Action" } }`,
  ])("%s", (members) => {
    expect(saidOf(members).map((line) => line.split(":")[0])).toEqual(["warning unknown-attribute"]);
  });

  it("is said with what has it", () => {
    const use = `"$Other": 1`;
    const { messages } = readJsonText(
      schemaJson(
        [
          `"E": { "$Kind": "EntityType", ${use}, "p": { ${use} }, "n": { "$Kind": "NavigationProperty", "$Type": "Self.E", ${use}, "$ReferentialConstraint": { "$Other": "p" } } }`,
          `"C": { "$Kind": "ComplexType", ${use} }, "X": { "$Kind": "EnumType", ${use} }, "T": { "$Kind": "Term", ${use} }`,
          `"A": [{ "$Kind": "Action", ${use}, "$Parameter": [{ "$Name": "a", ${use} }], "$ReturnType": { ${use} } }], "F": [{ "$Kind": "Function", ${use}, "$ReturnType": {} }]`,
          `"S": { "$Kind": "EntityContainer", ${use}, "e": { "$Collection": true, "$Type": "Self.E", ${use} }, "s": { "$Type": "Self.E", ${use} }, "a": { "$Action": "Self.A", ${use} }, "f": { "$Function": "Self.F", ${use} } }`,
          `"$Annotations": { "Self.E": { ${use} } }, ${use}`,
        ].join(", "),
      ),
    );
    expect(messages.map((message) => message.split(" has no ")[0]).join(", ")).toBe(
      "Schema, EntityType, Property, NavigationProperty, $ReferentialConstraint, ComplexType, EnumType, Term, Action, Parameter, $ReturnType, Function, EntityContainer, EntitySet, Singleton, ActionImport, FunctionImport, An annotation target",
    );
  });
});

describe("what has a fault", () => {
  const read = (members: string) => plain(elementsOf(readJsonText(schemaJson(members))));

  it("is left out alone", () => {
    expect(read(`"E": { "$Kind": "EntityType", "$Key": ["a", { "b": 1 }, { "c": "d/e" }], "p": 1, "q": {} }`)).toEqual([
      {
        kind: "EntityType",
        name: "my.ns.E",
        by: "csdl",
        key: [{ name: "a" }, { name: "d/e", alias: "c" }],
        properties: [
          { kind: "Property", name: "q", by: "csdl", type: { type: "Edm.String", collection: false, nullable: false } },
        ],
        navigationProperties: [],
      },
    ]);
    expect(
      read(`"C": { "$Kind": "EntityContainer", "S": 1, "T": {}, "U": { "$Collection": true, "$Type": "Self.E" } }`),
    ).toMatchObject([{ children: [{ kind: "EntitySet", name: "U", entityType: "my.ns.E" }] }]);
    expect(read(`"A": [{ "$Kind": "Action" }, 1, { "$Kind": "Term" }]`)).toMatchObject([{ kind: "Action" }]);
  });

  it("is null in an annotation", () => {
    const values = ["$Path", "$Apply", "$LabeledElement"].map((name) => `{ "${name}": 1 }`).join();
    const { document } = readJsonText(schemaJson(`"@Self.T": [${values}]`));
    expect(plain(document?.schemas[0]?.annotations)).toMatchObject([
      { value: { items: [{ kind: "Null" }, { kind: "Null" }, { kind: "Null" }] } },
    ]);
  });
});

describe("values of annotations", () => {
  const value = (json: string) => {
    const { document, said } = readJsonText(schemaJson(`"@Self.T": ${json}`));
    expect(said).toEqual([]);
    const [annotation] = document?.schemas[0]?.annotations ?? [];
    return plain(annotation?.value);
  };
  const constant = (type: string, text: string) => ({ kind: "Constant", type, value: text });

  it.each<[json: string, expected: unknown]>([
    ["12", constant("Int", "12")],
    ["-12", constant("Int", "-12")],
    ["1.50", constant("Decimal", "1.50")],
    ["1e3", constant("Float", "1e3")],
    ["1.5E-3", constant("Float", "1.5E-3")],
    ["true", constant("Bool", "true")],
    ['"true"', constant("String", "true")],
    ["null", { kind: "Null" }],
    ['{ "$Null": null }', { kind: "Null" }],
    ["[1, []]", { kind: "Collection", items: [constant("Int", "1"), { kind: "Collection", items: [] }] }],
    ['{ "$Path": "Self.C/S" }', { kind: "Path", type: "Path", path: "my.ns.C/S" }],
    ['{ "$Neg": 1 }', { kind: "Operator", operator: "Neg", operands: [constant("Int", "1")] }],
    [
      '{ "$IsOf": 1, "$Type": "Self.E", "$Collection": true, "$MaxLength": 3 }',
      {
        kind: "IsOf",
        type: "my.ns.E",
        collection: true,
        facets: { maxLength: 3 },
        operand: constant("Int", "1"),
      },
    ],
    ['{ "$Cast": 1 }', { kind: "Cast", type: "Edm.String", collection: false, operand: constant("Int", "1") }],
    ['{ "$LabeledElementReference": "Self.l" }', { kind: "LabeledElementReference", name: "my.ns.l" }],
    [
      '{ "@type": "https://h/x.xml#Self.R", "a": 1, "a@Self.U": 2, "@Self.U": 3 }',
      {
        kind: "Record",
        type: "my.ns.R",
        properties: [
          { name: "a", value: constant("Int", "1"), annotations: [{ term: "my.ns.U", value: constant("Int", "2") }] },
        ],
        annotations: [{ term: "my.ns.U", value: constant("Int", "3") }],
      },
    ],
    ['{ "@odata.type": "Self.R" }', { kind: "Record", type: "my.ns.R", properties: [] }],
    [
      '{ "$Path": "a", "@Self.U": 1 }',
      { kind: "Path", type: "Path", path: "a", annotations: [{ term: "my.ns.U", value: constant("Int", "1") }] },
    ],
  ])("%s", (json, expected) => expect(value(json)).toEqual(expected));
});
