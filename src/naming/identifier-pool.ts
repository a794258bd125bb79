import type { Code } from "../code/code.js";
import { isIdentifier, lowerFirst } from "./letter-case.js";
import { reservedWords } from "./reserved-words.js";

/** Identifiers that generated files use for themselves. */
const RESERVED = ["createClient", "edm", "isType", "typeMap", "types", "v", "writes"];

/** File names that Windows reserves, whatever their extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The identifiers of modules, by namespace, compared without letter case. */
export class IdentifierPool {
  readonly #identifiers = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #exact: ReadonlySet<unknown>;

  /** `fixed` are names that the output has for itself; new identifiers may differ from `exact` in letter case alone. */
  constructor(fixed: readonly string[], exact: ReadonlySet<unknown>) {
    this.#taken = new Set([...RESERVED, ...fixed].map((name) => name.toLowerCase()));
    this.#exact = exact;
  }

  of(namespace: string): Code {
    return (this.#identifiers.get(namespace) ?? "") as Code; // made of identifiers
  }

  /** Whether the namespace can have exactly that identifier, which it then has. */
  give(namespace: string, identifier: unknown): boolean {
    const isOne = typeof identifier === "string" && isIdentifier(identifier) && lowerFirst(identifier) === identifier;
    if (!isOne || !this.#isFree(identifier)) return false;
    this.#set(namespace, identifier);
    return true;
  }

  /** Gives a namespace that has none an identifier, with `_` appended until it is free. */
  take(namespace: string, wanted: string): void {
    if (this.#identifiers.has(namespace)) return;
    let identifier = wanted;
    while (!this.#isFree(identifier) || this.#exact.has(identifier)) identifier += "_";
    this.#set(namespace, identifier);
  }

  #isFree(identifier: string): boolean {
    return (
      !this.#taken.has(identifier.toLowerCase()) && !DEVICE_NAME.test(identifier) && !reservedWords.has(identifier)
    );
  }

  #set(namespace: string, identifier: string): void {
    this.#identifiers.set(namespace, identifier);
    this.#taken.add(identifier.toLowerCase());
  }
}
