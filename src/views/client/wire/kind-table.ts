/**
 * Tables of the kinds of literals by a name in the client. A name that has different kinds at different types stands
 * there with its most common kind; the others have the type before it.
 */
import { groupBy } from "../../../edm/grouping.js";
import { compareText } from "../../../edm/model.js";
import { sortedEntries, type WireEntry } from "./wire-entry.js";

/** A literal after a segment: the type that the path has come to before the segment, and the name in the table. */
export interface LiteralUse {
  readonly from: string;
  readonly name: string;
  /** Undefined where the value in JavaScript tells how it is written. */
  readonly kind: string | undefined;
}

export interface KindTable {
  readonly entries: readonly WireEntry[];
  /** The types at which a name has another kind than the most common one. */
  readonly special: ReadonlySet<string>;
}

/** `above` is what holds for a name without an entry, and `none` stands for no kind. */
export function kindTable(
  uses: readonly LiteralUse[],
  above: (name: string) => string | undefined = () => undefined,
  none = "String",
): KindTable {
  const entries: WireEntry[] = [];
  const special = new Set<string>();
  for (const [name, group] of groupBy(uses, (use) => use.name)) {
    const common = mostCommon(group.map(({ kind }) => kind));
    if (common !== above(name)) entries.push({ name, value: common ?? none });
    for (const { from, kind } of group) {
      if (kind === common) continue;
      entries.push({ name: `${from}/${name}`, value: kind ?? none });
      special.add(from);
    }
  }
  return { entries: sortedEntries(entries), special };
}

/** A literal by a name of which a part has most often the same kind: a parameter of functions, a property of keys. */
export interface PartUse extends LiteralUse {
  /** Empty for a name that has none. */
  readonly part: string;
}

/** A table in which parts stand alone, too, with their most common kind among `counted`; names are listed that differ. */
export function kindTableWithParts(uses: readonly PartUse[], counted: readonly PartUse[] = uses): KindTable {
  const parts = groupBy(
    counted.filter(({ part }) => part !== ""),
    ({ part }) => part,
  );
  const common = new Map([...parts].map(([part, group]) => [part, mostCommon(group.map(({ kind }) => kind))]));
  const partOf = new Map(uses.map(({ name, part }) => [name, part]));
  const { entries, special } = kindTable(uses, (name) => common.get(partOf.get(name) ?? ""));
  const general = [...common].flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return { entries: sortedEntries([...general, ...entries]), special };
}

/** The one that occurs most often; of two, the first by name, whatever the order of declarations. */
export function mostCommon(values: readonly (string | undefined)[]): string | undefined {
  const counted = [...groupBy(values, (value) => value)].map(([value, { length }]) => ({ value, length }));
  return counted.sort((a, b) => b.length - a.length || compareText(a.value ?? "", b.value ?? ""))[0]?.value;
}
