import type { At } from "../../diagnostics/position.js";
import type { EnumType, NavigationProperty, Property, TypeName, TypeRef } from "../../edm/elements.js";
import type { Authority } from "../../edm/authority.js";
import type { SimpleName } from "../../edm/names.js";
import { Core } from "../../edm/vocabulary.js";
import { deprecated, readDescription, type Description } from "./description.js";
import { enumOfList } from "./list-enums.js";
import type { Row, Slice, Table } from "../page.js";
import { checkedName, placeOf, shownText, type Reading } from "../reading.js";
import { columnUnder, isGroupRow } from "../tables/table-roles.js";
import { typeOfCell, type CellType } from "../tables/type-cell.js";

/** One legible row of a table of properties, relationships or parameters. */
export interface TypedRow {
  readonly name: SimpleName;
  readonly nameAt: number;
  readonly type: CellType;
  readonly typeAt: number;
  readonly description: Description;
  /** By the words `Required` and `Optional`; undefined: not said. */
  readonly required: boolean | undefined;
}

/** The legible rows; every other one is reported. */
export function typedRows(reading: Reading, table: Table): readonly TypedRow[] {
  const rows = new Map<string, TypedRow>();
  const columns = columnsOf(table);
  for (const row of table.rows) {
    const read = isGroupRow(table, row) ? undefined : typedRow(reading, columns, row);
    if (read === undefined) continue;
    if (rows.has(read.name)) {
      reading.report.add("page-row-twice", placeOf(reading, read.nameAt), { name: read.name });
    } else rows.set(read.name, read);
  }
  return [...rows.values()];
}

/** Where the cells of a row are that say something besides its name, by the words of the header; -1: nowhere. */
interface Columns {
  readonly type: number;
  readonly description: number;
  readonly required: number;
}

function columnsOf(table: Table): Columns {
  const required = columnUnder(table, "required");
  return {
    type: columnUnder(table, "type"),
    description: columnUnder(table, "description"),
    required: required === -1 ? columnUnder(table, "required?") : required,
  };
}

function cellIn({ cells }: Row, column: number): Slice | undefined {
  return column === -1 ? undefined : cells[column];
}

function typedRow(reading: Reading, columns: Columns, row: Row): TypedRow | undefined {
  const [nameCell] = row.cells;
  const typeCell = cellIn(row, columns.type);
  if (nameCell === undefined || typeCell === undefined || nameCell.text === "") {
    reading.report.add("page-row-unreadable", placeOf(reading, row.at), {
      row: row.cells.map(({ text }) => text).join(" "),
    });
    return undefined;
  }
  const shownName = shownText(reading, nameCell.text);
  const written = nameOfCell(nameCell, shownName);
  if (isAnnotationName(written.text)) return undefined;
  const name = checkedName(reading, written.text, written.at, "property");
  if (name === undefined) return undefined;
  const type = typeOfCell(reading, typeCell);
  if (type === undefined) {
    reading.report.add("page-type-unreadable", placeOf(reading, typeCell.at), {
      name,
      type: shownText(reading, typeCell.text),
    });
    return undefined;
  }
  const description = readDescription(reading, cellIn(row, columns.description), type);
  return {
    name,
    nameAt: written.at,
    type,
    typeAt: offsetOfName(typeCell, type),
    description: withNote(placeOf(reading, nameCell.at), shownName, description),
    required: requiredIn(reading, cellIn(row, columns.required), typeCell) ?? description.required,
  };
}

/** By a column of its own (`Yes`, `Required`), or a note beside the type: `String (optional)`. */
function requiredIn(reading: Reading, column: Slice | undefined, typeCell: Slice): boolean | undefined {
  const said = column === undefined ? "" : shownText(reading, column.text);
  if (/^(?:yes|y|true|required)\b/i.test(said)) return true;
  if (/^(?:no|n|false|optional)\b/i.test(said)) return false;
  // A parenthesis, or an entity for one: few cells of types have either.
  if (!/[(&]/.test(typeCell.text)) return undefined;
  const note = /\((required|optional)\)/i.exec(shownText(reading, typeCell.text))?.[1];
  return note === undefined ? undefined : note.toLowerCase() === "required";
}

/** `name (deprecated)` says of the property what its description may not. */
function withNote(at: At, name: string, description: Description): Description {
  if (!name.endsWith(")")) return description;
  const { annotations } = description;
  const known = annotations.some(({ term }) => term === Core.Revisions);
  if (known || !/\(deprecated\)$/i.test(name)) return description;
  return { ...description, annotations: [...annotations, deprecated("", at)] };
}

/** The name without emphasis, link or a note such as `(deprecated)`, where it starts. */
function nameOfCell({ text, at }: Slice, shown: string): Slice {
  const name = shown.endsWith(")") ? shown.replace(/\s+\([^()]*\)$/, "") : shown;
  return { text: name, at: at + Math.max(0, text.indexOf(name)) };
}

function offsetOfName({ text, at }: Slice, { type }: CellType): number {
  const name = typeof type === "string" ? type : type.short;
  return at + Math.max(0, text.indexOf(name));
}

/** `@odata.type`, `manager@odata.bind`, `odata.type`: control information, not properties. */
export function isAnnotationName(name: string): boolean {
  return name.includes("@") || /^odata\./i.test(name);
}

export interface RowContext {
  readonly reading: Reading;
  readonly by: Authority;
  /** Name of the property that the page states as key. */
  readonly key?: string;
}

/**
 * Pages seldom speak of null: a key is never null, a collection has no null items, what is "not
 * nullable" is not; anything else may be null. Whether an `id` is a key is not the row's to say.
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
  const at = placeOf(context.reading, nameAt);
  const property: Property<TypeName> = { kind: "Property", name, type, at, by: context.by };
  return withDescription(defaultValue === undefined ? property : { ...property, defaultValue }, description);
}

export function navigationPropertyOf(context: RowContext, row: TypedRow): NavigationProperty<TypeName> {
  const { name, nameAt, description } = row;
  const { collection, type } = row.type;
  const ref = collection ? { type, collection } : { type, collection, nullable: true };
  const at = placeOf(context.reading, nameAt);
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

/** The enums whose members the descriptions of the rows list. */
export function listedEnums(context: RowContext, rows: readonly TypedRow[]): readonly EnumType<TypeName>[] {
  const by = context.by === "resourcePage" ? "resourceList" : "apiList";
  return rows.flatMap(({ description: { values }, type, typeAt }) => {
    const listed =
      values === undefined ? undefined : enumOfList(context.reading, values, type.type, { at: typeAt, by });
    return listed === undefined ? [] : [listed];
  });
}

/** The type that the rows of a type inherit from: the last one that is named is the nearest, `entity` only if it is alone. */
export function baseOfRows(rows: readonly TypedRow[]): TypeName | undefined {
  const bases = rows.flatMap(({ description }) => description.declaredOn ?? []);
  return (
    bases.findLast((base) => (typeof base === "string" ? !base.endsWith(".entity") : base.short !== "entity")) ??
    bases.at(-1)
  );
}
