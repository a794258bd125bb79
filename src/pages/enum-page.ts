import type { EnumType, TypeName } from "../edm/elements.js";
import { qualify } from "../edm/names.js";
import { described } from "./description.js";
import { valuesOf } from "./headings.js";
import { descriptionOf } from "./page-facts.js";
import { checkedName, placeOf, type Reading } from "./reading.js";
import type { PlacedTable } from "./table-roles.js";
import { enumOfTable } from "./values-tables.js";

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
 * namespace; on any other page the name is short. Where a property of that name is a primitive,
 * the table shows what is usual, not an enum.
 */
export function readValuesTables(
  reading: Reading,
  primitives: ReadonlySet<string>,
  declares: boolean,
): readonly EnumType<TypeName>[] {
  const enums = new Map<string, EnumType<TypeName>>();
  for (const placed of reading.tables) {
    const name = placed.role === "members" ? valuesOf(placed.section.title) : undefined;
    if (name === undefined) continue;
    const read = readValuesTable(reading, name, placed, { primitives, declares });
    const known = read === undefined ? undefined : enums.get(name);
    if (known !== undefined) {
      const kept = { place: known.at, message: "the table that is kept" };
      reading.report.add("page-values-twice", placeOf(reading, placed.section.at), { type: name }, [kept]);
    } else if (read !== undefined) enums.set(name, read);
  }
  return [...enums.values()];
}

interface ValuesContext {
  readonly primitives: ReadonlySet<string>;
  readonly declares: boolean;
}

function readValuesTable(
  reading: Reading,
  name: string,
  { table, section }: PlacedTable,
  { primitives, declares }: ValuesContext,
): EnumType<TypeName> | undefined {
  if (primitives.has(name)) {
    reading.report.add("page-values-of-primitive", placeOf(reading, table.at), { name });
    return undefined;
  }
  const short = checkedName(reading, name, section.at, "type");
  if (short === undefined) return undefined;
  const { namespace } = reading;
  const type = namespace === undefined ? { short } : declares ? qualify(namespace, short) : { short, near: namespace };
  return enumOfTable(reading, table, type, { at: section.at, by: "valuesTable" });
}
