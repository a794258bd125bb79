/** The names that a user gives to types and operations, by qualified name or by patterns with one `*`. */
import { identifierOf, upperFirst } from "../letter-case.js";

/** TypeScript names by qualified name (`a.user`), overload (`a.Move(a.box)`) or pattern (`a.A_*`, with `*` in the name). */
export type NameRules = Readonly<Record<string, string>>;

/** The name that a rule gives. */
export interface RuledName {
  /** The rule: a name or a pattern. */
  readonly rule: string;
  readonly name: string;
}

interface Pattern {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  readonly name: string;
}

/** The rules, with those that were used. */
export class NameRuler {
  readonly #exact: ReadonlyMap<string, string>;
  readonly #patterns: readonly Pattern[];
  readonly #used = new Set<string>();

  constructor(rules: NameRules) {
    const all = Object.entries(rules);
    this.#exact = new Map(all.filter(([rule]) => !isPattern(rule)));
    this.#patterns = all
      .filter(([rule]) => isPattern(rule))
      .map(([rule, name]) => ({ rule, ...partsOf(rule), name }))
      .sort((a, b) => b.rule.length - a.rule.length);
  }

  /** Of several keys of one element, the first that a rule has. */
  exact(...keys: readonly string[]): RuledName | undefined {
    for (const rule of keys) {
      const name = this.#exact.get(rule);
      if (name === undefined) continue;
      this.#used.add(rule);
      return { rule, name };
    }
    return undefined;
  }

  /** The name by the exact rule, else by the longest pattern. */
  of(name: string, ...keys: readonly string[]): RuledName | undefined {
    const fitting = this.#patterns.filter((pattern) => fits(name, pattern));
    for (const { rule } of fitting) this.#used.add(rule);
    const [longest] = fitting;
    return this.exact(...keys, name) ?? (longest && { rule: longest.rule, name: nameBy(longest, name) });
  }

  /** The rules that no element had a use for. */
  get unused(): readonly string[] {
    return [...this.#exact.keys(), ...this.#patterns.map(({ rule }) => rule)].filter((rule) => !this.#used.has(rule));
  }
}

export function isPattern(rule: string): boolean {
  return rule.includes("*");
}

function partsOf(text: string): { readonly before: string; readonly after: string } {
  const star = text.indexOf("*");
  return { before: text.slice(0, star), after: text.slice(star + 1) };
}

/** The `*` stands for a part of the simple name: a namespace below this one is another. */
function fits(name: string, { before, after }: Pattern): boolean {
  return (
    name.length > before.length + after.length &&
    name.startsWith(before) &&
    name.endsWith(after) &&
    !partOf(name, { before, after }).includes(".")
  );
}

function partOf(name: string, { before, after }: Pick<Pattern, "before" | "after">): string {
  return name.slice(before.length, name.length - after.length);
}

function nameBy(pattern: Pattern, name: string): string {
  const { before, after } = partsOf(pattern.name);
  return upperFirst(identifierOf(`${before}${upperFirst(partOf(name, pattern))}${after}`));
}
