/**
 * How the time of a search grows with the length of a text: with its square where two repetitions, one after the other,
 * can share the same characters in many ways. A search that may begin anywhere is such a repetition before the pattern.
 */
import { componentsOf } from "./components.js";
import type { PatternAutomaton } from "./pattern-automaton.js";

/** Whether two character expressions match a common character. */
export type Overlap = (one: string, other: string) => boolean;

/** How many triples of states are looked at for one pair of repetitions. */
const MOST_TRIPLES = 50_000;

/**
 * The exponent of the growth, for automata of which no state leads back to itself in two ways. Undefined where finding
 * it takes too long. (Weber and Seidl, On the degree of ambiguity of finite automata, 1991.)
 */
export function degreeOf({ characters, edges }: PatternAutomaton, overlap: Overlap, steps: number): number | undefined {
  const next = edges.map((to) => [...to.keys()]);
  const component = componentsOf(next.keys(), (state) => next[state] ?? [], steps);
  if (component === undefined) return undefined;
  const graph: Graph = { characters, next, component, overlap };
  const looping = characters.flatMap((_, state) => (isLooping(state, graph) ? state : []));
  const after = new Map<number, number[]>();
  for (const from of looping) {
    for (const to of looping) {
      if (component.get(from) === component.get(to)) continue;
      const shared = sharesText(from, to, graph);
      if (shared === undefined) return undefined;
      if (shared) after.set(from, [...(after.get(from) ?? []), to]);
    }
  }
  return 1 + Math.max(0, ...looping.map((state) => longestChain(state, after)));
}

interface Graph {
  readonly characters: readonly string[];
  readonly next: readonly (readonly number[])[];
  readonly component: ReadonlyMap<number, number>;
  readonly overlap: Overlap;
}

function isLooping(state: number, { next, component }: Graph): boolean {
  return (next[state] ?? []).some((to) => component.get(to) === component.get(state));
}

/** Whether one text leads from `from` back to it, from `from` to `to`, and from `to` back to that. */
function sharesText(from: number, to: number, graph: Graph): boolean | undefined {
  const { characters, next, component, overlap } = graph;
  const within = (state: number): readonly number[] =>
    (next[state] ?? []).filter((one) => component.get(one) === component.get(state));
  const agree = (one: number, other: number): boolean => overlap(characters[one] ?? "", characters[other] ?? "");
  const target = `${from} ${to} ${to}`;
  const start: Triple = [from, from, to];
  const seen = new Set([start.join(" ")]);
  const queue = [start];
  for (const [first, between, last] of queue) {
    for (const a of within(first))
      for (const b of next[between] ?? []) {
        if (!agree(a, b)) continue;
        for (const c of within(last)) {
          if (!agree(b, c) || !agree(a, c)) continue;
          const key = `${a} ${b} ${c}`;
          if (key === target) return true;
          if (seen.has(key)) continue;
          if (seen.size === MOST_TRIPLES) return undefined;
          seen.add(key);
          queue.push([a, b, c]);
        }
      }
  }
  return false;
}

type Triple = readonly [first: number, between: number, last: number];

/** The graph has no circle: its states are in different components, one after the other. */
function longestChain(state: number, after: ReadonlyMap<number, readonly number[]>): number {
  return Math.max(0, ...(after.get(state) ?? []).map((to) => 1 + longestChain(to, after)));
}
