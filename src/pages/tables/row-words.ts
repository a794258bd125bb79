/** Fixed words and sentences in the description of a row: Required, Deprecated, "Default is `x`." */
import { isSimpleName } from "../../edm/names.js";
import type { Slice } from "../page.js";
import { isEdmType, shortNameOf, type CellType } from "./type-cell.js";

/**
 * Whether a value must be given, by "Required." or "(Optional)" alone. Sentences with these words do not count: some
 * families of pages repeat one sentence in the description of every property.
 */
export function isRequired(prose: string): boolean | undefined {
  const words = prose.match(/(?<=^|[.;]\s*|\()(?:Required|Optional)(?=[.)]|$)/gi) ?? [];
  const [first, ...others] = words.map((word) => word.toLowerCase());
  return first === undefined || others.some((word) => word !== first) ? undefined : first === "required";
}

/** Whether a description has the words "not nullable" at the end of a clause. */
export function isNotNull(prose: string): boolean {
  return /\bnot nullable(?=\s*[.,;)]|$)/i.test(prose);
}

/** "Deprecated." or "(deprecated) …" at the start, not "Deprecated devices are …". */
export function isDeprecated(prose: string): boolean {
  return /^(?:\(deprecated\)|deprecated(?=\s*[.:;,–—-]|$))/i.test(prose);
}

/** The sentence "Default is `x`." and its x. */
export interface DefaultSentence extends Slice {
  readonly value: string;
}

// At the start of the cell or of a sentence in it; a list of values or "Inherited from" may follow.
const DEFAULT =
  /(?<=^|[.!?)>]\s*)(?:The )?default(?: value)?(?: is|:)\s*(?:`([^`]{1,80})`|(true|false|-?\d{1,18}(?:\.\d{1,9})?))\s*(?:\.(?=\s|<|$)|(?=\s*(?:$|Inherited from\b)))/i;

/** The default that a description states, if the type can have that value. */
export function defaultIn({ text, at }: Slice, { type, collection }: CellType): DefaultSentence | undefined {
  const match = DEFAULT.exec(text);
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
