/** Finds the smallest set of scopes that satisfies several requirements. */
import { compareText } from "../edm/model.js";

/** A requirement: any one of the scopes satisfies it. */
export interface Requirement {
  readonly scopes: readonly string[];
  /** Whether the scopes are ordered from least to most privileged. */
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
 * Finds the smallest set. Among sets of the same size it prefers the least privileged one (lowest sum of positions in
 * the ordered requirements), then the one with the fewest write scopes, then the first by name.
 */
export function leastScopes(requirements: readonly Requirement[]): Cover {
  const costs = costsOf(requirements);
  const covers = groupsOf(minimal(requirements)).map((group) => new Search(costs).run(group));
  return {
    scopes: covers.flatMap(({ scopes }) => scopes).sort(compareText),
    exact: covers.every(({ exact }) => exact),
  };
}

interface Cost {
  readonly position: number;
  readonly writes: number;
}

type Costs = ReadonlyMap<string, Cost>;

function costsOf(requirements: readonly Requirement[]): Costs {
  const costs = new Map<string, Cost>();
  for (const { scopes, ordered } of requirements)
    for (const [index, scope] of scopes.entries())
      costs.set(scope, {
        position: (costs.get(scope)?.position ?? 0) + (ordered ? index : 0),
        writes: isWrite(scope) ? 1 : 0,
      });
  return costs;
}

/** Whether a scope grants more than reading, by its name: every scope without a part `Read` or `ReadBasic`. */
function isWrite(scope: string): boolean {
  return !/\.Read(?:Basic)?(?:\.|$)/.test(scope);
}

type ScopeSet = ReadonlySet<string>;

/** Removes requirements that are supersets of another one, since a scope of that one satisfies them too. */
function minimal(requirements: readonly Requirement[]): readonly ScopeSet[] {
  const sets = new Map(
    requirements.map(({ scopes }) => [[...new Set(scopes)].sort(compareText).join(" "), new Set(scopes)]),
  );
  const kept: ScopeSet[] = [];
  for (const set of [...sets.values()].sort((a, b) => a.size - b.size))
    if (!kept.some((other) => [...other].every((scope) => set.has(scope)))) kept.push(set);
  return kept;
}

/** Splits requirements into groups that share no scopes, which can be searched separately. */
function groupsOf(sets: readonly ScopeSet[]): readonly (readonly ScopeSet[])[] {
  let groups: readonly { readonly scopes: Set<string>; readonly sets: readonly ScopeSet[] }[] = [];
  for (const set of sets) {
    const touched = groups.filter(({ scopes }) => [...set].some((scope) => scopes.has(scope)));
    const joined = {
      scopes: new Set([...set, ...touched.flatMap(({ scopes }) => [...scopes])]),
      sets: [...touched.flatMap((group) => group.sets), set],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups.map((group) => group.sets);
}

/** A branch-and-bound search in one group. */
class Search {
  readonly #costs: Costs;
  #best: readonly string[] = [];
  #steps = 0;

  constructor(costs: Costs) {
    this.#costs = costs;
  }

  run(sets: readonly ScopeSet[]): Cover {
    this.#best = greedy(sets, (a, b) => this.#compare([a], [b]));
    this.#search(sets, [], new Set());
    return { scopes: this.#best, exact: this.#steps <= MAX_STEPS };
  }

  /** Tries each scope of the shortest open requirement. Scopes already tried are refused in later branches. */
  #search(open: readonly ScopeSet[], chosen: readonly string[], refused: ScopeSet): void {
    const [shortest] = open.toSorted((a, b) => a.size - b.size);
    if (shortest === undefined) {
      if (this.#compare(chosen, this.#best) < 0) this.#best = chosen;
      return;
    }
    if (chosen.length + disjointCount(open) > this.#best.length) return;
    const tried = new Set(refused);
    for (const scope of [...shortest].sort((a, b) => this.#compare([a], [b]))) {
      if (refused.has(scope)) continue;
      if (++this.#steps > MAX_STEPS) return;
      this.#search(
        open.filter((set) => !set.has(scope)),
        [...chosen, scope],
        new Set(tried),
      );
      tried.add(scope);
    }
  }

  #compare(a: readonly string[], b: readonly string[]): number {
    const sum = (scopes: readonly string[], cost: keyof Cost) =>
      scopes.reduce((total, scope) => total + (this.#costs.get(scope)?.[cost] ?? 0), 0);
    return (
      a.length - b.length ||
      sum(a, "position") - sum(b, "position") ||
      sum(a, "writes") - sum(b, "writes") ||
      compareText(a.toSorted(compareText).join(" "), b.toSorted(compareText).join(" "))
    );
  }
}

/** An initial set: repeatedly takes the scope that satisfies most open requirements. */
function greedy(sets: readonly ScopeSet[], compare: (a: string, b: string) => number): readonly string[] {
  const chosen: string[] = [];
  for (let open = sets; open.length > 0;) {
    const counts = new Map<string, number>();
    for (const set of open) for (const scope of set) counts.set(scope, (counts.get(scope) ?? 0) + 1);
    const [[best] = [""]] = [...counts].sort(([a, many], [b, more]) => more - many || compare(a, b));
    chosen.push(best);
    open = open.filter((set) => !set.has(best));
  }
  return chosen;
}

/** A lower bound for the number of scopes: the number of requirements found that share no scope with each other. */
function disjointCount(sets: readonly ScopeSet[]): number {
  const taken = new Set<string>();
  let count = 0;
  for (const set of sets) {
    if ([...set].some((scope) => taken.has(scope))) continue;
    for (const scope of set) taken.add(scope);
    count++;
  }
  return count;
}
