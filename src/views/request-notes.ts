/** What the documentation says of the requests behind a member of the client. */
import type { Operation } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import type { Model, ResolvedRequest } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Permission, PermissionScheme } from "../edm/requests.js";

export interface RequestNotes {
  /** Paragraphs on requests with this method to an entity or a collection of a type. */
  ofResource(kind: "Entity" | "Collection", type: QualifiedName, method: string): readonly string[];
  ofOperation(operation: Operation): readonly string[];
}

export function requestNotes(model: Model): RequestNotes {
  const byMember = groupBy(model.requests, ({ resource, method }) =>
    resource?.kind === "Operation" ? undefined : resource && memberKey(resource.kind, resource.type, method),
  );
  const byOperation = groupBy(model.requests, ({ resource }) =>
    resource?.kind === "Operation" ? resource.operation : undefined,
  );
  const notes = (requests: readonly ResolvedRequest[] = []) => requests.flatMap(noteOf);
  return {
    ofResource: (kind, type, method) => notes(byMember.get(memberKey(kind, type, method))),
    ofOperation: (operation) => notes(byOperation.get(operation)),
  };
}

function memberKey(kind: string, type: QualifiedName, method: string): string {
  return `${kind} ${type} ${method}`;
}

const schemeNames: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "Delegated (work or school account)",
  delegatedPersonal: "Delegated (personal Microsoft account)",
  application: "Application",
};

function noteOf({ method, template, description, permissions, clouds }: ResolvedRequest): readonly string[] {
  return [
    ...(description === undefined ? [] : [description]),
    `\`${method} ${template}\``,
    ...(permissions === undefined
      ? []
      : ["Permissions, from least to most privileged:", ...permissions.map(permissionNote)]),
    ...(clouds === undefined ? [] : [`National clouds: ${clouds.join(", ")}.`]),
  ];
}

function permissionNote({ scheme, scopes }: Permission): string {
  return `- ${schemeNames[scheme]}: ${scopes.length === 0 ? "not supported" : scopes.join(", ")}`;
}
