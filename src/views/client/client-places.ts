/**
 * The type of a set, singleton or navigation property in the client: the requests of its entity type, without those
 * that annotations call unsupported at this place. A documented request stays, whatever annotations state.
 */
import type { EntitySet, NavigationProperty, Singleton } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import {
  capabilitiesOf,
  defaultLayers,
  layerOf,
  restrictedPathsOf,
  type CapabilityLayer,
  type ResourceCapabilities,
  type RestrictedPath,
} from "../../vocabularies/capabilities.js";
import { placeSupportOf, type QuerySupport } from "../../facts/place-support.js";
import { allowedTypesOf } from "../../vocabularies/derived-types.js";
import type { Annotated } from "../../edm/vocabulary.js";
import { needsETag } from "../../vocabularies/core.js";
import { createNotesOf, listNotesOf, supportNotesOf, updateNotesOf } from "../docs/capability-notes.js";
import { keyType } from "./client-keys.js";
import { requestsTo, type ClientFile } from "./client-file.js";
import { code, joined, literal, propertyKey, type Code } from "../../code/code.js";
import { orDerived, union } from "../types/type-expression.js";
import { reachRole, reachType } from "../modules/scope.js";

export interface PlaceView {
  readonly type: Code;
  /** Paragraphs on restrictions that types cannot express. */
  readonly notes: readonly string[];
}

/** A set, singleton or navigation property that requests are sent to, with its target. */
interface Place {
  readonly element: EntitySet | Singleton | NavigationProperty;
  readonly target: QualifiedName;
  readonly collection: boolean;
}

export function placeView(
  element: EntitySet | Singleton | NavigationProperty,
  target: QualifiedName,
  collection: boolean,
  client: ClientFile,
): PlaceView {
  const place = { element, target, collection };
  // Without the defaults of the container, which would repeat at every place.
  const own = capabilitiesOf(layersOf(place, client), permissionsOf(place));
  const capabilities = capabilitiesAt(place, [], client);
  const below = restrictedPathsOf(element);
  return {
    type: placeType(place, capabilities, below, client),
    notes: [
      ...supportNotesOf(queriesTo(place, capabilities, client)),
      ...below.flatMap(({ path, layer }) => notesBelow(path, capabilitiesOf([layer]), client)),
      ...(collection ? [...listNotesOf(own), ...createNotesOf(own)] : []),
      ...updateNotesOf(own),
      ...(needsETag(element) ? ["A change needs the ETag of the entity, in an `If-Match` header."] : []),
    ],
  };
}

/** The query options of the requests that a place is for. */
function queriesTo(place: Place, capabilities: ResourceCapabilities, { facts }: ClientFile): QuerySupport {
  const { list, get } = placeSupportOf(place, capabilities, facts);
  return place.collection ? list : get;
}

/** Notes on a path below a place, where its restrictions are not enforced. */
function notesBelow(
  path: readonly string[],
  capabilities: ResourceCapabilities,
  { facts }: ClientFile,
): readonly string[] {
  const { list } = placeSupportOf({ collection: true }, capabilities, facts);
  return supportNotesOf(list, path.join("/"));
}

function capabilitiesAt(place: Place, above: readonly CapabilityLayer[], client: ClientFile): ResourceCapabilities {
  const layers = [...above, ...layersOf(place, client), ...defaultLayers(client.paths.container)];
  return capabilitiesOf(layers, permissionsOf(place));
}

function layersOf({ element, target }: Place, { paths }: ClientFile): readonly CapabilityLayer[] {
  return [element, paths.type(target) ?? {}].flatMap((annotated) => layerOf(annotated) ?? []);
}

function permissionsOf({ element }: Place): Annotated {
  return element.kind === "EntitySet" ? element : {};
}

function placeType(
  place: Place,
  capabilities: ResourceCapabilities,
  below: readonly RestrictedPath[],
  client: ClientFile,
): Code {
  const { target, collection } = place;
  const { readable, readableByKey } = capabilities;
  const support = placeSupportOf(place, capabilities, client.facts);
  if (!collection) return itemType(target, capabilities, { readable, queries: support.get }, below, client);
  const whole = reachRole(target, "collectionRequests", client.own);
  const byKey = { readable: readableByKey, queries: support.get };
  const item = itemType(target, capabilities, byKey, below, client);
  const missing = [
    ...(readable || isDocumented("Collection", target, "GET", client) ? [] : ["get"]),
    ...(capabilities.insertable || isDocumented("Collection", target, "POST", client) ? [] : ["post"]),
    ...(support.list.refused.includes("count") ? ["$count"] : []),
    ...(capabilities.indexableByKey ? [] : ["byId"]),
  ];
  const replaced: readonly Replaced[] = [
    ...readsOf(code`RestrictedList`, target, support.list, client),
    ...postOf(place, client),
    ...(item === reachRole(target, "itemRequests", client.own)
      ? []
      : [{ name: "byId", type: code`(key: ${keyType(target, client)}) => ${item}` }]),
  ];
  const isSent = sentTo("Collection", target, client);
  return without(
    whole,
    missing.filter(isSent),
    replaced.filter(({ name }) => isSent(name)),
  );
}

