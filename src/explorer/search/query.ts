import type { Entry, Kind } from "./entry.js";
import { changeStates } from "../model/changes-index.js";
import { comparesVersions } from "../model/compares.js";

/** What the words in the search box ask for. All words are in lower case. */
export interface Query {
  /** The last word, which names what is looked for; empty where the filters alone choose. */
  readonly name: string;
  /** The words before, which narrow by the name or its owner. */
  readonly narrowing: readonly string[];
  /** Those of its prefixes. */
  readonly filters: readonly Filter[];
}

export type Filter = (entry: Entry) => boolean;

/** What prefixes let through, by the word after them; for those of kinds that is a word as any other. */
const filtersByPrefix: ReadonlyMap<string, (entry: Entry, word: string) => boolean> = new Map([
  ["returns", ({ returns }, word) => hasType(returns, word)],
  ["takes", ({ takes }, word) => hasType(takes, word)],
  ["changed", (entry, word) => comparesVersions && isChanged(entry, word)],
]);

const kindsByPrefix: ReadonlyMap<string, readonly Kind[]> = new Map([
  ["type", ["EntityType", "ComplexType", "EnumType", "TypeDefinition"]],
  ["enum", ["EnumType", "Member"]],
  ["prop", ["Property", "NavigationProperty"]],
  ["op", ["Action", "Function", "ActionImport", "FunctionImport"]],
  ["req", ["Request"]],
  ["scope", ["Scope"]],
  ["set", ["EntitySet", "Singleton"]],
]);

/** Reads `type:user`, `returns:message`, `user mail`. An unknown prefix is part of the word. */
export function queryOf(text: string): Query {
  const words: string[] = [];
  const filters: Filter[] = [];
  for (const word of text.toLowerCase().split(/\s+/)) {
    const [, prefix = "", rest = ""] = /^(\w+):(.*)$/.exec(word) ?? [];
    const kinds = kindsByPrefix.get(prefix);
    const filter = filtersByPrefix.get(prefix);
    if (kinds !== undefined) filters.push(({ kind }) => kinds.includes(kind));
    if (filter !== undefined) filters.push((entry) => filter(entry, rest));
    else words.push(kinds === undefined ? word : rest);
  }
  const [name = "", ...narrowing] = words.filter(Boolean).reverse();
  return { name, narrowing, filters };
}

/** Whether the words before the last stand in the name of an entry, or of what it belongs to. */
export function isNarrowed({ name, owner, takes = [] }: Entry, words: readonly string[]): boolean {
  const text = words.length === 0 ? "" : [name, owner, ...takes].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Whether a type has the word as its name, with or without its namespace. */
function hasType(types: readonly string[] = [], word: string): boolean {
  return types.some((type) => word === "" || isNamed(type, word));
}

/** Whether a word in lower case is a qualified name, or the end of it. */
export function isNamed(qualified: string, word: string): boolean {
  return `.${qualified.toLowerCase()}`.endsWith(`.${word}`);
}

/** `added`, `removed`, `changed` or `breaking`; without a word all that changed. */
function isChanged({ element }: Entry, word: string): boolean {
  const change = changeStates().get(element);
  return change !== undefined && (word === "" || word === change.state || (word === "breaking" && change.breaking));
}
