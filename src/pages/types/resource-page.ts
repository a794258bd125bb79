import type { Annotation } from "../../edm/annotations.js";
import type { EnumType, PropertyRef, StructuredType, TypeName } from "../../edm/elements.js";
import {
  isQualifiedName,
  isSimpleName,
  namespaceOf,
  qualify,
  simpleNameOf,
  type QualifiedName,
} from "../../edm/names.js";
import { basePhraseOf, inheritedAbove } from "./base-phrases.js";
import { derivedTypes } from "./derived-types.js";
import { baseNamed, deprecated, described, descriptionOf } from "./description.js";
import { isKnownHeading } from "../headings.js";
import { hasMember, isTrueMember, metadataOf, offsetOfMember, stringMember } from "../markdown/metadata.js";
import type { Metadata, Section } from "../page.js";
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
import { checkedName, placeOf, shownText, type PageContext } from "../page-context.js";
import { isDeprecated } from "../tables/row-words.js";
import type { PageTable } from "../tables/table-roles.js";
import { shortNameOf } from "../tables/type-cell.js";

/** A type that the page declares: the one of its title, on a few pages one for each heading. */
interface Subject {
  readonly name: string;
  readonly at: number;
  readonly ofTitle: boolean;
  readonly tables: readonly PageTable[];
}

export interface ResourceTypes {
  readonly types: readonly StructuredType<TypeName>[];
  readonly enums: readonly EnumType<TypeName>[];
}

/** Reads the structured types of a resource page and the enums whose values their descriptions list. */
export function readResources(context: PageContext, name: string): ResourceTypes {
  const types: StructuredType<TypeName>[] = [];
  const enums: EnumType<TypeName>[] = [];
  const subjects = subjectsOf(context, name);
  for (const subject of subjects) {
    const block = resourceBlockOf(context, subject, subjects.length === 1);
    const typeName = typeNameOf(context, subject, block);
    if (typeName === undefined) continue;
    const properties = rowsOf(context, subject, "properties");
    const relationships = rowsOf(context, subject, "relationships");
    const rowContext: RowContext = { ...context, by: "resourcePage", ...keyNameOf(block) };
    const type = structuredType(rowContext, { subject, typeName, block, properties, relationships });
    types.push(type, ...(subject.ofTitle ? derivedTypes(context, type) : []));
    enums.push(...listedEnums(rowContext, properties));
  }
  return { types, enums };
}

function subjectsOf({ page, tables: allTables }: PageContext, name: string): readonly Subject[] {
  const tables = allTables.filter(({ role }) => role === "properties" || role === "relationships");
  const byHeading = new Map<string, PageTable[]>();
  for (const table of tables) {
    const heading = subjectHeading(table.section);
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), table]);
  }
  const ofTitle = { name, at: page.titleAt, ofTitle: true, tables: byHeading.get("") ?? [] };
  byHeading.delete("");
  const others = [...byHeading].map(([heading, own]) => {
    const section = page.sections.find((candidate) => candidate.heading === heading);
    const title = section?.title ?? heading;
    return { name: resourceNameOf(title) ?? title, at: section?.at ?? page.titleAt, ofTitle: false, tables: own };
  });
  return ofTitle.tables.length > 0 || others.length === 0 ? [ofTitle, ...others] : others;
}

/** The heading between the title and a table that names another type; empty when the table is about the title's type. */
function subjectHeading({ ancestors }: Section): string {
  return ancestors.slice(1).findLast((heading) => !isKnownHeading(heading)) ?? "";
}

function rowsOf(context: PageContext, { tables }: Subject, role: "properties" | "relationships"): readonly TypedRow[] {
  return tables.flatMap((found) => (found.role === role ? rowsOfTable(context, found) : []));
}

/** The rows of a table. "Inherited from" above it counts for every row that has no such phrase of its own. */
function rowsOfTable(context: PageContext, found: PageTable): readonly TypedRow[] {
  const rows = typedRows(context, found.table);
  const phrase = inheritedAbove(found);
  const above = phrase === undefined ? undefined : baseNamed(context, phrase);
  if (above === undefined) return rows;
  return rows.map((row) => {
    const { description } = row;
    return { ...row, description: { ...description, declaredOn: description.declaredOn ?? above } };
  });
}

/** The `resource` comment of a type, beside its JSON representation. */
function resourceBlockOf({ page }: PageContext, subject: Subject, alone: boolean): Metadata | undefined {
  const blocks = metadataOf(page, "blockType", "resource");
  const wanted = subject.name.toLowerCase();
  const named = blocks.find((block) => shortened(stringMember(block, "@odata.type"))?.toLowerCase() === wanted);
  return named ?? (alone || subject.ofTitle ? blocks[0] : undefined);
}

function shortened(type: string | undefined): string | undefined {
  return type?.slice(type.lastIndexOf(".") + 1);
}

