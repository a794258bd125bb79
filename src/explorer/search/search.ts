import { groupBy } from "../../edm/grouping.js";
import { distance } from "./distance.js";
import { nameIndex } from "./entries.js";
import { type Entry, kindNames, type Named, type Row } from "./entry.js";
import { INSIDE, matchOf, NONE } from "./match.js";
import { type Filter, isNamed, isNarrowed, queryOf } from "./query.js";

export interface Results {
  /** Best first, as many as were asked for. */
  readonly rows: readonly Row[];
  readonly total: number;
  /** No name matched: these are written nearly like it. */
  readonly alike: boolean;
}

/** How well a name matches: less is better, and `NONE` is too much. */
type Level = (named: Named) => number;

/**
 * Descriptions are looked at when fewer names than this match, for words of some length: shorter ones stand in many.
 * Names that are written alike are looked for by such words, too.
 */
const FEW = 8;
const LONG = 4;

/** The rank of each kind among names that match equally well. */
const ranks = new Map(Object.keys(kindNames).map((kind, rank) => [kind, rank]));

/** What words find. */
export function search(words: string, limit: number): Results {
  const { name, narrowing, filters } = queryOf(words);
  if (name === "" && filters.length === 0) return { rows: [], total: 0, alike: false };
  const passes = (entry: Entry) => filters.every((filter) => filter(entry));
  const isWanted = (entry: Entry) => isNarrowed(entry, narrowing) && passes(entry);
  // An entry of an owner with the whole of a word as its name comes before others.
  const isFirst = ({ owner }: Entry) => narrowing.some((word) => isNamed(owner, word));
  const all = narrowing.length + filters.length === 0;
  const found = rowsOf(namesWith(name), all ? undefined : isWanted);
  const rows = best(found, (named) => levelOf(name, named), limit, narrowing.length > 0 ? isFirst : undefined);
  let total = found.length;
  const add = (more: readonly Row[], level: Level) => {
    rows.push(...best(more, level, limit - rows.length));
    total += more.length;
  };
  if (total < FEW && name.length >= LONG) add(describedRows([name, ...narrowing], passes, found), () => INSIDE);
  const alike = total === 0 && name.length >= LONG;
  if (alike) add(rowsOf(namesNear(name), isWanted), (named) => unlikeness(name, named));
  return { rows, total, alike: alike && total > 0 };
}

/** What is written like a name, nearest first. */
export function namesLike(name: string, limit: number): readonly Row[] {
  const lower = name.toLowerCase();
  return best(rowsOf(namesNear(lower)), (named) => unlikeness(lower, named), limit);
}

/** The names that a word matches. One with a dot may be a qualified name, of which the last part is looked for. */
function namesWith(word: string): readonly Named[] {
  const found = nameIndex().byName.having(word.slice(word.lastIndexOf(".") + 1));
  return word.includes(".") ? found.filter((named) => levelOf(word, named) < NONE) : found;
}

function namesNear(word: string): readonly Named[] {
  return nameIndex()
    .byName.having("")
    .filter((named) => unlikeness(word, named) < NONE);
}

/** What has all words in its description, but for names that are found already. */
function describedRows([word = "", ...others]: readonly string[], filter: Filter, found: readonly Row[]) {
  const known = new Set(found.map(({ named }) => named));
  const isDescribed = ({ text = "" }: Entry) => others.every((other) => text.toLowerCase().includes(other));
  const described = nameIndex().byDescription.having(word);
  const wanted = described.filter(({ named, entry }) => !known.has(named) && isDescribed(entry) && filter(entry));
  return [...groupBy(wanted, ({ named }) => named)].map(([named, [first, ...rest]]): Row => ({
    named,
    entries: [first.entry, ...rest.map(({ entry }) => entry)],
  }));
}

/** Names with those of their entries that pass a filter, as far as there are any. */
function rowsOf(names: readonly Named[], filter?: Filter): readonly Row[] {
  if (filter === undefined) return names.map((named) => ({ named, entries: named.entries }));
  const rows: Row[] = [];
  for (const named of names) {
    const entries = named.entries.some(filter) ? named.entries.filter(filter) : [];
    if (isFilled(entries)) rows.push({ named, entries });
  }
  return rows;
}

function isFilled(entries: readonly Entry[]): entries is Row["entries"] {
  return entries.length > 0;
}

function levelOf(word: string, { name, lower, entries: [{ element }] }: Named): number {
  const level = word === "" ? INSIDE : matchOf(word, name, lower);
  return level === NONE ? matchOf(word, element, element.toLowerCase()) : level;
}

/** Two edits at most, or one of a short name. */
function unlikeness(name: string, { lower }: Named): number {
  const allowed = name.length < 6 ? 1 : 2;
  const edits = distance(name, lower, allowed);
  return edits > allowed ? NONE : edits;
}

/** Ranks and sorts no more than it takes: a single letter matches ten thousand names. */
function best(found: readonly Row[], level: Level, limit: number, isFirst?: Filter): Row[] {
  const kindOf = ({ entries }: Row) => Math.min(...entries.map(({ kind }) => ranks.get(kind) ?? 0));
  const isLater = ({ entries }: Row) => (isFirst !== undefined && entries.some(isFirst) ? 0 : 1);
  const sorted: Row[] = [];
  for (const equal of ranked(found, ({ named }) => level(named)))
    if (sorted.length < limit)
      for (const bucket of ranked(equal, (row) => kindOf(row) * 2 + isLater(row)))
        if (sorted.length < limit) sorted.push(...bucket.sort(byName));
  return sorted.slice(0, limit);
}

function ranked(rows: readonly Row[], rankOf: (row: Row) => number): readonly Row[][] {
  return [...groupBy(rows, rankOf)].sort(([a], [b]) => a - b).map(([, bucket]) => bucket);
}

/** Short names first, then by the alphabet, then those that many types have. */
function byName({ named: a, entries: ofA }: Row, { named: b, entries: ofB }: Row): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : +(a.name > b.name)) || ofB.length - ofA.length;
}
