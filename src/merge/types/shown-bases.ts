import type { StructuredType } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { Declarations } from "../collect.js";

/**
 * The bases that examples show of types without a stated one: a value that names another type in `@odata.type` than the
 * page states for it is of a type that derives from that (OData JSON Format 4.01 §4.6.3).
 */
export function addShownBases(
  bases: Map<QualifiedName, QualifiedName>,
  types: Declarations<StructuredType>,
  stated: ReadonlySet<QualifiedName>,
): void {
  for (const [type, base] of shownBases(types)) {
    const isKnown = types.has(type) && types.has(base);
    if (isKnown && !stated.has(type) && !bases.has(type) && !chainOf(base, bases).has(type)) bases.set(type, base);
  }
}

function shownBases(types: Declarations<StructuredType>): ReadonlyMap<QualifiedName, QualifiedName> {
  const shown = new Map<QualifiedName, QualifiedName>();
  for (const [name, declarations] of types) {
    const base = declarations.find(({ by }) => by === "example")?.base;
    if (base !== undefined) shown.set(name, base);
  }
  for (const [type, base] of [...types.values()].flatMap(shownInProperties))
    if (!shown.has(type)) shown.set(type, base);
  return shown;
}

/** Properties of a type whose row states another type than the value in an example has. */
function shownInProperties(
  declarations: readonly StructuredType[],
): readonly (readonly [type: QualifiedName, base: QualifiedName])[] {
  const stated = new Map(
    declarations
      .filter(({ by }) => by === "resourcePage")
      .flatMap(({ properties, navigationProperties }) => [...properties, ...navigationProperties])
      .flatMap(({ name, type }) => (type === undefined ? [] : [[name, type.type] as const])),
  );
  return declarations
    .filter(({ by }) => by === "example")
    .flatMap(({ properties }) => properties)
    .flatMap(({ name, type }) => {
      const base = stated.get(name);
      const isShown = type !== undefined && base !== undefined && type.type !== base;
      return isShown && edmTypeOf(type.type) === undefined ? [[type.type, base] as const] : [];
    });
}

function chainOf(type: QualifiedName, bases: ReadonlyMap<QualifiedName, QualifiedName>): ReadonlySet<QualifiedName> {
  const chain = new Set<QualifiedName>();
  for (let name: QualifiedName | undefined = type; name !== undefined && !chain.has(name); name = bases.get(name))
    chain.add(name);
  return chain;
}
