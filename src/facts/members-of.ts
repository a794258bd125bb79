import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { Model } from "../edm/model.js";

/** All members of a type with those it inherits, base first. */
export function allMembers(type: StructuredType, model: Model): readonly (Property | NavigationProperty)[] {
  return [...model.bases(type)]
    .reverse()
    .concat(type)
    .flatMap(({ properties, navigationProperties }) => [...properties, ...navigationProperties]);
}
