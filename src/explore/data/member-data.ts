import type { AnyProperty } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import { qualifiersText, typeName } from "../../explain/type-text.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { readMemberType, writtenMemberType } from "../../views/types/type-expression.js";
import { oneLine } from "../../views/types/type-text.js";
import type { DataScope } from "./data-scope.js";
import { elementData } from "./element-data.js";
import { typeDifference } from "./type-difference.js";
import type { MemberData } from "./format.js";

/** A property or navigation property that a type declares itself. */
export function memberData(
  member: AnyProperty,
  facts: MemberFacts,
  owner: QualifiedName,
  scope: DataScope,
): MemberData {
  const { name, kind } = member;
  const { type, nullable, documentation, defaultValue } = facts;
  const { example } = documentation;
  const facets = type === undefined ? "" : qualifiersText(type, nullable);
  const own: Omit<MemberData, "name"> = {
    kind,
    ...(type !== undefined && { type: typeName(type) }),
    ...(facets !== "" && { facets }),
    ...shapes(facts, scope),
    ...(facts.create === "required" && { required: true }),
    ...(facts.read === "present" && { present: true }),
    ...(member.kind === "NavigationProperty" && member.containsTarget === true && { contained: true }),
    ...(facts.stream && { stream: true }),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(example !== undefined && scope.described && { example }),
    ...scope.snippets.member(owner, member),
  };
  return elementData({ element: member, name, documentation }, own, scope, (one) => typeDifference(one, type));
}

/** The TypeScript types of its value; those that are written only where they are others. */
function shapes(facts: MemberFacts, scope: DataScope): Pick<MemberData, "read" | "create" | "update"> {
  const read = oneLine(readMemberType(facts, scope));
  const written = (shape: WriteShape) =>
    facts[shape] === "refused" ? null : oneLine(writtenMemberType(facts, true, shape, scope));
  const [create, update] = [written("create"), written("update")];
  return { read, ...(create !== read && { create }), ...(update !== read && { update }) };
}
