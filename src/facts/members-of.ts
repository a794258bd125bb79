import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { Model } from "../edm/model.js";

/** All members of a type with those it inherits, base first. */
export function allMembers(type: StructuredType, model: Model): readonly (Property | NavigationProperty)[] {
  return [...model.bases(type)]
    .reverse()
    .concat(type)
    .flatMap(({ properties, navigationProperties }) => [...properties, ...navigationProperties]);
}

/** Names of the key, declared here or inherited. */
export function keyNamesOf(type: StructuredType, model: Model): ReadonlySet<string> {
  const declaring = [type, ...model.bases(type)].find(({ key }) => key !== undefined);
  return new Set(declaring?.key?.map(({ name }) => name));
}

/** Whether the value itself may be null: unless said otherwise, and never a collection (CSDL 4.01 §7.2.1). */
export function isNullable({ type }: Pick<Property | NavigationProperty, "type">): boolean {
  return type !== undefined && !type.collection && type.nullable !== false;
}
