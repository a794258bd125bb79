/** Which types occur where a value may be of a derived type, and which in collections. */
import type { NavigationProperty, Property, StructuredType, TypeRef } from "../edm/elements.js";
import { parametersOf, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isReadOnly, memberAccessOf } from "../vocabularies/access.js";
import { isCalledReadOnly } from "./sent/sent-members.js";

/** A base of more types than this lists none of them: the output refers to the map of all types. */
export const MANY_DESCENDANTS = 200;

export interface Usage {
  /** Types in use that have derived types: a value may be of one of those. */
  readonly withDerived: ReadonlySet<QualifiedName>;
  /** Those of them that occur in a body: of a request, a parameter, or a member that can be written. */
  readonly writtenWithDerived: ReadonlySet<QualifiedName>;
  /** Entity types that occur in collections, and the types derived from them. */
  readonly inCollections: ReadonlySet<QualifiedName>;
}

/** Of the selected types, by their own uses and those on the paths of the client. */
export function usageOf(model: Model, paths: Model = model): Usage {
  const models = [...new Set([model, paths])];
  const refs = models.flatMap(typeRefsOf);
  const used = new Set(refs.map(({ type }) => type));
  // A page may derive a type from one that no page describes.
  const withDerived = new Set(
    [...used].filter((name) => model.type(name) !== undefined && model.derived(name).length > 0),
  );
  const collected = new Set(refs.flatMap(({ type, collection }) => (collection ? type : [])));
  const inCollections = [...collected].flatMap((type) =>
    (model.type(type) ?? paths.type(type))?.kind === "EntityType"
      ? [type, ...model.derived(type).map(({ name }) => name)]
      : [],
  );
  return {
    withDerived,
    writtenWithDerived: new Set(models.flatMap((one) => writtenTypesOf(one, withDerived))),
    inCollections: new Set(inCollections),
  };
}

type Use = Pick<TypeRef, "type" | "collection">;

/** Every use of a type: by members, operations and the container. */
function typeRefsOf(model: Model): readonly Use[] {
  const members = model.structuredTypes.flatMap((type) => membersOf(type).flatMap(({ type: ref }) => ref ?? []));
  const operations = model.operations.flatMap(({ parameters, returnType }) => [
    ...parameters.flatMap(({ type }) => type ?? []),
    ...(returnType ? [returnType] : []),
  ]);
  return [...members, ...operations, ...placesOf(model)];
}

/** Those of the types that are bodies or parts of them; a place takes bodies of its type. */
function writtenTypesOf(model: Model, types: ReadonlySet<QualifiedName>): readonly QualifiedName[] {
  const isOne = ({ type }: { readonly type?: TypeRef }) => type !== undefined && types.has(type.type);
  const members = model.structuredTypes.flatMap((type) =>
    membersOf(type).filter((member) => isOne(member) && isWrittenOrPlace(member, model)),
  );
  const parameters = model.operations.flatMap(parametersOf).filter(isOne);
  const refs = [...[...members, ...parameters].flatMap(({ type }) => type ?? []), ...placesOf(model)];
  return refs.flatMap(({ type }) => (types.has(type) ? type : []));
}

/**
 * A read-only navigation property still leads to a place, where requests are sent to. What pages alone call read-only may
 * be sent all the same.
 */
function isWrittenOrPlace(member: Property | NavigationProperty, model: Model): boolean {
  return member.kind === "NavigationProperty" || !isReadOnly(memberAccessOf(member)) || isCalledReadOnly(member, model);
}

function membersOf({ properties, navigationProperties }: StructuredType): readonly (Property | NavigationProperty)[] {
  return [...properties, ...navigationProperties];
}

function placesOf({ container }: Model): readonly Use[] {
  return (container?.children ?? []).flatMap((child): readonly Use[] => {
    if (child.kind === "EntitySet") return [{ type: child.entityType, collection: true }];
    return child.kind === "Singleton" ? [{ type: child.type, collection: false }] : [];
  });
}
