import type { EnumType, Property, StructuredType, TypeName } from "../../edm/elements.js";
import { qualify } from "../../edm/names.js";
import { Core } from "../../edm/vocabulary.js";
import { described, descriptionOf } from "./description.js";
import { statesFlags } from "./flags.js";
import { valuesOf, type ValuesHeading } from "../headings.js";
import { checkedName, placeOf, type PageContext } from "../page-context.js";
import type { PageTable } from "../tables/table-roles.js";
import { isEdmType, shortNameOf } from "../tables/type-cell.js";
import { enumOfTable } from "./enum-table.js";

/** Reads the enum of an enum page. */
export function readEnum(context: PageContext, name: string): readonly EnumType<TypeName>[] {
  const { page } = context;
  const short = checkedName(context, name, page.titleAt, "type");
  const own = context.tables.find(({ role, section }) => role === "members" && valuesOf(section.title) === undefined);
  if (short === undefined || own === undefined) return [];
  const type = context.namespace === undefined ? { short } : qualify(context.namespace, short);
  const annotations = described(context, descriptionOf(page));
  const flags = [...page.intro, ...own.section.paragraphs].some(({ text }) => statesFlags(text));
  const read = enumOfTable(context, own.table, type, { at: page.titleAt, by: "enumPage", flags });
  return [annotations.length === 0 ? read : { ...read, annotations }];
}

/**
 * Reads the enums of tables under headings `X values`. On a page of enums they belong to its namespace; on other pages
 * the name is short and is resolved later. If X is a property of the page, the enum is the property's type; the values
 * of a primitive make no enum.
 */
export function readValuesTables(
  context: PageContext,
  types: readonly StructuredType<TypeName>[],
  declares: boolean,
): readonly EnumType<TypeName>[] {
  const enums = new Map<string, EnumType<TypeName>>();
  for (const found of context.tables) {
    const named = found.role === "members" ? valuesOf(found.section.title) : undefined;
    if (named === undefined) continue;
    const properties = types.flatMap((type) => type.properties);
    const read = readValuesTable(context, named, found, { properties, declares });
    const name = read === undefined ? "" : shortNameOf(read.name);
    const known = enums.get(name);
    if (read !== undefined && known !== undefined) {
      const kept = { place: known.at, message: "the table that is kept" };
      context.report.add("page-values-twice", placeOf(context, found.section.at), { type: name }, [kept]);
    } else if (read !== undefined) enums.set(name, read);
  }
  return [...enums.values()];
}

interface ValuesContext {
  readonly properties: readonly Property<TypeName>[];
  readonly declares: boolean;
}

function readValuesTable(
  context: PageContext,
  { name, ofProperty }: ValuesHeading,
  { table, section }: PageTable,
  { properties, declares }: ValuesContext,
): EnumType<TypeName> | undefined {
  const ofType = properties.filter(({ type }) => type !== undefined && shortNameOf(type.type) === name);
  const isType = !ofProperty && ofType.length > 0;
  const property = isType ? undefined : propertyNamed(properties, name);
  const about = property === undefined ? ofType : [property];
  const flags = section.paragraphs.some(({ text }) => statesFlags(text)) || about.some(isOfFlags);
  const from = { at: section.at, by: "valuesTable", flags } as const;
  if (property?.type !== undefined && !isEdmType(property.type.type))
    return enumOfTable(context, table, property.type.type, from);
  if (property !== undefined) {
    context.report.add("page-values-of-primitive", placeOf(context, table.at), { name: property.name });
    return undefined;
  }
  if (ofProperty) {
    const header = table.header.join(" | ");
    context.report.add("page-table-unknown", placeOf(context, table.at), { header, section: section.title });
    return undefined;
  }
  const short = checkedName(context, name, section.at, "type");
  if (short === undefined) return undefined;
  const { namespace } = context;
  const type = namespace === undefined ? { short } : declares ? qualify(namespace, short) : { short, near: namespace };
  return enumOfTable(context, table, type, from);
}

/** Whether the description of a property calls its enum one of flags. */
function isOfFlags({ annotations = [] }: Property<TypeName>): boolean {
  const description = annotations.find(({ term }) => term === Core.Description)?.value;
  return description?.kind === "Constant" && statesFlags(description.value);
}

/** Ignores letter case: headings start with a capital letter. */
function propertyNamed(properties: readonly Property<TypeName>[], name: string): Property<TypeName> | undefined {
  const wanted = name.toLowerCase();
  return properties.find((property) => property.name.toLowerCase() === wanted);
}
