import { encode, plain } from "../../http/literal.js";
import type { LiteralKindV2 } from "../http/facts.js";
import { checked } from "./forms.js";
import { timeText } from "./values.js";

/** Letters after numbers, which tell their type. */
const SUFFIXES: Readonly<Record<string, string>> = { Int64: "L", Decimal: "m", Double: "d", Single: "f" };

/**
 * Formats a value as a percent-encoded URL literal (OData 2.0 Overview §6, Abstract Type System). Without a kind,
 * strings are quoted. Throws a TypeError for objects, undefined, and what is no literal of the kind.
 */
export function literalV2(value: unknown, kind: LiteralKindV2 = "String"): string {
  if (value === null) return "null";
  const text = checked(typeof value === "string" ? value : plain(value), kind);
  const suffix = SUFFIXES[kind];
  if (suffix !== undefined || typeof value !== "string") {
    // Infinities have no letter.
    return encodeURIComponent(text) + (Number.isNaN(Number(text)) ? "" : (suffix ?? ""));
  }
  // Members of enumerations of OData 3.0 have the type before them.
  const prefix = kind.includes(".") ? encode(kind) : kind.toLowerCase();
  const content = kind === "Time" ? timeText(text) : kind === "Binary" ? hexOf(text) : text;
  // Colons are encoded: some servers take one in a path for the end of a scheme or host.
  return `${kind === "String" ? "" : prefix}'${encodeURIComponent(content.replaceAll("'", "''"))}'`;
}

interface Base64 {
  readonly atob: (text: string) => string;
}

/** Hexadecimal digits of base64 text. Throws for text of another length. */
function hexOf(base64: string): string {
  // It exists on every supported platform, but its declaration may be missing from the project.
  const { atob } = globalThis as unknown as Base64;
  const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
