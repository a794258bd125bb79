import type { StructuredType, TypeRef } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import { allMembers } from "../../facts/members-of.js";

/** The type of what a path leads to: a key may lie in a complex property, `address/city` (CSDL 4.01 §6.5). */
export function memberAt(type: StructuredType, [first, ...rest]: readonly string[], model: Model): TypeRef | undefined {
  const ref = allMembers(type, model).find(({ name }) => name === first)?.type;
  if (rest.length === 0 || ref === undefined) return ref;
  const next = model.type(ref.type);
  return next !== undefined && isStructured(next) ? memberAt(next, rest, model) : undefined;
}
