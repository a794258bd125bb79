import type { Entry, Named, SearchIndex } from "./entry.js";
import type { Query } from "./query.js";

/** The entries of a name that a query lets through. */
export type Filter = (named: Named) => readonly Entry[];

export function filterOf(query: Query, { changes }: SearchIndex): Filter {
  const { kinds, narrowing, returns, takes, changed } = query;
  const tests: ((entry: Entry) => boolean)[] = [];
  if (kinds !== undefined) tests.push(({ kind }) => kinds.has(kind));
  if (returns !== undefined) tests.push((entry) => hasType(entry.returns, returns));
  if (takes !== undefined) tests.push((entry) => hasType(entry.takes, takes));
  if (changed !== undefined) tests.push(({ element }) => hasTag(changes.get(element), changed));
  if (narrowing.length > 0) tests.push((entry) => isNarrowed(entry, narrowing));
  if (tests.length === 0) return ({ entries }) => entries;
  return ({ entries }) => entries.filter((entry) => tests.every((test) => test(entry)));
}

function isNarrowed({ name, owner }: Entry, words: readonly string[]): boolean {
  const text = `${name} ${owner}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Whether a type has the word as its name, with or without its namespace. */
function hasType(types: readonly string[] | undefined, word: string): boolean {
  return (types ?? []).some((type) => word === "" || `.${type.toLowerCase()}`.endsWith(`.${word}`));
}

/** `added` stands for `property-added` and all alike. */
function hasTag(tags: readonly string[] | undefined, word: string): boolean {
  return (tags ?? []).some(
    (tag) => word === "" || tag === word || tag.endsWith(`-${word}`) || tag.startsWith(`${word}-`),
  );
}
