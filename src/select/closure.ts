/** What types need of each other, so that none of them refers to one that is not there. */
import type { Operation } from "../edm/elements.js";
import { isStructured, parametersOf, type EdmType, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";

/**
 * The types with everything that they consist of: base types and the types of structural properties. What they are
 * only related to is not part of them, else one entity type of Microsoft Graph would bring hundreds; and a derived
 * type is selected by itself, since every type there derives from one base.
 */
export function closed(
  roots: Iterable<QualifiedName>,
  model: Model,
  cut: (name: QualifiedName) => boolean,
): ReadonlySet<QualifiedName> {
  const found = new Set<QualifiedName>();
  const add = (name: QualifiedName) => {
    if (model.type(name) !== undefined && !cut(name)) found.add(name);
  };
  for (const name of roots) add(name);
  // The set grows while it is walked.
  for (const name of found) for (const part of partsOf(model.type(name))) add(part);
  return found;
}

function partsOf(type: EdmType | undefined): readonly QualifiedName[] {
  if (type === undefined || !isStructured(type)) return [];
  const properties = type.properties.flatMap(({ type: ref }) => ref?.type ?? []);
  return type.base === undefined ? properties : [type.base, ...properties];
}

/** The types that an operation takes and gives; what it is bound to is part of the path. */
export function typesOf(operation: Operation): readonly QualifiedName[] {
  const parameters = parametersOf(operation);
  const taken = parameters.flatMap(({ type }) => type?.type ?? []);
  return operation.returnType === undefined ? taken : [...taken, operation.returnType.type];
}
