import type { ScopeSet } from "../../src/edm/requests.js";

/** One text for each alternative: `A.Read`, or `A.Read and B.Read` for scopes that are needed together. */
export function setsOf(alternatives: readonly ScopeSet[]): readonly string[] {
  return alternatives.map((set) => set.join(" and "));
}
