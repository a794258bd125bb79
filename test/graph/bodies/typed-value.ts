/** JSON values with the types that they are of. */
import type { StructuredType } from "../../../src/edm/elements.js";
import { isStructured, type Model } from "../../../src/edm/model.js";
import { isQualifiedName, type QualifiedName } from "../../../src/edm/names.js";

/** An object that a fault can be put into. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a value that is one or an array of them. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject);
}

export function structuredType(name: QualifiedName, model: Model): StructuredType | undefined {
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? type : undefined;
}

/** The type that `@odata.type` names, where that is derived from the declared one; else the declared one. */
export function typeOf(value: JsonObject, declared: QualifiedName, model: Model): QualifiedName {
  const named = value["@odata.type"];
  const name = typeof named === "string" ? named.slice(named.lastIndexOf("#") + 1) : "";
  return isQualifiedName(name) && isOfType(name, declared, model) ? name : declared;
}

/** Whether a type is the other one or derived from it. */
export function isOfType(name: QualifiedName, base: QualifiedName, model: Model): boolean {
  const type = structuredType(name, model);
  return type !== undefined && (name === base || model.bases(type).some((one) => one.name === base));
}
