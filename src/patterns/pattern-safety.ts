/**
 * Whether a pattern can be used at run time. Engines try out one way to match after the other, so a pattern with two
 * ways to match one text inside a repetition takes time that doubles with every round: `^(a+)+$` on forty letters `a`
 * and a `!` never ends.
 */
import { commonCharacters } from "./common-characters.js";
import { componentsOf } from "./components.js";
import { patternAutomaton, type PatternAutomaton } from "./pattern-automaton.js";
import { patternTree, type PatternNode } from "./pattern-tree.js";

export type PatternVerdict =
  | { readonly kind: "usable"; readonly flags: "u" | "" }
  | { readonly kind: "invalid"; readonly reason: string }
  /** Takes exponential time, or cannot be shown not to. */
  | { readonly kind: "unsafe" };

const LONGEST = 4000;
const MOST_STEPS = 100_000;

const UNSAFE: PatternVerdict = { kind: "unsafe" };

/** Judges a regular expression of ECMAScript. It is one of Unicode where that is valid: then `\p{L}` is a letter. */
export function judgePattern(source: string): PatternVerdict {
  if (source.length > LONGEST) return UNSAFE;
  const flags = faultOf(source, "u") === undefined ? "u" : "";
  const reason = flags === "u" ? undefined : faultOf(source, "");
  if (reason !== undefined) return { kind: "invalid", reason };
  // Only what repeats a group can repeat several ways.
  if (!/\)[*+{]/.test(source)) return { kind: "usable", flags };
  const tree = patternTree(source, flags === "u");
  if (tree === undefined) return UNSAFE;
  const overlap = commonCharacters(source, flags);
  const parts = [tree.root, ...tree.assertions];
  const safe = [...parts, ...parts.flatMap(roundsOf)].every((node) => isSafe(node, overlap));
  return safe ? { kind: "usable", flags } : UNSAFE;
}

/**
 * Every repetition as one without end. One of ten rounds in one of ten rounds has an end, but nobody lives to see it; so
 * what would take exponential time if it had none is not used.
 */
function roundsOf(node: PatternNode): readonly PatternNode[] {
  switch (node.kind) {
    case "empty":
    case "character":
      return [];
    case "sequence":
    case "choice":
      return node.items.flatMap(roundsOf);
    case "repeat":
      return node.most <= 1 ? roundsOf(node.item) : [{ ...node, least: 0, most: Infinity }, ...roundsOf(node.item)];
  }
}

/** What is wrong with it. */
function faultOf(source: string, flags: string): string | undefined {
  try {
    void new RegExp(source, flags);
    return undefined;
  } catch (error) {
    return (error as Error).message; // RegExp throws nothing but errors
  }
}

type Overlap = (one: string, other: string) => boolean;

function isSafe(node: PatternNode, overlap: Overlap): boolean {
  const automaton = patternAutomaton(node);
  if (automaton === undefined) return false;
  const loops = loopsOf(automaton);
  return loops !== undefined && !loops.twice && !isAmbiguous(automaton.characters, loops.next, overlap);
}

interface Loops {
  /** From each state those that follow in the same loop. */
  readonly next: readonly (readonly number[])[];
  /** Whether there are two ways from one state of a loop to the next. */
  readonly twice: boolean;
}

function loopsOf({ edges }: PatternAutomaton): Loops | undefined {
  const follow = edges.map((to) => [...to.keys()]);
  const loop = componentsOf(follow.keys(), (state) => follow[state] ?? [], MOST_STEPS);
  if (loop === undefined) return undefined;
  const isInside = (from: number, to: number): boolean => loop.get(from) === loop.get(to);
  return {
    next: follow.map((states, from) => states.filter((to) => isInside(from, to))),
    twice: edges.some((to, from) => [...to].some(([state, count]) => count > 1 && isInside(from, state))),
  };
}

/**
 * Whether two different ways lead from a state back to it over the same text: in the graph of pairs of states, a loop
 * through a pair of twice the same state and a pair of two.
 */
function isAmbiguous(characters: readonly string[], next: Loops["next"], overlap: Overlap): boolean {
  const size = characters.length;
  const follow = (pair: number): readonly number[] => {
    const [one, other] = [next[Math.floor(pair / size)] ?? [], next[pair % size] ?? []];
    return one.flatMap((a) =>
      other.filter((b) => overlap(characters[a] ?? "", characters[b] ?? "")).map((b) => a * size + b),
    );
  };
  const same = characters.map((_, state) => state * size + state);
  const loop = componentsOf(same, follow, MOST_STEPS);
  if (loop === undefined) return true;
  const ofSame = new Set(same.map((pair) => loop.get(pair)));
  return [...loop].some(([pair, number]) => Math.floor(pair / size) !== pair % size && ofSame.has(number));
}
