import { nearest } from "../diagnostics/near.js";

/** The existing name that an unknown name was meant to be. */
export type NameMatch = { readonly kind: "letterCase" | "near"; readonly name: string };

/**
 * Finds the existing name that was meant: one that differs in letter case only, else the most similar one among those
 * that are not `named` themselves.
 */
export function matchOf(
  name: string,
  names: readonly string[],
  named: { has(name: string): boolean },
): NameMatch | undefined {
  const lower = name.toLowerCase();
  const sameLetters = names.find((candidate) => candidate.toLowerCase() === lower);
  if (sameLetters !== undefined) return { kind: "letterCase", name: sameLetters };
  const near = nearest(
    name,
    names.filter((candidate) => !named.has(candidate)),
  );
  // Short names are similar to too many others.
  return near === undefined || name.length < 4 ? undefined : { kind: "near", name: near };
}

/** Joins names as in a sentence: `a, b and c`. */
export function listed(names: readonly string[]): string {
  const [last = "", ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`;
}
