/** The ways of the client's paths from type to type, and which of them a path has to remember. */
import { groupBy } from "../../../edm/grouping.js";
import type { Model } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import { mostCommon } from "./kind-table.js";
import type { Segments } from "./segments.js";
import { sortedEntries, type WireEntry } from "./wire-entry.js";

/** Stands for the type of the service root. */
export const ROOT = ".";

/** A segment of paths after an entity, or after the service root. */
export interface Way {
  readonly from: string;
  readonly segment: string;
  readonly to: QualifiedName;
  readonly collection: boolean;
}

export function waysOf(model: Model, segments: Segments): readonly Way[] {
  const fromRoot = (model.container?.children ?? []).flatMap((child): readonly Way[] => {
    const way = { from: ROOT, segment: segments.of(child) };
    if (child.kind === "EntitySet") return [{ ...way, to: child.entityType, collection: true }];
    return child.kind === "Singleton" ? [{ ...way, to: child.type, collection: false }] : [];
  });
  const fromEntities = model.structuredTypes
    .filter(({ kind }) => kind === "EntityType")
    .flatMap((type) =>
      [type, ...model.bases(type)]
        .flatMap(({ navigationProperties }) => navigationProperties)
        .flatMap((property): readonly Way[] => {
          if (property.type === undefined) return [];
          const { type: to, collection } = property.type;
          return [{ from: type.name, segment: segments.of(property), to, collection }];
        }),
    );
  return [...fromRoot, ...fromEntities];
}

/** Casts, which are segments named like the derived type. */
function castsOf(model: Model): readonly Way[] {
  return model.structuredTypes.flatMap(({ kind, name }) =>
    kind === "EntityType"
      ? model
          .derived(name)
          .map((derived) => ({ from: name, segment: derived.name, to: derived.name, collection: false }))
      : [],
  );
}

/**
 * The type that a path comes to by a segment, as far as it matters: where a name has another kind of literal than
 * elsewhere, or leads on to such a place. By segment, and by `type/segment` where that differs.
 */
export function typeEntries(model: Model, ways: readonly Way[], special: ReadonlySet<string>): readonly WireEntry[] {
  if (special.size === 0) return [];
  const bySegment = groupBy([...ways, ...castsOf(model)], ({ segment }) => segment);
  const remembered = new Set(special);
  const labelOf = ({ to }: Way) => (remembered.has(to) ? to : "");
  const entriesOf = ([segment, group]: readonly [string, readonly Way[]]) => {
    const common = mostCommon(group.map(labelOf)) ?? "";
    return { segment, common, others: group.filter((way) => labelOf(way) !== common) };
  };
  let entries = [...bySegment].map(entriesOf);
  for (let size = 0; size !== remembered.size; entries = [...bySegment].map(entriesOf)) {
    size = remembered.size;
    for (const { others } of entries) for (const { from } of others) remembered.add(from);
  }
  return sortedEntries(
    entries.flatMap(({ segment, common, others }) => [
      ...(common === "" ? [] : [{ name: segment, value: common }]),
      ...others.map((way) => ({ name: `${way.from}/${segment}`, value: labelOf(way) })),
    ]),
  );
}
