/** The interfaces of the client for one entity type: navigation for `$expand`, paths below it, requests, casts. */
import type { StructuredType } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { BuilderMemberView, BuilderView } from "./builder-view.js";
import { keyType } from "./client-keys.js";
import { castMember, mergeMembers, navigationMember, operationMembers } from "./client-members.js";
import type { ClientFile } from "./client-file.js";
import { code, joined, literal, type Code } from "../../code/code.js";
import { collectionVerbs, entityVerbs } from "./client-verbs.js";
import type { StructuredRole } from "../../naming/roles.js";
import { reachRole, reachType } from "../modules/scope.js";
import { writtenItemType } from "../types/type-expression.js";

export function buildersOf(name: QualifiedName, client: ClientFile): readonly BuilderView[] {
  const { model, usage } = client.context;
  const [read, passed] = [model.type(name), client.paths.type(name)];
  const hasDerived = usage.withDerived.has(name);
  return [
    ...(read !== undefined && isStructured(read) ? [navigationBuilder(read, client)] : []),
    ...(passed !== undefined && isStructured(passed) ? pathBuilders(passed, hasDerived, client) : []),
    ...(hasDerived ? castsBuilders(name, passed !== undefined, client) : []),
  ];
}

function pathBuilders(type: StructuredType, hasDerived: boolean, client: ClientFile): readonly BuilderView[] {
  return [
    segmentsBuilder(type, client),
    itemBuilder(type, hasDerived, client),
    ...collectionSegmentsBuilder(type, client),
    ...(hasCollection(type.name, client) ? [collectionBuilder(type, hasDerived, client)] : []),
  ];
}

function hasCollection(name: QualifiedName, { context }: ClientFile): boolean {
  return context.usage.inCollections.has(name) && context.selection.verbs("Collection", name) !== undefined;
}

/** Casts available on an entity, in `$expand` and in paths. */
function castsBuilders(name: QualifiedName, isPassed: boolean, client: ClientFile): readonly BuilderView[] {
  const { context, paths } = client;
  const casts = (role: StructuredRole, derived: readonly StructuredType[], target: (derived: QualifiedName) => Code) =>
    castsBuilder(context.names.role(name, role), derived, target);
  const below = paths.derived(name);
  const collected = below.filter((derived) => hasCollection(derived.name, client));
  return [
    casts("derived", context.model.derived(name), (derived) => oneOf(derived, client)),
    ...(isPassed ? [casts("itemCasts", below, (derived) => reachRole(derived, "itemRequests", client.own))] : []),
    ...(isPassed && hasCollection(name, client)
      ? [casts("collectionCasts", collected, (derived) => reachRole(derived, "collectionRequests", client.own))]
      : []),
  ];
}

/** The base whose builders those of this type extend. */
function pathBaseOf(type: StructuredType, { paths }: ClientFile): StructuredType | undefined {
  return paths.bases(type)[0];
}

/** Navigation properties that `$expand` takes on an entity. */
function navigationBuilder(type: StructuredType, client: ClientFile): BuilderView {
  const base = client.context.model.bases(type)[0];
  return {
    doc: null,
    name: client.context.names.role(type.name, "navigation"),
    base: base === undefined ? null : reachRole(base.name, "navigation", client.own),
    bases: [],
    members: type.navigationProperties.flatMap((property) => {
      const marker = property.type && markerOf(property.type.type, property.type.collection, client);
      return marker === undefined ? [] : [{ doc: null, name: property.name, type: marker }];
    }),
  };
}

function markerOf(name: QualifiedName, collection: boolean, client: ClientFile): Code | undefined {
  if (client.context.model.type(name)?.kind !== "EntityType") return undefined;
  const read = reachType(name, client.types);
  const casts = client.context.usage.withDerived.has(name) ? code`, ${reachRole(name, "derived", client.own)}` : code``;
  return code`${collection ? code`Many` : code`One`}<${read}, ${reachRole(name, "navigation", client.own)}${casts}>`;
}

function oneOf(name: QualifiedName, client: ClientFile): Code {
  return code`One<${reachType(name, client.types)}, ${reachRole(name, "navigation", client.own)}>`;
}

function castsBuilder(
  name: Code,
  derived: readonly StructuredType[],
  target: (derived: QualifiedName) => Code,
): BuilderView {
  return {
    doc: null,
    name,
    base: null,
    bases: [],
    members: derived.map((below) => ({ doc: null, name: below.name, type: target(below.name) })),
  };
}

