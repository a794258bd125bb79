/** The least set of scopes that has one of each of several lists. */
import { compareText } from "../edm/model.js";

/** Any of the scopes will do. */
export interface Requirement {
  readonly scopes: readonly string[];
  /** Whether they stand from least to most privileged. */
  readonly ordered: boolean;
}

export interface Cover {
  /** By name. */
  readonly scopes: readonly string[];
  /** False where the search was given up: there may be a better set. */
  readonly exact: boolean;
}

/** How many sets are looked at for one group of lists; lists as services have them take a few hundred. */
const MAX_STEPS = 50_000;

/**
 * The smallest set; of several, the one whose scopes stand lowest in the lists with an order (the sum of their places
 * in all of these); then the one with fewer scopes that write, by their names; then the first by name.
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
  readonly place: number;
  readonly writes: number;
}

type Costs = ReadonlyMap<string, Cost>;

function costsOf(requirements: readonly Requirement[]): Costs {
  const costs = new Map<string, Cost>();
  for (const { scopes, ordered } of requirements)
    for (const [index, scope] of scopes.entries())
      costs.set(scope, {
        place: (costs.get(scope)?.place ?? 0) + (ordered ? index : 0),
        writes: isWrite(scope) ? 1 : 0,
      });
  return costs;
}

/** `Mail.ReadWrite`, `Mail.Send`; a name without such a word says nothing. */
function isWrite(scope: string): boolean {
  return !/\.Read(?:Basic)?(?:\.|$)/.test(scope);
}

type ScopeSet = ReadonlySet<string>;

/** Without lists that hold all of another: who has one of that has one of these. */
function minimal(requirements: readonly Requirement[]): readonly ScopeSet[] {
  const sets = new Map(
    requirements.map(({ scopes }) => [[...new Set(scopes)].sort(compareText).join(" "), new Set(scopes)]),
  );
  const kept: ScopeSet[] = [];
  for (const set of [...sets.values()].sort((a, b) => a.size - b.size))
    if (!kept.some((other) => [...other].every((scope) => set.has(scope)))) kept.push(set);
  return kept;
}

/** Lists that share no scope, not even by way of others, are for searches of their own. */
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

/** Branch and bound over one group. */
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

  /** Tries each scope of the shortest list; one that was tried is not for the branches after it. */
  #search(open: readonly ScopeSet[], chosen: readonly string[], refused: ScopeSet): void {
    const [shortest] = open.toSorted((a, b) => a.size - b.size);
    if (shortest === undefined) {
      if (this.#compare(chosen, this.#best) < 0) this.#best = chosen;
      return;
    }
    if (chosen.length + apart(open) > this.#best.length) return;
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
      sum(a, "place") - sum(b, "place") ||
      sum(a, "writes") - sum(b, "writes") ||
      compareText(a.toSorted(compareText).join(" "), b.toSorted(compareText).join(" "))
    );
  }
}

/** Always the scope that most of the open lists have: a set to begin with. */
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

/** How many lists share nothing with each other: each of them needs a scope of its own. */
function apart(sets: readonly ScopeSet[]): number {
  const taken = new Set<string>();
  let count = 0;
  for (const set of sets) {
    if ([...set].some((scope) => taken.has(scope))) continue;
    for (const scope of set) taken.add(scope);
    count++;
  }
  return count;
}
