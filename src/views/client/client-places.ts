/**
 * The type of a set, singleton or navigation property in the client: the requests of its entity type, with restrictions
 * where annotations call some of them unsupported at this place. A documented request stays, whatever they state.
 */
import type { EntitySet, NavigationProperty, Singleton, TypeRef } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isStructured } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import {
  capabilitiesOf,
  defaultLayers,
  layerOf,
  restrictedPathsOf,
  UNRESTRICTED,
  type CapabilityLayer,
  type ResourceCapabilities,
  type RestrictedPath,
} from "../../vocabularies/capabilities.js";
import { isNullable } from "../../facts/presence.js";
import { placeSupportOf, type PlaceSupport, type QuerySupport } from "../../facts/place-support.js";
import { allowedTypesOf } from "../../vocabularies/derived-types.js";
import { isOnlyDescribed, type Annotated } from "../../edm/vocabulary.js";
import { needsETag } from "../../vocabularies/core.js";
import { createNotesOf, listNotesOf, supportNotesOf, updateNotesOf } from "../docs/capability-notes.js";
import { requestsTo, type ClientFile } from "./client-file.js";
import { code, literal, propertyKey, type Code } from "../../code/code.js";
import { flat, generic, objectType, operands, type Layout } from "../../code/layout.js";
import { genericType } from "../types/member-views.js";
import { orDerived } from "../types/type-expression.js";
import { reachRole } from "../modules/scope.js";

export interface PlaceView {
  readonly type: Layout;
  /** What the place does not support, though its entity type does; undefined where that is nothing. */
  readonly restrictions: Layout | undefined;
  /** Paragraphs on restrictions that types cannot express. */
  readonly notes: readonly string[];
}

/** A set, singleton or navigation property that requests are sent to, with its target. */
interface Place {
  readonly element: EntitySet | Singleton | NavigationProperty;
  readonly target: QualifiedName;
  readonly collection: boolean;
}

export function placeOf(
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
  const restrictions = restrictionsOf(place, capabilities, below, client);
  return {
    type: placeType(place, restrictions, client),
    restrictions,
    notes: [
      ...supportNotesOf(queriesTo(place, capabilities, client)),
      ...below.flatMap(({ path, layer }) => notesBelow(path, capabilitiesOf([layer]), client)),
      ...(collection ? [...listNotesOf(own), ...createNotesOf(own)] : []),
      ...updateNotesOf(own),
      ...(needsETag(element) ? ["A change needs the ETag of the entity, in the option `ifMatch`."] : []),
    ],
  };
}

/** The query options of the requests that a place is for. */
function queriesTo(place: Place, capabilities: ResourceCapabilities, client: ClientFile): QuerySupport {
  const { list, get } = supportAt(place, capabilities, client);
  return place.collection ? list : get;
}

/** Of OData 2.0 and 3.0, those places are marked that can be searched, not the many that cannot. */
function supportAt(place: Place, capabilities: ResourceCapabilities, client: ClientFile): PlaceSupport {
  const known = isBefore4(client) ? { ...capabilities, searchable: true } : capabilities;
  return placeSupportOf(place, known, client.facts);
}

