import { groupBy } from "../../../edm/grouping.js";
import type { Model } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import type { Facts } from "../../../facts/facts.js";
import type { KeyPart } from "../../../facts/keys.js";
import type { Segments } from "./segments.js";
import { literalKindOf, sortedEntries, type WireEntry } from "./wire-entry.js";

/** A part of a key where a collection stands: the segment of the collection, and the one before it. */
interface KeyUse {
  readonly parent: string;
  readonly name: string;
  readonly kind: string | undefined;
}

/** Kinds of keys by the name of their collection; where that is ambiguous, with the name before it. */
export function keyEntries(
  model: Model,
  facts: Facts,
  segments: Segments,
  keyStyle: "segment" | "parentheses",
): readonly WireEntry[] {
  const parts = writtenParts(model, facts, keyStyle);
  const uses = [...usesOfSets(model, segments, parts), ...usesBelow(model, segments, parts)];
  const entries = [...groupBy(uses, ({ name }) => name)].flatMap(([name, group]): readonly WireEntry[] => {
    const kinds = new Set(group.map(({ kind }) => kind));
    const [kind] = kinds;
    if (kinds.size === 1) return kind === undefined ? [] : [{ name, value: kind }];
    return group.flatMap((use) => (use.kind === undefined ? [] : [{ name: `${use.parent}/${name}`, value: use.kind }]));
  });
  return sortedEntries(entries);
}

/** How a part of a key is written: the key itself has no name, the parts of others go by theirs. */
interface WrittenPart {
  readonly name: string;
  readonly kind: string | undefined;
}

type WrittenParts = ReadonlyMap<QualifiedName, readonly WrittenPart[]>;

function writtenParts(model: Model, { types }: Facts, keyStyle: "segment" | "parentheses"): WrittenParts {
  const kindOf = ({ type }: KeyPart) => type && literalKindOf(type.type, model, false);
  return new Map(
    [...types.values()].map(({ name: typeName, key, alternateKeys }) => {
      const isSingle = key.length === 1;
      const own = key.map((part) => ({ name: isSingle ? "" : `.${part.name}`, kind: kindOf(part) }));
      const alternates = alternateKeys.flat().map((part) => ({ name: `.${part.name}`, kind: kindOf(part) }));
      // As a segment, a key of one part is never a literal.
      return [typeName, [...own, ...alternates].filter(({ name }) => name !== "" || keyStyle !== "segment")];
    }),
  );
}

function usesOf(parent: string, name: string, parts: readonly WrittenPart[] = []): readonly KeyUse[] {
  return parts.map((part) => ({ parent, name: name + part.name, kind: part.kind }));
}

function usesOfSets({ container }: Model, segments: Segments, parts: WrittenParts): readonly KeyUse[] {
  const sets = (container?.children ?? []).filter((child) => child.kind === "EntitySet");
  return sets.flatMap((set) => usesOf("", segments.of(set), parts.get(set.entityType)));
}

/** Uses of keys of collections below entities, with every segment that the entity may stand at. */
function usesBelow(model: Model, segments: Segments, parts: WrittenParts): readonly KeyUse[] {
  const parents = segmentsOfEntities(model, segments);
  return model.structuredTypes.flatMap(({ kind, name: entity, navigationProperties }) => {
    if (kind !== "EntityType") return [];
    const collections = navigationProperties.flatMap((property) => {
      const keys = property.type?.collection === true ? (parts.get(property.type.type) ?? []) : [];
      return keys.length === 0 ? [] : [{ segment: segments.of(property), keys }];
    });
    if (collections.length === 0) return [];
    return [...(parents.get(entity) ?? [])].flatMap((parent) =>
      collections.flatMap(({ segment, keys }) => usesOf(parent, segment, keys)),
    );
  });
}

/** The segments that lead to entities of each type, or to collections of them. */
function segmentsOfEntities(model: Model, segments: Segments): ReadonlyMap<QualifiedName, ReadonlySet<string>> {
  const found = new Map<QualifiedName, Set<string>>();
  const note = (type: QualifiedName, segment: string) => {
    for (const name of [type, ...model.derived(type).map((derived) => derived.name)])
      found.set(name, (found.get(name) ?? new Set()).add(segment));
  };
  for (const child of model.container?.children ?? []) {
    if (child.kind === "EntitySet") note(child.entityType, segments.of(child));
    if (child.kind === "Singleton") note(child.type, segments.of(child));
  }
  for (const { kind, navigationProperties } of model.structuredTypes) {
    if (kind !== "EntityType") continue;
    for (const property of navigationProperties)
      if (property.type !== undefined) note(property.type.type, segments.of(property));
  }
  return found;
}
