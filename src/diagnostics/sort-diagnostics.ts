import type { Location, Sources } from "./position.js";
import type { Diagnostic, Place } from "./report.js";

/** The place of a diagnostic by line and column; a file without text has neither. */
export type Spot = Location | { readonly source: string; readonly line?: undefined; readonly column?: undefined };

export function spotOf(place: Place, sources: Sources): Spot {
  if (typeof place === "number") return sources.locate(place);
  const { path: source, line, column } = place;
  return line === undefined || column === undefined ? { source } : { source, line, column };
}

/** Sorts diagnostics by path, line, column, code and message, and removes duplicates. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[], sources: Sources): readonly Diagnostic[] {
  const keyed = diagnostics.map((diagnostic) => ({ diagnostic, key: keyOf(diagnostic, sources) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  const once = keyed.filter(({ key }, i) => compareKeys(key, keyed[i - 1]?.key ?? []) !== 0);
  return once.map(({ diagnostic }) => diagnostic);
}

type Key = readonly (string | number)[];

/** Includes related places: diagnostics that differ only there are no duplicates. */
function keyOf({ place, code, message, related }: Diagnostic, sources: Sources): Key {
  const others = related.flatMap((one) => [...spotKey(one.place, sources), one.message]);
  return [...spotKey(place, sources), code, message, ...others];
}

function spotKey(place: Place, sources: Sources): Key {
  const { source, line = 0, column = 0 } = spotOf(place, sources);
  return [source, line, column];
}

/** Compares by code units: the order is the same in every locale. */
function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i] ?? "", b[i] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
