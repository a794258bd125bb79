/** Properties that only examples, tables of api pages and paths show, and that the pages of the types leave out. */
import type { Report } from "../../diagnostics/report.js";
import type { At } from "../../diagnostics/position.js";
import type { AnyProperty, StructuredType } from "../../edm/elements.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import type { Declarations } from "../collect.js";
import type { Bases } from "./bases.js";
import { propertiesOf } from "./properties.js";

/**
 * Leaves out, where no CSDL declares the type, what its pages contradict: what examples show of a type that its page calls
 * open, since that is data of the example alone; a property of a base that no page of a base has a row for, but the page
 * of a derived type, which has it then; and a property of a type with rows that has none for it, since three of four in
 * examples are old names, typing errors, custom data or from the body of another type.
 */
export function withoutShownAlone(
  shown: readonly StructuredType[],
  types: Declarations<StructuredType>,
  bases: Bases,
  report: Report,
): readonly StructuredType[] {
  const rows = rowsByType(shown, bases);
  const below = rowsBelow(rows, bases);
  const open = new Set(shown.flatMap((type) => (type.open === true ? [type.name] : [])));
  // Names that differ in letter case alone are one property; that of the row stands.
  const spelled = <P extends AnyProperty>(type: StructuredType, property: P): P => {
    if (!isWeak(type)) return property;
    const [name = property.name] = bases
      .chain(type.name)
      .flatMap((one) => rows.get(one)?.get(property.name.toLowerCase()) ?? []);
    return name === property.name ? property : { ...property, name };
  };
  const left = new Map<string, LeftOut>();
  const isShown = (type: StructuredType, property: AnyProperty): boolean => {
    if (!isWeak(type)) return true;
    const name = property.name.toLowerCase();
    const chain = bases.chain(type.name);
    if (chain.some((one) => rows.get(one)?.has(name) === true || types.get(one)?.[0].by === "csdl")) return true;
    if (below.get(type.name)?.has(name) === true) {
      if (type.by !== "example")
        report.add("declared-on-derived", property.at, { type: type.name, property: property.name });
      return false;
    }
    if (type.by === "example" && chain.some((one) => open.has(one))) {
      leaveOut(type.name, property, left);
      return false;
    }
    if (property.kind === "NavigationProperty" || !rows.has(type.name)) return true;
    leaveOut(type.name, property, left);
    return false;
  };
  const kept = shown.map((type) => ({
    ...type,
    properties: type.properties.filter((property) => isShown(type, property)).map((one) => spelled(type, one)),
    navigationProperties: type.navigationProperties
      .filter((property) => isShown(type, property))
      .map((one) => spelled(type, one)),
  }));
  for (const { type, property, at, elsewhere } of left.values())
    report.add("property-without-row", at, { type, property }, [], elsewhere);
  return kept;
}

/** Declarations of api pages and their examples, which are about other things than the type. */
function isWeak({ by }: StructuredType): boolean {
  return by === "example" || by === "apiList";
}

interface LeftOut {
  readonly type: QualifiedName;
  readonly property: string;
  readonly at: At;
  readonly elsewhere: At[];
}

function leaveOut(type: QualifiedName, { name, at }: AnyProperty, left: Map<string, LeftOut>): void {
  const known = left.get(`${type}/${name}`);
  if (known === undefined) left.set(`${type}/${name}`, { type, property: name, at, elsewhere: [] });
  else known.elsewhere.push(at);
}

/** Names of properties by lower case, by the type that has them. */
type NamesByType = ReadonlyMap<QualifiedName, ReadonlyMap<string, SimpleName>>;

/** The names in the rows of resource pages. */
function rowsByType(shown: readonly StructuredType[], bases: Bases): NamesByType {
  const rows = new Map<QualifiedName, Map<string, SimpleName>>();
  for (const type of shown) {
    if (isWeak(type)) continue;
    const chain = bases.chain(type.name);
    for (const { name, declaredOn } of propertiesOf(type)) {
      const owner = declaredOn !== undefined && chain.includes(declaredOn) ? declaredOn : type.name;
      const names = rows.get(owner) ?? new Map<string, SimpleName>();
      rows.set(owner, names);
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  return rows;
}

/** The names in the rows of derived types, by each of their base types. */
function rowsBelow(rows: NamesByType, bases: Bases): NamesByType {
  const below = new Map<QualifiedName, Map<string, SimpleName>>();
  for (const [type, names] of rows) {
    for (const base of bases.above(type)) {
      const known = below.get(base) ?? new Map<string, SimpleName>();
      below.set(base, known);
      for (const [lowerCase, name] of names) known.set(lowerCase, name);
    }
  }
  return below;
}
