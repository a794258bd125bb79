import { isQualifiedName, isSimpleName } from "../../edm/names.js";
import { edm, edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { TypeName } from "../../edm/elements.js";
import { linksOf } from "../inline-text.js";
import type { Slice } from "../page.js";
import { placeOf, shownText, type Reading } from "../reading.js";

/** A type as a cell names it. */
export interface CellType {
  readonly type: TypeName;
  readonly collection: boolean;
}

const PRIMITIVES: ReadonlyMap<string, EdmTypeName> = new Map([
  ["string", "String"],
  ["str", "String"],
  ["boolean", "Boolean"],
  ["bool", "Boolean"],
  ["int32", "Int32"],
  ["int", "Int32"],
  ["integer", "Int32"],
  ["int64", "Int64"],
  ["long", "Int64"],
  ["int16", "Int16"],
  ["byte", "Byte"],
  ["sbyte", "SByte"],
  ["double", "Double"],
  ["float", "Single"],
  ["single", "Single"],
  ["decimal", "Decimal"],
  ["datetimeoffset", "DateTimeOffset"],
  ["datetime", "DateTimeOffset"],
  ["timestamp", "DateTimeOffset"],
  ["date", "Date"],
  ["timeofday", "TimeOfDay"],
  ["duration", "Duration"],
  ["guid", "Guid"],
  ["uuid", "Guid"],
  ["binary", "Binary"],
  ["stream", "Stream"],
]);

/** Words that name no type of the EDM, and what they are read as. */
const VAGUE: ReadonlyMap<string, EdmTypeName> = new Map([
  ["json", "Untyped"],
  ["object", "Untyped"],
  ["untyped json object", "Untyped"],
  ["number", "Double"],
  ["numeric", "Double"],
  ["url", "String"],
  ["uri", "String"],
]);

/** The type that a cell names; undefined when it names none, which the caller reports with the row. */
export function typeOfCell(reading: Reading, cell: Slice): CellType | undefined {
  const [link] = linksOf(cell, reading.page.definitions);
  const shown = shownText(reading, cell.text);
  const { name, collection } = /^\w+$/.test(shown) ? { name: shown, collection: false } : namedIn(reading, cell, shown);
  const type = typeNamed(reading, name, link?.target, cell.at);
  return type === undefined ? undefined : { type, collection };
}

/** What a cell names that holds more than one word. */
function namedIn(
  reading: Reading,
  cell: Slice,
  shown: string,
): { readonly name: string; readonly collection: boolean } {
  const { text, collection } = withoutCollection(withoutProse(firstAlternative(reading, cell, shown)));
  return { name: withoutNote(text), collection };
}

/** `A or B` and `A, B`: the first one, and it is said. */
function firstAlternative(reading: Reading, cell: Slice, shown: string): string {
  // A label in brackets that the page does not define is still a name.
  const text = shown.replace(/\[([\w.]+)\]/g, "$1");
  const [first = text, ...others] = text.split(/\s+or\s+|(?<=\w)\/(?=\w)/);
  if (others.length === 0) return text;
  const alternative = first.replace(/^\((?=[^)]*$)/, "");
  reading.report.add("page-type-alternatives", placeOf(reading, cell.at), { types: text, first: alternative });
  return /\)\s*collection$/.test(text) ? `${alternative} collection` : alternative;
}

const COLLECTION_FORMS = [/^collection\s*\((.*)\)$/i, /^collection of (.+)$/i, /^(.+?)\s+collection$/i, /^(.+)\[\]$/];

/** `x collection`, `Collection(x)`, `Collection of x`, `x[]`. */
function withoutCollection(text: string): { readonly text: string; readonly collection: boolean } {
  for (const form of COLLECTION_FORMS) {
    const item = form.exec(text)?.[1];
    if (item !== undefined) return { text: item.trim(), collection: true };
  }
  return { text, collection: false };
}

/** `X. Holds …`, `X collection. Holds …`: prose that belongs into the next cell. */
function withoutProse(text: string): string {
  return text.replace(/^(\S+(?: collection)?)\. .*$/i, "$1");
}

/** `string, maximum size 20`, `String (optional)`, `(Optional) String`, `alertFeedback enum`. */
function withoutNote(text: string): string {
  return text
    .replace(/^\([^()]*\)\s*/, "")
    .replace(/\s*\([^()]*\)$/, "")
    .replace(/^([\w.]+)\s*,\s.*$/, "$1")
    .replace(/^([\w.]+) (?:enum|object|resource)$/i, "$1");
}

function typeNamed(reading: Reading, name: string, link: string | undefined, offset: number): TypeName | undefined {
  const word = name.replace(/^Edm\./i, "").toLowerCase();
  const toPage = link !== undefined && /\.md\b|resources\//.test(link);
  const primitive = toPage && name !== PRIMITIVES.get(word) ? undefined : PRIMITIVES.get(word);
  if (primitive !== undefined) return edm(primitive);
  const vague = toPage ? undefined : VAGUE.get(word);
  if (vague !== undefined) {
    reading.report.add("page-type-vague", placeOf(reading, offset), { type: name, taken: edm(vague) });
    return edm(vague);
  }
  if (name.startsWith("Edm.")) return isQualifiedName(name) && edmTypeOf(name) !== undefined ? name : undefined;
  return modelTypeNamed(reading, name, link);
}

/** A type of the model: by its full name, or short with what may tell its namespace. */
export function modelTypeNamed({ namespace }: Reading, name: string, link: string | undefined): TypeName | undefined {
  if (isQualifiedName(name)) return name;
  if (!isSimpleName(name)) return undefined;
  return { short: name, ...(link !== undefined && { link }), ...(namespace !== undefined && { near: namespace }) };
}

/** The last part of a type's name. */
export function shortNameOf(type: TypeName): string {
  return typeof type === "string" ? type.slice(type.lastIndexOf(".") + 1) : type.short;
}

export function isEdmType(type: TypeName): boolean {
  return typeof type === "string" && type.startsWith("Edm.");
}