interface ItemReads {
  readonly readable: boolean;
  readonly queries: QuerySupport;
}

function itemType(
  target: QualifiedName,
  capabilities: ResourceCapabilities,
  { readable, queries }: ItemReads,
  below: readonly RestrictedPath[],
  client: ClientFile,
): Code {
  const { updateMethods, deletable } = capabilities;
  const supported: Readonly<Record<string, boolean>> = {
    GET: readable,
    PATCH: updateMethods.patch,
    PUT: updateMethods.put,
    DELETE: deletable,
  };
  const missing = Object.entries(supported).flatMap(([method, is]) =>
    is || isDocumented("Entity", target, method, client) ? [] : [method.toLowerCase()],
  );
  const isSent = sentTo("Entity", target, client);
  const reads = readsOf(code`RestrictedGet`, target, queries, client);
  return without(reachRole(target, "itemRequests", client.own), missing.filter(isSent), [
    ...reads.filter(({ name }) => isSent(name)),
    ...navigationsBelow(target, below, client),
  ]);
}

/** Tells which methods of the client are selected: others are not declared, so they cannot be left out or replaced. */
function sentTo(kind: "Entity" | "Collection", target: QualifiedName, client: ClientFile): (name: string) => boolean {
  const selected = client.context.selection.verbs(kind, target);
  if (selected === "all") return () => true;
  const methods = new Set<string>(selected?.methods);
  return (name) =>
    name === "byId" ? selected?.keyed === true : methods.has(name === "$count" ? "GET" : name.toUpperCase());
}

function isDocumented(kind: "Entity" | "Collection", type: QualifiedName, method: string, client: ClientFile): boolean {
  return requestsTo(kind, type, method, client).length > 0;
}

interface Replaced {
  readonly name: string;
  readonly type: Code;
}

/** The type of `get`, where some query options or navigation properties are not supported. */
function readsOf(
  helper: Code,
  target: QualifiedName,
  { refused, nonExpandable }: QuerySupport,
  client: ClientFile,
): readonly Replaced[] {
  if (refused.length + nonExpandable.length === 0) return [];
  const read = reachType(target, client.types);
  const options = refused.length === 0 ? code`never` : names(refused);
  const last = nonExpandable.length === 0 ? code`` : code`, ${names(nonExpandable)}`;
  return [
    { name: "get", type: code`${helper}<${read}, ${reachRole(target, "navigation", client.own)}, ${options}${last}>` },
  ];
}

/** The body of a create request, where not every derived type is allowed. */
function postOf({ element, target }: Place, client: ClientFile): readonly Replaced[] {
  const allowed = allowedTypesOf(element, target, client.paths);
  if (allowed === undefined) return [];
  const read = reachType(target, client.types);
  return [{ name: "post", type: code`Post<${union(orDerived(target, "create", client.types, allowed))}, ${read}>` }];
}

/** Navigation properties with restrictions that hold only on the way over this place. */
function navigationsBelow(
  target: QualifiedName,
  below: readonly RestrictedPath[],
  client: ClientFile,
): readonly Replaced[] {
  const { paths: model } = client;
  const type = model.type(target);
  if (below.length === 0 || type === undefined || !isStructured(type)) return [];
  const byName = groupBy(below, ({ path }) => path[0]);
  const inherited = model.bases(type).toReversed();
  const members = [...inherited, type].flatMap(({ navigationProperties }) => navigationProperties);
  return members.flatMap((member) => {
    const paths = byName.get(member.name);
    if (paths === undefined || member.type === undefined) return [];
    if (model.type(member.type.type)?.kind !== "EntityType") return [];
    const place = { element: member, target: member.type.type, collection: member.type.collection };
    const own = paths.filter(({ path }) => path.length === 1).map(({ layer }) => layer);
    const rest = paths.flatMap(({ path, layer }) => (path.length === 1 ? [] : [{ path: path.slice(1), layer }]));
    const restricted = placeType(place, capabilitiesAt(place, own, client), rest, client);
    const whole = placeType(place, capabilitiesAt(place, [], client), [], client);
    return restricted === whole ? [] : [{ name: client.wire.segment(member), type: restricted }];
  });
}

function without(whole: Code, missing: readonly string[], replaced: readonly Replaced[]): Code {
  const kept = replaced.filter(({ name }) => !missing.includes(name));
  const gone = [...missing, ...kept.map(({ name }) => name)];
  if (gone.length === 0) return whole;
  const rest = code`Omit<${whole}, ${names(gone)}>`;
  if (kept.length === 0) return rest;
  const members = kept.map(({ name, type }) => code`${propertyKey(name)}: ${type}`);
  return code`${rest} & { ${joined(members, "; ")} }`;
}

function names(texts: readonly string[]): Code {
  return joined(texts.map(literal), " | ");
}
