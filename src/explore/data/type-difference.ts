import type { AnyProperty, Declared, Parameter, TypeRef } from "../../edm/elements.js";
import { typeName } from "../../explain/type-text.js";

/** The type that a declaration of a property or parameter states, where that is another than the one that stands. */
export function typeDifference(declared: Declared, stands: TypeRef | undefined): string | undefined {
  const { type } = declared as AnyProperty | Parameter; // declarations of an element are of its kind
  if (type === undefined || (type.type === stands?.type && type.collection === stands.collection)) return undefined;
  return typeName(type);
}
