import type { EnumType, Member, TypeDefinition } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";
import { enumValue, underlyingEnumType } from "../enum-values.js";
import { qualifiedName } from "../qualified-names.js";
import { type Reading, defined, localName } from "../reading.js";
import { readAnnotations } from "./annotations.js";
import type { JsonMember } from "./json-tree.js";
import { isText, type ObjectMembers, requiredName, stringOf, wrongKind } from "./object-members.js";
import { FACET_KEYWORDS, facetsOf, flag } from "./type-uses.js";

export const enumTypeKeywords = ["$Kind", "$UnderlyingType", "$IsFlags"];
export const typeDefinitionKeywords = ["$Kind", "$UnderlyingType", ...FACET_KEYWORDS];

/** Reads an enumeration type (CSDL JSON 4.01 §10). Its members and their annotations are members of the JSON object. */
export function readEnumType(
  name: QualifiedName,
  member: JsonMember,
  members: ObjectMembers,
  reading: Reading,
): EnumType {
  const text = stringOf(members, "$UnderlyingType", reading);
  const type = text && qualifiedName(text, reading);
  const underlyingType = text && type && underlyingEnumType(type, text, "$UnderlyingType", reading);
  return defined({
    kind: "EnumType" as const,
    name,
    at: member.at,
    by: "csdl" as const,
    underlyingType,
    flags: flag(members, "$IsFlags", reading),
    members: members.children.flatMap((child) => readMember(child, underlyingType, members, reading) ?? []),
    annotations: readAnnotations(members, reading),
  });
}

function readMember(
  member: JsonMember,
  underlyingType: QualifiedName | undefined,
  members: ObjectMembers,
  reading: Reading,
): Member | undefined {
  const name = localName({ value: member.name, at: member.at }, "an enum member", reading);
  if (!isText(member.value)) wrongKind(member.value, member.name, "a whole number", reading);
  const value = isText(member.value) ? enumValue(member.value, member.name, underlyingType, reading) : undefined;
  return (
    name &&
    defined({
      name,
      value,
      at: member.at,
      by: "csdl" as const,
      annotations: readAnnotations(members, reading, member.name),
    })
  );
}

/** Reads a type definition (CSDL JSON 4.01 §11). */
export function readTypeDefinition(
  name: QualifiedName,
  member: JsonMember,
  members: ObjectMembers,
  reading: Reading,
): TypeDefinition | undefined {
  const underlyingType = requiredName(members, "$UnderlyingType", reading);
  return (
    underlyingType &&
    defined({
      kind: "TypeDefinition" as const,
      name,
      at: member.at,
      by: "csdl" as const,
      underlyingType,
      facets: facetsOf(members, underlyingType === edm("Decimal"), reading),
      annotations: readAnnotations(members, reading),
    })
  );
}
