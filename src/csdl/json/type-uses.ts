import type { Facets } from "../../edm/annotations.js";
import type { TypeRef } from "../../edm/elements.js";
import { edm } from "../../edm/primitive-types.js";
import { booleanOf, readFacets } from "../facets.js";
import { qualifiedName } from "../qualified-names.js";
import { type Reading, defined } from "../reading.js";
import { type ObjectMembers, stringOf, textOf } from "./object-members.js";

export const FACET_KEYWORDS = ["$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode"] as const;
export const TYPE_KEYWORDS = ["$Type", "$Collection", "$Nullable", ...FACET_KEYWORDS] as const;

export function flag(members: ObjectMembers, name: string, reading: Reading): boolean | undefined {
  return booleanOf(textOf(members, name, reading), name, reading);
}

/**
 * Reads the type of an element. Defaults: `$Type` is Edm.String, `$Nullable` is false (CSDL JSON 4.01 §7.1, §7.2.1).
 */
export function typeRef(members: ObjectMembers, reading: Reading): TypeRef | undefined {
  const text = stringOf(members, "$Type", reading);
  const type = members.keywords.has("$Type") ? text && qualifiedName(text, reading) : edm("String");
  const collection = flag(members, "$Collection", reading) ?? false;
  const nullable = flag(members, "$Nullable", reading) ?? false;
  return type && defined({ type, collection, nullable, facets: facetsOf(members, type === edm("Decimal"), reading) });
}

/**
 * Reads facets. For Edm.Decimal (`decimal`) a missing `$Scale` means variable (CSDL JSON 4.01 §7.2.4), unlike 0 in CSDL
 * XML.
 */
export function facetsOf(members: ObjectMembers, decimal: boolean, reading: Reading): Facets | undefined {
  const facets = readFacets((name) => textOf(members, `$${name}`, reading), reading);
  return decimal && facets?.scale === undefined ? { ...facets, scale: "variable" } : facets;
}
