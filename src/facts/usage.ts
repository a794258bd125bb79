/** Which types occur where a value may be of a derived type, and which in collections. */
import type { TypeRef } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";

export interface Usage {
  /** Types in use that have derived types: a value may be of one of those. */
  readonly withDerived: ReadonlySet<QualifiedName>;
  /** Entity types that occur in collections, and the types derived from them. */
  readonly inCollections: ReadonlySet<QualifiedName>;
}

/** Of the selected types, by their own uses and those on the paths of the client. */
export function usageOf(model: Model, paths: Model = model): Usage {
  const refs = [...typeRefsOf(model), ...(paths === model ? [] : typeRefsOf(paths))];
  const used = new Set(refs.map(({ type }) => type));
  // A page may derive a type from one that no page describes.
  const withDerived = [...used].filter((name) => model.type(name) !== undefined && model.derived(name).length > 0);
  const collected = new Set(refs.flatMap(({ type, collection }) => (collection ? type : [])));
  const inCollections = [...collected].flatMap((type) =>
    (model.type(type) ?? paths.type(type))?.kind === "EntityType"
      ? [type, ...model.derived(type).map(({ name }) => name)]
      : [],
  );
  return { withDerived: new Set(withDerived), inCollections: new Set(inCollections) };
}

/** Every use of a type: by members, operations and the container. */
function typeRefsOf(model: Model): readonly Pick<TypeRef, "type" | "collection">[] {
  const members = model.structuredTypes.flatMap(({ properties, navigationProperties }) =>
    [...properties, ...navigationProperties].flatMap(({ type }) => type ?? []),
  );
  const operations = model.operations.flatMap(({ parameters, returnType }) => [
    ...parameters.flatMap(({ type }) => type ?? []),
    ...(returnType ? [returnType] : []),
  ]);
  const children = (model.container?.children ?? []).flatMap((child) => {
    if (child.kind === "EntitySet") return [{ type: child.entityType, collection: true }];
    return child.kind === "Singleton" ? [{ type: child.type, collection: false }] : [];
  });
  return [...members, ...operations, ...children];
}
