/** Finds the least set of scopes that satisfies several requirements. */
import { groupBy } from "../edm/grouping.js";
import { compareText } from "../edm/model.js";
import type { ScopeSet } from "../edm/requests.js";

/** A requirement: all scopes of any one alternative satisfy it. */
export interface Requirement {
  readonly alternatives: readonly ScopeSet[];
  /** Whether the alternatives are ordered from least to most privileged. */
  readonly ordered: boolean;
}

/** A set of scopes that satisfies all requirements. */
export interface Cover {
  /** The scopes, ordered by name. */
  readonly scopes: readonly string[];
  /** False if the search was stopped at its limit: there may be a smaller set. */
  readonly exact: boolean;
}

/** The limit of steps for one group of requirements. Those of real services take a few hundred. */
const MAX_STEPS = 50_000;

/**
 * Finds the smallest set, where scopes that are only needed together count as one: a pair is not more than a single
 * scope that includes it. Among sets of the same size it prefers the least privileged one (lowest sum of positions in
 * the ordered requirements), then the one with the fewest write scopes, with the fewest scopes, and the first by name.
 */
export function leastScopes(requirements: readonly Requirement[]): Cover {
  const costs = costsOf(requirements);
  const covers = groupsOf(minimal(requirements)).map((group) => new Search(costs).run(group));
  return {
    scopes: covers.flatMap(({ scopes }) => scopes).sort(compareText),
    exact: covers.every(({ exact }) => exact),
  };
}

/** Whether scopes satisfy a requirement. */
export function satisfies(scopes: ReadonlySet<string>, alternatives: readonly ScopeSet[]): boolean {
  return alternatives.some((set) => set.every((scope) => scopes.has(scope)));
}

/**
 * What a scope costs, by weight: its share of a whole, as a multiple of the same unit (one of `n` scopes that are needed
 * together is one `n`-th); its position; whether it writes; that it is one.
 */
type Cost = readonly [share: number, position: number, writes: number, one: 1];
type Costs = ReadonlyMap<string, Cost>;
type Alternatives = readonly ScopeSet[];

function costsOf(requirements: readonly Requirement[]): Costs {
  const sizes = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const { alternatives, ordered } of requirements)
    for (const scope of new Set(alternatives.flat())) {
      const lengths = alternatives.map((set) => (set.includes(scope) ? set.length : 0));
      const position = ordered ? lengths.findIndex((length) => length > 0) : 0;
      sizes.set(scope, Math.max(sizes.get(scope) ?? 0, ...lengths));
      positions.set(scope, (positions.get(scope) ?? 0) + position);
    }
  const unit = [...new Set(sizes.values())].reduce((product, size) => product * size, 1);
  const costs = [...sizes].map(([scope, size]): readonly [string, Cost] => [
    scope,
    [unit / size, positions.get(scope) ?? 0, isWrite(scope) ? 1 : 0, 1],
  ]);
  return new Map(costs);
}

/** Whether a scope grants more than reading, by its name: every scope without a part `Read` or `ReadBasic`. */
function isWrite(scope: string): boolean {
  return !/\.Read(?:Basic)?(?:\.|$)/.test(scope);
}

/** Removes requirements that another one implies, since every alternative of that one satisfies them too. */
function minimal(requirements: readonly Requirement[]): readonly Alternatives[] {
  let kept: readonly Alternatives[] = [];
  const bySize = requirements
    .map(({ alternatives }) => withoutSupersets(alternatives))
    .sort((a, b) => a.length - b.length);
  const implies = (a: Alternatives, b: Alternatives) => a.every((set) => satisfies(new Set(set), b));
  for (const one of bySize)
    if (!kept.some((other) => implies(other, one))) kept = [...kept.filter((other) => !implies(one, other)), one];
  return kept;
}

/** An alternative that contains another one is never needed; of equal ones the first is. */
function withoutSupersets(alternatives: Alternatives): Alternatives {
  const contains = (set: ScopeSet, other: ScopeSet) => other.every((scope) => set.includes(scope));
  const isNeedless = (set: ScopeSet, index: number) =>
    alternatives.some((other, at) => at !== index && contains(set, other) && (at < index || !contains(other, set)));
  return alternatives.filter((set, index) => !isNeedless(set, index));
}

