import type { Annotation } from "../../edm/annotations.js";
import type { EnumType, PropertyRef, StructuredType, TypeName } from "../../edm/elements.js";
import { isQualifiedName, isSimpleName, qualify, simpleNameOf, type QualifiedName } from "../../edm/names.js";
import { baseNamed, deprecated, described } from "./description.js";
import { isKnownHeading } from "../headings.js";
import { hasIn, isTrueIn, metadataOf, placeIn, textIn } from "../markdown/metadata.js";
import type { Metadata, Section } from "../page.js";
import { descriptionOf, inheritsSentence } from "../page-facts.js";
import { resourceNameOf } from "../page-kind.js";
import {
  baseOfRows,
  listedEnums,
  navigationPropertyOf,
  propertyOf,
  typedRows,
  type RowContext,
  type TypedRow,
} from "./property-rows.js";
import { checkedName, placeOf, shownText, type Reading } from "../reading.js";
import { isDeprecated } from "../tables/row-words.js";
import type { PlacedTable } from "../tables/table-roles.js";
import { shortNameOf } from "../tables/type-cell.js";

/** A type that the page describes: mostly the one of its title, on a few pages one for each heading. */
interface Subject {
  readonly name: string;
  readonly at: number;
  readonly ofTitle: boolean;
  readonly tables: readonly PlacedTable[];
}

export interface ResourceTypes {
  readonly types: readonly StructuredType<TypeName>[];
  readonly enums: readonly EnumType<TypeName>[];
}

/** The structured types of a resource page, and the enums whose values its rows list. */
export function readResources(reading: Reading, name: string): ResourceTypes {
  const types: StructuredType<TypeName>[] = [];
  const enums: EnumType<TypeName>[] = [];
  const subjects = subjectsOf(reading, name);
  for (const subject of subjects) {
    const block = resourceBlockOf(reading, subject, subjects.length === 1);
    const typeName = typeNameOf(reading, subject, block);
    if (typeName === undefined) continue;
    const properties = rowsOf(reading, subject, "properties");
    const relationships = rowsOf(reading, subject, "relationships");
    const context: RowContext = { reading, by: "resourcePage", ...keyNameOf(block) };
    types.push(structuredType(context, { subject, typeName, block, properties, relationships }));
    enums.push(...listedEnums(context, properties));
  }
  return { types, enums };
}

function subjectsOf({ page, tables: allTables }: Reading, name: string): readonly Subject[] {
  const tables = allTables.filter(({ role }) => role === "properties" || role === "relationships");
  const byHeading = new Map<string, PlacedTable[]>();
  for (const placed of tables) {
    const heading = subjectHeading(placed.section);
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), placed]);
  }
  const ofTitle = { name, at: page.titleAt, ofTitle: true, tables: byHeading.get("") ?? [] };
  byHeading.delete("");
  const others = [...byHeading].map(([heading, placed]) => {
    const section = page.sections.find((candidate) => candidate.heading === heading);
    const title = section?.title ?? heading;
    return { name: resourceNameOf(title) ?? title, at: section?.at ?? page.titleAt, ofTitle: false, tables: placed };
  });
  return ofTitle.tables.length > 0 || others.length === 0 ? [ofTitle, ...others] : others;
}

/** The heading between the title and the table that names a type of its own; empty: the title. */
function subjectHeading({ ancestors }: Section): string {
  return ancestors.slice(1).findLast((heading) => !isKnownHeading(heading)) ?? "";
}

function rowsOf(reading: Reading, { tables }: Subject, role: "properties" | "relationships"): readonly TypedRow[] {
  return tables.flatMap(({ table, role: found }) => (found === role ? typedRows(reading, table) : []));
}

/** The comment of the JSON representation that speaks of the subject. */
function resourceBlockOf({ page }: Reading, subject: Subject, alone: boolean): Metadata | undefined {
  const blocks = metadataOf(page, "blockType", "resource");
  const wanted = subject.name.toLowerCase();
  const named = blocks.find((block) => shortened(textIn(block, "@odata.type"))?.toLowerCase() === wanted);
  return named ?? (alone || subject.ofTitle ? blocks[0] : undefined);
}

function shortened(type: string | undefined): string | undefined {
  return type?.slice(type.lastIndexOf(".") + 1);
}

