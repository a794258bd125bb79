import type { StructuredType } from "../../edm/elements.js";
import { typeFactsIn } from "../../facts/facts.js";
import { describedType } from "../../views/documented/described-type.js";
import { reachRole, type Scope } from "../../views/modules/scope.js";
import type { StructuredData } from "./format.js";

export function structuredData(type: StructuredType, scope: Scope): StructuredData {
  const described = describedType(typeFactsIn(scope.context.facts, type.name), scope);
  const { name, base, readType, createType, updateType, keyNames } = described;
  return {
    kind: type.kind,
    name,
    ...(described.description !== null && { description: described.description }),
    read: readType,
    create: createType,
    update: updateType,
    schema: reachRole(type.name, "schema", scope),
    ...(base !== null && { base }),
    ...(described.isAbstract && { abstract: true }),
    ...(described.isOpen && { open: true }),
    ...(described.hasStream && { stream: true }),
    ...(keyNames.length > 0 && { key: keyNames }),
    members: [...described.properties, ...described.navigationProperties]
      .filter(({ isInherited }) => !isInherited)
      .map((member) => ({
        kind: described.properties.includes(member) ? "Property" : "NavigationProperty",
        name: member.name,
        ...(member.description !== null && { description: member.description }),
        ...(member.type !== null && { type: member.type }),
        read: member.readType,
        ...(member.createType !== member.readType && { create: member.createType }),
        ...(member.updateType !== member.readType && { update: member.updateType }),
        ...(member.isRequired && { required: true }),
      })),
  };
}
