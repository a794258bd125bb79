import type { At } from "../../diagnostics/position.js";
import type { EnumType, NavigationProperty, Property, TypeName, TypeRef } from "../../edm/elements.js";
import type { Authority } from "../../edm/authority.js";
import { isSimpleName, type SimpleName } from "../../edm/names.js";
import { Core } from "../../edm/vocabulary.js";
import { deprecated, readDescription, type Description } from "./description.js";
import { enumOfList } from "./enum-list.js";
import type { Row, Slice, Table } from "../page.js";
import { checkedName, placeOf, shownText, type PageContext } from "../page-context.js";
import { columnUnder, isGroupRow } from "../tables/table-roles.js";
import { typeOfCell, type CellType } from "../tables/type-cell.js";

/** A row of a table of properties, relationships or parameters. */
export interface TypedRow {
  readonly name: SimpleName;
  readonly nameAt: number;
  readonly type: CellType;
  readonly typeAt: number;
  readonly description: Description;
  /** Undefined when the row does not tell. */
  readonly required: boolean | undefined;
}

/** Reads the rows of a table. Rows that cannot be read and second rows of the same name are reported and left out. */
export function typedRows(context: PageContext, table: Table): readonly TypedRow[] {
  const rows = new Map<string, TypedRow>();
  const columns = columnsOf(table);
  for (const row of table.rows) {
    const read = isGroupRow(table, row) ? undefined : typedRow(context, columns, row);
    if (read === undefined) continue;
    if (rows.has(read.name)) {
      context.report.add("page-row-twice", placeOf(context, read.nameAt), { name: read.name });
    } else rows.set(read.name, read);
  }
  return [...rows.values()];
}

/** Indexes of the columns besides the name, which is the first; -1 for a missing one. */
interface Columns {
  readonly type: number;
  readonly description: number;
  /** Those of `Required` and `Required?` that the table has: it may have both. */
  readonly required: readonly number[];
}

function columnsOf(table: Table): Columns {
  return {
    type: columnUnder(table, "type"),
    description: columnUnder(table, "description"),
    required: ["required", "required?"].map((word) => columnUnder(table, word)).filter((column) => column !== -1),
  };
}

function cellIn({ cells }: Row, column: number): Slice | undefined {
  return column === -1 ? undefined : cells[column];
}

function typedRow(context: PageContext, columns: Columns, row: Row): TypedRow | undefined {
  const [nameCell] = row.cells;
  const typeCell = cellIn(row, columns.type);
  if (nameCell === undefined || typeCell === undefined || nameCell.text === "") {
    context.report.add("page-row-unreadable", placeOf(context, row.at), {
      row: row.cells.map(({ text }) => text).join(" "),
    });
    return undefined;
  }
  const shownName = shownText(context, nameCell.text);
  const written = nameOfCell(nameCell, shownName);
  if (isAnnotationName(written.text)) return undefined;
  const name = checkedName(context, written.text, written.at, "property");
  if (name === undefined) return undefined;
  const shownType = shownText(context, typeCell.text);
  const type = typeOfCell(context, typeCell, shownType);
  if (type === undefined) {
    context.report.add("page-type-unreadable", placeOf(context, typeCell.at), { name, type: shownType });
    return undefined;
  }
  const description = readDescription(context, cellIn(row, columns.description), type);
  return {
    name,
    nameAt: written.at,
    type,
    typeAt: offsetOfName(typeCell, type),
    description: withNote(placeOf(context, nameCell.at), shownName, description),
    required: requiredIn(context, row, columns, shownType) ?? description.required,
  };
}

/** Reads the columns `Required` and `Required?` (`Yes`, `Required`) or a note beside the type: `String (optional)`. */
function requiredIn(context: PageContext, row: Row, { required }: Columns, type: string): boolean | undefined {
  for (const column of required) {
    const stated = shownText(context, cellIn(row, column)?.text ?? "");
    if (/^(?:yes|y|true|required)\b/i.test(stated)) return true;
    if (/^(?:no|n|false|optional)\b/i.test(stated)) return false;
  }
  const note = /\((required|optional)\)/i.exec(type)?.[1];
  return note === undefined ? undefined : note.toLowerCase() === "required";
}

