/** The states of path patterns while a path is followed, as of a nondeterministic automaton. */
import { fitsSegment, fitsName } from "./glob.js";
import type { PathPattern, PathSegment } from "./pattern.js";
import { namesOf, type Step } from "./resources.js";

/** A pattern that matches the path so far. */
export interface PathState {
  readonly pattern: PathPattern;
  /** The number of segments of the pattern that are consumed. */
  readonly at: number;
  /** Set when `**` has consumed a navigation property without containment. It then consumes only a key. */
  readonly leftContainment: boolean;
}

/** The steps that `**` consumes besides children, keys, contained entities and operations. */
export interface WildcardReach {
  /** Whether it continues below entities that are related but not contained. */
  readonly nonContained: boolean;
  /** Whether it continues with derived types. */
  readonly casts: boolean;
}

/** The states at the service root. */
export function initialStates(patterns: readonly PathPattern[]): readonly PathState[] {
  return distinct(patterns.flatMap((pattern) => expandWildcard({ pattern, at: 0, leftContainment: false })));
}

/** Whether the whole pattern is consumed. */
export function isDone({ pattern, at }: PathState): boolean {
  return at === pattern.segments.length;
}

/** The states after a step. Patterns that do not match the step are dropped. */
export function advance(states: readonly PathState[], step: Step, reach: WildcardReach): readonly PathState[] {
  return distinct(states.flatMap((state) => next(state, step, reach).flatMap(expandWildcard)));
}

/** A key that is equal for equal states. */
export function keyOfStates(states: readonly PathState[], patterns: readonly PathPattern[]): string {
  return states
    .map(({ pattern, at, leftContainment }) => `${patterns.indexOf(pattern)}.${at}${leftContainment ? "!" : ""}`)
    .join(" ");
}

function next(state: PathState, step: Step, reach: WildcardReach): readonly PathState[] {
  const segment = state.pattern.segments[state.at];
  if (segment === undefined) return [];
  if (segment.kind !== "any")
    return fitsStep(segment, step) ? [{ pattern: state.pattern, at: state.at + 1, leftContainment: false }] : [];
  if (step.kind === "cast" && !reach.casts) return [];
  if (state.leftContainment && step.kind !== "key") return [];
  const leaves = step.kind === "navigation" && step.property.containsTarget !== true && !reach.nonContained;
  return [{ ...state, leftContainment: state.leftContainment || leaves }];
}

/**
 * Whether a pattern segment matches a step. Qualified names, of derived types and operations, are matched only by
 * patterns with a dot.
 */
export function fitsStep(segment: Exclude<PathSegment, { readonly kind: "any" }>, step: Step): boolean {
  if (segment.kind === "key") return step.kind === "key";
  const { glob } = segment;
  if (step.kind === "key") return glob === "*";
  return namesOf(step).some((name) =>
    name.includes(".") ? glob.includes(".") && fitsName(glob, name) : fitsSegment(glob, name),
  );
}

/** Adds the state behind `**`, which may match no segment at all. */
function expandWildcard(state: PathState): readonly PathState[] {
  return state.pattern.segments[state.at]?.kind === "any"
    ? [state, ...expandWildcard({ ...state, at: state.at + 1 })]
    : [state];
}

function distinct(states: readonly PathState[]): readonly PathState[] {
  if (states.length < 2) return states;
  const seen = new Map<PathPattern, Set<string>>();
  return states.filter(({ pattern, at, leftContainment }) => {
    const known = seen.get(pattern) ?? new Set();
    seen.set(pattern, known);
    const key = `${at}${leftContainment ? "!" : ""}`;
    return !known.has(key) && known.add(key);
  });
}
