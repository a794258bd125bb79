import { groupBy } from "../../edm/grouping.js";
import { distance } from "./distance.js";
import { allNames } from "./entries.js";
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

/** A row with what it is sorted by. */
interface Match extends Row {
  readonly rank: number;
}

/** How well a name matches: less is better, and `NONE` is too much. */
type Level = (named: Named) => number;
/** Descriptions are looked at when fewer names than this match, for words of some length: shorter ones stand in many. */
const FEW = 8;
const DESCRIBING = 4;

const kinds = Object.keys(kindNames);

/** What words find. */
export function search(words: string, limit: number): Results {
  const { name, narrowing, filters } = queryOf(words);
  const found: Match[] = [];
  const rows: Match[] = [];
  const add = (more: readonly Match[]) => {
    found.push(...more);
    rows.push(...best(more, limit - rows.length));
  };
  if (name === "" && filters.length === 0) return { rows, total: 0, alike: false };
  const passes = (entry: Entry) => filters.every((filter) => filter(entry));
  const isWanted = (entry: Entry) => isNarrowed(entry, narrowing) && passes(entry);
  // An entry of an owner with the whole of a word as its name comes before others.
  const isOfOwner = ({ owner }: Entry) => narrowing.some((word) => isNamed(owner, word));
  add(matches((named) => levelOf(name, named), isWanted, isOfOwner));
  if (found.length < FEW && name.length >= DESCRIBING) {
    const known = new Set(found.map(({ named }) => named));
    const isDescribed = ({ text = "" }: Entry) => [...narrowing, name].every((word) => text.includes(word));
    const level = (named: Named) => (known.has(named) ? NONE : INSIDE);
    add(matches(level, (entry) => isDescribed(entry) && passes(entry)));
  }
  const alike = found.length === 0 && name.length >= DESCRIBING;
  if (alike) add(matches((named) => unlikeness(name, named), isWanted));
  return { rows, total: found.length, alike: alike && found.length > 0 };
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