/** Adds the deprecation that a name cell such as `name (deprecated)` states. */
function withNote(at: At, name: string, description: Description): Description {
  const { annotations } = description;
  const known = annotations.some(({ term }) => term === Core.Revisions);
  if (known || !/\(deprecated\)$/i.test(name)) return description;
  return { ...description, annotations: [...annotations, deprecated("", at)] };
}

/** The name without emphasis, link and notes such as `(deprecated)`. */
function nameOfCell({ text, at }: Slice, shown: string): Slice {
  const name = shown.replace(/\s+\([^()]*\)$/, "");
  return { text: name, at: at + Math.max(0, text.indexOf(name)) };
}

function offsetOfName({ text, at }: Slice, { type }: CellType): number {
  const name = typeof type === "string" ? type : type.short;
  return at + Math.max(0, text.indexOf(name));
}

/** Whether a name is control information (OData JSON 4.01 §4.6): `@odata.type`, `manager@odata.bind`, `odata.type`. */
export function isAnnotationName(name: string): boolean {
  return name.includes("@") || /^odata\./i.test(name);
}

/** A page with what applies to all rows of its tables. */
export interface RowContext extends PageContext {
  readonly by: Authority;
  /** The key property that the page states. */
  readonly key?: string;
}

/**
 * The type of a row with its nullability, which pages seldom state: false for keys, collections and "not nullable",
 * open for an `id` on a page that states no key, true for all others.
 */
export function typeRefOf(context: RowContext, { name, type: named, description }: TypedRow): TypeRef<TypeName> {
  const type: TypeRef<TypeName> = named;
  if (type.collection || name === context.key || description.notNull) return { ...type, nullable: false };
  return name === "id" && context.key === undefined ? type : { ...type, nullable: true };
}

export function propertyOf(context: RowContext, row: TypedRow): Property<TypeName> {
  const { name, nameAt, description } = row;
  const { defaultValue } = description;
  const type = typeRefOf(context, row);
  const at = placeOf(context, nameAt);
  const values = description.texts.flatMap(({ text }) => (isSimpleName(text) ? [{ name: text }] : []));
  const property: Property<TypeName> = {
    kind: "Property",
    name,
    type,
    at,
    by: context.by,
    ...(values.length > 0 && values.length === description.texts.length && { values }),
  };
  return withDescription(defaultValue === undefined ? property : { ...property, defaultValue }, description);
}

export function navigationPropertyOf(context: RowContext, row: TypedRow): NavigationProperty<TypeName> {
  const { name, nameAt, description } = row;
  const { collection, type } = row.type;
  const ref = collection ? { type, collection } : { type, collection, nullable: true };
  const at = placeOf(context, nameAt);
  return withDescription({ kind: "NavigationProperty", name, type: ref, at, by: context.by }, description);
}

function withDescription<M extends Property<TypeName> | NavigationProperty<TypeName>>(
  member: M,
  { annotations, declaredOn }: Description,
): M {
  return {
    ...member,
    ...(annotations.length > 0 && { annotations }),
    ...(declaredOn !== undefined && { declaredOn }),
  };
}

/** The enums whose members are listed in descriptions. */
export function listedEnums(context: RowContext, rows: readonly TypedRow[]): readonly EnumType<TypeName>[] {
  const by = context.by === "resourcePage" ? "resourceList" : "apiList";
  return rows.flatMap(({ description: { values, flags }, type, typeAt }) => {
    const listed = values === undefined ? undefined : enumOfList(context, values, type.type, { at: typeAt, by, flags });
    return listed === undefined ? [] : [listed];
  });
}

/** The base type that rows name by "Inherited from": the last one named is the nearest; `entity` only if no other is. */
export function baseOfRows(rows: readonly TypedRow[]): TypeName | undefined {
  const bases = rows.flatMap(({ description }) => description.declaredOn ?? []);
  return (
    bases.findLast((base) => (typeof base === "string" ? !base.endsWith(".entity") : base.short !== "entity")) ??
    bases.at(-1)
  );
}
