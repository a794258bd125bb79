/** What a property of a primitive type may be given: facets, and default values in the form that XML and JSON share. */
interface PrimitiveSample {
  readonly facets: readonly Readonly<Record<string, string>>[];
  readonly defaults: readonly string[];
}

const none: PrimitiveSample = { facets: [{}], defaults: [] };

export const primitives: Readonly<Record<string, PrimitiveSample>> = {
  "Edm.String": {
    facets: [{}, { MaxLength: "5" }, { MaxLength: "max", Unicode: "false" }, { Unicode: "true" }],
    defaults: ["", " a ", "007", "*/ `${x}`"],
  },
  "Edm.Boolean": { facets: [{}], defaults: ["true", "false"] },
  "Edm.Int64": { facets: [{}], defaults: ["9223372036854775807", "-9007199254740993", "0"] },
  "Edm.Int32": { facets: [{}], defaults: ["-1", "2147483647"] },
  "Edm.Int16": none,
  "Edm.Byte": { facets: [{}], defaults: ["255"] },
  "Edm.SByte": none,
  "Edm.Decimal": {
    facets: [{}, { Precision: "5", Scale: "2" }, { Scale: "variable" }, { Precision: "7", Scale: "floating" }],
    defaults: ["1.10", "79228162514264337593543950335.01", "-0.5"],
  },
  "Edm.Double": { facets: [{}], defaults: ["1.5", "INF", "NaN"] },
  "Edm.Single": none,
  "Edm.Guid": { facets: [{}], defaults: ["00000000-0000-0000-0000-000000000001"] },
  "Edm.Date": { facets: [{}], defaults: ["2020-02-29"] },
  "Edm.TimeOfDay": { facets: [{}, { Precision: "3" }], defaults: ["23:59:59"] },
  "Edm.DateTimeOffset": { facets: [{}, { Precision: "7" }], defaults: ["2020-01-01T00:00:00Z"] },
  "Edm.Duration": { facets: [{}, { Precision: "0" }], defaults: ["PT1S"] },
  "Edm.Binary": { facets: [{}, { MaxLength: "16" }], defaults: ["AAAA"] },
  "Edm.Stream": none,
  "Edm.GeographyPoint": { facets: [{}, { SRID: "4326" }, { SRID: "variable" }], defaults: [] },
  "Edm.GeometryCollection": none,
  "Edm.Untyped": none,
  "Edm.PrimitiveType": none,
  "Edm.ComplexType": none,
};

export const propertyTypes = Object.keys(primitives);

/** CSDL 4.01 §6.5: what a key may be of. */
export const keyTypes = [
  "Edm.String",
  "Edm.Guid",
  "Edm.Int64",
  "Edm.Int32",
  "Edm.Boolean",
  "Edm.Date",
  "Edm.DateTimeOffset",
  "Edm.Decimal",
] as const;

/** The underlying types of enums and their ranges (CSDL 4.01 §10.1). */
export const enumRanges: readonly (readonly [type: string, least: bigint, greatest: bigint])[] = [
  ["Edm.Int32", -2147483648n, 2147483647n],
  ["Edm.Byte", 0n, 255n],
  ["Edm.SByte", -128n, 127n],
  ["Edm.Int16", -32768n, 32767n],
  ["Edm.Int64", -9223372036854775808n, 9223372036854775807n],
];
