/** Enumeration types and type definitions. */
import type { Declared, EnumType, Member, TypeDefinition } from "../../edm/elements.js";
import { differenceOf } from "../../explain/statements.js";
import { facetTexts, valueTexts } from "../../explain/type-text.js";
import { documentationOf, valueDocumentationOf } from "../../facts/documentation.js";
import { reachRole, reachType } from "../../views/modules/scope.js";
import type { DataScope } from "./data-scope.js";
import { elementData } from "./element-data.js";
import type { DefinitionData, ElementData, EnumData } from "./format.js";

export function enumData(type: EnumType, scope: DataScope): EnumData {
  const { name } = type;
  const valueOf = valueTexts(type, scope.whole);
  const own: Omit<EnumData, keyof ElementData | "members"> = {
    kind: type.kind,
    read: reachType(name, scope),
    schema: reachRole(name, "schema", scope),
    ...(type.flags === true && { flags: true }),
  };
  return {
    ...elementData({ element: type, name, documentation: documentationOf(type) }, own, scope),
    members: type.members.map((member) => enumMemberData(member, valueOf, scope)),
  };
}

function enumMemberData(
  member: Member,
  valueOf: (member: Member) => string,
  scope: DataScope,
): EnumData["members"][number] {
  const { name } = member;
  const value = valueOf(member);
  const differs = (declared: Declared) => differenceOf(valueOf(declared as Member), value); // of the same kind
  const own = value === "" ? {} : { value };
  return elementData({ element: member, name, documentation: documentationOf(member) }, own, scope, differs);
}

export function definitionData(type: TypeDefinition, scope: DataScope): DefinitionData {
  const { name, underlyingType, facets } = type;
  const own = {
    kind: type.kind,
    read: reachType(name, scope),
    underlying: [underlyingType, ...facetTexts(facets)].join(", "),
  };
  return elementData({ element: type, name, documentation: valueDocumentationOf(type) }, own, scope);
}
