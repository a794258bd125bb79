import type { Entry, Named, Row, SearchIndex } from "./entry.js";
import { filterOf } from "./filter.js";
import type { Query } from "./query.js";

/** Shorter words stand in too many descriptions. */
const SHORTEST = 4;

interface Described {
  readonly named: Named;
  readonly entry: Entry;
  readonly lower: string;
}

const indexes = new WeakMap<SearchIndex, readonly Described[]>();

/** Entries whose description has all words, but for names that were found already. */
export function describedBy(index: SearchIndex, query: Query, found: readonly Row[]): Row[] {
  if (query.name.length < SHORTEST) return [];
  const described = indexes.get(index) ?? descriptionsOf(index);
  indexes.set(index, described);
  const words = [query.name, ...query.narrowing];
  const filter = filterOf({ ...query, narrowing: [] }, index);
  const known = new Set<Named>(found.map(({ named }) => named));
  const rows = new Map<Named, Entry[]>();
  for (const { named, entry, lower } of described) {
    if (!words.every((word) => lower.includes(word)) || known.has(named)) continue;
    rows.set(named, [...(rows.get(named) ?? []), ...filter({ ...named, entries: [entry] })]);
  }
  return [...rows].flatMap(([named, entries]) => (entries.length === 0 ? [] : [{ named, entries }]));
}

/** In lower case, which takes half the time that patterns take. */
function descriptionsOf({ all }: SearchIndex): Described[] {
  return all.flatMap((named) =>
    named.entries.flatMap((entry) => {
      const lower = entry.description?.toLowerCase();
      return lower === undefined ? [] : [{ named, entry, lower }];
    }),
  );
}
