import type { Facets } from "../../edm/annotations.js";
import type { TypeRef } from "../../edm/elements.js";
import { edm } from "../../edm/primitive-types.js";
import { booleanOf, readFacets } from "../facets.js";
import { qualifiedName } from "../qualified-names.js";
import { type Reading, defined } from "../reading.js";
import { type Parts, stringOf, textOf } from "./parts.js";

export const FACET_KEYWORDS = ["$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode"] as const;
export const TYPE_KEYWORDS = ["$Type", "$Collection", "$Nullable", ...FACET_KEYWORDS] as const;

export function flag(parts: Parts, name: string, reading: Reading): boolean | undefined {
  return booleanOf(textOf(parts, name, reading), name, reading);
}

/** The type of an element. CSDL JSON 4.01 §7.1, §7.2.1: no `$Type` means Edm.String, no `$Nullable` means false. */
export function typeRef(parts: Parts, reading: Reading): TypeRef | undefined {
  const text = stringOf(parts, "$Type", reading);
  const type = parts.keywords.has("$Type") ? text && qualifiedName(text, reading) : edm("String");
  const collection = flag(parts, "$Collection", reading) ?? false;
  const nullable = flag(parts, "$Nullable", reading) ?? false;
  return type && defined({ type, collection, nullable, facets: facetsOf(parts, type === edm("Decimal"), reading) });
}

/** `decimal`: no `$Scale` means variable (CSDL JSON 4.01 §7.2.4), where in CSDL XML no `Scale` means 0. */
export function facetsOf(parts: Parts, decimal: boolean, reading: Reading): Facets | undefined {
  const facets = readFacets((name) => textOf(parts, `$${name}`, reading), reading);
  return decimal && facets?.scale === undefined ? { ...facets, scale: "variable" } : facets;
}
