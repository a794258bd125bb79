import { isIdentifier, upperFirst } from "./letter-case.js";
import type { LockedNames } from "./locked-names.js";

/** A name of the lock, in its longer form. */
export interface LockedEntry {
  readonly name: string;
  /** Not yet checked. */
  readonly roles: Readonly<Record<string, string>>;
}

/** The names of an earlier run, found by keys that may be those of `Object.prototype`. */
export class Lock {
  readonly flat: string | undefined;
  readonly #modules: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, LockedNames["names"][string]>;

  constructor({ flat, modules, names }: LockedNames = { modules: {}, names: {} }) {
    this.flat = flat;
    this.#modules = new Map(Object.entries(modules));
    this.#names = new Map(Object.entries(names));
  }

  /** The identifier of a module that is not exported flat, not yet checked. */
  module(namespace: string): string | undefined {
    return this.#modules.get(namespace);
  }

  /** The entry of a type or an operation; `invalid` if it cannot be the name of a type. */
  entry(key: string): LockedEntry | "invalid" | undefined {
    const value = this.#names.get(key);
    if (value === undefined) return undefined;
    const entry = typeof value === "string" ? { name: value, roles: {} } : value;
    return isTypeName(entry.name) ? entry : "invalid";
  }
}

/** Whether a run can give the name to a type: no word of TypeScript begins with a capital letter. */
function isTypeName(name: string): boolean {
  return isIdentifier(name) && upperFirst(name) === name;
}
