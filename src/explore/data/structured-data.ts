import type { StructuredType } from "../../edm/elements.js";
import { isAbstract } from "../../edm/model.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { reachRole, reachType } from "../../views/modules/scope.js";
import type { DataScope } from "./data-scope.js";
import { elementData } from "./element-data.js";
import type { ElementData, StructuredData } from "./format.js";
import { memberData } from "./member-data.js";

export function structuredData(type: StructuredType, scope: DataScope): StructuredData {
  const { name } = type;
  const names = {
    read: reachType(name, scope),
    create: reachRole(name, "create", scope),
    update: reachRole(name, "update", scope),
    schema: reachRole(name, "schema", scope),
  };
  return typeData(type, typeFactsIn(scope.context.facts, name), names, scope);
}

/** A type of the model of paths alone: it has the name of the interface that the client has for it. */
export function passedData(type: StructuredType, scope: DataScope): StructuredData {
  const { name } = type;
  const names = { read: reachRole(name, "entity", scope), passed: true } as const;
  return typeData(type, typeFactsIn(scope.context.pathFacts, name), names, scope);
}

type Names = Pick<StructuredData, "read" | "create" | "update" | "schema" | "passed">;

function typeData(type: StructuredType, facts: TypeFacts, names: Names, scope: DataScope): StructuredData {
  const { name } = type;
  const { base, key, ownMembers, documentation } = facts;
  const members = [...type.properties, ...type.navigationProperties];
  const own: Omit<StructuredData, keyof ElementData | "members"> = {
    kind: type.kind,
    ...names,
    ...(base !== undefined && { base }),
    ...(isAbstract(name, scope.context.model) && { abstract: true }),
    ...((facts.open || facts.inheritsOpen) && { open: true }),
    ...(facts.hasStream && { stream: true }),
    ...(key.length > 0 && { key: key.map((part) => part.name) }),
    ...(type.kind === "EntityType" && scope.snippets.byKey(name)),
  };
  return {
    ...elementData({ element: type, name, documentation }, own, scope),
    members: members.flatMap((member, index) => {
      const memberFacts = ownMembers[index];
      return memberFacts === undefined ? [] : [memberData(member, memberFacts, name, scope)];
    }),
  };
}
