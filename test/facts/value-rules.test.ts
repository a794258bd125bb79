/** The rules and facets of single values, by their type and annotations. */
import { describe, expect, it } from "vitest";
import type { Property } from "../../src/edm/elements.js";
import { isStructured, type Model } from "../../src/edm/model.js";
import { decimalDigitsOf, isInherited, limitOf, valueFactsOf } from "../../src/facts/value-facts.js";
import { valueRulesOf } from "../../src/facts/value-rules.js";
import { valueConstraintsOf } from "../../src/vocabularies/value-constraints.js";
import { modelOf } from "../support/model.js";

function propertyOf(
  attributes: string,
  annotations = "",
  more = "",
  container = "n.C",
): { readonly property: Property; readonly model: Model } {
  const [namespace = "", name = ""] = container.split(/\.(?=[^.]*$)/);
  const schema = (of: string, inside: string) =>
    `<Schema Namespace="${of}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside}</Schema>`;
  const type = `<ComplexType Name="T"><Property Name="p" ${attributes}>${annotations}</Property></ComplexType>${more}`;
  const holder = `<EntityContainer Name="${name}"/>`;
  const schemas = namespace === "n" ? schema("n", type + holder) : schema("n", type) + schema(namespace, holder);
  const { model } = modelOf({
    "a.xml": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schemas}</edmx:DataServices></edmx:Edmx>`,
  });
  const property = model.elements.find(isStructured)?.properties[0];
  if (property === undefined) throw new Error("no property");
  return { property, model };
}

const validation = (term: string, value: string) => `<Annotation Term="Org.OData.Validation.V1.${term}" ${value}/>`;
const allowed = (...values: readonly string[]) =>
  `<Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection>${values.map((value) => `<Record>${value === "" ? "" : `<PropertyValue Property="Value" ${value}/>`}</Record>`).join("")}</Collection></Annotation>`;

/** The rules of a property as text, one for each. */
function rules(type: string, annotations: string): readonly string[] {
  const { property, model } = propertyOf(`Type="${type}"`, annotations);
  return valueRulesOf(property, valueConstraintsOf(property, model), model).map(
    ({ rule, ...rest }) =>
      `${rule} ${Object.values(rest)
        .map((value) => JSON.stringify(value))
        .join(" ")}`,
  );
}

describe("limits", () => {
  const both = (value: string) => validation("Minimum", value) + validation("Maximum", value);

  it.each([
    ...["Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single"].map(
      (type) => [`Edm.${type}`, 'Int="5"', ['minimum "5" "numbers"', 'maximum "5" "numbers"']] as const,
    ),
    ["Edm.Decimal", 'Decimal="1.50"', ['minimum "1.50" "numbers"', 'maximum "1.50" "numbers"']],
    ["Edm.Int32", 'String="x"', []],
    ["Edm.Date", 'Date="2020-01-02"', ['minimum "2020-01-02" "times"', 'maximum "2020-01-02" "times"']],
    ["Edm.Date", 'Date="-12020-01-02"', ['minimum "-12020-01-02" "times"', 'maximum "-12020-01-02" "times"']],
    ["Edm.Date", 'String="x2020-01-02"', []],
    ["Edm.Date", 'String="2020-01-02T"', []],
    ["Edm.Date", 'Int="5"', []],
    [
      "Edm.DateTimeOffset",
      'String="2020-01-02t03:04z"',
      ['minimum "2020-01-02t03:04z" "times"', 'maximum "2020-01-02t03:04z" "times"'],
    ],
    [
      "Edm.DateTimeOffset",
      'String="2020-01-02T03:04:05.67+01:00"',
      ['minimum "2020-01-02T03:04:05.67+01:00" "times"', 'maximum "2020-01-02T03:04:05.67+01:00" "times"'],
    ],
    ["Edm.DateTimeOffset", 'String="2020-01-02T03:04:05"', []],
    ["Edm.DateTimeOffset", 'String="at 2020-01-02T03:04Z"', []],
    ["Edm.DateTimeOffset", 'String="2020-01-02T03:04:05.Z"', []],
    ["Edm.TimeOfDay", 'String="03:04"', ['minimum "03:04" "times"', 'maximum "03:04" "times"']],
    ["Edm.TimeOfDay", 'String="03:04:05.6"', ['minimum "03:04:05.6" "times"', 'maximum "03:04:05.6" "times"']],
    ["Edm.TimeOfDay", 'String="03:04:05."', []],
    ["Edm.TimeOfDay", 'String="103:04"', []],
    ["Edm.TimeOfDay", 'String="03:04x"', []],
    ["Edm.Duration", 'Duration="P1DT2H3M4.5S"', ['minimum "P1DT2H3M4.5S" "times"', 'maximum "P1DT2H3M4.5S" "times"']],
    ["Edm.Duration", 'String="-pt4s"', ['minimum "-pt4s" "times"', 'maximum "-pt4s" "times"']],
    ["Edm.Duration", 'String="P"', []],
    ["Edm.Duration", 'String="P1DT"', []],
    ["Edm.Duration", 'String="P1Dx"', []],
    ["Edm.Duration", 'String="xP1D"', []],
    ["Edm.String", 'Int="5"', []],
    ["n.T", 'Int="5"', []],
  ] as const)("of %s by %s", (type, value, expected) => expect(rules(type, both(value))).toEqual(expected));

  it("leave themselves out where they are exclusive", () => {
    const exclusive = `<Annotation Term="Org.OData.Validation.V1.Minimum" Int="1">${validation("Exclusive", 'Bool="true"')}</Annotation><Annotation Term="Org.OData.Validation.V1.Maximum" Int="9">${validation("Exclusive", 'Bool="true"')}</Annotation>`;
    expect(rules("Edm.Int32", exclusive)).toEqual(['above "1" "numbers"', 'below "9" "numbers"']);
  });

  it("are counts of items, of collections alone, beside the rules of their items", () => {
    const items =
      validation("MinItems", 'Int="1"') + validation("MaxItems", 'Int="3"') + validation("Minimum", 'Int="5"');
    expect(rules("Collection(Edm.Int32)", items)).toEqual(["minItems 1", "maxItems 3", 'minimum "5" "numbers"']);
    expect(rules("Edm.Int32", items)).toEqual(['minimum "5" "numbers"']);
  });

  it("are multiples of numbers alone", () => {
    expect(rules("Edm.Decimal", validation("MultipleOf", 'Decimal="0.5"'))).toEqual(['multipleOf "0.5"']);
    expect(rules("Edm.String", validation("MultipleOf", 'Decimal="0.5"'))).toEqual([]);
  });
});

describe("patterns and allowed values", () => {
  it("have the flags and the length that are safe, of strings alone", () => {
    expect(rules("Edm.String", validation("Pattern", 'String="^a$"'))).toEqual(['pattern "^a$" "u"']);
    expect(rules("Edm.String", validation("Pattern", 'String="a+$"'))).toEqual(['pattern "a+$" "u" 10000']);
    expect(rules("Edm.String", validation("Pattern", 'String="(a+)+$"'))).toEqual([]);
    expect(rules("Edm.Int32", validation("Pattern", 'String="^a$"'))).toEqual([]);
  });

  it("are values of the type", () => {
    expect(rules("Edm.String", allowed('String="a"', 'String="1"'))).toEqual(['allowed ["a","1"]']);
    expect(rules("Edm.Boolean", allowed('Bool="true"', 'Bool="false"'))).toEqual(["allowed [true,false]"]);
    expect(rules("Edm.Int32", allowed('Int="1"', 'Int="-2"', 'Int="+3"'))).toEqual(["allowed [1,-2,3]"]);
    expect(rules("Edm.Int64", allowed('Int="999999999999999"', 'Int="1234567890123456"'))).toEqual([
      'allowed [999999999999999,"1234567890123456"]',
    ]);
    expect(
      rules("Edm.Decimal", allowed('Decimal="1.25"', 'Decimal="1.1234"', 'Decimal=".5"', 'Decimal="1e3"')),
    ).toEqual([expect.stringContaining('[1.25,"1.1234"')]);
    expect(rules("Edm.Date", allowed('Date="2020-01-02"'))).toEqual(['allowed ["2020-01-02"]']);
  });
});

describe("the strings that a value may be", () => {
  const strings = (attributes: string, annotations: string, more = "") => {
    const { property, model } = propertyOf(attributes, annotations, more);
    return valueFactsOf(property, model).allowedStrings;
  };

  it("are stated by the element or by its type definition", () => {
    const definition = `<TypeDefinition Name="D" UnderlyingType="Edm.String">${allowed('String="x"')}</TypeDefinition>`;
    expect(strings('Type="Edm.String"', allowed('String="a"', 'String="b"'))).toEqual({
      strings: ["a", "b"],
      own: true,
    });
    expect(strings('Type="n.D"', "", definition)).toEqual({ strings: ["x"], own: false });
    expect(strings('Type="n.D"', allowed('String="x"'), definition)).toEqual({ strings: ["x"], own: true });
    expect(strings('Type="Edm.Int32"', allowed('Int="1"'))).toBeUndefined();
    expect(strings('Type="Edm.String"', "")).toBeUndefined();
  });
});

describe("facets", () => {
  const facts = (attributes: string, more = "", container?: string) => {
    const { property, model } = propertyOf(attributes, "", more, container);
    const { facets, underlying } = valueFactsOf(property, model);
    return { facets, underlying };
  };

  it("are those of the reference, else those of the type definition", () => {
    const definition = '<TypeDefinition Name="D" UnderlyingType="Edm.Decimal" Precision="5" Scale="2"/>';
    expect(facts('Type="n.D"', definition)).toEqual({ underlying: "Edm.Decimal", facets: { precision: 5, scale: 2 } });
    expect(facts('Type="n.D" Precision="3"', definition)).toEqual({
      underlying: "Edm.Decimal",
      facets: { precision: 3, scale: 2 },
    });
    expect(facts('Type="Edm.String"')).toEqual({ underlying: "Edm.String", facets: undefined });
  });

  it("of texts without Unicode count but for services of Microsoft", () => {
    const ascii = 'Type="Edm.String" Unicode="false" MaxLength="5"';
    expect(facts(ascii).facets).toEqual({ maxLength: 5, unicode: false });
    expect(facts(ascii, "", "microsoft.graph.C").facets).toEqual({ maxLength: 5, unicode: true });
    expect(facts(ascii, "", "Microsoft.Dynamics.C").facets).toEqual({ maxLength: 5, unicode: true });
    expect(facts(ascii, "", "my.microsoft.C").facets).toEqual({ maxLength: 5, unicode: false });
  });

  it("limit lengths and the places of seconds", () => {
    const facets = { maxLength: 5, precision: 3 };
    expect(
      (["String", "Binary", "DateTimeOffset", "TimeOfDay", "Duration", "Decimal", "Int32"] as const).map((type) =>
        limitOf(type, facets),
      ),
    ).toEqual([5, 5, 3, 3, 3, undefined, undefined]);
    expect([
      limitOf("String", { maxLength: "max" }),
      limitOf("String", { maxLength: 0 }),
      limitOf("String"),
      limitOf("Duration", { precision: 0 }),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ precision: 0, scale: 0 }, undefined],
    [{ precision: 5 }, [5]],
    [{ precision: 5, scale: 2 }, [5, 2]],
    [{ precision: 5, scale: 5 }, [5, 5]],
    [{ precision: 5, scale: 6 }, [5]],
    [{ precision: 5, scale: "variable" }, [5]],
    [{ precision: 5, scale: "floating" }, [5, "floating"]],
    [{ scale: 2 }, [Infinity, 2]],
    [{ scale: "floating" }, undefined],
  ] as const)("limit the digits of decimals: %j", (facets, digits) => expect(decimalDigitsOf(facets)).toEqual(digits));
});

it("names that every object has are told from others", () => {
  const names = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
  ];
  expect(names.filter((name) => !isInherited(name))).toEqual([]);
  expect(["__proto__", "name", ""].filter(isInherited)).toEqual([]);
});
