import type { EdmTypeName, OldPrimitiveTypeName } from "../../../src/edm/primitive-types.js";

/** Values that a type takes, and others. */
export interface TypeProbe {
  readonly takes: readonly unknown[];
  readonly refuses: readonly unknown[];
}

const anything: TypeProbe = { takes: ["text", 5, { a: [1] }], refuses: [] };
const path: TypeProbe = { takes: ["a/b"], refuses: [5] };

const point = [7.1, 51.5];
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

function shape(type: string, takes: unknown, ...refuses: readonly unknown[]): TypeProbe {
  return {
    takes: [{ type, coordinates: takes }],
    refuses: [{ type: "Circle", coordinates: takes }, ...refuses.map((coordinates) => ({ type, coordinates })), "here"],
  };
}

const geography = {
  "": {
    takes: [
      { type: "Point", coordinates: point },
      { type: "Polygon", coordinates: [ring] },
    ],
    refuses: [{ type: "Circle", coordinates: point }, { type: "Point" }, "here"],
  },
  Point: shape("Point", point, ["7", "51"], [7]),
  LineString: shape("LineString", [point, [8, 52]], point, [point]),
  Polygon: shape("Polygon", [ring], ring, [[point]]),
  MultiPoint: shape("MultiPoint", [point], point),
  MultiLineString: shape("MultiLineString", [[point, [8, 52]]], [point]),
  MultiPolygon: shape("MultiPolygon", [[ring]], [ring]),
  Collection: {
    takes: [{ type: "GeometryCollection", geometries: [{ type: "Point", coordinates: point }] }],
    refuses: [
      { type: "GeometryCollection", geometries: [point] },
      { type: "Point", coordinates: point },
    ],
  },
} satisfies Record<string, TypeProbe>;

type GeoName = `${"Geography" | "Geometry"}${keyof typeof geography}`;

function geo(prefix: "Geography" | "Geometry"): Record<GeoName, TypeProbe> {
  return Object.fromEntries(Object.entries(geography).map(([name, probe]) => [prefix + name, probe])) as Record<
    GeoName,
    TypeProbe
  >;
}

/** For each type, what is said of it in the documentation. */
export const typeProbes: Readonly<Record<Exclude<EdmTypeName, OldPrimitiveTypeName>, TypeProbe>> = {
  Binary: { takes: ["T0RhdGE", "T0RhdGE=", "-_8"], refuses: ["T0Rh dGE", "T0RhdGF", 5] },
  Boolean: { takes: [true], refuses: ["true", 1] },
  Byte: { takes: [0, 255], refuses: [256, 1.5, "1"] },
  SByte: { takes: [-128, 127], refuses: [128, "1"] },
  Int16: { takes: [-32768], refuses: [32768, "1"] },
  Int32: { takes: [2147483647], refuses: [2147483648, 0.5, "1"] },
  Int64: { takes: [5, "-9223372036854775808"], refuses: ["9223372036854775808", 2 ** 53, 1.5, "1.5", "one"] },
  Decimal: { takes: [1.5, "1.50", "-1e3", "INF"], refuses: ["1,5", "nan", true] },
  Double: { takes: [1.5, "INF", "-INF", "NaN"], refuses: ["1.5", "infinity"] },
  Single: { takes: [1.5, "INF", "-INF", "NaN"], refuses: ["1.5", 1e39] },
  Date: { takes: ["2024-02-29", "-0044-03-15"], refuses: ["2023-02-29", "2024-2-9", "2024-02-29T07:00:00Z"] },
  DateTimeOffset: {
    takes: ["2024-02-29T07:16:23.5Z", "2024-02-29T07:16+01:00"],
    refuses: ["2024-02-29T07:16:23", "2024-02-29", 1709190983],
  },
  TimeOfDay: { takes: ["07:59:59.999", "07:59"], refuses: ["24:00:00", "7:59"] },
  Duration: { takes: ["P1DT2H", "-PT0.5S"], refuses: ["P1Y", "PT", "1h"] },
  Guid: {
    takes: ["01234567-89ab-cdef-0123-456789ABCDEF"],
    refuses: ["{01234567-89ab-cdef-0123-456789abcdef}", "0123456789abcdef0123456789abcdef"],
  },
  String: { takes: ["", "text"], refuses: [5, ["text"]] },
  Stream: anything,
  ...geo("Geography"),
  ...geo("Geometry"),
  Untyped: anything,
  PrimitiveType: { takes: ["text", 5, true], refuses: [{ a: 1 }, [1]] },
  ComplexType: anything,
  EntityType: anything,
  AnnotationPath: path,
  AnyPropertyPath: path,
  ModelElementPath: path,
  NavigationPropertyPath: path,
  PropertyPath: path,
};
