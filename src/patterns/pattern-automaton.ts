import type { PatternNode } from "./pattern-tree.js";

/**
 * The Glushkov automaton of a pattern: one state for each character expression, entered by matching it. Edges count the
 * ways from one state to the next, up to two, since only ambiguity matters.
 */
export interface PatternAutomaton {
  /** The source of the character expression of each state. */
  readonly characters: readonly string[];
  /** For each state, the following states with the number of ways. */
  readonly edges: readonly ReadonlyMap<number, number>[];
}

/** The limit of states, more than hand-written patterns have. */
const MOST_STATES = 500;

/** Repetitions of more rounds are treated as unlimited, since trying their ways takes as long. */
const MANY = 10;

/** Builds the automaton of a pattern; undefined if it would have too many states. */
export function patternAutomaton(root: PatternNode): PatternAutomaton | undefined {
  const builder = new AutomatonBuilder();
  builder.build(root);
  return builder.overflows ? undefined : builder;
}

/** The Glushkov sets of a subexpression: its first and last states. Numbers are ways, up to two. */
interface Fragment {
  /** The number of ways to match the empty text. */
  readonly empty: number;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
}

const NONE: ReadonlyMap<number, number> = new Map();
const NOTHING: Fragment = { empty: 1, first: NONE, last: NONE };

class AutomatonBuilder implements PatternAutomaton {
  readonly characters: string[] = [];
  readonly edges: Map<number, number>[] = [];

  get overflows(): boolean {
    return this.characters.length > MOST_STATES;
  }

  build(node: PatternNode): Fragment {
    if (this.overflows) return NOTHING;
    switch (node.kind) {
      case "empty":
        return NOTHING;
      case "character":
        return this.#character(node.source);
      case "sequence":
        return node.items.reduce<Fragment>((before, item) => this.#joined(before, this.build(item)), NOTHING);
      case "choice":
        return node.items.map((item) => this.build(item)).reduce(either);
      case "repeat":
        return this.#repeated(node.item, node.least, node.most);
    }
  }

  #character(source: string): Fragment {
    const state = this.characters.push(source) - 1;
    this.edges.push(new Map());
    const only = new Map([[state, 1]]);
    return { empty: 0, first: only, last: only };
  }

  #joined(before: Fragment, after: Fragment): Fragment {
    this.#connect(before.last, after.first);
    return {
      empty: ways(before.empty * after.empty),
      first: added(before.first, times(after.first, before.empty)),
      last: added(after.last, times(before.last, after.empty)),
    };
  }

  #repeated(item: PatternNode, least: number, most: number): Fragment {
    const exact = item.kind === "character" && least === most;
    if (!exact && most > MANY) return this.#loop(item, Math.min(least, MANY));
    let part = NOTHING;
    // Optional copies are nested, as engines try them: the third only after the second.
    for (let left = most - least; left > 0 && !this.overflows; left--)
      part = optional(this.#joined(this.build(item), part));
    for (let left = least; left > 0 && !this.overflows; left--) part = this.#joined(this.build(item), part);
    return part;
  }

  #loop(item: PatternNode, least: number): Fragment {
    let before = NOTHING;
    for (let left = least - 1; left > 0; left--) before = this.#joined(before, this.build(item));
    const part = this.build(item);
    this.#connect(part.last, part.first);
    return this.#joined(before, least === 0 ? optional(part) : part);
  }

  #connect(from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>): void {
    for (const [state, out] of from) {
      const edges = this.edges[state];
      for (const [next, into] of to) edges?.set(next, ways((edges.get(next) ?? 0) + out * into));
    }
  }
}

/**
 * Makes a subexpression optional. There is one way to match the empty text: engines reject empty rounds (ECMAScript,
 * RepeatMatcher).
 */
function optional(part: Fragment): Fragment {
  return { ...part, empty: 1 };
}

function either(one: Fragment, other: Fragment): Fragment {
  return {
    empty: ways(one.empty + other.empty),
    first: added(one.first, other.first),
    last: added(one.last, other.last),
  };
}

function added(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (other.size === 0) return one;
  if (one.size === 0) return other;
  const sum = new Map(one);
  for (const [state, count] of other) sum.set(state, ways((sum.get(state) ?? 0) + count));
  return sum;
}

function times(states: ReadonlyMap<number, number>, factor: number): ReadonlyMap<number, number> {
  if (factor === 0) return NONE;
  return factor === 1 ? states : new Map([...states].map(([state, count]) => [state, ways(count * factor)]));
}

function ways(count: number): number {
  return Math.min(count, 2);
}
