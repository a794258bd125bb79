import type { Kind } from "./entry.js";

/** What the words in the search box ask for. All words are in lower case. */
export interface Query {
  /** The last word, which names what is looked for; empty where the filters alone choose. */
  readonly name: string;
  /** The words before, which narrow by the name or its owner. */
  readonly narrowing: readonly string[];
  /** Undefined for all. */
  readonly kinds?: ReadonlySet<Kind> | undefined;
  readonly returns?: string | undefined;
  readonly takes?: string | undefined;
  /** `added`, `removed`, `changed` or `breaking`; empty for all that changed. */
  readonly changed?: string | undefined;
}

const operations: readonly Kind[] = ["Action", "Function", "ActionImport", "FunctionImport"];
const prefixes: ReadonlyMap<string, readonly Kind[]> = new Map([
  ["type", ["EntityType", "ComplexType", "EnumType", "TypeDefinition"]],
  ["enum", ["EnumType", "Member"]],
  ["prop", ["Property", "NavigationProperty"]],
  ["op", operations],
  ["req", ["Request"]],
  ["scope", ["Scope"]],
  ["set", ["EntitySet", "Singleton"]],
]);

/** Reads `type:user`, `returns:message`, `user mail`. An unknown prefix is part of the word. */
export function queryOf(text: string): Query {
  const words: string[] = [];
  const filters = new Map<string, string>();
  let chosen: readonly Kind[] | undefined;
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, prefix = "", rest = ""] = /^(\w+):(.*)$/.exec(word) ?? [];
    const ofPrefix = prefixes.get(prefix);
    chosen = ofPrefix ?? chosen;
    if (/^(?:returns|takes|changed)$/.test(prefix)) filters.set(prefix, rest);
    else if (ofPrefix === undefined) words.push(word);
    else if (rest !== "") words.push(rest);
  }
  const isOfOperations = filters.has("returns") || filters.has("takes");
  if (chosen === undefined && isOfOperations) chosen = operations;
  return {
    name: words.at(-1) ?? "",
    narrowing: words.slice(0, -1),
    kinds: chosen && new Set(chosen),
    returns: filters.get("returns"),
    takes: filters.get("takes"),
    changed: filters.get("changed"),
  };
}

/** Whether the query asks for anything. */
export function isEmpty({ name, kinds: chosen, changed }: Query): boolean {
  return name === "" && chosen === undefined && changed === undefined;
}
