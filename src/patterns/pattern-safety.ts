/**
 * Decides whether a pattern can be used at run time. Regular expression engines backtrack: if a repetition can match
 * the same text in two ways, each round doubles the time. `^(a+)+$` on forty letters `a` and a `!` practically never
 * ends. Of patterns whose time grows with the square of a text's length, such as `a+$`, the texts are limited.
 */
import { componentsOf } from "./components.js";
import { patternAutomaton, type PatternAutomaton } from "./pattern-automaton.js";
import { degreeOf, type Overlap } from "./pattern-degree.js";
import { patternTree, type PatternNode, type PatternTree } from "./pattern-tree.js";

export type PatternVerdict =
  /** `longest` is the number of UTF-16 code units in the longest text that it is used on; absent where any will do. */
  | { readonly kind: "usable"; readonly flags: "u" | ""; readonly longest?: number }
  | { readonly kind: "invalid"; readonly reason: string }
  /** May take exponential time, or grow with the third power, or this cannot be ruled out. */
  | { readonly kind: "unsafe" };

const LONGEST = 4000;
const MOST_STEPS = 100_000;

/** The square of it is about a tenth of a second. */
const LONGEST_TEXT = 10_000;

const UNSAFE: PatternVerdict = { kind: "unsafe" };

/**
 * Judges a regular expression of ECMAScript. The flag `u` is used if the pattern is valid with it, so that `\p{L}`
 * matches letters.
 */
export function judgePattern(source: string): PatternVerdict {
  if (source.length > LONGEST) return UNSAFE;
  const flags = faultOf(source, "u") === undefined ? "u" : "";
  const reason = flags === "u" ? undefined : faultOf(source, "");
  if (reason !== undefined) return { kind: "invalid", reason };
  // Without repetitions there is one way.
  if (!/[*+{]/.test(source)) return { kind: "usable", flags };
  const tree = patternTree(source, flags === "u");
  if (tree === undefined) return UNSAFE;
  const overlap = commonCharacters(source, flags);
  const parts = [tree.root, ...tree.assertions];
  const safe = [...parts, ...parts.flatMap(roundsOf)].every((node) => isSafe(node, overlap));
  const degree = safe ? growthOf(tree, source.startsWith("^"), overlap) : undefined;
  if (degree === undefined || degree > 2) return UNSAFE;
  return degree === 1 ? { kind: "usable", flags } : { kind: "usable", flags, longest: LONGEST_TEXT };
}

/** Of a search, which begins at every character of the text unless the pattern is anchored as a whole. */
function growthOf({ root, assertions }: PatternTree, startsAnchored: boolean, overlap: Overlap): number | undefined {
  const anchored = startsAnchored && root.kind !== "choice";
  const searched: PatternNode = anchored ? root : { kind: "sequence", items: [ANYTHING, root] };
  const degrees = [searched, ...assertions].map((node) => {
    const automaton = patternAutomaton(node);
    return automaton && degreeOf(automaton, overlap, MOST_STEPS);
  });
  return degrees.includes(undefined) ? undefined : Math.max(...degrees.map((degree) => degree ?? 0));
}

const ANYTHING: PatternNode = {
  kind: "repeat",
  item: { kind: "character", source: "[^]" },
  least: 0,
  most: Infinity,
};

/**
 * All repetitions in a pattern, each as unlimited. Limited ones do not take exponential time, but nested limits of ten
 * already take too long.
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

/** The syntax error of a pattern; undefined if it is valid. */
function faultOf(source: string, flags: string): string | undefined {
  try {
    void new RegExp(source, flags);
    return undefined;
  } catch (error) {
    return (error as Error).message; // RegExp throws errors only
  }
}

function isSafe(node: PatternNode, overlap: Overlap): boolean {
  const automaton = patternAutomaton(node);
  if (automaton === undefined) return false;
  const loops = loopsOf(automaton);
  return loops !== undefined && !loops.twice && !isAmbiguous(automaton.characters, loops.next, overlap);
}

interface Loops {
  /** For each state, the following states in the same loop. */
  readonly next: readonly (readonly number[])[];
  /** Whether a loop has two edges from one state to another. */
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
 * Whether two different paths lead from a state back to itself over the same text: whether the graph of state pairs has
 * a cycle through a pair of equal states and a pair of different ones.
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

/**
 * Returns a function that tests whether two character expressions of a pattern match a common character. It tries all
 * characters up to U+024F, those in the pattern, and samples of other scripts.
 */
function commonCharacters(pattern: string, flags: string): (one: string, other: string) => boolean {
  const matched = new Map<string, readonly boolean[]>();
  const samples = [
    ...Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)),
    ..."\u0301\u0391\u0416\u05d0\u0627\u0905\u1e9e\u2028\u20ac\u212a\u2160\u4e2d\uac00\u{1f600}\u{20000}",
    ...pattern,
  ];
  const matchesOf = (source: string): readonly boolean[] => {
    const known = matched.get(source) ?? samples.map((sample) => new RegExp(`^(?:${source})$`, flags).test(sample));
    matched.set(source, known);
    return known;
  };
  return (one, other) => {
    if (one === other) return true;
    const others = matchesOf(other);
    return matchesOf(one).some((matches, index) => matches && others[index]);
  };
}
