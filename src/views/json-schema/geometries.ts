/** The geometries of GeoJSON (RFC 7946 §3.1). Written ones have whole lines and rings. */
import { refer, type JsonSchema, type JsonSchemaObject } from "./json-document.js";

const SYSTEM: JsonSchemaObject = {
  type: ["object", "null"],
  properties: {
    type: { const: "name" },
    properties: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
  },
  required: ["type", "properties"],
};

const many = (items: JsonSchema, minItems?: number): JsonSchemaObject => ({
  type: "array",
  items,
  ...(minItems !== undefined && { minItems }),
});

const POSITION = many({ type: "number" }, 2);

function geometry(type: string, member: string, schema: JsonSchema): JsonSchemaObject {
  return {
    type: "object",
    properties: { type: { const: type }, [member]: schema, crs: SYSTEM },
    required: ["type", member],
  };
}

function geometriesOf(prefix: string, line: JsonSchemaObject, ring: JsonSchemaObject) {
  const coordinates: Readonly<Record<string, JsonSchemaObject>> = {
    Point: POSITION,
    MultiPoint: many(POSITION),
    LineString: line,
    MultiLineString: many(line),
    Polygon: many(ring),
    MultiPolygon: many(many(ring)),
  };
  const single = Object.entries(coordinates).map(
    ([name, schema]) => [`${prefix}${name}`, geometry(name, "coordinates", schema)] as const,
  );
  const collection = `${prefix}GeometryCollection`;
  const any = refer(`edm.${upper(prefix)}Geometry`);
  const all = [...single.map(([name]) => name), collection].map((name) => refer(`edm.${upper(name)}`));
  return Object.fromEntries([
    ...single,
    [collection, geometry("GeometryCollection", "geometries", many(any))],
    [`${prefix}Geometry`, { anyOf: all }],
  ]);
}

function upper(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** By name: `Point`, `writtenPoint`. */
export const geometries: Readonly<Record<string, JsonSchemaObject>> = {
  ...geometriesOf("", many(POSITION), many(POSITION)),
  ...geometriesOf("written", many(POSITION, 2), many(POSITION, 4)),
};
