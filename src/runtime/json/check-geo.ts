import { nullable, reject, type Context, type Name } from "./check-context.js";

/** Edm.Geography and its subtypes: a GeoJSON object. Its coordinates are not looked into. */
export function geography(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (!isGeoJson(value) || flags & context.refused) reject(value, context, name, flags, "a GeoJSON object");
}

/** Edm.Geometry and its subtypes: a GeoJSON object. Its coordinates are not looked into. */
export { geography as geometry };

function isGeoJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") return false;
  const content = "coordinates" in value ? value.coordinates : "geometries" in value && value.geometries;
  return Array.isArray(content);
}
