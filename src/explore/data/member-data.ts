import type { AnyProperty } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { qualifiersText, typeName } from "../../explain/type-text.js";
import type { MemberFacts } from "../../facts/member-facts.js";
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
    ...scope.memberTypes.of(facts, scope),
    ...(facts.create === "required" && { required: true }),
    ...(facts.read === "present" && { present: true }),
    ...(member.kind === "NavigationProperty" && member.containsTarget === true && { contained: true }),
    ...("partner" in member && { partner: member.partner }),
    ...(facts.stream && { stream: true }),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(example !== undefined && scope.described && { example }),
    ...scope.snippets.member(owner, member),
  };
  return elementData({ element: member, name, documentation }, own, scope, (one) => typeDifference(one, type));
}
