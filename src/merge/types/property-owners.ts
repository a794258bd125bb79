import type { Report } from "../../diagnostics/report.js";
import type { AnyProperty, StructuredType } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Declarations } from "../collect.js";
import type { MergeContext } from "../context.js";
import type { Bases, TypeChain } from "./bases.js";
import { propertiesBelow, reportDerived, type DeclaredProperties } from "./declared-below.js";
import { propertiesOf, type PropertyDeclarations } from "./properties.js";
import { withoutShownAlone } from "./shown-alone.js";

/** Properties by the type that they belong to and by name. */
export type PropertiesByType = ReadonlyMap<QualifiedName, ReadonlyMap<string, PropertyDeclarations>>;

type Owners = Map<QualifiedName, Map<string, [AnyProperty, ...AnyProperty[]]>>;

/**
 * Assigns each property to the type that declares it. CSDL declares its own. A page's row "Inherited from X" belongs
 * to X; what a page shows on a derived type and a base declares belongs to the base. A property that a page shows on a
 * base and CSDL declares on a derived type is left to the derived type (CSDL 4.01 §7).
 */
export function assignProperties(
  types: Declarations<StructuredType>,
  bases: Bases,
  { report, precedence }: MergeContext,
): PropertiesByType {
  const all = [...types.values()].flat();
  const owners: Owners = new Map();
  for (const type of all)
    if (type.by === "csdl") for (const property of propertiesOf(type)) assign(property, [type.name], owners);
  const shown = all.filter(({ by }) => by !== "csdl");
  const placed = placeShown(withoutShownAlone(shown, types, bases, report), owners, bases, report);
  // Bases first: a property of a derived type goes to the base that has it already.
  const byDepth = [...groupBy(placed, ({ depth }) => depth)].sort(([a], [b]) => a - b);
  for (const { property, chain } of byDepth.flatMap(([, group]) => group)) assign(property, chain, owners);
  for (const properties of owners.values()) for (const list of properties.values()) list.sort(precedence);
  return owners;
}

/** Adds a declaration to the type furthest up the chain that has the property, else to the first type. */
function assign(property: AnyProperty, chain: TypeChain, owners: Owners): void {
  const { name } = property;
  const owner = chain.findLast((type) => owners.get(type)?.has(name)) ?? chain[0];
  const properties = owners.get(owner) ?? new Map<string, [AnyProperty, ...AnyProperty[]]>();
  owners.set(owner, properties);
  const declarations = properties.get(name);
  if (declarations === undefined) properties.set(name, [property]);
  else declarations.push(property);
}

/** A property of a page, and the types that it may belong to. */
interface Shown {
  readonly property: AnyProperty;
  readonly chain: TypeChain;
  /** How many types the chain of the first one has. */
  readonly depth: number;
}

/** Finds the types that the properties of pages may belong to; `declared` holds the properties of CSDL. */
function placeShown(
  types: readonly StructuredType[],
  declared: DeclaredProperties,
  bases: Bases,
  report: Report,
): readonly Shown[] {
  if (types.length === 0) return [];
  const below = propertiesBelow(declared, bases);
  const hasBelow = (type: QualifiedName, name: string) => below.get(type)?.get(name.toLowerCase());
  const respell = respellerOf(declared, report);
  return types.flatMap((type) => {
    const chain = bases.chain(type.name);
    return propertiesOf(type).flatMap((written): readonly Shown[] => {
      const property = respell(written, chain);
      const owner = chain.findLast((one) => declared.get(one)?.has(property.name));
      if (owner !== undefined) return [{ property, chain: [owner], depth: bases.chain(owner).length }];
      const inherited = property.declaredOn;
      // A base cannot have what CSDL declares on a type below it, and a type has nothing of one that is no base of it:
      // then the row is about the type of the page.
      const isInherited = inherited !== undefined && chain.includes(inherited);
      const own = isInherited && hasBelow(inherited, property.name) === undefined ? bases.chain(inherited) : chain;
      const derived = hasBelow(own[0], property.name);
      if (derived === undefined) return [{ property, chain: own, depth: own.length }];
      reportDerived(own[0], property, derived, report);
      return [];
    });
  });
}

/** Gives a property the letter case of CSDL. Names that differ in letter case alone are one property. */
function respellerOf(declared: DeclaredProperties, report: Report) {
  const lowerCase = new Map(
    [...declared].map(([type, properties]) => [
      type,
      new Map([...properties.values()].flatMap(([first]) => (first ? [[first.name.toLowerCase(), first]] : []))),
    ]),
  );
  return (property: AnyProperty, chain: TypeChain): AnyProperty => {
    if (chain.some((type) => declared.get(type)?.has(property.name))) return property;
    const key = property.name.toLowerCase();
    const [stands] = chain.flatMap((type) => lowerCase.get(type)?.get(key) ?? []);
    if (stands === undefined) return property;
    const related = [{ place: stands.at, message: "the declaration that stands" }];
    const names = { what: "property", written: property.name, stands: stands.name };
    // The audit reports letter case in examples.
    if (property.by !== "example") report.add("letter-case-differs", property.at, names, related);
    return { ...property, name: stands.name };
  };
}
