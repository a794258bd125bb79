import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Declared, Operation } from "../edm/elements.js";

/** The names of one module, compared without letter case. */
export class NamePool {
  readonly #taken: Set<string>;
  readonly #report: Report;

  constructor(report: Report, fixed: readonly string[]) {
    this.#report = report;
    this.#taken = new Set(fixed.map((name) => name.toLowerCase()));
  }

  isFree(name: string): boolean {
    return !this.#taken.has(name.toLowerCase());
  }

  /** The name for an element, with `_` appended until it is free, which is reported. */
  take(name: string, element: string, { at }: Declared): Code {
    let free = name;
    let key = name.toLowerCase();
    for (; this.#taken.has(key); key += "_") free += "_";
    this.#taken.add(key);
    if (free !== name) this.#report.add("name-taken", at, { element, name, instead: free });
    return free as Code; // made of identifiers
  }

  /** A base for which every name that `namesOf` makes of it is free: the names of one overload share their base. */
  freeBase(base: string, namesOf: (base: string) => readonly string[], operation: Operation): string {
    let free = base;
    while (namesOf(free).some((name) => this.#taken.has(name.toLowerCase()))) free += "_";
    if (free !== base)
      this.#report.add("name-taken", operation.at, { element: operation.name, name: base, instead: free });
    return free;
  }
}
