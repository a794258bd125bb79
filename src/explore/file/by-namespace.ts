import { groupBy } from "../../edm/grouping.js";
import type { NamespaceData } from "../data/format.js";

/** What has qualified names, by the longest namespace that each begins with; empty for those of none. */
export function byNamespace<T extends { readonly name: string }>(
  namespaces: readonly NamespaceData[],
  all: Iterable<T>,
): ReadonlyMap<string, readonly T[]> {
  const starts = namespaces.map(({ name }) => `${name}.`).sort((a, b) => b.length - a.length);
  return groupBy(all, ({ name }) => starts.find((start) => name.startsWith(start))?.slice(0, -1) ?? "");
}
