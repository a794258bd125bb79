import type { Report } from "../diagnostics/report.js";
import { isIdentifier, upperFirst } from "./letter-case.js";
import type { LockedNames } from "./locked-names.js";

/** A name of the lock, in its longer form. */
export interface LockedEntry {
  readonly name: string;
  /** Not yet checked. */
  readonly roles: Readonly<Record<string, unknown>>;
  readonly namespace?: unknown;
}

/**
 * The names of an earlier run. They come from a file that people edit and merge, so nothing of it is taken for what its
 * type promises.
 */
export class Lock {
  readonly flat: string | undefined;
  readonly #modules: ReadonlyMap<string, unknown>;
  readonly #names: ReadonlyMap<string, unknown>;

  constructor(locked: LockedNames | undefined, report: Report) {
    const parts: Readonly<Record<string, unknown>> = isRecord(locked) ? { ...locked } : {};
    const { flat, modules = {}, names = {} } = parts;
    this.flat = typeof flat === "string" ? flat : undefined;
    const invalid = [
      ...(flat === undefined || typeof flat === "string" ? [] : ["flat"]),
      ...(isRecord(modules) ? [] : ["modules"]),
      ...(isRecord(names) ? [] : ["names"]),
    ];
    for (const part of invalid) report.add("locked-names-invalid", { path: "lockedNames" }, { part });
    this.#modules = new Map(isRecord(modules) ? Object.entries(modules) : []);
    this.#names = new Map(isRecord(names) ? Object.entries(names) : []);
  }

  /** The identifier of a module that is not exported flat, not yet checked. */
  module(namespace: string): unknown {
    return this.#modules.get(namespace);
  }

  /** The entry of a type or an operation; `invalid` if no name can be taken from it. */
  entry(key: string): LockedEntry | "invalid" | undefined {
    const value = this.#names.get(key);
    if (value === undefined) return undefined;
    const { name, roles = {}, namespace } = isRecord(value) ? value : { name: value };
    return isTypeName(name) && isRecord(roles) ? { name, roles, namespace } : "invalid";
  }
}

/** Whether a run can give the name to a type: no word of TypeScript begins with a capital letter. */
function isTypeName(name: unknown): name is string {
  return typeof name === "string" && isIdentifier(name) && upperFirst(name) === name;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
