import { isQualifiedName, isSimpleName } from "../../edm/names.js";
import { edm, edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { TypeName } from "../../edm/elements.js";
import { linksOf } from "../inline-text.js";
import type { Slice } from "../page.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";

/** The type that a cell of the column `Type` names. */
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

/** Words that name no type of the EDM, with the type that is taken instead. */
const VAGUE: ReadonlyMap<string, EdmTypeName> = new Map([
  ["json", "Untyped"],
  ["object", "Untyped"],
  ["untyped json object", "Untyped"],
  ["number", "Double"],
  ["numeric", "Double"],
  ["url", "String"],
  ["uri", "String"],
]);

/** Reads a type; undefined when the cell names none, which the caller reports. `shown` is the text of the cell as shown. */
export function typeOfCell(
  context: PageContext,
  cell: Slice,
  shown: string = shownText(context, cell.text),
): CellType | undefined {
  const [link] = linksOf(cell, context.page.definitions);
  const { text, collection } = withoutCollection(withoutProse(firstAlternative(context, cell, shown)));
  const name = withoutNote(text);
  const type = typeNamed(context, name, link?.target, cell.at);
  return type === undefined ? undefined : { type, collection };
}

/** Takes the first type of `A or B` and `A/B`, and reports it. */
function firstAlternative(context: PageContext, cell: Slice, shown: string): string {
  // `[x]` without a link definition is shown with its brackets.
  const text = shown.replace(/\[([\w.]+)\]/g, "$1");
  const [first = text, ...others] = text.split(/\s+or\s+|(?<=\w)\/(?=\w)/);
  if (others.length === 0) return text;
  const alternative = first.replace(/^\((?=[^)]*$)/, "");
  context.report.add("page-type-alternatives", placeOf(context, cell.at), { types: text, first: alternative });
  return /\)\s*collection$/.test(text) ? `${alternative} collection` : alternative;
}

const COLLECTION_FORMS = [/^collection\s*\((.*)\)$/i, /^collection of (.+)$/i, /^(.+?)\s+collection$/i, /^(.+)\[\]$/];

/** Reads `x collection`, `Collection(x)`, `Collection of x` and `x[]`. */
function withoutCollection(text: string): { readonly text: string; readonly collection: boolean } {
  for (const form of COLLECTION_FORMS) {
    const item = form.exec(text)?.[1];
    if (item !== undefined) return { text: item.trim(), collection: true };
  }
  return { text, collection: false };
}

/** Drops prose that belongs into the next cell: `X. Holds …`, `X collection. Holds …`. */
function withoutProse(text: string): string {
  return text.replace(/^(\S+(?: collection)?)\. .*$/i, "$1");
}

/** Drops notes: `string, maximum size 20`, `String (optional)`, `(Optional) String`, `alertFeedback enum`. */
function withoutNote(text: string): string {
  return text
    .replace(/^\([^()]*\)\s*/, "")
    .replace(/\s*\([^()]*\)$/, "")
    .replace(/^([\w.]+)\s*,\s.*$/, "$1")
    .replace(/^([\w.]+) (?:enum|object|resource)$/i, "$1");
}

function typeNamed(context: PageContext, name: string, link: string | undefined, offset: number): TypeName | undefined {
  const word = name.replace(/^Edm\./i, "").toLowerCase();
  const toPage = link !== undefined && /\.md\b|resources\//.test(link);
  const primitive = toPage && name !== PRIMITIVES.get(word) ? undefined : PRIMITIVES.get(word);
  if (primitive !== undefined) return edm(primitive);
  const vague = toPage ? undefined : VAGUE.get(word);
  if (vague !== undefined) {
    context.report.add("page-type-vague", placeOf(context, offset), { type: name, taken: edm(vague) });
    return edm(vague);
  }
  if (name.startsWith("Edm.")) return isQualifiedName(name) && edmTypeOf(name) !== undefined ? name : undefined;
  return modelTypeNamed(context, name, link);
}

/** A type by its full name, or by its short name with the link and namespace that help to resolve it. */
export function modelTypeNamed(
  { namespace }: PageContext,
  name: string,
  link: string | undefined,
): TypeName | undefined {
  if (isQualifiedName(name)) return name;
  if (!isSimpleName(name)) return undefined;
  return { short: name, ...(link !== undefined && { link }), ...(namespace !== undefined && { near: namespace }) };
}

/** The name without its namespace. */
export function shortNameOf(type: TypeName): string {
  return typeof type === "string" ? type.slice(type.lastIndexOf(".") + 1) : type.short;
}

export function isEdmType(type: TypeName): boolean {
  return typeof type === "string" && type.startsWith("Edm.");
}