/** `@odata.type` of the resource block, else the title with the page's namespace. */
function typeNameOf(reading: Reading, subject: Subject, block: Metadata | undefined): TypeName | undefined {
  const said = block === undefined ? undefined : textIn(block, "@odata.type");
  if (block !== undefined && said !== undefined) {
    const full = said.replace(/^#/, "");
    const isLegal = isQualifiedName(full);
    if (!isLegal) reportIllegal(reading, block, "@odata.type", { what: "type with its namespace", name: said });
    else if (isSimpleName(subject.name) && simpleNameOf(full).toLowerCase() !== subject.name.toLowerCase()) {
      const at = placeOf(reading, placeIn(block, "@odata.type"));
      reading.report.add("page-names-differ", at, { title: subject.name, type: full });
    }
    if (isLegal) return full;
  }
  const short = checkedName(reading, subject.name, subject.at, "type");
  if (short === undefined) return undefined;
  return reading.namespace === undefined ? { short } : qualify(reading.namespace, short);
}

function reportIllegal(
  reading: Reading,
  block: Metadata,
  member: string,
  values: { readonly what: string; readonly name: string },
): void {
  reading.report.add("page-name-illegal", placeOf(reading, placeIn(block, member)), values);
}

function keyNameOf(block: Metadata | undefined): { readonly key?: string } {
  const key = block === undefined ? undefined : textIn(block, "keyProperty");
  return key === undefined || !isSimpleName(key) ? {} : { key };
}

interface Described {
  readonly subject: Subject;
  readonly typeName: TypeName;
  readonly block: Metadata | undefined;
  readonly properties: readonly TypedRow[];
  readonly relationships: readonly TypedRow[];
}

function structuredType(
  context: RowContext,
  { subject, typeName, block, properties, relationships }: Described,
): StructuredType<TypeName> {
  const { reading } = context;
  const base = baseOf(reading, subject, block, properties);
  const key = keyOf(reading, block, properties);
  const annotations = subject.ofTitle ? aboutPage(reading) : [];
  const statesKey = key !== undefined || context.key !== undefined || properties.some(({ name }) => name === "id");
  const hasKey = statesKey || (base !== undefined && isEntity(base));
  const isMedia = block !== undefined && isTrueIn(block, "isMediaEntity");
  return {
    kind: hasKey || isMedia ? "EntityType" : "ComplexType",
    name: typeName,
    ...(base !== undefined && { base }),
    ...(block !== undefined && isTrueIn(block, "abstract") && { abstract: true }),
    ...(block !== undefined && hasIn(block, "openType") && { open: isTrueIn(block, "openType") }),
    ...(isMedia && { hasStream: true }),
    ...(key !== undefined && { key }),
    ...(annotations.length > 0 && { annotations }),
    at: placeOf(reading, subject.at),
    by: "resourcePage",
    properties: properties.map((row) => propertyOf(context, row)),
    navigationProperties: relationships.map((row) => navigationPropertyOf(context, row)),
  };
}

/** What the page says of its type: how it is described, and `(deprecated)` in its title. */
function aboutPage(reading: Reading): readonly Annotation[] {
  const { page } = reading;
  const description = descriptionOf(page);
  const isOver = /\(deprecated\)$/i.test(page.title) || isDeprecated(shownText(reading, description?.text ?? ""));
  const revision = isOver ? [deprecated("", placeOf(reading, page.titleAt))] : [];
  return [...described(reading, description), ...revision];
}

/**
 * The base by the metadata, else by the sentence, else by the rows that are inherited. That the
 * base is `entity` says no more than that there is a key: whoever names another knows better.
 */
function baseOf(
  reading: Reading,
  subject: Subject,
  block: Metadata | undefined,
  properties: readonly TypedRow[],
): TypeName | undefined {
  const stated = block === undefined ? undefined : statedBase(reading, block);
  if (stated !== undefined && !isEntity(stated)) return stated;
  const sentence = subject.ofTitle ? inheritsSentence(reading.page) : undefined;
  const inherited = sentence === undefined ? undefined : baseNamed(reading, sentence);
  if (inherited !== undefined && !isEntity(inherited)) return inherited;
  const ofRows = baseOfRows(properties);
  return ofRows !== undefined && !isEntity(ofRows) ? ofRows : (stated ?? inherited ?? ofRows);
}

function statedBase(reading: Reading, block: Metadata): QualifiedName | undefined {
  const said = textIn(block, "baseType");
  if (said === undefined || said === "") return undefined;
  const name = said.replace(/^#/, "");
  if (isQualifiedName(name)) return name;
  reportIllegal(reading, block, "baseType", { what: "base type", name });
  return undefined;
}

function isEntity(type: TypeName): boolean {
  return shortNameOf(type) === "entity";
}

/** The key that the metadata states. A key that a row inherits is the base's. */
function keyOf(
  reading: Reading,
  block: Metadata | undefined,
  properties: readonly TypedRow[],
): readonly PropertyRef[] | undefined {
  if (block === undefined) return undefined;
  if (!hasIn(block, "keyProperty")) return undefined;
  const said = textIn(block, "keyProperty");
  const offset = placeIn(block, "keyProperty");
  if (said === undefined) {
    reading.report.add("page-metadata-faulty", placeOf(reading, offset), { what: "the key property is no string" });
    return undefined;
  }
  const name = checkedName(reading, said, offset, "key property");
  const inherited = properties.some((row) => row.name === name && row.description.declaredOn !== undefined);
  return name === undefined || inherited ? undefined : [{ name, at: placeOf(reading, offset) }];
}
