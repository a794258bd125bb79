/**
 * The type of a URL literal, where the JavaScript value does not tell it: an Edm type without `Edm.`, or the qualified
 * name of an enumeration.
 */
export type LiteralKind =
  | "String"
  | "Guid"
  | "Date"
  | "TimeOfDay"
  | "DateTimeOffset"
  | "Duration"
  | "Binary"
  | "Int64"
  | "Decimal"
  | "Double"
  | "Single"
  | `${string}.${string}`;

/**
 * Formats a value as a percent-encoded URL literal (OData ABNF 4.01, rule primitiveLiteral). Without a kind, strings
 * are quoted. Throws a TypeError for objects, undefined, and strings that have characters which the kind does not
 * allow.
 */
export function literal(value: unknown, kind?: LiteralKind): string {
  if (typeof value !== "string") return encode(plain(value));
  if (kind === undefined || kind === "String") return quoted(value);
  if (kind === "Duration" || kind === "Binary") return kind.toLowerCase() + quoted(value);
  if (kind.includes(".")) return encode(kind) + quoted(value);
  // These literals have no quotes: other characters could change the meaning of the URL.
  if (!/^[\w.:+-]+$/.test(value)) throw new TypeError(`"${value}" is not an Edm.${kind}.`);
  return encode(value);
}

/** A literal that has no quotes. Throws a TypeError for what is none. */
export function plain(value: unknown): string {
  if (value === null || ["number", "boolean", "bigint"].includes(typeof value)) {
    return String(value).replace("Infinity", "INF");
  }
  throw new TypeError(`${typeof value} is no literal.`);
}

/** Quotes a string; quotes inside it are doubled (OData ABNF 4.01, rule SQUOTE-in-string). */
export function quoted(value: string): string {
  return `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
}

/**
 * Percent-encodes text, except the characters `$ , : ; = @`: paths may contain them, and OData uses them as delimiters.
 */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(?:24|2C|3A|3B|3D|40)/g, decodeURIComponent);
}
