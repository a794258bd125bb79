/** Adds and changes entities with what their bodies relate them to. */
import { completed } from "../handler/complete.js";
import type { MockContext } from "../handler/context.js";
import { badRequest, Fault } from "../handler/fault.js";
import type { Entity } from "../query/contract.js";
import { actualType, keyNames, own } from "../query/names.js";
import { findByKey } from "../store/keys.js";
import { isEntity, put } from "../store/members.js";
import type { Rows } from "../store/rows.js";
import { entityAt } from "./references.js";

export function insert(body: Entity, rows: Rows, context: MockContext): Entity {
  const { store } = context;
  const entity = completed(body, rows, store);
  if (!rows.single && sameIn(rows, entity, context) !== undefined)
    throw new Fault(409, "Conflict", `There is a ${actualType(entity, rows.type)} with this key already.`);
  store.add(rows, entity, "created");
  relate(entity, body, context);
  store.changed(entity);
  return entity;
}

/** The entity that has the key that stands in a body. */
function sameIn(rows: Rows, body: Entity, { service }: MockContext): Entity | undefined {
  const type = actualType(body, rows.type);
  const names = keyNames(service, type);
  if (names.length === 0 || names.some((name) => body[name] === undefined)) return undefined;
  // Numbers and texts are compared in the form of literals.
  const key = names.map((name) => [name, JSON.stringify(body[name]).replace(/^"|"$/g, "'")] as const);
  return findByKey(service, type, rows.items, new Map(key));
}

/** Sets the properties that stand in a body, and relates what it names. */
export function change(entity: Entity, body: Entity, context: MockContext, replaces = false): void {
  const { store, service } = context;
  const keys = keyNames(service, store.typeOf(entity));
  for (const [name, value] of Object.entries(body)) {
    if (name.includes("@") || keys.includes(name) || store.navigation(entity, name)) continue;
    const old = own(entity, name);
    // PATCH changes the properties of a complex value that it has (OData Protocol 4.01 §11.4.3).
    put(entity, name, isEntity(old) && isEntity(value) && !replaces ? { ...old, ...value } : value);
  }
  relate(entity, body, context, true);
  store.changed(entity);
}

/** Relates what the body names by URLs, and creates what stands in it; `updates`: what is there is changed instead. */
function relate(entity: Entity, body: Entity, context: MockContext, updates = false): void {
  const { store } = context;
  for (const [key, value] of Object.entries(body)) {
    const [name = "", annotation] = key.split("@");
    const navigation = name === "" ? undefined : store.navigation(entity, name);
    if (navigation === undefined || (annotation !== undefined && annotation !== "odata.bind")) continue;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const targets = items.map((item) => (item === null ? undefined : relatedTo(item, entity, name, context, updates)));
    const contained = store.containedRows(entity, name);
    if (annotation === undefined && navigation.collection && (updates || items.length === 0))
      keepOnly(targets, entity, name, context);
    if (contained === undefined) for (const target of targets) store.link(entity, name, target, false);
  }
}

/** A collection in a body is the whole one (OData Protocol 4.01 §11.4.3.1). */
function keepOnly(
  targets: readonly (Entity | undefined)[],
  entity: Entity,
  name: string,
  { store }: MockContext,
): void {
  const isContained = store.containedRows(entity, name) !== undefined;
  for (const other of [store.related(entity, name) ?? []].flat().filter((one) => !targets.includes(one)))
    if (isContained) store.remove(other);
    else store.unlink(entity, name, other);
}

function relatedTo(item: unknown, from: Entity, name: string, context: MockContext, updates: boolean): Entity {
  const { store } = context;
  const id = typeof item === "string" ? item : isEntity(item) ? (item["@odata.id"] ?? item["@id"]) : undefined;
  if (typeof id === "string") return entityAt(id, context);
  const rows = store.rowsFor(from, name);
  if (rows === undefined || !isEntity(item)) throw badRequest(`${name} cannot be created.`);
  const single = store.related(from, name);
  const known = updates
    ? (sameIn(rows, item, context) ?? (Array.isArray(single) ? null : withoutKey(item, single, context)))
    : null;
  if (known === null || known === undefined)
    return insert({ ...store.foreignKeysBack(from, name), ...item }, rows, context);
  const { "@odata.etag": etag } = item;
  if (typeof etag === "string" && etag !== store.etagOf(known))
    throw new Fault(412, "PreconditionFailed", `${name} has an entity that has changed since its ETag was read.`);
  change(known, item, context);
  return known;
}

/** The entity that is related already, where the body has no other key. */
function withoutKey(item: Entity, single: Entity | null, { service, store }: MockContext): Entity | null {
  if (single === null) return null;
  const names = keyNames(service, store.typeOf(single));
  return names.every((name) => item[name] === undefined) ? single : null;
}
