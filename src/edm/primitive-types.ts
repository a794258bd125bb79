import type { QualifiedName } from "./names.js";

/** CSDL 4.01 §3.3, with the abstract and the path types (§3.5–3.8). */
export const primitiveTypes = [
  "Binary",
  "Boolean",
  "Byte",
  "Date",
  "DateTimeOffset",
  "Decimal",
  "Double",
  "Duration",
  "Guid",
  "Int16",
  "Int32",
  "Int64",
  "SByte",
  "Single",
  "Stream",
  "String",
  "TimeOfDay",
  "Geography",
  "GeographyPoint",
  "GeographyLineString",
  "GeographyPolygon",
  "GeographyMultiPoint",
  "GeographyMultiLineString",
  "GeographyMultiPolygon",
  "GeographyCollection",
  "Geometry",
  "GeometryPoint",
  "GeometryLineString",
  "GeometryPolygon",
  "GeometryMultiPoint",
  "GeometryMultiLineString",
  "GeometryMultiPolygon",
  "GeometryCollection",
] as const;

/**
 * Primitive types of OData 2.0 and 3.0 alone (MC-CSDL): a date and time without offset, and a time of day that is
 * written as a duration.
 */
export const oldPrimitiveTypes = ["DateTime", "Time"] as const;

export const abstractTypes = ["PrimitiveType", "ComplexType", "EntityType", "Untyped"] as const;

export const pathTypes = [
  "AnnotationPath",
  "AnyPropertyPath",
  "ModelElementPath",
  "NavigationPropertyPath",
  "PropertyPath",
] as const;

export type OldPrimitiveTypeName = (typeof oldPrimitiveTypes)[number];
export type PrimitiveTypeName = (typeof primitiveTypes)[number] | OldPrimitiveTypeName;
export type EdmTypeName = PrimitiveTypeName | (typeof abstractTypes)[number] | (typeof pathTypes)[number];

export function edm(name: EdmTypeName): QualifiedName {
  return `Edm.${name}` as QualifiedName;
}

const byName: ReadonlyMap<QualifiedName, EdmTypeName> = new Map(
  [...primitiveTypes, ...oldPrimitiveTypes, ...abstractTypes, ...pathTypes].map((name) => [edm(name), name]),
);

/** The name after `Edm.`; undefined for any other type. */
export function edmTypeOf(name: QualifiedName): EdmTypeName | undefined {
  return byName.get(name);
}

export function isOldPrimitiveType(name: EdmTypeName): name is OldPrimitiveTypeName {
  return oldPrimitiveTypes.some((old) => old === name);
}
