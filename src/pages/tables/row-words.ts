/** What single words and sentences in the description of a row say. */
import { isSimpleName } from "../../edm/names.js";
import type { Slice } from "../page.js";
import { isEdmType, shortNameOf, type CellType } from "./type-cell.js";

/**
 * Whether a row says that something has to be given, by the word alone: "Required.", "(Optional)".
 * Sentences about what is required are of no use: one stands above all properties of whole families of pages.
 */
export function isRequired(prose: string): boolean | undefined {
  if (!/required|optional/i.test(prose)) return undefined;
  const said = new Set([...prose.matchAll(/(?:^|[.;]\s*|\()(Required|Optional)(?=[.)]|$)/gi)].map(lowerCase));
  return said.size === 1 ? said.has("required") : undefined;
}

function lowerCase([, word = ""]: RegExpExecArray): string {
  return word.toLowerCase();
}

export function isNotNull(prose: string): boolean {
  return /\bnot nullable(?=\s*[.,;)]|$)/i.test(prose);
}

/** "Deprecated." or "(deprecated) …" at the start, not "Deprecated devices are …". */
export function isDeprecated(prose: string): boolean {
  return /^(?:\(deprecated\)|deprecated(?=\s*[.:;,–—-]|$))/i.test(prose);
}

export interface DefaultSentence extends Slice {
  readonly value: string;
}

// The start of the cell, or of a sentence in it; a list of values or the base may stand before and behind.
const DEFAULT =
  /(?<=^|[.!?)>]\s*)(?:The )?default(?: value)?(?: is|:)\s*(?:`([^`]{1,80})`|(true|false|-?\d{1,18}(?:\.\d{1,9})?))\s*(?:\.(?=\s|<|$)|(?=\s*(?:$|Inherited from\b)))/i;

/** "Default is `x`.", where x can be a value of the type; anything else stays prose. */
export function defaultIn({ text, at }: Slice, { type, collection }: CellType): DefaultSentence | undefined {
  // To look for the word alone is much faster than to look behind at every place.
  const match = /default/i.test(text) ? DEFAULT.exec(text) : null;
  if (match === null || collection) return undefined;
  const [sentence, quoted, bare] = match;
  const value = (quoted ?? bare ?? "").replace(/^"(.*)"$/, "$1");
  const fits = isEdmType(type) ? fitsPrimitive(value, shortNameOf(type)) : quoted !== undefined && isSimpleName(value);
  return fits && value !== "null" ? { text: sentence, at: at + match.index, value } : undefined;
}

function fitsPrimitive(value: string, type: string): boolean {
  if (type === "String") return true;
  if (type === "Boolean") return value === "true" || value === "false";
  if (/^(?:S?Byte|Int\d\d)$/.test(type)) return /^-?\d{1,18}$/.test(value);
  return /^(?:Double|Single|Decimal)$/.test(type) && /^-?\d{1,18}(?:\.\d{1,9})?$/.test(value);
}
