import type { Entry, Named, Row, SearchIndex } from "./entry.js";
import { filterOf } from "./filter.js";
import type { Query } from "./query.js";

/** Shorter words stand in too many descriptions. */
const SHORTEST = 4;

/** Entries whose description has all words, but for names that were found already. */
export function describedBy(index: SearchIndex, query: Query, found: readonly Row[]): Row[] {
  if (query.name.length < SHORTEST) return [];
  const words = [query.name, ...query.narrowing].map((word) => new RegExp(word.replace(/\W/g, "\\$&"), "i"));
  const isDescribed = ({ description = "" }: Entry) => words.every((word) => word.test(description));
  const filter = filterOf({ ...query, narrowing: [] }, index);
  const known = new Set<Named>(found.map(({ named }) => named));
  return index.all.flatMap((named) => {
    const entries = known.has(named) ? [] : named.entries.filter(isDescribed);
    const through = entries.length === 0 ? [] : filter({ ...named, entries });
    return through.length === 0 ? [] : [{ named, entries: through }];
  });
}