/** The paths below one entity: navigation properties and the operations bound to it, inherited by derived types. */
function segmentsBuilder(type: StructuredType, client: ClientFile): BuilderView {
  const operations = client.paths.boundTo(type.name, false);
  const members = mergeMembers([
    ...type.navigationProperties.flatMap((property) => navigationMember(property, client)),
    ...operationMembers(operations, client),
  ]);
  const base = pathBaseOf(type, client);
  return {
    doc: null,
    name: client.context.names.role(type.name, "segments"),
    base:
      base === undefined
        ? null
        : withoutRedefined(
            base,
            members,
            (above) => segmentNames(above, client),
            reachRole(base.name, "segments", client.own),
            client,
          ),
    bases: [],
    members,
  };
}

/** Without the members that a derived type declares anew, which would contradict those of its base. */
function withoutRedefined(
  base: StructuredType,
  members: readonly BuilderMemberView[],
  namesOf: (type: StructuredType) => readonly string[],
  inherited: Code,
  { paths }: ClientFile,
): Code {
  const above = new Set([base, ...paths.bases(base)].flatMap(namesOf));
  const redefined = members.map(({ name }) => name).filter((name) => above.has(name));
  return redefined.length === 0 ? inherited : code`Omit<${inherited}, ${joined(redefined.map(literal), " | ")}>`;
}

function segmentNames(type: StructuredType, { paths, wire }: ClientFile): readonly string[] {
  return [...type.navigationProperties, ...paths.boundTo(type.name, false)].map((element) => wire.segment(element));
}

function itemBuilder(type: StructuredType, hasDerived: boolean, client: ClientFile): BuilderView {
  const { names } = client.context;
  const read = reachType(type.name, client.types);
  const navigation = names.role(type.name, "navigation");
  const body = writtenItemType(type.name, "update", client.types);
  const { whole, members } = entityVerbs(
    type,
    {
      GET: code`Get<${read}, ${navigation}>`,
      PATCH: code`Patch<${body}, ${read}>`,
      PUT: code`Put<${body}, ${read}>`,
      DELETE: code`Delete`,
    },
    client,
  );
  return {
    doc: null,
    name: names.role(type.name, "itemRequests"),
    base: null,
    bases: [names.role(type.name, "segments"), ...(whole ? [code`ItemRequests<${read}, ${navigation}, ${body}>`] : [])],
    members: [...members, ...(hasDerived ? [castMember(names.role(type.name, "itemCasts"))] : [])],
  };
}

/** Operations bound to a collection of this type; there is no such interface where there are none. */
function collectionSegmentsBuilder(type: StructuredType, client: ClientFile): readonly BuilderView[] {
  const members = mergeMembers(operationMembers(client.paths.boundTo(type.name, true), client));
  if (members.length === 0) return [];
  const base = client.paths.bases(type).find((above) => hasCollectionSegments(above, client));
  const namesOf = (above: StructuredType) =>
    client.paths.boundTo(above.name, true).map((operation) => client.wire.segment(operation));
  return [
    {
      doc: null,
      name: client.context.names.role(type.name, "collectionSegments"),
      base:
        base === undefined
          ? null
          : withoutRedefined(base, members, namesOf, reachRole(base.name, "collectionSegments", client.own), client),
      bases: [],
      members,
    },
  ];
}

function hasCollectionSegments(type: StructuredType, { paths }: ClientFile): boolean {
  return paths.boundTo(type.name, true).length > 0;
}

function collectionBuilder(type: StructuredType, hasDerived: boolean, client: ClientFile): BuilderView {
  const { names } = client.context;
  const read = reachType(type.name, client.types);
  const navigation = names.role(type.name, "navigation");
  const body = writtenItemType(type.name, "create", client.types);
  const key = keyType(type.name, client);
  const item = names.role(type.name, "itemRequests");
  const segments = [type, ...client.paths.bases(type)].find((candidate) => hasCollectionSegments(candidate, client));
  const { whole, members } = collectionVerbs(
    type,
    { GET: code`List<${read}, ${navigation}>`, POST: code`Post<${body}, ${read}>` },
    code`(key: ${key}) => ${item}`,
    client,
  );
  const last = key === "string" ? code`` : code`, ${key}`;
  const own = code`CollectionRequests<${read}, ${navigation}, ${body}, ${item}${last}>`;
  return {
    doc: null,
    name: names.role(type.name, "collectionRequests"),
    base: segments === undefined && whole ? own : null,
    bases:
      segments === undefined
        ? []
        : [reachRole(segments.name, "collectionSegments", client.own), ...(whole ? [own] : [])],
    members: [...members, ...(hasDerived ? [castMember(names.role(type.name, "collectionCasts"))] : [])],
  };
}
