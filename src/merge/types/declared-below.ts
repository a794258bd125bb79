/** What pages show on a base and CSDL declares on types derived from it (CSDL 4.01 §7 forbids both). */
import type { Report } from "../../diagnostics/report.js";
import type { NavigationProperty, Property } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Bases } from "./bases.js";

type Member = Property | NavigationProperty;

/** What declares the properties of each type, by their names. */
export type DeclaredMembers = ReadonlyMap<QualifiedName, ReadonlyMap<string, readonly Member[]>>;

/** Finds what CSDL declares by a name on a type derived from another, so that the other can have none itself. */
export function declaredBelow(
  declared: DeclaredMembers,
  bases: Bases,
): (type: QualifiedName, name: string) => Member | undefined {
  // Made when the first page speaks of what CSDL does not know: of CSDL alone nothing does.
  let members: ReadonlyMap<QualifiedName, ReadonlyMap<string, Member>> | undefined;
  return (type, name) => {
    members ??= membersBelow(declared, bases);
    return members.get(type)?.get(name.toLowerCase());
  };
}

function membersBelow(
  declared: DeclaredMembers,
  bases: Bases,
): ReadonlyMap<QualifiedName, ReadonlyMap<string, Member>> {
  const below = new Map<QualifiedName, Map<string, Member>>();
  for (const [type, members] of declared) {
    for (const base of bases.above(type)) {
      const known = below.get(base) ?? new Map<string, Member>();
      below.set(base, known);
      for (const [name, [first]] of members) {
        // Pages write names in other letters, too.
        const key = name.toLowerCase();
        if (first !== undefined && !known.has(key)) known.set(key, first);
      }
    }
  }
  return below;
}

export function reportDerived(type: QualifiedName, { name, at, by }: Member, derived: Member, report: Report): void {
  // An example shows one entity: that it is of a derived type is the audit's to say.
  if (by === "example") return;
  report.add("declared-on-derived", at, { type, property: name }, [{ place: derived.at, message: "declared here" }]);
}
