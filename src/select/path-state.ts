/** How far patterns of paths have been followed on the way to a place. */
import { fitsSegment, fitsName } from "./glob.js";
import type { PathPattern, PathSegment } from "./pattern.js";
import { namesOf, type Step } from "./steps.js";

/** One way in which a pattern fits so far. */
export interface PathState {
  readonly pattern: PathPattern;
  /** How many of its segments are behind. */
  readonly at: number;
  /** `**` has led to entities that are not contained: what lies below them belongs to other paths. */
  readonly left: boolean;
}

/** How `**` goes on. */
export interface Reach {
  /** Below related entities that are not contained, too. */
  readonly everywhere: boolean;
  /** As derived types, too. */
  readonly casts: boolean;
}

export function startsOf(patterns: readonly PathPattern[]): readonly PathState[] {
  return distinct(patterns.flatMap((pattern) => settled({ pattern, at: 0, left: false })));
}

export function isDone({ pattern, at }: PathState): boolean {
  return at === pattern.segments.length;
}

/** Where patterns stand after one more step; those that do not fit are gone. */
export function advanced(states: readonly PathState[], step: Step, reach: Reach): readonly PathState[] {
  return distinct(states.flatMap((state) => next(state, step, reach).flatMap(settled)));
}

/** The same for states of the same patterns, told apart by where each stands. */
export function keyOfStates(states: readonly PathState[], patterns: readonly PathPattern[]): string {
  return states.map(({ pattern, at, left }) => `${patterns.indexOf(pattern)}.${at}${left ? "!" : ""}`).join(" ");
}

function next(state: PathState, step: Step, reach: Reach): readonly PathState[] {
  const segment = state.pattern.segments[state.at];
  if (segment === undefined) return [];
  if (segment.kind !== "any")
    return fitsStep(segment, step) ? [{ pattern: state.pattern, at: state.at + 1, left: false }] : [];
  if (step.kind === "cast" && !reach.casts) return [];
  if (state.left && step.kind !== "key") return [];
  const left = step.kind === "navigation" && step.property.containsTarget !== true && !reach.everywhere;
  return [{ ...state, left: state.left || left }];
}

/** A derived type and the full name of an operation have dots, and only a pattern with dots means them. */
export function fitsStep(segment: Exclude<PathSegment, { readonly kind: "any" }>, step: Step): boolean {
  if (segment.kind === "key") return step.kind === "key";
  const { glob } = segment;
  if (step.kind === "key") return glob === "*";
  return namesOf(step).some((name) =>
    name.includes(".") ? glob.includes(".") && fitsName(glob, name) : fitsSegment(glob, name),
  );
}

/** `**` may stand for no segment at all. */
function settled(state: PathState): readonly PathState[] {
  return state.pattern.segments[state.at]?.kind === "any"
    ? [state, ...settled({ ...state, at: state.at + 1 })]
    : [state];
}

function distinct(states: readonly PathState[]): readonly PathState[] {
  if (states.length < 2) return states;
  const seen = new Map<PathPattern, Set<string>>();
  return states.filter(({ pattern, at, left }) => {
    const known = seen.get(pattern) ?? new Set();
    seen.set(pattern, known);
    const key = `${at}${left ? "!" : ""}`;
    return !known.has(key) && known.add(key);
  });
}
