/** Facets and rules that a primitive type may be given, in the attributes and annotations of CSDL XML. */
import { node, type XmlNode } from "../../laws/xml-tree.js";

interface Sample {
  readonly facets?: readonly Readonly<Record<string, string>>[];
  readonly defaults?: readonly string[];
  readonly rules?: readonly XmlNode[];
}

export function rule(term: string, value: Readonly<Record<string, string>>, inner: readonly XmlNode[] = []): XmlNode {
  return node("Annotation", { Term: `Org.OData.Validation.V1.${term}`, ...value }, inner);
}

const exclusive = rule("Exclusive", { Bool: "true" });

const allowed = (kind: string, values: readonly string[]): XmlNode =>
  rule("AllowedValues", {}, [
    node(
      "Collection",
      {},
      values.map((value) => node("Record", {}, [node("PropertyValue", { Property: "Value", [kind]: value })])),
    ),
  ]);

const smallIntegers: readonly XmlNode[] = [
  rule("Minimum", { Int: "2" }),
  rule("Maximum", { Int: "100" }),
  rule("Maximum", { Decimal: "99.5" }, [exclusive]),
  rule("MultipleOf", { Int: "3" }),
  allowed("Int", ["2", "3", "5"]),
];

const numbers: readonly XmlNode[] = [
  ...smallIntegers,
  rule("Minimum", { Decimal: "-1.5" }, [exclusive]),
  rule("MultipleOf", { Decimal: "0.5" }),
  allowed("Decimal", ["1.5", "-2", "7"]),
];

const temporal = (kind: string, least: string, most: string): readonly XmlNode[] => [
  rule("Minimum", { [kind]: least }),
  rule("Maximum", { [kind]: most }, [exclusive]),
];

const precisions = [{}, {}, { Precision: "0" }, { Precision: "3" }];

export const samples: Readonly<Record<string, Sample>> = {
  "Edm.String": {
    facets: [{}, {}, { MaxLength: "5" }, { Unicode: "false" }, { MaxLength: "3", Unicode: "false" }],
    defaults: ["", "abc"],
    rules: [
      rule("Pattern", { String: "^[A-Za-z]+$" }),
      rule("Pattern", { String: "\\d" }),
      allowed("String", ["a", "b c", "é"]),
    ],
  },
  "Edm.Boolean": { defaults: ["true"], rules: [allowed("Bool", ["true"])] },
  "Edm.Byte": { rules: smallIntegers },
  "Edm.SByte": { rules: smallIntegers },
  "Edm.Int16": { rules: smallIntegers },
  "Edm.Int32": { defaults: ["-1"], rules: smallIntegers },
  "Edm.Int64": { rules: [...smallIntegers, rule("Maximum", { Int: "9007199254740993" })] },
  "Edm.Decimal": {
    facets: [
      {},
      { Precision: "5", Scale: "2" },
      { Precision: "4", Scale: "variable" },
      { Precision: "3", Scale: "floating" },
      { Precision: "2", Scale: "2" },
      { Scale: "variable" },
    ],
    defaults: ["1.5"],
    rules: numbers,
  },
  "Edm.Double": { defaults: ["INF"], rules: numbers },
  "Edm.Single": { rules: numbers },
  "Edm.Guid": {},
  "Edm.Date": { rules: temporal("Date", "2000-02-29", "2024-12-31") },
  "Edm.TimeOfDay": { facets: precisions, rules: temporal("TimeOfDay", "08:00:00", "17:30:00") },
  "Edm.DateTimeOffset": {
    facets: precisions,
    rules: temporal("DateTimeOffset", "2000-01-01T00:00:00Z", "2024-06-01T12:00:00Z"),
  },
  "Edm.Duration": { facets: precisions, rules: temporal("Duration", "PT0S", "P1D") },
  "Edm.Binary": { facets: [{}, { MaxLength: "2" }, { MaxLength: "16" }] },
  "Edm.Stream": {},
  "Edm.Untyped": {},
  "Edm.PrimitiveType": {},
  "Edm.Geography": {},
  "Edm.GeographyPoint": { facets: [{}, { SRID: "4326" }] },
  "Edm.GeographyPolygon": {},
  "Edm.GeometryLineString": {},
  "Edm.GeometryMultiPoint": {},
  "Edm.GeometryMultiLineString": {},
  "Edm.GeographyMultiPolygon": {},
  "Edm.GeometryCollection": {},
};

export const primitiveNames: readonly string[] = Object.keys(samples);
