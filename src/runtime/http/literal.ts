/**
 * How a value that JavaScript has no type for is written in a URL: the name of an Edm type without `Edm.`, or the
 * qualified name of an enumeration.
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

/** A value as OData writes it in a URL (OData ABNF 4.01, rule primitiveLiteral), percent-encoded. */
export function literal(value: unknown, kind?: LiteralKind): string {
  if (typeof value !== "string") return encode(plain(value));
  if (kind === undefined || kind === "String") return quoted(value);
  if (kind === "Duration" || kind === "Binary") return kind.toLowerCase() + quoted(value);
  if (kind.includes(".")) return encode(kind) + quoted(value);
  // These stand without quotes, so nothing but what they consist of may pass.
  if (!/^[\w.:+-]+$/.test(value)) throw new TypeError(`"${value}" is not an Edm.${kind}.`);
  return encode(value);
}

function plain(value: unknown): string {
  if (value === Infinity) return "INF";
  if (value === -Infinity) return "-INF";
  if (value === null || ["number", "boolean", "bigint"].includes(typeof value)) return String(value);
  throw new TypeError(`${typeof value} is no value of a key.`);
}

/** A quote in a string is doubled (OData ABNF 4.01, rule SQUOTE-in-string). */
function quoted(value: string): string {
  return `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
}

/** Percent-encoded, but for the characters that a path may have and that OData gives a meaning. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(?:24|2C|3A|3B|3D|40)/g, decodeURIComponent);
}
