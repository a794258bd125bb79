import { nullable, reject, type Context, type Name } from "./check-context.js";

/** Edm.Geography and its subtypes: a GeoJSON geometry (RFC 7946 §3.1). Coordinates are not checked. */
export function geography(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (!isGeoJson(value) || flags & context.refused) reject(value, context, name, flags, "a GeoJSON object");
}

/** Edm.Geometry and its subtypes, in the same form as Edm.Geography. */
export { geography as geometry };

function isGeoJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") return false;
  const content = "coordinates" in value ? value.coordinates : "geometries" in value && value.geometries;
  return Array.isArray(content);
}
