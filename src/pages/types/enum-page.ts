import type { EnumType, Property, StructuredType, TypeName } from "../../edm/elements.js";
import { qualify } from "../../edm/names.js";
import { described } from "./description.js";
import { valuesOf, type ValuesHeading } from "../headings.js";
import { descriptionOf } from "../page-facts.js";
import { checkedName, placeOf, type Reading } from "../reading.js";
import type { PlacedTable } from "../tables/table-roles.js";
import { isEdmType, shortNameOf } from "../tables/type-cell.js";
import { enumOfTable } from "../tables/values-tables.js";

/** The enum that a page of its own describes. */
export function readEnum(reading: Reading, name: string): readonly EnumType<TypeName>[] {
  const { page } = reading;
  const short = checkedName(reading, name, page.titleAt, "type");
  const own = reading.tables.find(({ role, section }) => role === "members" && valuesOf(section.title) === undefined);
  if (short === undefined || own === undefined) return [];
  const type = reading.namespace === undefined ? { short } : qualify(reading.namespace, short);
  const annotations = described(reading, descriptionOf(page));
  const read = enumOfTable(reading, own.table, type, { at: page.titleAt, by: "enumPage" });
  return [annotations.length === 0 ? read : { ...read, annotations }];
}

/**
 * The enums of the tables under headings `X values`. A page of enums declares them in its
 * namespace; on any other page the name is short. Where X is a property of the page, the table is
 * of its type: of a primitive it shows what is usual, which is no enum.
 */
export function readValuesTables(
  reading: Reading,
  types: readonly StructuredType<TypeName>[],
  declares: boolean,
): readonly EnumType<TypeName>[] {
  const enums = new Map<string, EnumType<TypeName>>();
  for (const placed of reading.tables) {
    const named = placed.role === "members" ? valuesOf(placed.section.title) : undefined;
    if (named === undefined) continue;
    const properties = types.flatMap((type) => type.properties);
    const read = readValuesTable(reading, named, placed, { properties, declares });
    const name = read === undefined ? "" : shortNameOf(read.name);
    const known = enums.get(name);
    if (read !== undefined && known !== undefined) {
      const kept = { place: known.at, message: "the table that is kept" };
      reading.report.add("page-values-twice", placeOf(reading, placed.section.at), { type: name }, [kept]);
    } else if (read !== undefined) enums.set(name, read);
  }
  return [...enums.values()];
}

interface ValuesContext {
  readonly properties: readonly Property<TypeName>[];
  readonly declares: boolean;
}

function readValuesTable(
  reading: Reading,
  { name, ofProperty }: ValuesHeading,
  { table, section }: PlacedTable,
  { properties, declares }: ValuesContext,
): EnumType<TypeName> | undefined {
  const from = { at: section.at, by: "valuesTable" } as const;
  const isType = !ofProperty && properties.some(({ type }) => type !== undefined && shortNameOf(type.type) === name);
  const property = isType ? undefined : propertyNamed(properties, name);
  if (property?.type !== undefined && !isEdmType(property.type.type))
    return enumOfTable(reading, table, property.type.type, from);
  if (property !== undefined) {
    reading.report.add("page-values-of-primitive", placeOf(reading, table.at), { name: property.name });
    return undefined;
  }
  if (ofProperty) {
    const header = table.header.join(" | ");
    reading.report.add("page-table-unknown", placeOf(reading, table.at), { header, section: section.title });
    return undefined;
  }
  const short = checkedName(reading, name, section.at, "type");
  if (short === undefined) return undefined;
  const { namespace } = reading;
  const type = namespace === undefined ? { short } : declares ? qualify(namespace, short) : { short, near: namespace };
  return enumOfTable(reading, table, type, from);
}

/** Headings write the names of properties with a capital letter. */
function propertyNamed(properties: readonly Property<TypeName>[], name: string): Property<TypeName> | undefined {
  const wanted = name.toLowerCase();
  return properties.find((property) => property.name.toLowerCase() === wanted);
}
