/** Geometries in JSON (OData JSON Format 4.01 §7.1, RFC 7946 §3.1). */

type Judge = (value: unknown) => boolean;

const listOf =
  (item: Judge, least = 0): Judge =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every((one: unknown) => item(one));

const position: Judge = listOf((value) => typeof value === "number" && Number.isFinite(value), 2);

/** A ring is closed, so that its last position is its first. */
const closed: Judge = (value) =>
  listOf(position, 4)(value) &&
  Array.isArray(value) &&
  JSON.stringify(value[0]) === JSON.stringify(value[value.length - 1]);

/** Services of OData 4.0 send lines and rings of any number of positions. */
function coordinatesOf(written: boolean): Readonly<Record<string, Judge>> {
  const line = listOf(position, written ? 2 : 0);
  const polygon = listOf(written ? closed : listOf(position));
  return {
    Point: position,
    LineString: line,
    Polygon: polygon,
    MultiPoint: listOf(position),
    MultiLineString: listOf(line),
    MultiPolygon: listOf(polygon),
  };
}

const judges = { read: coordinatesOf(false), written: coordinatesOf(true) };

/** Whether a value is the geometry of a type: `Geography` and `Geometry` are any of them. */
export function isGeometry(value: unknown, type: string, written: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { type: name, coordinates, geometries, crs }: Readonly<Record<string, unknown>> = { ...value };
  const wanted = type.replace(/^(?:Geography|Geometry)/, "");
  if (typeof name !== "string" || !isSystem(crs)) return false;
  if (wanted !== "" && name !== (wanted === "Collection" ? "GeometryCollection" : wanted)) return false;
  if (name === "GeometryCollection") return listOf((part) => isGeometry(part, "", written))(geometries);
  const all = written ? judges.written : judges.read;
  return Object.hasOwn(all, name) && all[name]?.(coordinates) === true;
}

/** The reference system, by its name; none need be given. */
function isSystem(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true;
  if (typeof crs !== "object") return false;
  const { type, properties }: Readonly<Record<string, unknown>> = { ...crs };
  if (type !== "name" || typeof properties !== "object" || properties === null) return false;
  return "name" in properties && typeof properties.name === "string";
}
