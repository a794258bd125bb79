import { groupBy } from "../../edm/grouping.js";

/** What sources are called where they are named often: by the last segment of their path if no other has the same. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const bySegment = groupBy(names, lastSegment);
  return new Map(
    names.map((name) => [name, bySegment.get(lastSegment(name))?.length === 1 ? lastSegment(name) : name]),
  );
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1) || name;
}
