import { nearest } from "../diagnostics/near.js";

/** How a name that is not there compares with the names that are. */
export type NameMatch = { readonly kind: "letterCase" | "near"; readonly name: string };

/**
 * The name that was meant. One that differs in capitals alone is certain; one that is merely near is only taken from
 * those that are not named themselves beside it.
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
  // Short words are near to too many others.
  return near === undefined || name.length < 4 ? undefined : { kind: "near", name: near };
}

/** `a, b and c` */
export function listed(names: readonly string[]): string {
  const [last = "", ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`;
}
