/** What the documentation says of the requests behind a member of the client. */
import type { Operation } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import type { Model, ResolvedRequest } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { QueryOptions } from "../../edm/requests.js";
import { safeLink } from "../../vocabularies/links.js";
import { deprecationOf } from "../../vocabularies/revisions.js";
import type { Annotated } from "../../edm/vocabulary.js";
import { permissionNotes } from "./permission-notes.js";

export interface RequestNote {
  readonly paragraphs: readonly string[];
  /** Addresses of the pages. */
  readonly links: readonly string[];
  /** What is deprecated, where all of them are. */
  readonly deprecated: Annotated;
}

export interface RequestNotes {
  /** Whether a page documents requests with this method to an entity or a collection of a type. */
  documents(kind: "Entity" | "Collection", type: QualifiedName, method: string): boolean;
  ofResource(kind: "Entity" | "Collection", type: QualifiedName, method: string): RequestNote;
  ofOperation(operation: Operation): RequestNote;
}

export function requestNotes(model: Model): RequestNotes {
  const byMember = groupBy(model.requests, ({ resource, method }) =>
    resource?.kind === "Operation" ? undefined : resource && memberKey(resource.kind, resource.type, method),
  );
  const byOperation = groupBy(model.requests, ({ resource }) =>
    resource?.kind === "Operation" ? resource.operation : undefined,
  );
  return {
    documents: (kind, type, method) => byMember.has(memberKey(kind, type, method)),
    ofResource: (kind, type, method) => noteOf(byMember.get(memberKey(kind, type, method))),
    ofOperation: (operation) => noteOf(byOperation.get(operation)),
  };
}

function memberKey(kind: string, type: QualifiedName, method: string): string {
  return `${kind} ${type} ${method}`;
}

const NOTHING: RequestNote = { paragraphs: [], links: [], deprecated: {} };

/** A page that shows several paths says the same of all of them, so it is said once. */
function noteOf(requests: readonly ResolvedRequest[] | undefined): RequestNote {
  const [first] = requests ?? [];
  if (requests === undefined || first === undefined) return NOTHING;
  const alike = [
    ...groupBy(requests, (request) => JSON.stringify([request.description, ...factsOf(request)])).values(),
  ];
  const deprecated = requests.every((request) => deprecationOf(request) !== undefined) ? first : {};
  if (alike.length > MOST) return { paragraphs: inShort(alike), links: [], deprecated };
  return {
    paragraphs: alike.flatMap((group) => [...descriptionOf(group), pathsOf(group), ...factsOf(group[0])]),
    links: requests.flatMap(({ link }) => safeLink(link) ?? []),
    deprecated,
  };
}

type Alike = readonly [ResolvedRequest, ...ResolvedRequest[]];

/** How many different pages are told in full: a type that much leads to, such as `directoryObject`, has dozens. */
const MOST = 4;

function inShort(groups: readonly Alike[]): readonly string[] {
  return [
    "What it does, and the permissions it takes, depend on the path:",
    ...groups.map((group) => `- ${[pathsOf(group), ...descriptionOf(group)].join(": ")}`),
  ];
}

function descriptionOf([{ description }]: Alike): readonly string[] {
  return description === undefined ? [] : [description];
}

function pathsOf(group: Alike): string {
  return group.map(({ method, template }) => `\`${method} ${template}\``).join(", ");
}

function factsOf({ queryOptions, permissions, clouds }: ResolvedRequest): readonly string[] {
  return [
    ...(queryOptions === undefined ? [] : [optionsNote(queryOptions)]),
    ...permissionNotes(permissions ?? []),
    ...(clouds === undefined ? [] : [`National clouds: ${clouds.join(", ")}.`]),
  ];
}

function optionsNote({ names, others }: QueryOptions): string {
  if (names.length === 0) return others ? "Takes some of the query options." : "Takes no query options.";
  return `Query options: ${names.map((name) => `\`${name}\``).join(", ")}${others ? " and others" : ""}.`;
}
