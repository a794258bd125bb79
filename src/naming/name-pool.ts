import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Operation } from "../edm/elements.js";
import type { EdmType } from "../edm/model.js";

type Element = EdmType | Operation;

/**
 * The names of one module, compared without letter case, so that no two of them are told apart by it alone. The modules
 * that the files import are compared as they are: `Security` and the module `security` are told apart by what they are.
 */
export class NamePool {
  readonly #taken: Set<string>;
  readonly #fixed: ReadonlySet<string>;
  readonly #modules: ReadonlySet<string>;
  readonly #report: Report;

  constructor(report: Report, fixed: readonly string[], modules: readonly string[] = []) {
    this.#report = report;
    this.#fixed = new Set(fixed.map((name) => name.toLowerCase()));
    this.#taken = new Set(this.#fixed);
    this.#modules = new Set(modules);
  }

  isFree(name: string): boolean {
    return !this.#modules.has(name) && !this.#taken.has(name.toLowerCase());
  }

  /** Whether every output has the name, or a module. */
  isReserved(name: string): boolean {
    return this.#modules.has(name) || this.#fixed.has(name.toLowerCase());
  }

  /** Takes a name as it is; undefined if it is not free. */
  give(name: string): Code | undefined {
    if (!this.isFree(name)) return undefined;
    this.#taken.add(name.toLowerCase());
    return name as Code; // a checked identifier
  }

  /** The name for an element, with `_` appended until it is free, which is reported. */
  take(wanted: string, element: Element): Code {
    let free = wanted;
    while (!this.isFree(free)) free += "_";
    this.#taken.add(free.toLowerCase());
    if (free !== wanted) this.#reportTaken(element, wanted, free);
    return free as Code; // made of identifiers
  }

  /** A name that an earlier run gave. If that had to append `_`, it is still reported. */
  kept(name: Code, wanted: string, element: Element): Code {
    if (isExtended(wanted, name) && !this.isFree(wanted)) this.#reportTaken(element, wanted, name);
    return name;
  }

  /** A base for which every name that `namesOf` makes of it is free: the names of one overload share their base. */
  freeBase(wanted: string, namesOf: (base: string) => readonly string[], operation: Operation): Code {
    let free = wanted;
    while (!namesOf(free).every((name) => this.isFree(name))) free += "_";
    if (free !== wanted) this.#reportTaken(operation, wanted, free);
    return free as Code; // made of identifiers
  }

  /** A base of an earlier run, reported like {@link kept}. */
  keptBase(base: string, wanted: string, namesOf: (base: string) => readonly string[], operation: Operation): Code {
    if (isExtended(wanted, base) && !namesOf(wanted).every((name) => this.isFree(name)))
      this.#reportTaken(operation, wanted, base);
    return base as Code; // a checked identifier
  }

  #reportTaken({ name: element, at }: Element, name: string, instead: string): void {
    this.#report.add("name-taken", at, { element, name, instead });
  }
}

function isExtended(wanted: string, name: string): boolean {
  return name.startsWith(wanted) && /^_+$/.test(name.slice(wanted.length));
}
