import { plain, quoted } from "../../http/literal.js";
import type { LiteralKindV2 } from "./kind.js";

/**
 * Formats a value as a percent-encoded URL literal (OData 2.0 Overview §6, Abstract Type System). Without a kind,
 * strings are quoted. Throws a TypeError for objects, undefined, and what is no literal of the kind.
 */
export function literalV2(value: unknown, kind?: LiteralKindV2 | ""): string {
  if (value === null) return "null";
  if (typeof value === "string" && !kind) return quoted(value);
  const text = typeof value === "string" ? value : plain(value);
  return kind ? kind.literal(text) : encodeURIComponent(text);
}