/** The `@odata.type` of the resource comment, else the name in the title with the page's namespace. */
function typeNameOf(context: PageContext, subject: Subject, block: Metadata | undefined): TypeName | undefined {
  const stated = block === undefined ? undefined : stringMember(block, "@odata.type");
  if (block !== undefined && stated !== undefined) {
    const full = stated.replace(/^#/, "");
    const isLegal = isQualifiedName(full);
    if (!isLegal) reportIllegal(context, block, "@odata.type", { what: "type with its namespace", name: stated });
    else if (isSimpleName(subject.name) && simpleNameOf(full).toLowerCase() !== subject.name.toLowerCase()) {
      const at = placeOf(context, offsetOfMember(block, "@odata.type"));
      context.report.add("page-names-differ", at, { title: subject.name, type: full });
    }
    if (isLegal) return spelledAs(subject.name, full);
  }
  const short = checkedName(context, subject.name, subject.at, "type");
  if (short === undefined) return undefined;
  return context.namespace === undefined ? { short } : qualify(context.namespace, short);
}

/** The name in the letters of the title, where the metadata have it in small letters alone. */
function spelledAs(title: string, full: QualifiedName): QualifiedName {
  const name = simpleNameOf(full);
  const isSmall = name === title.toLowerCase() && name[0] === title[0] && isSimpleName(title);
  return isSmall ? qualify(namespaceOf(full), title) : full;
}

function reportIllegal(
  context: PageContext,
  block: Metadata,
  member: string,
  values: { readonly what: string; readonly name: string },
): void {
  context.report.add("page-name-illegal", placeOf(context, offsetOfMember(block, member)), values);
}

function keyNameOf(block: Metadata | undefined): { readonly key?: string } {
  const key = block === undefined ? undefined : stringMember(block, "keyProperty");
  return key === undefined || !isSimpleName(key) ? {} : { key };
}

interface TypeParts {
  readonly subject: Subject;
  readonly typeName: TypeName;
  readonly block: Metadata | undefined;
  readonly properties: readonly TypedRow[];
  readonly relationships: readonly TypedRow[];
}

function structuredType(
  context: RowContext,
  { subject, typeName, block, properties, relationships }: TypeParts,
): StructuredType<TypeName> {
  const base = baseOf(context, subject, block, properties);
  const key = keyOf(context, block, properties);
  const annotations = subject.ofTitle ? annotationsOf(context) : [];
  // Metadata state a key for complex types, too: it counts with a row.
  const hasKeyRow = properties.some(({ name }) => name === "id" || name === context.key);
  const hasKey = hasKeyRow || (base !== undefined && isEntity(base));
  const isMedia = block !== undefined && isTrueMember(block, "isMediaEntity");
  return {
    kind: hasKey || isMedia ? "EntityType" : "ComplexType",
    name: typeName,
    ...(base !== undefined && { base }),
    ...(block !== undefined && isTrueMember(block, "abstract") && { abstract: true }),
    ...(block !== undefined && hasMember(block, "openType") && { open: isTrueMember(block, "openType") }),
    ...(isMedia && { hasStream: true }),
    ...(key !== undefined && { key }),
    ...(annotations.length > 0 && { annotations }),
    at: placeOf(context, subject.at),
    by: "resourcePage",
    properties: properties.map((row) => propertyOf(context, row)),
    navigationProperties: relationships.map((row) => navigationPropertyOf(context, row)),
  };
}

/** The description of the page's type, and its deprecation by `(deprecated)` in the title or by the description. */
function annotationsOf(context: PageContext): readonly Annotation[] {
  const { page } = context;
  const description = descriptionOf(page);
  const isDeprecatedType =
    /\(deprecated\)$/i.test(page.title) || isDeprecated(shownText(context, description?.text ?? ""));
  const revision = isDeprecatedType ? [deprecated("", placeOf(context, page.titleAt))] : [];
  return [...described(context, description), ...revision];
}

/**
 * The base type by the metadata, else by a phrase in the text, else by inherited rows. `entity` means only that there is
 * a key, so that any other base is preferred.
 */
function baseOf(
  context: PageContext,
  subject: Subject,
  block: Metadata | undefined,
  properties: readonly TypedRow[],
): TypeName | undefined {
  const stated = block === undefined ? undefined : statedBase(context, block);
  if (stated !== undefined && !isEntity(stated)) return stated;
  const phrase = subject.ofTitle ? basePhraseOf(context.page, subject.name) : undefined;
  const inherited = phrase === undefined ? undefined : baseNamed(context, phrase);
  if (inherited !== undefined && !isEntity(inherited)) return inherited;
  const ofRows = baseOfRows(properties);
  return ofRows !== undefined && !isEntity(ofRows) ? ofRows : (stated ?? inherited ?? ofRows);
}

function statedBase(context: PageContext, block: Metadata): QualifiedName | undefined {
  const stated = stringMember(block, "baseType");
  if (stated === undefined || stated === "") return undefined;
  const name = stated.replace(/^#/, "");
  if (isQualifiedName(name)) return name;
  reportIllegal(context, block, "baseType", { what: "base type", name });
  return undefined;
}

function isEntity(type: TypeName): boolean {
  return shortNameOf(type) === "entity";
}

/** The key that the metadata states; undefined if its row is inherited, since the base then declares it. */
function keyOf(
  context: PageContext,
  block: Metadata | undefined,
  properties: readonly TypedRow[],
): readonly PropertyRef[] | undefined {
  if (block === undefined || !hasMember(block, "keyProperty")) return undefined;
  const stated = stringMember(block, "keyProperty");
  const offset = offsetOfMember(block, "keyProperty");
  if (stated === undefined) {
    const what = "keyProperty is not a string";
    context.report.add("page-metadata-faulty", placeOf(context, offset), { what });
    return undefined;
  }
  const name = checkedName(context, stated, offset, "key property");
  const inherited = properties.some((row) => row.name === name && row.description.declaredOn !== undefined);
  return name === undefined || inherited ? undefined : [{ name, at: placeOf(context, offset) }];
}
