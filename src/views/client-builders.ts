/** The interfaces of the client for one entity type: what can be expanded, what lies below, what can be sent. */
import type { StructuredType } from "../edm/elements.js";
import type { QualifiedName } from "../edm/names.js";
import type { BuilderMemberView, BuilderView } from "./builder-view.js";
import { keyType } from "./client-keys.js";
import { castMember, mergeMembers, navigationMember, operationMembers } from "./client-members.js";
import { reachRole, type ClientScope } from "./client-scope.js";
import { code, joined, literal, type Code } from "./code.js";
import { docOf } from "./doc.js";
import { writtenItemType } from "./type-expression.js";

export function buildersOf(type: StructuredType, client: ClientScope): readonly BuilderView[] {
  const { names, usage } = client.context;
  const polymorphic = usage.polymorphic.has(type.name);
  const collected = usage.collected.has(type.name);
  return [
    navigationBuilder(type, client),
    segmentsBuilder(type, client),
    itemBuilder(type, polymorphic, client),
    ...collectionSegmentsBuilder(type, client),
    ...(collected ? [collectionBuilder(type, polymorphic, client)] : []),
    ...(polymorphic
      ? [
          castsBuilder(type, names.role(type.name, "derived"), (derived) => oneOf(derived, client), client),
          castsBuilder(
            type,
            names.role(type.name, "itemCasts"),
            (derived) => reachRole(derived, "itemRequests", client),
            client,
          ),
        ]
      : []),
    ...(polymorphic && collected
      ? [
          castsBuilder(
            type,
            names.role(type.name, "collectionCasts"),
            (derived) => reachRole(derived, "collectionRequests", client),
            client,
          ),
        ]
      : []),
  ];
}

function baseOf(type: StructuredType, client: ClientScope): StructuredType | undefined {
  return client.context.model.bases(type)[0];
}

/** What can be expanded on an entity. */
function navigationBuilder(type: StructuredType, client: ClientScope): BuilderView {
  const base = baseOf(type, client);
  return {
    doc: docOf(),
    name: client.context.names.role(type.name, "navigation"),
    base: base === undefined ? null : reachRole(base.name, "navigation", client),
    bases: [],
    members: type.navigationProperties.flatMap((property) => {
      const marker = property.type && markerOf(property.type.type, property.type.collection, client);
      return marker === undefined ? [] : [{ doc: docOf(), name: property.name, type: marker }];
    }),
  };
}

function markerOf(name: QualifiedName, collection: boolean, client: ClientScope): Code | undefined {
  if (client.context.model.type(name)?.kind !== "EntityType") return undefined;
  const read = client.types.reach(name, client.context.names.type(name));
  const casts = client.context.usage.polymorphic.has(name) ? code`, ${reachRole(name, "derived", client)}` : code``;
  return code`${collection ? code`Many` : code`One`}<${read}, ${reachRole(name, "navigation", client)}${casts}>`;
}

function oneOf(name: QualifiedName, client: ClientScope): Code {
  return code`One<${client.types.reach(name, client.context.names.type(name))}, ${reachRole(name, "navigation", client)}>`;
}

function castsBuilder(
  type: StructuredType,
  name: Code,
  target: (derived: QualifiedName) => Code,
  client: ClientScope,
): BuilderView {
  const derived = client.context.model.derived(type.name);
  return {
    doc: docOf(),
    name,
    base: null,
    bases: [],
    members: derived.map((below) => ({ doc: docOf(), name: below.name, type: target(below.name) })),
  };
}

/** The paths below one entity: navigation properties and the operations bound to it, inherited by derived types. */
function segmentsBuilder(type: StructuredType, client: ClientScope): BuilderView {
  const operations = client.context.model.boundTo(type.name, false);
  const members = mergeMembers([
    ...type.navigationProperties.flatMap((property) => navigationMember(property, client)),
    ...operationMembers(operations, client),
  ]);
  const base = baseOf(type, client);
  return {
    doc: docOf(),
    name: client.context.names.role(type.name, "segments"),
    base:
      base === undefined
        ? null
        : withoutRedefined(
            base,
            members,
            (above) => segmentNames(above, client),
            reachRole(base.name, "segments", client),
            client,
          ),
    bases: [],
    members,
  };
}

