import type { ChangeState } from "../model/changes-index.js";
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
  if (changed !== undefined) tests.push(({ element }) => isChanged(changes.get(element), changed));
  if (narrowing.length > 0) tests.push((entry) => isNarrowed(entry, narrowing));
  if (tests.length === 0) return ({ entries }) => entries;
  return ({ entries }) => entries.filter((entry) => tests.every((test) => test(entry)));
}

function isNarrowed({ name, owner, takes = [] }: Entry, words: readonly string[]): boolean {
  const text = [name, owner, ...takes].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Whether a type has the word as its name, with or without its namespace. */
function hasType(types: readonly string[] | undefined, word: string): boolean {
  return (types ?? []).some((type) => word === "" || `.${type.toLowerCase()}`.endsWith(`.${word}`));
}

/** `added`, `removed`, `changed` or `breaking`; all that changed in some way for an empty word. */
function isChanged(change: ChangeState | undefined, word: string): boolean {
  if (change === undefined || word === "") return change !== undefined;
  return change.state === word || (change.breaking && word === "breaking");
}
