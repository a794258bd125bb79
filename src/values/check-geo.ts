import type { JsonValue } from "../edm/requests.js";
import type { EdmTypeName } from "../edm/primitive-types.js";
import { isArray, isObject, issue, type ValueIssue } from "./value-issue.js";

/** How deep the positions of a shape lie in arrays (RFC 7946 §3.1). */
const depths: ReadonlyMap<string, number> = new Map([
  ["Point", 0],
  ["MultiPoint", 1],
  ["LineString", 1],
  ["MultiLineString", 2],
  ["Polygon", 2],
  ["MultiPolygon", 3],
]);

/** The shape of a GeoJSON object with its coordinates, which validators do not look into. */
export function checkGeo(value: JsonValue, type: EdmTypeName): readonly ValueIssue[] {
  const wanted = type.replace(/^Geography|^Geometry/, "").replace(/^Collection$/, "GeometryCollection");
  return isShape(value, wanted) ? [] : issue("format", `must be GeoJSON${wanted === "" ? "" : ` of type "${wanted}"`}`);
}

function isShape(value: JsonValue, wanted: string): boolean {
  if (!isObject(value) || typeof value["type"] !== "string" || (wanted !== "" && value["type"] !== wanted))
    return false;
  const { type, coordinates, geometries, crs } = value;
  if (crs !== undefined && !isReferenceSystem(crs)) return false;
  if (type === "GeometryCollection")
    return geometries !== undefined && isArray(geometries) && geometries.every((geometry) => isShape(geometry, ""));
  const depth = depths.get(value["type"]);
  return depth !== undefined && coordinates !== undefined && arePositions(coordinates, depth);
}

function arePositions(value: JsonValue, depth: number): boolean {
  if (!isArray(value)) return false;
  if (depth > 0) return value.every((item) => arePositions(item, depth - 1));
  return value.length >= 2 && value.every((item) => typeof item === "number" && Number.isFinite(item));
}

/** The member that GeoJSON had until 2016, and OData kept (OData JSON Format 4.01 §7.1). */
function isReferenceSystem(value: JsonValue): boolean {
  if (!isObject(value) || value["type"] !== "name") return false;
  const { properties } = value;
  return properties !== undefined && isObject(properties) && typeof properties["name"] === "string";
}
