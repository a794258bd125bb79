/** Geometries in JSON (OData JSON Format 4.01 §7.1, RFC 7946 §3.1). */

type Judge = (value: unknown) => boolean;

const listOf =
  (item: Judge, least = 0): Judge =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every((one: unknown) => item(one));

const position: Judge = listOf((value) => typeof value === "number" && Number.isFinite(value), 2);
const line: Judge = listOf(position, 2);
/** A ring is closed, so that its last position is its first. */
const ring: Judge = (value) =>
  listOf(position, 4)(value) &&
  Array.isArray(value) &&
  JSON.stringify(value[0]) === JSON.stringify(value[value.length - 1]);
const polygon: Judge = listOf(ring, 1);

const coordinates: Readonly<Record<string, Judge>> = {
  Point: position,
  LineString: line,
  Polygon: polygon,
  MultiPoint: listOf(position),
  MultiLineString: listOf(line),
  MultiPolygon: listOf(polygon),
};

/** Whether a value is the geometry of a type: `Geography` and `Geometry` are any of them. */
export function isGeometry(value: object, type: string): boolean {
  const wanted = type.replace(/^(?:Geography|Geometry)/, "");
  const name: unknown = "type" in value ? value.type : undefined;
  if (typeof name !== "string") return false;
  if (wanted !== "" && name !== (wanted === "Collection" ? "GeometryCollection" : wanted)) return false;
  if (name === "GeometryCollection") {
    const parts: unknown = "geometries" in value ? value.geometries : undefined;
    return listOf((part) => typeof part === "object" && part !== null && isGeometry(part, ""))(parts);
  }
  const judge = Object.hasOwn(coordinates, name) ? coordinates[name] : undefined;
  return judge !== undefined && "coordinates" in value && judge(value.coordinates);
}
