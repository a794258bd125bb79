/** The members of the client's interfaces: navigation properties, operations, casts. */
import type { NavigationProperty, Operation } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import type { BuilderMemberView } from "./builder-view.js";
import { reachRole, type ClientScope } from "./client-scope.js";
import { code, joined, type Code } from "./code.js";
import { descriptionOf, docOf } from "./doc.js";
import { operationCall } from "./operation-call.js";

export function navigationMember(property: NavigationProperty, client: ClientScope): readonly BuilderMemberView[] {
  const target = property.type;
  if (target === undefined || client.paths.type(target.type)?.kind !== "EntityType") return [];
  const type = reachRole(target.type, target.collection ? "collectionRequests" : "itemRequests", client);
  return [{ doc: docOf(descriptionOf(property)), name: client.wire.segment(property), type }];
}

export function operationMembers(operations: readonly Operation[], client: ClientScope): readonly BuilderMemberView[] {
  return operations.map((operation) => ({
    doc: docOf(descriptionOf(operation), ...client.notes.ofOperation(operation)),
    name: client.wire.segment(operation),
    type: operationCall(operation, client),
  }));
}

/** Overloads, and an action beside a function of its name, are one member of several types. */
export function mergeMembers(members: readonly BuilderMemberView[]): readonly BuilderMemberView[] {
  return [...groupBy(members, ({ name }) => name).values()].map((group) => ({
    ...group[0],
    type: group.length === 1 ? group[0].type : joined([...new Set(group.map(({ type }) => type))].map(grouped), " & "),
  }));
}

function grouped(type: Code): Code {
  return type.includes("=>") ? code`(${type})` : type;
}

export function castMember(casts: Code): BuilderMemberView {
  return {
    doc: docOf("Goes on as a derived type."),
    name: "as",
    type: code`<Name extends keyof ${casts}>(type: Name) => ${casts}[Name]`,
  };
}
