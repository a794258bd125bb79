import type { Entry, Kind } from "./entry.js";
import { changeStates } from "../model/changes-index.js";

/** What the words in the search box ask for. All words are in lower case. */
export interface Query {
  /** The last word, which names what is looked for; empty where the filters alone choose. */
  readonly name: string;
  /** The words before, which narrow by the name or its owner. */
  readonly narrowing: readonly string[];
  /** Undefined for all. */
  readonly kinds?: readonly Kind[] | undefined;
  readonly returns?: string | undefined;
  readonly takes?: string | undefined;
  /** `added`, `removed`, `changed` or `breaking`; empty for all that changed. */
  readonly changed?: string | undefined;
}

const operations: readonly Kind[] = ["Action", "Function", "ActionImport", "FunctionImport"];
/** Those without kinds have a text to filter by. */
const prefixes: ReadonlyMap<string, readonly Kind[] | undefined> = new Map([
  ["type", ["EntityType", "ComplexType", "EnumType", "TypeDefinition"]],
  ["enum", ["EnumType", "Member"]],
  ["prop", ["Property", "NavigationProperty"]],
  ["op", operations],
  ["req", ["Request"]],
  ["scope", ["Scope"]],
  ["set", ["EntitySet", "Singleton"]],
  ["returns", undefined],
  ["takes", undefined],
  ["changed", undefined],
]);

/** Reads `type:user`, `returns:message`, `user mail`. An unknown prefix is part of the word. */
export function queryOf(text: string): Query {
  const words: string[] = [];
  const filters = new Map<string, string>();
  let kinds: readonly Kind[] | undefined;
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, prefix = "", rest = ""] = /^(\w+):(.*)$/.exec(word) ?? [];
    const chosen = prefixes.get(prefix);
    kinds = chosen ?? kinds;
    if (!prefixes.has(prefix)) words.push(word);
    else if (chosen === undefined) filters.set(prefix, rest);
    else if (rest !== "") words.push(rest);
  }
  const [returns, takes, changed] = ["returns", "takes", "changed"].map((prefix) => filters.get(prefix));
  if (returns !== undefined || takes !== undefined) kinds ??= operations;
  return { name: words.pop() ?? "", narrowing: words, kinds, returns, takes, changed };
}

/** Whether the query asks for anything. */
export function isEmpty({ name, kinds, changed }: Query): boolean {
  return name === "" && kinds === undefined && changed === undefined;
}

/** Whether the filters of a query let an entry through. */
export function passes(entry: Entry, { kinds, returns, takes, changed }: Query): boolean {
  return (
    kinds?.includes(entry.kind) !== false &&
    hasType(entry.returns, returns) &&
    hasType(entry.takes, takes) &&
    isChanged(entry, changed)
  );
}

/** Whether the words before the last stand in the name of an entry, or of what it belongs to. */
export function isNarrowed({ name, owner, takes = [] }: Entry, words: readonly string[]): boolean {
  const text = words.length === 0 ? "" : [name, owner, ...takes].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Whether a type has the word as its name, with or without its namespace. */
function hasType(types: readonly string[] = [], word: string | undefined): boolean {
  return word === undefined || types.some((type) => word === "" || isNamed(type, word));
}

/** Whether a word in lower case is a qualified name, or the end of it. */
export function isNamed(qualified: string, word: string): boolean {
  return `.${qualified.toLowerCase()}`.endsWith(`.${word}`);
}

function isChanged({ element }: Entry, word: string | undefined): boolean {
  if (word === undefined) return true;
  const change = changeStates().get(element);
  return change !== undefined && (word === "" || word === change.state || (word === "breaking" && change.breaking));
}
