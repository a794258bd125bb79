import { groupBy } from "../../edm/grouping.js";
import { distance } from "./distance.js";
import { describedBy } from "./descriptions.js";
import { type Entry, type Named, rankOf, type Row, type SearchIndex } from "./entry.js";
import { filterOf, type Filter } from "./filter.js";
import { INSIDE, matchOf, NONE } from "./match.js";
import { isEmpty, type Query, queryOf } from "./query.js";

export interface Results {
  /** Best first, as many as were asked for. */
  readonly rows: readonly Row[];
  readonly total: number;
  /** No name matched: these are written nearly like it. */
  readonly alike: boolean;
}

/** A row with what it is sorted by. */
interface Match extends Row {
  readonly rank: number;
}

/** Descriptions are looked at when fewer names than this match. */
const FEW = 8;

/** More than there are kinds, twice. */
const RANKS = 64;

/** What words find. */
export function search(index: SearchIndex, words: string, limit: number): Results {
  const query = queryOf(words);
  if (isEmpty(query)) return { rows: [], total: 0, alike: false };
  const filter = filterOf(query, index);
  const found = matchesOf(index.all, query, filter);
  const described = found.length < FEW ? describedBy(index, query, found) : [];
  const total = found.length + described.length;
  if (total === 0) return alikeOf(index, query, filter, limit);
  return { rows: [...best(found, limit), ...described].slice(0, limit), total, alike: false };
}

function matchesOf(all: readonly Named[], query: Query, filter: Filter): Match[] {
  const found: Match[] = [];
  for (const named of all) {
    const level = levelOf(query.name, named);
    if (level === NONE) continue;
    const entries = filter(named);
    if (entries.length === 0) continue;
    found.push({ named, entries, rank: level * RANKS + 2 * rankIn(named, entries) + narrowness(entries, query) });
  }
  return found;
}

/** A word with a dot may be a qualified name. */
function levelOf(word: string, { name, lower, entries }: Named): number {
  if (word === "") return INSIDE;
  const level = matchOf(word, name, lower);
  const dot = word.lastIndexOf(".");
  if (level !== NONE || dot < 0 || !lower.includes(word.slice(dot + 1))) return level;
  const [entry] = entries;
  return entry === undefined ? NONE : matchOf(word, entry.element, entry.element.toLowerCase());
}

/** That of what the filter left. */
function rankIn(named: Named, entries: readonly Entry[]): number {
  return entries === named.entries ? named.rank : rankOf(entries);
}

/** 0 where a narrowing word is the whole name of an owner. */
function narrowness(entries: readonly Entry[], { narrowing }: Query): number {
  if (narrowing.length === 0) return 0;
  const isWhole = ({ owner }: Entry) => narrowing.some((word) => `.${owner.toLowerCase()}`.endsWith(`.${word}`));
  return entries.some(isWhole) ? 0 : 1;
}

/** Sorts no more than it takes: a single letter matches ten thousand names. */
function best(found: readonly Match[], limit: number): Match[] {
  const buckets = groupBy(found, ({ rank }) => rank);
  const sorted: Match[] = [];
  for (const [, bucket] of [...buckets].sort(([a], [b]) => a - b)) {
    if (sorted.length >= limit) break;
    sorted.push(...bucket.sort(byName));
  }
  return sorted.slice(0, limit);
}

function byName({ named: a, entries: ofA }: Match, { named: b, entries: ofB }: Match): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return ofB.length - ofA.length;
}

function alikeOf(index: SearchIndex, { name }: Query, filter: Filter, limit: number): Results {
  const found = name.length < 4 ? [] : alikeMatches(index, name, filter);
  return { rows: best(found, limit), total: found.length, alike: found.length > 0 };
}

/** What is written like a name, nearest first: two edits apart, or one of a short name. */
export function namesLike(index: SearchIndex, name: string, limit: number): Row[] {
  return best(
    alikeMatches(index, name.toLowerCase(), ({ entries }) => entries),
    limit,
  );
}

function alikeMatches({ all }: SearchIndex, name: string, filter: Filter): Match[] {
  const allowed = name.length < 6 ? 1 : 2;
  return all.flatMap((named) => {
    const edits = distance(name, named.lower, allowed);
    const entries = edits > allowed ? [] : filter(named);
    return entries.length === 0 ? [] : [{ named, entries, rank: edits * RANKS + rankIn(named, entries) }];
  });
}
