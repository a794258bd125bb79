import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Declared, Operation } from "../edm/elements.js";

/**
 * The names of one module, compared without letter case, so that no two of them are told apart by it alone. The modules
 * that the files import are compared as they are: `Security` and the module `security` are told apart by what they are.
 */
export class NamePool {
  readonly #taken: Set<string>;
  readonly #modules: ReadonlySet<string>;
  readonly #report: Report;

  constructor(report: Report, fixed: readonly string[], modules: readonly string[] = []) {
    this.#report = report;
    this.#taken = new Set(fixed.map((name) => name.toLowerCase()));
    this.#modules = new Set(modules);
  }

  isFree(name: string): boolean {
    return !this.#modules.has(name) && !this.#taken.has(name.toLowerCase());
  }

  /** The name for an element, with `_` appended until it is free, which is reported. */
  take(name: string, element: string, { at }: Declared): Code {
    let free = name;
    while (!this.isFree(free)) free += "_";
    this.#taken.add(free.toLowerCase());
    if (free !== name) this.#report.add("name-taken", at, { element, name, instead: free });
    return free as Code; // made of identifiers
  }

  /** A base for which every name that `namesOf` makes of it is free: the names of one overload share their base. */
  freeBase(base: string, namesOf: (base: string) => readonly string[], operation: Operation): string {
    let free = base;
    while (!namesOf(free).every((name) => this.isFree(name))) free += "_";
    if (free !== base)
      this.#report.add("name-taken", operation.at, { element: operation.name, name: base, instead: free });
    return free;
  }
}