/** What a derived type defines anew does not come from its base: the two would contradict each other. */
function withoutRedefined(
  base: StructuredType,
  members: readonly BuilderMemberView[],
  namesOf: (type: StructuredType) => readonly string[],
  inherited: Code,
  { context }: ClientScope,
): Code {
  const above = new Set([base, ...context.model.bases(base)].flatMap(namesOf));
  const redefined = members.map(({ name }) => name).filter((name) => above.has(name));
  return redefined.length === 0 ? inherited : code`Omit<${inherited}, ${joined(redefined.map(literal), " | ")}>`;
}

function segmentNames(type: StructuredType, { context, wire }: ClientScope): readonly string[] {
  return [...type.navigationProperties, ...context.model.boundTo(type.name, false)].map((element) =>
    wire.segment(element),
  );
}

function itemBuilder(type: StructuredType, polymorphic: boolean, client: ClientScope): BuilderView {
  const { names } = client.context;
  const read = client.types.reach(type.name, names.type(type.name));
  const navigation = names.role(type.name, "navigation");
  const body = writtenItemType(type.name, "update", client.types);
  const verbs: Readonly<Record<string, Code>> = {
    GET: code`Get<${read}, ${navigation}>`,
    PATCH: code`Patch<${body}, ${read}>`,
    PUT: code`Put<${body}, ${read}>`,
    DELETE: code`Delete`,
  };
  return {
    doc: docOf(),
    name: names.role(type.name, "itemRequests"),
    base: null,
    bases: [names.role(type.name, "segments"), code`ItemRequests<${read}, ${navigation}, ${body}>`],
    members: [
      ...verbMembers(type, "Entity", verbs, client),
      ...(polymorphic ? [castMember(names.role(type.name, "itemCasts"))] : []),
    ],
  };
}

/** A verb is declared anew where there is something to say of it. */
function verbMembers(
  type: StructuredType,
  kind: "Entity" | "Collection",
  verbs: Readonly<Record<string, Code>>,
  client: ClientScope,
): readonly BuilderMemberView[] {
  return Object.entries(verbs).flatMap(([method, verb]) => {
    const notes = client.notes.ofResource(kind, type.name, method);
    return notes.length === 0 ? [] : [{ doc: docOf(...notes), name: method.toLowerCase(), type: verb }];
  });
}

/** Operations bound to a collection of this type; there is no such interface where there are none. */
function collectionSegmentsBuilder(type: StructuredType, client: ClientScope): readonly BuilderView[] {
  const members = mergeMembers(operationMembers(client.context.model.boundTo(type.name, true), client));
  if (members.length === 0) return [];
  const base = client.context.model.bases(type).find((above) => hasCollectionSegments(above, client));
  const namesOf = (above: StructuredType) =>
    client.context.model.boundTo(above.name, true).map((operation) => client.wire.segment(operation));
  return [
    {
      doc: docOf(),
      name: client.context.names.role(type.name, "collectionSegments"),
      base:
        base === undefined
          ? null
          : withoutRedefined(base, members, namesOf, reachRole(base.name, "collectionSegments", client), client),
      bases: [],
      members,
    },
  ];
}

function hasCollectionSegments(type: StructuredType, { context }: ClientScope): boolean {
  return context.model.boundTo(type.name, true).length > 0;
}

function collectionBuilder(type: StructuredType, polymorphic: boolean, client: ClientScope): BuilderView {
  const { names, model } = client.context;
  const read = client.types.reach(type.name, names.type(type.name));
  const navigation = names.role(type.name, "navigation");
  const body = writtenItemType(type.name, "create", client.types);
  const key = keyType(type.name, client);
  const item = names.role(type.name, "itemRequests");
  const segments = [type, ...model.bases(type)].find((candidate) => hasCollectionSegments(candidate, client));
  const verbs: Readonly<Record<string, Code>> = {
    GET: code`List<${read}, ${navigation}>`,
    POST: code`Post<${body}, ${read}>`,
  };
  const last = key === "string" ? code`` : code`, ${key}`;
  const own = code`CollectionRequests<${read}, ${navigation}, ${body}, ${item}${last}>`;
  return {
    doc: docOf(),
    name: names.role(type.name, "collectionRequests"),
    base: segments === undefined ? own : null,
    bases: segments === undefined ? [] : [reachRole(segments.name, "collectionSegments", client), own],
    members: [
      ...verbMembers(type, "Collection", verbs, client),
      ...(polymorphic ? [castMember(names.role(type.name, "collectionCasts"))] : []),
    ],
  };
}
