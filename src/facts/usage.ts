/** Where in the service types are used, which decides what is emitted for them. */
import type { StructuredType, TypeRef } from "../edm/elements.js";
import { isOperation, isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";

export interface Usage {
  /** Types with descendants that stand somewhere: a descendant may stand in their place. */
  readonly polymorphic: ReadonlySet<QualifiedName>;
  /** Entity types that come in collections, with their descendants. */
  readonly collected: ReadonlySet<QualifiedName>;
}

/** By what is selected of the types, and by the paths that lead to them. */
export function usageOf(model: Model, paths: Model = model): Usage {
  const refs = [...typeRefsOf(model), ...(paths === model ? [] : typeRefsOf(paths))];
  const used = new Set(refs.map(({ type }) => type));
  // A page may derive a type from one that no page describes.
  const polymorphic = [...used].filter((name) => model.type(name) !== undefined && model.derived(name).length > 0);
  const inCollections = new Set(refs.flatMap(({ type, collection }) => (collection ? type : [])));
  const collected = [...inCollections].flatMap((type) =>
    (model.type(type) ?? paths.type(type))?.kind === "EntityType"
      ? [type, ...model.derived(type).map(({ name }) => name)]
      : [],
  );
  return { polymorphic: new Set(polymorphic), collected: new Set(collected) };
}

/** Every use of a type: by members, operations and the container. */
function typeRefsOf(model: Model): readonly Pick<TypeRef, "type" | "collection">[] {
  const elements = model.schemas.flatMap((schema) => schema.elements);
  const members = elements
    .filter(isStructured)
    .flatMap(({ properties, navigationProperties }: StructuredType) =>
      [...properties, ...navigationProperties].flatMap(({ type }) => type ?? []),
    );
  const operations = elements
    .filter(isOperation)
    .flatMap(({ parameters, returnType }) => [
      ...parameters.flatMap(({ type }) => type ?? []),
      ...(returnType ? [returnType] : []),
    ]);
  const children = (model.container?.children ?? []).flatMap((child) => {
    if (child.kind === "EntitySet") return [{ type: child.entityType, collection: true }];
    return child.kind === "Singleton" ? [{ type: child.type, collection: false }] : [];
  });
  return [...members, ...operations, ...children];
}
