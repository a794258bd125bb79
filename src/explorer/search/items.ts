import type { Entry, Named, Row } from "./entry.js";
import type { Results } from "./search.js";

/** What the list of results shows, one below the other. */
export type Item =
  /** A result, or one of several of the same name. */
  | { readonly kind: "entry"; readonly entry: Entry; readonly row: Row; readonly inside: boolean }
  /** Several of the same name, folded or open. */
  | { readonly kind: "group"; readonly row: Row; readonly open: boolean }
  /** The way to those that an open group does not list. */
  | { readonly kind: "more"; readonly row: Row; readonly count: number }
  /** The way to a page of all results. */
  | { readonly kind: "all"; readonly count: number };

/** An open group lists no more than this. */
const INSIDE_LIMIT = 50;

export function itemsOf({ rows, total }: Results, opened: ReadonlySet<Named>): Item[] {
  const items = rows.flatMap((row): Item[] => {
    const [first, second] = row.entries;
    if (first !== undefined && second === undefined) return [{ kind: "entry", entry: first, row, inside: false }];
    const open = opened.has(row.named);
    return [{ kind: "group", row, open }, ...(open ? insideOf(row) : [])];
  });
  return total === 0 ? [] : [...items, { kind: "all", count: total }];
}

function insideOf(row: Row): Item[] {
  const count = row.entries.length - INSIDE_LIMIT;
  const listed = row.entries.slice(0, INSIDE_LIMIT);
  const items = listed.map((entry): Item => ({ kind: "entry", entry, row, inside: true }));
  return count > 0 ? [...items, { kind: "more", row, count }] : items;
}
