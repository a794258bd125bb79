import type { Report } from "../../diagnostics/report.js";
import type { AnyProperty } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Bases } from "./bases.js";

/** The declarations of properties by type and name. */
export type DeclaredProperties = ReadonlyMap<QualifiedName, ReadonlyMap<string, readonly AnyProperty[]>>;

/**
 * Indexes the properties that CSDL declares by the types *above* the declaring one: where a derived type declares a
 * property, its bases cannot have one of that name (CSDL 4.01 §7). Names in lower case, since pages vary letter case.
 */
export function propertiesBelow(
  declared: DeclaredProperties,
  bases: Bases,
): ReadonlyMap<QualifiedName, ReadonlyMap<string, AnyProperty>> {
  const below = new Map<QualifiedName, Map<string, AnyProperty>>();
  for (const [type, properties] of declared) {
    for (const base of bases.above(type)) {
      const known = below.get(base) ?? new Map<string, AnyProperty>();
      below.set(base, known);
      for (const [name, [first]] of properties) {
        const key = name.toLowerCase();
        if (first !== undefined && !known.has(key)) known.set(key, first);
      }
    }
  }
  return below;
}

/** Reports a property that a page places on a base. Examples show entities of derived types, so the audit reports those. */
export function reportDerived(
  type: QualifiedName,
  { name, at, by }: AnyProperty,
  derived: AnyProperty,
  report: Report,
): void {
  if (by === "example") return;
  report.add("declared-on-derived", at, { type, property: name }, [{ place: derived.at, message: "declared here" }]);
}
