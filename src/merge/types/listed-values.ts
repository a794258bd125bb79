import type { Member, Property, StructuredType } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { namespaceOf, type QualifiedName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";
import type { Collected } from "../collect.js";

/** Two values are shared by enums that have nothing to do with each other: Public and Private, and and or. */
const FEW = 3;

/**
 * Gives properties that pages document as String the enum of the same namespace that has exactly the values listed for
 * them, if there is only one. On the pages of Microsoft Graph, the CSDL agrees for 59 of 62; for collections and for
 * fewer than three values it often has String. Types that CSDL declares stay as they are documented.
 */
export function withListedEnums(collected: Collected): Collected {
  const byValues = groupBy([...collected.enums.values()], ([{ name, members }]) => keyOf(name, wordsOf(members)));
  const enumOf = (owner: QualifiedName, { type, values = [] }: Property): QualifiedName | undefined => {
    const words = wordsOf(values);
    if (type?.type !== edm("String") || type.collection || words.length < FEW) return undefined;
    const [only, ...others] = byValues.get(keyOf(owner, words)) ?? [];
    return others.length === 0 ? only?.[0].name : undefined;
  };
  const structured = new Map(
    [...collected.structured].map(([name, [first, ...others]]) => {
      const typeOf = (property: Property) => (first.by === "csdl" ? undefined : enumOf(name, property));
      return [name, [withTypes(first, typeOf), ...others.map((type) => withTypes(type, typeOf))]] as const;
    }),
  );
  return { ...collected, structured };
}

function withTypes(type: StructuredType, typeOf: (property: Property) => QualifiedName | undefined): StructuredType {
  if (type.properties.every(({ values }) => values === undefined)) return type;
  return { ...type, properties: type.properties.map((property) => withType(property, typeOf(property))) };
}

function withType(property: Property, type: QualifiedName | undefined): Property {
  const { values: _, ...own } = property;
  return type === undefined || own.type === undefined ? own : { ...own, type: { ...own.type, type } };
}

function wordsOf(values: readonly Pick<Member, "name">[]): readonly string[] {
  return values.map(({ name }) => name.toLowerCase()).filter((word) => word !== "unknownfuturevalue");
}

/** The namespace of a name with words in any order. */
function keyOf(name: QualifiedName, words: readonly string[]): string {
  return [namespaceOf(name), ...words.toSorted()].join(" ");
}
