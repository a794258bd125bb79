import type { Code } from "../code/code.js";
import type { Report } from "../diagnostics/report.js";
import type { Operation } from "../edm/elements.js";
import type { EdmType } from "../edm/model.js";

type Element = EdmType | Operation;

/** What has a name. */
export interface Holder {
  readonly element: Element;
  /** The rule of the user that gave it. */
  readonly rule: string | undefined;
}

/**
 * The names of one module, compared without letter case, so that no two of them are told apart by it alone. The modules
 * that the files import are compared as they are: `Security` and the module `security` are told apart by what they are.
 */
export class NamePool {
  readonly #holders = new Map<string, Holder>();
  readonly #fixed: ReadonlySet<string>;
  readonly #modules: ReadonlySet<string>;
  readonly #report: Report;

  constructor(report: Report, fixed: readonly string[], modules: readonly string[] = []) {
    this.#report = report;
    this.#fixed = new Set(fixed.map((name) => name.toLowerCase()));
    this.#modules = new Set(modules);
  }

  isFree(name: string): boolean {
    return !this.isReserved(name) && !this.#holders.has(name.toLowerCase());
  }

  /** Whether every output has the name, or a module. */
  isReserved(name: string): boolean {
    return this.#modules.has(name) || this.#fixed.has(name.toLowerCase());
  }

  /** What has a name, letter case ignored. */
  holderOf(name: string): Holder | undefined {
    return this.#holders.get(name.toLowerCase());
  }

  /** Takes a name as it is, by a rule of the user where there is one; undefined if it is not free. */
  give(name: string, element: Element, rule?: string): Code | undefined {
    if (!this.isFree(name)) return undefined;
    this.#holders.set(name.toLowerCase(), { element, rule });
    return name as Code; // a checked identifier
  }

  /** The name for an element, with `_` appended until it is free, which is reported. */
  take(wanted: string, element: Element): Code {
    const free = this.extend(wanted, element);
    if (free !== wanted) this.#reportTaken(element, wanted, free);
    return free;
  }

  /** The same without a report. */
  extend(wanted: string, element: Element): Code {
    let free = wanted;
    while (!this.isFree(free)) free += "_";
    this.#holders.set(free.toLowerCase(), { element, rule: undefined });
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
    const { element: other, rule } = this.holderOf(name) ?? {};
    if (other !== undefined && rule !== undefined)
      this.#report.add("name-taken-by-rule", at, { element, name, instead, other: other.name, rule });
    else this.#report.add("name-taken", at, { element, name, instead });
  }
}

function isExtended(wanted: string, name: string): boolean {
  return name.startsWith(wanted) && /^_+$/.test(name.slice(wanted.length));
}
