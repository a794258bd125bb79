/** Finds the least set of scopes that satisfies several requirements. */
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

interface Cost {
  /** The share of a whole, as a multiple of the same unit: one of `n` scopes that are needed together is one `n`-th. */
  readonly share: number;
  readonly position: number;
  readonly writes: number;
}

type Costs = ReadonlyMap<string, Cost>;

function costsOf(requirements: readonly Requirement[]): Costs {
  const sizes = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const { alternatives, ordered } of requirements) {
    const first = new Map<string, number>();
    for (const [index, set] of alternatives.entries())
      for (const scope of set) {
        sizes.set(scope, Math.max(sizes.get(scope) ?? 0, set.length));
        if (!first.has(scope)) first.set(scope, ordered ? index : 0);
      }
    for (const [scope, index] of first) positions.set(scope, (positions.get(scope) ?? 0) + index);
  }
  const unit = [...new Set(sizes.values())].reduce((product, size) => product * size, 1);
  const cost = (scope: string, size: number): Cost => ({
    share: unit / size,
    position: positions.get(scope) ?? 0,
    writes: isWrite(scope) ? 1 : 0,
  });
  return new Map([...sizes].map(([scope, size]) => [scope, cost(scope, size)]));
}

/** Whether a scope grants more than reading, by its name: every scope without a part `Read` or `ReadBasic`. */
function isWrite(scope: string): boolean {
  return !/\.Read(?:Basic)?(?:\.|$)/.test(scope);
}

type Alternatives = readonly ScopeSet[];

/** Removes requirements that another one implies, since every alternative of that one satisfies them too. */
function minimal(requirements: readonly Requirement[]): readonly Alternatives[] {
  const kept: Alternatives[] = [];
  const bySize = requirements
    .map(({ alternatives }) => withoutSupersets(alternatives))
    .sort((a, b) => a.length - b.length);
  const implies = (a: Alternatives, b: Alternatives) => a.every((set) => satisfies(new Set(set), b));
  for (const one of bySize) {
    if (kept.some((other) => implies(other, one))) continue;
    const left = kept.filter((other) => !implies(one, other));
    kept.splice(0, kept.length, ...left, one);
  }
  return kept;
}

/** An alternative that contains another one is never needed. */
function withoutSupersets(alternatives: Alternatives): Alternatives {
  const contains = (set: ScopeSet, other: ScopeSet) => other.every((scope) => set.includes(scope));
  return alternatives.filter(
    (set, index) =>
      !alternatives.some((other, at) => contains(set, other) && (at < index || (at > index && !contains(other, set)))),
  );
}

/** Splits requirements into groups that share no scopes, which can be searched separately. */
function groupsOf(requirements: readonly Alternatives[]): readonly (readonly Alternatives[])[] {
  let groups: readonly { readonly scopes: ReadonlySet<string>; readonly members: readonly Alternatives[] }[] = [];
  for (const alternatives of requirements) {
    const own = alternatives.flat();
    const touched = groups.filter(({ scopes }) => own.some((scope) => scopes.has(scope)));
    const joined = {
      scopes: new Set([...own, ...touched.flatMap(({ scopes }) => [...scopes])]),
      members: [...touched.flatMap(({ members }) => members), alternatives],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups.map(({ members }) => members);
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
    if (this.#total(chosen, "share") + this.#leastToAdd(open, chosen) > this.#total(this.#best, "share")) return;
    const tried = [...refused];
    for (const set of shortest.toSorted((a, b) => this.#compare(a, b))) {
      const scopes = new Set([...chosen, ...set]);
      if (satisfies(scopes, tried)) continue;
      if (++this.#steps > MAX_STEPS) return;
      this.#search(stillOpen(open, scopes), [...scopes], tried.slice());
      tried.push(set);
    }
  }

  /** A lower bound of what is to be added: what each of some requirements takes that share no scopes. */
  #leastToAdd(open: readonly Alternatives[], chosen: readonly string[]): number {
    const granted = new Set(chosen);
    const taken = new Set<string>();
    let least = 0;
    for (const alternatives of open) {
      const scopes = alternatives.flat().filter((scope) => !granted.has(scope));
      if (scopes.some((scope) => taken.has(scope))) continue;
      for (const scope of scopes) taken.add(scope);
      least += Math.min(
        ...alternatives.map((set) =>
          this.#total(
            set.filter((scope) => !granted.has(scope)),
            "share",
          ),
        ),
      );
    }
    return least;
  }

  /** An initial set: repeatedly takes the alternative that is in most open requirements. */
  #greedy(group: readonly Alternatives[]): readonly string[] {
    let scopes = new Set<string>();
    for (let open = group; open.length > 0; open = stillOpen(open, scopes)) {
      const counts = new Map<string, { readonly set: ScopeSet; readonly many: number }>();
      for (const set of open.flat()) {
        const key = set.toSorted(compareText).join(" ");
        counts.set(key, { set, many: (counts.get(key)?.many ?? 0) + 1 });
      }
      const [best] = [...counts.values()].sort((a, b) => b.many - a.many || this.#compare(a.set, b.set));
      scopes = new Set([...scopes, ...(best?.set ?? [])]);
    }
    return [...scopes];
  }

  #total(scopes: readonly string[], cost: keyof Cost): number {
    return scopes.reduce((total, scope) => total + (this.#costs.get(scope)?.[cost] ?? 0), 0);
  }

  #compare(a: readonly string[], b: readonly string[]): number {
    const difference = (cost: keyof Cost) => this.#total(a, cost) - this.#total(b, cost);
    return (
      difference("share") ||
      difference("position") ||
      difference("writes") ||
      a.length - b.length ||
      compareText(a.toSorted(compareText).join(" "), b.toSorted(compareText).join(" "))
    );
  }
}

function stillOpen(open: readonly Alternatives[], scopes: ReadonlySet<string>): readonly Alternatives[] {
  return open.filter((alternatives) => !satisfies(scopes, alternatives));
}
