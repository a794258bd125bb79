import type { WriteShape } from "../../edm/examples/example-types.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { hasNullableItems } from "../../facts/presence.js";
import type { Scope } from "../../views/modules/scope.js";
import { readMemberType, writtenMemberType } from "../../views/types/type-expression.js";
import { oneLine } from "../../views/types/type-text.js";
import type { MemberData } from "./format.js";

type Texts = Pick<MemberData, "read" | "create" | "update">;

/** The TypeScript types of members. A model has many members, most of them of a few types: each text is made once. */
export class MemberTypes {
  readonly #known = new Map<string, Texts>();

  /** The type of its value as it is read, and those that are written where they are others. */
  of(facts: MemberFacts, scope: Scope): Texts {
    const alike = likenessOf(facts);
    if (alike === undefined) return textsOf(facts, scope);
    const known = this.#known.get(alike) ?? textsOf(facts, scope);
    this.#known.set(alike, known);
    return known;
  }
}

/** The same for members whose types have the same texts; undefined for one whose texts depend on more than that. */
function likenessOf(facts: MemberFacts): string | undefined {
  const { type, nullable, create, update, inherited, allowedStrings, allowedTypes } = facts;
  if (type === undefined || inherited || allowedStrings !== undefined || allowedTypes !== undefined) return undefined;
  const collection = type.collection ? `many ${hasNullableItems(type)}` : "one";
  return `${type.type} ${collection} ${nullable} ${create === "refused"} ${update === "refused"}`;
}

function textsOf(facts: MemberFacts, scope: Scope): Texts {
  const read = oneLine(readMemberType(facts, scope));
  const written = (shape: WriteShape) =>
    facts[shape] === "refused" ? null : oneLine(writtenMemberType(facts, true, shape, scope));
  const [create, update] = [written("create"), written("update")];
  return { read, ...(create !== read && { create }), ...(update !== read && { update }) };
}
