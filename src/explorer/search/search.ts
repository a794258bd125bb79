import { groupBy } from "../../edm/grouping.js";
import { distance } from "./distance.js";
import { allNames } from "./entries.js";
import { type Entry, kindNames, type Named, type Row } from "./entry.js";
import { INSIDE, matchOf, NONE } from "./match.js";
import { isEmpty, isNamed, isNarrowed, passes, queryOf } from "./query.js";

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

/** How well a name matches: less is better, and `NONE` is too much. */
type Level = (named: Named) => number;
type Filter = (entry: Entry) => boolean;

/** Descriptions are looked at when fewer names than this match, for words of some length: shorter ones stand in many. */
const FEW = 8;
const DESCRIBING = 4;

const kinds = Object.keys(kindNames);

/** What words find. */
export function search(words: string, limit: number): Results {
  const query = queryOf(words);
  const { name, narrowing } = query;
  if (isEmpty(query)) return { rows: [], total: 0, alike: false };
  const filter = (entry: Entry) => isNarrowed(entry, narrowing) && passes(entry, query);
  // An entry of an owner with the whole of a word as its name comes before others.
  const isOfOwner = ({ owner }: Entry) => narrowing.some((word) => isNamed(owner, word));
  const found = matches((named) => levelOf(name, named), filter, isOfOwner);
  const rows = best(found, limit);
  if (found.length < FEW && name.length >= DESCRIBING) {
    const known = new Set(found.map(({ named }) => named));
    const isDescribed = (entry: Entry) =>
      [...narrowing, name].every((word) => entry.text?.includes(word)) && passes(entry, query);
    found.push(...matches((named) => (known.has(named) ? NONE : INSIDE), isDescribed));
    rows.push(...best(found.slice(known.size), limit - rows.length));
  }
  if (found.length > 0 || name.length < DESCRIBING) return { rows, total: found.length, alike: false };
  const alike = matches((named) => unlikeness(name, named), filter);
  return { rows: best(alike, limit), total: alike.length, alike: alike.length > 0 };
}

/** What is written like a name, nearest first. */
export function namesLike(name: string, limit: number): readonly Row[] {
  return best(
    matches(
      (named) => unlikeness(name.toLowerCase(), named),
      () => true,
    ),
    limit,
  );
}

function matches(level: Level, filter: Filter, isFirst: Filter = () => true): Match[] {
  const found: Match[] = [];
  for (const named of allNames()) {
    const rank = level(named);
    const [first, ...others] = rank < NONE ? named.entries.filter(filter) : [];
    if (first === undefined) continue;
    const entries = [first, ...others] as const;
    const kind = Math.min(...entries.map((entry) => kinds.indexOf(entry.kind)));
    found.push({
      named,
      entries: [...entries],
      rank: (rank * kinds.length + kind) * 2 + (entries.some(isFirst) ? 0 : 1),
    });
  }
  return found;
}

/** A word with a dot may be a qualified name. */
function levelOf(word: string, { name, lower, entries: [{ element }] }: Named): number {
  if (word === "") return INSIDE;
  const level = matchOf(word, name, lower);
  const dot = word.lastIndexOf(".");
  if (level !== NONE || dot < 0 || !lower.includes(word.slice(dot + 1))) return level;
  return matchOf(word, element, element.toLowerCase());
}

/** Two edits at most, or one of a short name. */
function unlikeness(name: string, { lower }: Named): number {
  const allowed = name.length < 6 ? 1 : 2;
  const edits = distance(name, lower, allowed);
  return edits > allowed ? NONE : edits;
}

/** Sorts no more than it takes: a single letter matches ten thousand names. */
function best(found: readonly Match[], limit: number): Match[] {
  const sorted: Match[] = [];
  for (const [, bucket] of [...groupBy(found, ({ rank }) => rank)].sort(([a], [b]) => a - b))
    if (sorted.length < limit) sorted.push(...bucket.sort(byName));
  return sorted.slice(0, limit);
}

/** Short names first, then by the alphabet, then those that many types have. */
function byName({ named: a, entries: ofA }: Match, { named: b, entries: ofB }: Match): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : +(a.name > b.name)) || ofB.length - ofA.length;
}
