/**
 * Geography and geometry values: the geometries of GeoJSON (RFC 7946 §3.1), with the member `crs` of its earlier version
 * (OData JSON Format 4.01 §7.1). In responses lines and rings may have any number of positions: OData 4.0 allowed it.
 */
import {
  always,
  fail,
  failNamed,
  isObject,
  nullable,
  reject,
  type Check,
  type Context,
  type JsonObject,
  type Name,
  type ValueCheck,
} from "./check-context.js";
import { collection, lookInto, object, objects, open } from "./check-object.js";

/** What the member `coordinates` of a geometry is. */
const coordinates: Readonly<Record<string, ValueCheck>> = {
  Point: position,
  MultiPoint: /* @__PURE__ */ many(position),
  LineString: line,
  MultiLineString: /* @__PURE__ */ many(line),
  Polygon: /* @__PURE__ */ many(ring),
  MultiPolygon: /* @__PURE__ */ many(/* @__PURE__ */ many(ring)),
};

/** Edm.Geography and Edm.Geometry: any geometry. */
export const geometry: ValueCheck = /* @__PURE__ */ geometryOf();
export { geometry as geography };

/** Edm.GeographyPoint and Edm.GeometryPoint. */
export const point: ValueCheck = /* @__PURE__ */ geometryOf("Point");

/** Edm.GeographyMultiPoint and Edm.GeometryMultiPoint. */
export const multiPoint: ValueCheck = /* @__PURE__ */ geometryOf("MultiPoint");

/** Edm.GeographyLineString and Edm.GeometryLineString. */
export const lineString: ValueCheck = /* @__PURE__ */ geometryOf("LineString");

/** Edm.GeographyMultiLineString and Edm.GeometryMultiLineString. */
export const multiLineString: ValueCheck = /* @__PURE__ */ geometryOf("MultiLineString");

/** Edm.GeographyPolygon and Edm.GeometryPolygon. */
export const polygon: ValueCheck = /* @__PURE__ */ geometryOf("Polygon");

/** Edm.GeographyMultiPolygon and Edm.GeometryMultiPolygon. */
export const multiPolygon: ValueCheck = /* @__PURE__ */ geometryOf("MultiPolygon");

/** Edm.GeographyCollection and Edm.GeometryCollection. */
export const geometryCollection: ValueCheck = /* @__PURE__ */ geometryOf("GeometryCollection");

/** The check of geometries of a type; without one, of any. */
function geometryOf(type?: string): ValueCheck {
  const check: Check = (value, context) => checkGeometry(value, context, type);
  return (value, context, name, flags = nullable) => {
    if (isObject(value) && !(flags & context.refused)) lookInto(value, context, name, check);
    else reject(value, context, name, flags, "a GeoJSON object");
  };
}

function checkGeometry(value: JsonObject, context: Context, wanted?: string): void {
  // Members that GeoJSON does not define are allowed (RFC 7946 §6.1).
  open(context);
  const type = typeof value["type"] === "string" ? value["type"] : "";
  const isKnown = type === "GeometryCollection" || Object.hasOwn(coordinates, type);
  if (!isKnown || type !== (wanted ?? type)) return wrongType(value["type"], context, wanted);
  if (type === "GeometryCollection") objects(value["geometries"], context, "geometries", checkGeometry, always);
  else coordinates[type]?.(value["coordinates"], context, "coordinates", always);
  object(value["crs"], context, "crs", checkSystem);
}

function wrongType(type: unknown, context: Context, wanted?: string): void {
  const names = [...Object.keys(coordinates), "GeometryCollection"];
  const expected = wanted === undefined ? `one of ${names.join(", ")}` : `"${wanted}"`;
  failNamed(context, "type", type === undefined ? "missing" : "member", type, expected);
}

/** A reference system: of the type `name`, with its EPSG identifier. */
function checkSystem(value: JsonObject, context: Context): void {
  open(context);
  if (value["type"] !== "name") failNamed(context, "type", "member", value["type"], '"name"');
  object(value["properties"], context, "properties", checkSystemName, always);
}

function checkSystemName(value: JsonObject, context: Context): void {
  open(context);
  if (typeof value["name"] !== "string") reject(value["name"], context, "name", always, "a string");
}

function many(item: ValueCheck): ValueCheck {
  return (value, context, name, flags) => collection(value, context, name, item, flags);
}

function line(value: unknown, context: Context, name: Name, flags?: number): void {
  collection(value, context, name, position, flags);
  if (context.strict && Array.isArray(value) && value.length < 2)
    fail(context, name, "range", value, "an array of at least 2 positions");
}

function ring(value: unknown, context: Context, name: Name, flags?: number): void {
  collection(value, context, name, position, flags);
  if (context.strict && Array.isArray(value) && !isClosed(value))
    fail(context, name, "range", value, "an array of at least 4 positions, the last equal to the first");
}

function isClosed(positions: readonly unknown[]): boolean {
  const [first, last] = [positions[0], positions.at(-1)];
  if (positions.length < 4 || !Array.isArray(first) || !Array.isArray(last)) return false;
  return first.length === last.length && first.every((number, index) => number === last[index]);
}

/** Longitude, latitude and, if given, an altitude and a measure. */
function position(value: unknown, context: Context, name: Name, flags?: number): void {
  collection(value, context, name, coordinate, flags);
  if (Array.isArray(value) && value.length < 2) fail(context, name, "range", value, "an array of at least 2 numbers");
}

function coordinate(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value !== "number") reject(value, context, name, flags, "a finite number");
  else if (!Number.isFinite(value)) fail(context, name, "range", value, "a finite number");
}
