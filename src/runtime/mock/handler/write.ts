/** Writes what a path leads to. */
import type { Entity } from "../query/contract.js";
import { actualType, isDerived } from "../query/names.js";
import { parseQuery } from "../query/parse-query.js";
import { findByKey } from "../store/keys.js";
import { isEntity } from "../store/members.js";
import { keyNames } from "../query/names.js";
import type { Rows } from "../store/rows.js";
import { hrefOf, type Answer } from "../web.js";
import { objectOf } from "./body.js";
import { completed, reset } from "./complete.js";
import { preference, type Exchange, type MockContext } from "./context.js";
import { badRequest, Fault, notFound } from "./fault.js";
import { entityAnswer } from "./read.js";
import { resolve } from "./resolve.js";
import { check, isAbstractType, issuesOf } from "./schemas.js";
import type { CallTarget, CollectionTarget, EntityTarget, PropertyTarget, Target } from "./target.js";

/** The methods that a target takes besides GET and HEAD. */
export function methodsOf(target: Exclude<Target, CallTarget>): readonly string[] {
  switch (target.kind) {
    case "batch":
      return ["POST"];
    case "collection":
      return ["POST"];
    case "entity":
      return ["PATCH", "PUT", "DELETE", "MERGE"];
    case "property":
      return target.nullable || target.type === "Edm.Stream" ? ["PUT", "PATCH", "DELETE"] : ["PUT", "PATCH"];
    case "content":
      return ["PUT", "DELETE"];
    case "reference":
      return target.of.kind === "collection" ? ["POST", "DELETE"] : ["PUT", "DELETE"];
    default:
      return [];
  }
}

export function write(target: Exclude<Target, CallTarget>, exchange: Exchange, context: MockContext): Answer {
  switch (target.kind) {
    case "collection":
      return create(target, exchange, context);
    case "entity":
      return exchange.method === "DELETE" ? remove(target, exchange, context) : update(target, exchange, context);
    case "property":
      return writeProperty(target, exchange, context);
    case "content":
      return writeContent(target.of, exchange, context);
    case "reference":
      return writeReference(target.of, exchange, context);
    default:
      throw new Fault(405, "MethodNotAllowed", `${exchange.method} is not supported here.`);
  }
}

function create({ type, rows, link }: CollectionTarget, exchange: Exchange, context: MockContext): Answer {
  const { store, base } = context;
  const body = objectOf(exchange);
  const place = rows ?? (link && store.rowsFor(link.from, link.name));
  if (place === undefined) throw new Fault(405, "MethodNotAllowed", "Nothing can be created here.");
  checkBody(body, type, "create", context);
  const entity = insert({ ...(type !== place.type && { "@odata.type": `#${type}` }), ...body }, place, context);
  if (link !== undefined) store.link(link.from, link.name, entity, false);
  const path = `${base}/${store.pathOf(entity)}`;
  const headers = { location: path };
  if (preference(exchange, "return") === "minimal")
    return { status: 204, headers: { ...headers, "odata-entityid": path, "preference-applied": "return=minimal" } };
  const answer = represented(201, entity, body, exchange, context);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** The entity; what was created with it is shown, too. */
function represented(
  status: 200 | 201,
  entity: Entity,
  body: Entity,
  { search }: Exchange,
  context: MockContext,
): Answer {
  const { type } = context.store.record(entity).rows;
  const query = parseQuery(search, { type }, context.query);
  const answer = entityAnswer(status, entity, query, { type }, context);
  const deep = Object.keys(body).filter((name) => !name.includes("@") && context.store.navigation(entity, name));
  const shown = deep.map((name) => [name, context.store.related(entity, name)] as const);
  return { ...answer, body: { ...(answer.body as Entity), ...Object.fromEntries(shown) } };
}

function checkBody(body: Entity, type: string, shape: "create" | "update", context: MockContext): void {
  const own = actualType(body, type);
  if (!isDerived(context.service, own, type)) throw badRequest(`${own} is not derived from ${type}.`);
  if (shape === "create" && isAbstractType(context.service, own)) throw badRequest(`${own} is abstract.`);
  check(issuesOf(body, type, shape, context), "The body");
}

function insert(body: Entity, rows: Rows, context: MockContext): Entity {
  const { store, service } = context;
  const entity = completed(body, rows, store);
  const type = actualType(entity, rows.type);
  const keys = keyNames(service, type).map(
    (name) => [name, JSON.stringify(entity[name])?.replace(/^"|"$/g, "'")] as const,
  );
  if (!rows.single && keys.length > 0 && findByKey(service, type, rows.items, new Map(keys as [string, string][])))
    throw new Fault(409, "Conflict", `There is a ${type} with this key already.`);
  store.add(rows, entity);
  relate(entity, body, context);
  store.changed(entity);
  return entity;
}

/** Relates what the body names by URLs, and creates what stands in it. */
function relate(entity: Entity, body: Entity, context: MockContext): void {
  const { store } = context;
  for (const [key, value] of Object.entries(body)) {
    const [name = "", annotation] = key.split("@");
    const navigation = name === "" ? undefined : store.navigation(entity, name);
    if (navigation === undefined || (annotation !== undefined && annotation !== "odata.bind")) continue;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) {
      const target = item === null ? undefined : relatedTo(item, entity, name, context);
      if (store.containedRows(entity, name) === undefined) store.link(entity, name, target, false);
    }
    if (annotation === undefined && items.length === 0 && navigation.collection)
      store.linksFrom(entity, name).length = 0;
  }
}

