import { isAbstract } from "../../edm/model.js";
import { simpleNameOf } from "../../edm/names.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { reachRole, reachType, type Scope } from "../modules/scope.js";
import { readMemberType, writtenMemberType } from "../types/type-expression.js";
import { oneLine } from "../types/type-text.js";
import { elementOf, requestOf, typeTextOf } from "./described-element.js";
import { describedOperation } from "./described-operation.js";
import type { DescribedOperation, DescribedProperty, DescribedType } from "./entities-view.js";

export function describedType(facts: TypeFacts, scope: Scope): DescribedType {
  const { name, members, ownMembers } = facts;
  const { model } = scope.context;
  const own = new Set(ownMembers);
  const described = (kind: MemberFacts["kind"]) =>
    members.filter((member) => member.kind === kind).map((member) => propertyOf(member, !own.has(member), scope));
  return {
    ...elementOf(name, facts.documentation),
    simpleName: simpleNameOf(name),
    readType: reachType(name, scope),
    createType: reachRole(name, "create", scope),
    updateType: reachRole(name, "update", scope),
    isEntity: facts.kind === "EntityType",
    isAbstract: isAbstract(name, model),
    isOpen: facts.open || facts.inheritsOpen,
    hasStream: facts.hasStream,
    base: facts.base ?? null,
    derived: model.derived(name).map((type) => type.name),
    keyNames: facts.key.map((part) => part.name),
    properties: described("Property"),
    navigationProperties: described("NavigationProperty"),
    operations: operationsOf(facts, scope),
    requests: facts.requests.map(requestOf),
  };
}

function operationsOf({ name }: TypeFacts, { context: { model, facts } }: Scope): readonly DescribedOperation[] {
  const bound = [...model.boundTo(name, false), ...model.boundTo(name, true)];
  return bound.map((operation) => describedOperation(operationFactsIn(facts, operation)));
}

function propertyOf(member: MemberFacts, isInherited: boolean, scope: Scope): DescribedProperty {
  const { name, type, documentation, create, update } = member;
  const written = (shape: WriteShape) =>
    member[shape] === "refused" ? null : oneLine(writtenMemberType(member, member[shape] === "required", shape, scope));
  return {
    ...elementOf(name, documentation),
    type: typeTextOf(type),
    refersTo: type !== undefined && scope.context.model.type(type.type) !== undefined ? type.type : null,
    isCollection: type?.collection === true,
    isStream: member.stream,
    readType: oneLine(readMemberType(member, scope)),
    createType: written("create"),
    updateType: written("update"),
    isKey: member.key,
    isInherited,
    isNullable: member.nullable,
    isPresent: member.read === "present",
    isRequired: create === "required",
    isReadOnly: create === "refused" && update === "refused",
    defaultValue: member.defaultValue ?? null,
    example: documentation.example ?? null,
  };
}