/** Splits requirements into groups that share no scopes, which can be searched separately. */
function groupsOf(requirements: readonly Alternatives[]): readonly (readonly Alternatives[])[] {
  let groups: readonly (readonly Alternatives[])[] = [];
  for (const alternatives of requirements) {
    const own = new Set(alternatives.flat());
    const touched = groups.filter((group) => group.flat(2).some((scope) => own.has(scope)));
    groups = [...groups.filter((group) => !touched.includes(group)), [...touched.flat(), alternatives]];
  }
  return groups;
}

/** A branch-and-bound search in one group. */
class Search {
  readonly #costs: Costs;
  #best: readonly string[] = [];
  #steps = 0;

  constructor(costs: Costs) {
    this.#costs = costs;
  }

  run(group: readonly Alternatives[]): Cover {
    this.#best = this.#greedy(group);
    this.#search(group, [], []);
    return { scopes: this.#best, exact: this.#steps <= MAX_STEPS };
  }

  /** Tries each alternative of the shortest open requirement. Those already tried are refused in later branches. */
  #search(open: readonly Alternatives[], chosen: readonly string[], refused: readonly ScopeSet[]): void {
    const [shortest] = open.toSorted((a, b) => a.length - b.length);
    if (shortest === undefined) {
      if (this.#compare(chosen, this.#best) < 0) this.#best = chosen;
      return;
    }
    if (this.#total(chosen, 0) + this.#leastToAdd(open, chosen) > this.#total(this.#best, 0)) return;
    const tried = [...refused];
    for (const set of shortest.toSorted((a, b) => this.#compare(a, b))) {
      const scopes = new Set([...chosen, ...set]);
      if (satisfies(scopes, tried)) continue;
      if (++this.#steps > MAX_STEPS) return;
      this.#search(stillOpen(open, scopes), [...scopes], [...tried]);
      tried.push(set);
    }
  }

  /** A lower bound of what is to be added: what each of some requirements takes that share no scopes. */
  #leastToAdd(open: readonly Alternatives[], chosen: readonly string[]): number {
    const granted = new Set(chosen);
    const taken = new Set<string>();
    let least = 0;
    for (const alternatives of open) {
      const missing = alternatives.map((set) => set.filter((scope) => !granted.has(scope)));
      if (missing.flat().some((scope) => taken.has(scope))) continue;
      for (const scope of missing.flat()) taken.add(scope);
      least += Math.min(...missing.map((set) => this.#total(set, 0)));
    }
    return least;
  }

  /** An initial set: repeatedly takes the alternative that is in most open requirements. */
  #greedy(group: readonly Alternatives[]): readonly string[] {
    let scopes = new Set<string>();
    for (let open = group; open.length > 0; open = stillOpen(open, scopes)) {
      const equal = [...groupBy(open.flat(), textOf).values()];
      const [best] = equal.sort((a, b) => b.length - a.length || this.#compare(a[0], b[0]));
      scopes = new Set([...scopes, ...(best?.[0] ?? [])]);
    }
    return [...scopes];
  }

  #total(scopes: readonly string[], at: number): number {
    return scopes.reduce((total, scope) => total + (this.#costs.get(scope)?.[at] ?? 0), 0);
  }

  #compare(a: ScopeSet, b: ScopeSet): number {
    for (let at = 0; at < 4; at++) {
      const difference = this.#total(a, at) - this.#total(b, at);
      if (difference !== 0) return difference;
    }
    return compareText(textOf(a), textOf(b));
  }
}

function textOf(scopes: ScopeSet): string {
  return scopes.toSorted(compareText).join(" ");
}

function stillOpen(open: readonly Alternatives[], scopes: ReadonlySet<string>): readonly Alternatives[] {
  return open.filter((alternatives) => !satisfies(scopes, alternatives));
}
