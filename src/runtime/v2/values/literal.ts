import { encode, plain } from "../../http/literal.js";
import type { LiteralKindV2 } from "../http/facts.js";
import { dateTimeText, timeText } from "./values.js";

/** Letters after numbers, which tell their type. */
const SUFFIXES: Readonly<Record<string, string>> = { Int64: "L", Decimal: "m", Double: "d", Single: "f" };

/**
 * Formats a value as a percent-encoded URL literal (OData 2.0 Overview §6, Abstract Type System). Without a kind,
 * strings are quoted. Throws a TypeError for objects, undefined, and strings that are no literals of the kind.
 */
export function literalV2(value: unknown, kind: LiteralKindV2 = "String"): string {
  const suffix = SUFFIXES[kind];
  if (suffix !== undefined) return numeral(value, kind, suffix);
  if (typeof value !== "string") return encode(plain(value));
  switch (kind) {
    case "DateTime":
    case "DateTimeOffset":
      return kind.toLowerCase() + quote(dateTimeText(value, kind));
    case "Time":
      return `time${quote(timeText(value))}`;
    case "Guid":
      if (!/^[\da-f-]{36}$/i.test(value)) throw new TypeError(`"${value}" is no Edm.Guid.`);
      return `guid${quote(value)}`;
    case "Binary":
      return `binary${quote(hexOf(value))}`;
    default:
      // Members of enumerations of OData 3.0 have the type before them.
      return (kind.includes(".") ? encode(kind) : "") + quote(value);
  }
}

/** A number with the letter of its type; infinities have none. The text may come from an app, so it is checked. */
function numeral(value: unknown, kind: string, suffix: string): string {
  const text = typeof value === "string" ? value : plain(value);
  if (/^(null|-?INF|NaN)$/.test(text)) return text;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw new TypeError(`"${text}" is no Edm.${kind}.`);
  return encodeURIComponent(text) + suffix;
}

/** Quotes a text. Colons are encoded: some servers take one in a path for the end of a scheme or host. */
function quote(value: string): string {
  return `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
}

interface Base64 {
  readonly atob: (text: string) => string;
}

/** Hexadecimal digits of base64 text. Throws a TypeError for other text. */
function hexOf(base64: string): string {
  if (!/^[\w+/-]*={0,2}$/.test(base64)) throw new TypeError(`"${base64}" is no Edm.Binary in base64.`);
  // It exists on every supported platform, but its declaration may be missing from the project.
  const { atob } = globalThis as unknown as Base64;
  const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
