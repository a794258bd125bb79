import { expect, it } from "vitest";
import { keyOfStates, type PathState } from "../../src/select/path-state.js";
import type { PathPattern } from "../../src/select/pattern.js";

const patterns = Array.from({ length: 12 }, (): PathPattern => ({ kind: "path", text: "/", segments: [] }));

/** States as [index of the pattern, consumed segments, whether containment was left]. */
function keyOf(...states: readonly (readonly [number, number, boolean?])[]): string {
  const all = states.flatMap(([index, at, leftContainment = false]): readonly PathState[] => {
    const pattern = patterns[index];
    return pattern === undefined ? [] : [{ pattern, at, leftContainment }];
  });
  return keyOfStates(all, patterns);
}

it("equal states have equal keys, and others have other ones", () => {
  expect(keyOf([0, 1], [1, 2, true])).toBe(keyOf([0, 1], [1, 2, true]));
  const keys = [
    keyOf(),
    keyOf([0, 1]),
    keyOf([0, 1, true]),
    keyOf([1, 1]),
    keyOf([0, 2]),
    keyOf([0, 1], [1, 1]),
    keyOf([0, 1], [10, 1]),
    keyOf([0, 11], [0, 1]),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