function isBefore4({ paths }: ClientFile): boolean {
  return paths.protocol !== "4.0";
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

function placeType({ target, collection }: Place, restrictions: Layout | undefined, client: ClientFile): Layout {
  if (restrictions === undefined) return reachRole(target, collection ? "collectionRequests" : "itemRequests", client);
  return generic(collection ? code`CollectionAt` : code`ItemAt`, reachRole(target, "entity", client), restrictions);
}

function capabilitiesAt(place: Place, above: readonly CapabilityLayer[], client: ClientFile): ResourceCapabilities {
  const layers = [...above, ...layersOf(place, client), ...defaultLayers(client.paths.container)];
  const capabilities = capabilitiesOf(layers, permissionsOf(place));
  // Searching is no part of OData 2.0 and 3.0: services that have it state so.
  const statesSearch = layers.some((layer) => layer("SearchRestrictions").length > 0);
  return isBefore4(client) && !statesSearch ? { ...capabilities, searchable: false } : capabilities;
}

function layersOf({ element, target }: Place, { paths }: ClientFile): readonly CapabilityLayer[] {
  return [element, paths.type(target) ?? {}].flatMap((annotated) => layerOf(annotated) ?? []);
}

function permissionsOf({ element }: Place): Annotated {
  return element.kind === "EntitySet" ? element : {};
}

function restrictionsOf(
  place: Place,
  capabilities: ResourceCapabilities,
  below: readonly RestrictedPath[],
  client: ClientFile,
): Layout | undefined {
  if (isPlain(place, capabilities, client) && below.length === 0) return undefined;
  const { target, collection } = place;
  const { readable, readableByKey } = capabilities;
  const support = supportAt(place, capabilities, client);
  const changed = needsETag(place.element);
  const whole = { readable, queries: support.get, needsETag: changed, optional: isOptional(place, client) };
  if (!collection) return itemRestrictions(target, capabilities, whole, below, client);
  const byKey = { ...whole, readable: readableByKey, optional: false };
  const item = itemRestrictions(target, capabilities, byKey, below, client);
  const isSent = sentTo("Collection", target, client);
  const missing = [
    ...(readable || isDocumented("Collection", target, "GET", client) ? [] : ["get"]),
    ...(capabilities.insertable || isDocumented("Collection", target, "POST", client) ? [] : ["post"]),
    ...(support.list.refused.includes("count") ? ["$count"] : []),
    ...(capabilities.indexableByKey ? [] : ["byId"]),
  ].filter(isSent);
  const has = (method: string) => isSent(method) && !missing.includes(method);
  return restrictionsType([
    ...namesMember(code`noMethods`, missing),
    ...(has("get") ? readRestrictions(support.list) : []),
    ...(has("get") && isBefore4(client) && capabilities.searchable ? [[code`searchable`, code`true`] as const] : []),
    ...(has("post") ? bodyOf(place, client) : []),
    ...(has("byId") && item !== undefined ? [[code`item`, item] as const] : []),
  ]);
}

/** Whether nothing is stated of a place, as of most. */
function isPlain(place: Place, capabilities: ResourceCapabilities, client: ClientFile): boolean {
  return capabilities === UNRESTRICTED && isOnlyDescribed(place.element) && !isOptional(place, client);
}

type RestrictionMember = readonly [name: Code, type: Layout];

function restrictionsType(members: readonly RestrictionMember[]): Layout | undefined {
  return members.length === 0 ? undefined : objectType(members);
}

interface ItemSupport {
  readonly readable: boolean;
  readonly queries: QuerySupport;
  readonly needsETag: boolean;
  /** Whether there may be no entity. */
  readonly optional: boolean;
}

/** Microsoft Graph answers 404 for a relation to nothing, others without content. */
function isOptional({ element, collection }: Place, { facts }: ClientFile): boolean {
  if (element.kind !== "NavigationProperty" || collection) return false;
  return isNullable(element.type) && facts.assumptions.nonNull === "present";
}

function itemRestrictions(
  target: QualifiedName,
  capabilities: ResourceCapabilities,
  { readable, queries, needsETag: isMatched, optional }: ItemSupport,
  below: readonly RestrictedPath[],
  client: ClientFile,
): Layout | undefined {
  const { updateMethods, deletable } = capabilities;
  const supported: Readonly<Record<string, boolean>> = {
    GET: readable,
    PATCH: updateMethods.patch,
    PUT: updateMethods.put,
    DELETE: deletable,
  };
  const isSent = sentTo("Entity", target, client);
  const missing = Object.entries(supported)
    .flatMap(([method, is]) => (is || isDocumented("Entity", target, method, client) ? [] : [method.toLowerCase()]))
    .filter(isSent);
  const isRead = isSent("get") && !missing.includes("get");
  const changes = ["patch", "put", "delete"].some((method) => isSent(method) && !missing.includes(method));
  return restrictionsType([
    ...namesMember(code`noMethods`, missing),
    ...(isRead ? readRestrictions(queries) : []),
    ...(isRead && optional ? [[code`optional`, code`true`] as const] : []),
    ...(changes && isMatched ? [[code`needsETag`, code`true`] as const] : []),
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

/** Query options and navigation properties that `get` does not take. */
function readRestrictions({ refused, nonExpandable }: QuerySupport): readonly RestrictionMember[] {
  return [...namesMember(code`noOptions`, refused), ...namesMember(code`noExpand`, nonExpandable)];
}

/** The body of a create request, where not every derived type is allowed. */
function bodyOf({ element, target }: Place, client: ClientFile): readonly RestrictionMember[] {
  const allowed = allowedTypesOf(element, target, client.paths);
  if (allowed === undefined) return [];
  return [[code`body`, operands("|", orDerived(target, "create", client, allowed).map(genericType))]];
}

/** Navigation properties with restrictions that hold only on the way over this place. */
function navigationsBelow(
  target: QualifiedName,
  below: readonly RestrictedPath[],
  client: ClientFile,
): readonly RestrictionMember[] {
  const { paths: model } = client;
  const type = model.type(target);
  if (below.length === 0 || type === undefined || !isStructured(type)) return [];
  const byName = groupBy(below, ({ path }) => path[0]);
  const inherited = model.bases(type).toReversed();
  const members = [...inherited, type].flatMap(({ navigationProperties }) => navigationProperties);
  const restricted = members.flatMap((member): readonly RestrictionMember[] => {
    const paths = byName.get(member.name);
    if (paths === undefined || member.type === undefined) return [];
    if (model.type(member.type.type)?.kind !== "EntityType") return [];
    const place = { element: member, target: member.type.type, collection: member.type.collection };
    const own = paths.filter(({ path }) => path.length === 1).map(({ layer }) => layer);
    const rest = paths.flatMap(({ path, layer }) => (path.length === 1 ? [] : [{ path: path.slice(1), layer }]));
    const here = restrictionsOf(place, capabilitiesAt(place, own, client), rest, client);
    const elsewhere = restrictionsOf(place, capabilitiesAt(place, [], client), [], client);
    if (here === elsewhere || (here && elsewhere && flat(here) === flat(elsewhere))) return [];
    return [[propertyKey(client.wire.segment(member)), relation(member.type, client, here)]];
  });
  return restricted.length === 0 ? [] : [[code`below`, objectType(restricted)]];
}

/** `One<UserEntity>` or `Many<UserEntity>`, with the restrictions of the place. */
export function relation(
  { type, collection }: Pick<TypeRef, "type" | "collection">,
  client: ClientFile,
  restrictions?: Layout,
): Layout {
  const entity = reachRole(type, "entity", client);
  return generic(collection ? code`Many` : code`One`, entity, ...(restrictions === undefined ? [] : [restrictions]));
}

function namesMember(member: Code, names: readonly string[]): readonly RestrictionMember[] {
  return names.length === 0 ? [] : [[member, operands("|", names.map(literal))]];
}