function relatedTo(item: unknown, from: Entity, name: string, context: MockContext): Entity {
  const id = typeof item === "string" ? item : isEntity(item) ? (item["@odata.id"] ?? item["@id"]) : undefined;
  if (typeof id === "string") return entityAt(id, context);
  const rows = context.store.rowsFor(from, name);
  if (rows === undefined || !isEntity(item)) throw badRequest(`${name} cannot be created.`);
  return insert(item, rows, context);
}

/** The entity at a URL, absolute or from the service root. */
function entityAt(url: string, context: MockContext): Entity {
  const { base, store } = context;
  const href = hrefOf(url.replace(/^\//, ""), `${base}/`);
  if (!href.startsWith(`${base}/`)) throw badRequest(`${url} is no address of this service.`);
  let found: Target;
  try {
    found = resolve(href.slice(base.length + 1), store, () => ({ kind: "service" })).target;
  } catch {
    throw badRequest(`There is no entity at ${url}.`);
  }
  if (found.kind !== "entity" || found.entity === undefined) throw badRequest(`There is no entity at ${url}.`);
  return found.entity;
}

/** Throws 428 without the ETag of an entity that has one, 412 for another one (RFC 9110 §13.1.1, RFC 6585 §3). */
export function checkMatch(entity: Entity, { headers }: Exchange, { store }: MockContext): void {
  const etag = store.etagOf(entity);
  const wanted = headers["if-match"];
  if (etag === undefined) return;
  if (wanted === undefined)
    throw new Fault(428, "PreconditionRequired", "A change needs the ETag of the entity in the header If-Match.");
  if (wanted !== "*" && !wanted.split(/\s*,\s*/).includes(etag))
    throw new Fault(412, "PreconditionFailed", "The entity has changed since its ETag was read.");
}

function update(target: EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { store } = context;
  const { entity } = target;
  if (entity === undefined) throw notFound("There is no entity at the path.");
  checkMatch(entity, exchange, context);
  const body = objectOf(exchange);
  const { rows } = store.record(entity);
  checkBody(body, target.type, "update", context);
  if (exchange.method === "PUT") reset(entity, rows, store);
  const keys = keyNames(context.service, store.typeOf(entity));
  for (const [name, value] of Object.entries(body)) {
    if (name.includes("@") || keys.includes(name) || store.navigation(entity, name)) continue;
    const old = entity[name];
    // PATCH changes the properties of a complex value that it has (OData Protocol 4.01 §11.4.3).
    entity[name] = isEntity(old) && isEntity(value) && exchange.method !== "PUT" ? { ...old, ...value } : value;
  }
  relate(entity, body, context);
  store.changed(entity);
  const wanted = preference(exchange, "return");
  const etag = store.etagOf(entity);
  if (wanted !== "representation") return { status: 204, ...(etag !== undefined && { headers: { etag } }) };
  const answer = represented(200, entity, {}, exchange, context);
  return { ...answer, headers: { ...answer.headers, "preference-applied": "return=representation" } };
}

function remove({ entity, rows, link }: EntityTarget, exchange: Exchange, context: MockContext): Answer {
  if (entity === undefined) throw notFound("There is no entity at the path.");
  const isSingleton = rows?.child?.kind === "singleton";
  if (isSingleton)
    throw new Fault(405, "MethodNotAllowed", "A singleton cannot be deleted.", { headers: { allow: "GET, PATCH" } });
  checkMatch(entity, exchange, context);
  if (link !== undefined) context.store.unlink(link.from, link.name, entity);
  context.store.remove(entity);
  return { status: 204 };
}

function writeProperty(target: PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const { store } = context;
  if (target.type === "Edm.Stream") return writeContent(target, exchange, context);
  checkMatch(target.owner, exchange, context);
  const body = exchange.method === "DELETE" ? { value: null } : objectOf(exchange);
  const isComplex = isEntity(target.value) && !("value" in body);
  const patched = isComplex && exchange.method === "PATCH" ? { ...(target.value as Entity), ...body } : body;
  const value = isComplex ? patched : body["value"];
  if (value === undefined) throw badRequest("The body has to have the value in `value`.");
  if (value === null && !target.nullable) throw badRequest(`${target.name} must not be null.`);
  if (target.of === target.owner)
    check(issuesOf({ [target.name]: value }, store.typeOf(target.owner), "update", context), "The value");
  target.of[target.name] = value;
  store.changed(target.owner);
  return { status: 204 };
}

function writeContent(of: EntityTarget | PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const owner = of.kind === "property" ? of.owner : of.entity;
  if (owner === undefined) throw notFound("There is no entity at the path.");
  if (of.kind === "property" && of.type !== "Edm.Stream") {
    of.of[of.name] = /^Edm\.(?:String|Guid)$/.test(of.type) ? String.fromCharCode(...exchange.bytes) : of.value;
    return { status: 204 };
  }
  const { contents } = context.store.record(owner);
  const name = of.kind === "property" ? of.name : "";
  if (exchange.method === "DELETE") contents.set(name, { bytes: "", type: undefined });
  else contents.set(name, { bytes: exchange.bytes, type: exchange.headers["content-type"] });
  context.store.changed(owner);
  return { status: 204 };
}

function writeReference(of: CollectionTarget | EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { store } = context;
  const { link } = of;
  if (link === undefined) throw new Fault(405, "MethodNotAllowed", "The path leads over no navigation property.");
  if (exchange.method === "DELETE") {
    const id = parseQuery(exchange.search, { type: of.type, collection: of.kind === "collection" }, context.query).id;
    const target = of.kind === "collection" ? id && entityAt(id, context) : of.entity;
    if (typeof target !== "object") throw badRequest("$id has to name the entity to remove.");
    store.unlink(link.from, link.name, target);
  } else {
    const { "@odata.id": id, "@id": short = id } = objectOf(exchange);
    if (typeof short !== "string") throw badRequest("The body has to have the address of an entity in `@odata.id`.");
    const target = entityAt(short, context);
    if (!isDerived(context.service, store.typeOf(target), store.navigation(link.from, link.name)?.type ?? ""))
      throw badRequest(`The entity is none of the type of ${link.name}.`);
    store.link(link.from, link.name, target, exchange.method === "PUT");
  }
  store.changed(link.from);
  return { status: 204 };
}
