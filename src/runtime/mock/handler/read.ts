/** Reads what a path leads to. */
import type { Entity, ParsedQuery, TypeAt } from "../query/contract.js";
import { pageOf } from "../query/apply-query.js";
import { project } from "../query/projection.js";
import { parseQuery } from "../query/parse-query.js";
import { own } from "../query/names.js";
import { isEntity } from "../store/members.js";
import type { Answer } from "../web.js";
import { changesOf, deltaLink } from "./changes.js";
import { preference, type Exchange, type MockContext } from "./context.js";
import { Fault, notFound } from "./fault.js";
import type { CallTarget, CollectionTarget, EntityTarget, PropertyTarget, Target } from "./target.js";

type ReadTarget = Exclude<Target, CallTarget | { readonly kind: "metadata" }>;

export function readTarget(target: ReadTarget, exchange: Exchange, context: MockContext): Answer {
  switch (target.kind) {
    case "service":
      return serviceDocument(context);
    case "batch":
      throw new Fault(405, "MethodNotAllowed", "A batch is sent by POST.", { headers: { allow: "POST" } });
    case "collection":
      return readCollection(target, exchange, context);
    case "entity":
      return readEntity(target, exchange, context);
    case "property":
      return readProperty(target, exchange, context);
    case "count":
      return readCount(target.of, exchange, context);
    case "content":
      return readContent(target.of, context);
    case "reference":
      return readReferences(target.of, exchange, context);
  }
}

function serviceDocument({ service, base }: MockContext): Answer {
  const children = Object.entries(service.children).filter(([, { kind }]) => kind !== "import");
  const value = children.map(([name, { kind }]) => ({
    name,
    kind: kind === "set" ? "EntitySet" : "Singleton",
    url: name,
  }));
  return { status: 200, body: { "@odata.context": `${base}/$metadata`, value } };
}

export function readCollection(target: CollectionTarget, exchange: Exchange, context: MockContext): Answer {
  const { type, rows } = target;
  const query = parseQuery(exchange.search, { type, collection: true }, context.query);
  refuseDenied(target, query, context);
  if (query.deltatoken !== undefined && rows) return changesOf(rows, query, exchange, context);
  const { items, count, next } = paged(target.items, query, exchange, context);
  const value = items.map((item) => shown(item as Entity, query, { type }, context));
  const isTracked = rows !== undefined && next === undefined && preference(exchange, "track-changes") !== undefined;
  const applied = isTracked ? { "preference-applied": "odata.track-changes" } : undefined;
  return {
    status: 200,
    type,
    ...(applied && { headers: applied }),
    body: {
      "@odata.context": `${context.base}/$metadata#${rows?.path ?? `Collection(${type})`}`,
      ...(query.count && { "@odata.count": count }),
      value,
      ...(next !== undefined && { "@odata.nextLink": next }),
      ...(isTracked && { "@odata.deltaLink": deltaLink(exchange.path, exchange, context) }),
    },
  };
}

interface PageOfItems {
  readonly items: readonly unknown[];
  readonly count: number;
  readonly next: string | undefined;
}

/** The items of one page. The token of the next one is the number of items before it. */
export function paged(
  all: readonly unknown[],
  query: ParsedQuery,
  exchange: Exchange,
  context: MockContext,
): PageOfItems {
  const { skip = 0, top = Infinity } = query;
  const whole = pageOf(all, { ...query, skip: 0, top: Infinity }, context.query);
  const before = Number(query.skiptoken ?? 0);
  if (!Number.isInteger(before)) throw new Fault(400, "BadRequest", "The $skiptoken is none of this service.");
  const asked = Number(preference(exchange, "maxpagesize") ?? Infinity) || Infinity;
  const size = Math.min(context.pageSize ?? Infinity, asked);
  const start = skip + before;
  const end = Math.min(skip + top, start + size);
  const isLast = end >= Math.min(whole.count, skip + top);
  return {
    items: whole.items.slice(start, end),
    count: whole.count,
    next: isLast ? undefined : pageLink(exchange, before + size, context),
  };
}

function pageLink({ path, search }: Exchange, token: number, { base }: MockContext): string {
  const others = search.split("&").filter((option) => option !== "" && !/^\$?skiptoken=/i.test(option));
  return `${base}/${path}?${[...others, `$skiptoken=${token}`].join("&")}`;
}

/** An entity as the query asks for it, with its ETag. */
export function shown(
  entity: Entity,
  query: Pick<ParsedQuery, "select" | "expand">,
  type: TypeAt,
  { store, query: context }: MockContext,
): Entity {
  const etag = store.etagOf(entity);
  const projected = project(entity, query, type, context);
  const declared = entity["@odata.type"] === `#${type.type}` ? { "@odata.type": undefined } : {};
  return { ...(etag !== undefined && { "@odata.etag": etag }), ...projected, ...declared };
}

function readEntity(target: EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { entity, rows, type } = target;
  if (entity === undefined) return { status: 204 };
  const query = parseQuery(exchange.search, { type }, context.query);
  const etag = context.store.etagOf(entity);
  const known = exchange.headers["if-none-match"];
  if (known !== undefined && etag !== undefined && (known === "*" || known.split(/\s*,\s*/).includes(etag)))
    return { status: 304, headers: { etag } };
  return entityAnswer(200, entity, query, { type: rows?.type ?? type }, context);
}

export function entityAnswer(
  status: number,
  entity: Entity,
  query: Pick<ParsedQuery, "select" | "expand">,
  type: TypeAt,
  context: MockContext,
): Answer {
  const etag = context.store.etagOf(entity);
  const path = context.store.has(entity) ? `${context.store.record(entity).rows.path}/$entity` : type.type;
  return {
    status,
    type: type.type,
    ...(etag !== undefined && { headers: { etag } }),
    body: { "@odata.context": `${context.base}/$metadata#${path}`, ...shown(entity, query, type, context) },
  };
}

function readProperty(target: PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const { type, collection, value } = target;
  if (type === "Edm.Stream") return readContent(target, context);
  const query = parseQuery(exchange.search, { type, collection }, context.query);
  if (value === null || value === undefined) return { status: 204 };
  const start = { "@odata.context": `${context.base}/$metadata#${placeOfProperty(target, context)}` };
  if (Array.isArray(value)) {
    const { items, count } = pageOf(value, query, context.query);
    const list = items.map((item) => (isEntity(item) ? project(item, query, { type }, context.query) : item));
    return { status: 200, type, body: { ...start, ...(query.count && { "@odata.count": count }), value: list } };
  }
  const body = isEntity(value) ? project(value, query, { type }, context.query) : { value };
  return { status: 200, type, body: { ...start, ...body } };
}

/** OData Protocol 4.01 §10.15. Older forms, and what results of functions have, go by the type. */
function placeOfProperty({ type, collection, owner, path }: PropertyTarget, { service, store }: MockContext): string {
  if (service.protocol === "4.0" && store.has(owner)) return `${store.pathOf(owner)}/${path}`;
  return collection ? `Collection(${type})` : type;
}

function readCount(of: CollectionTarget | PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const query = parseQuery(exchange.search, { type: of.type, collection: true }, context.query);
  if (of.kind === "collection") refuseDenied(of, { ...query, count: true }, context);
  const all = of.kind === "collection" ? of.items : [of.value].flat();
  const { count } = pageOf(all, { ...query, skip: 0, top: Infinity }, context.query);
  return { status: 200, headers: { "content-type": "text/plain" }, body: String(count) };
}

/** The bytes of a stream that was written, or a text in their place. */
function readContent(of: EntityTarget | PropertyTarget, { store, service }: MockContext): Answer {
  if (of.kind === "property" && of.type !== "Edm.Stream") {
    if (isEntity(of.value) || Array.isArray(of.value))
      throw new Fault(400, "BadRequest", "$value is for single values.");
    if (of.value === null || of.value === undefined) return { status: 204 };
    return { status: 200, headers: { "content-type": "text/plain" }, body: String(of.value) };
  }
  const owner = of.kind === "property" ? of.owner : of.entity;
  if (owner === undefined) throw notFound("There is no entity at the path.");
  if (of.kind === "entity" && own(service.types, of.type)?.stream === undefined && !store.contentOf(owner, ""))
    throw notFound(`${of.type} has no media.`);
  const name = of.kind === "property" ? of.name : "";
  const { bytes, type } = store.contentOf(owner, name) ?? {
    bytes: `content of ${store.pathOf(owner)}`,
    type: undefined,
  };
  return { status: 200, headers: { "content-type": type ?? "application/octet-stream" }, body: bytes };
}

function readReferences(of: CollectionTarget | EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { base, store } = context;
  const idOf = (entity: Entity): Entity => ({ "@odata.id": `${base}/${store.pathOf(entity)}` });
  if (of.kind === "entity") {
    if (of.entity === undefined) return { status: 204 };
    return { status: 200, body: { "@odata.context": `${base}/$metadata#$ref`, ...idOf(of.entity) } };
  }
  const query = parseQuery(exchange.search, { type: of.type, collection: true }, context.query);
  const { items, count, next } = paged(of.items, query, exchange, context);
  return {
    status: 200,
    body: {
      "@odata.context": `${base}/$metadata#Collection($ref)`,
      ...(query.count && { "@odata.count": count }),
      value: items.map((item) => idOf(item as Entity)),
      ...(next !== undefined && { "@odata.nextLink": next }),
    },
  };
}

/** What the capabilities of the set deny, in strict mode. */
function refuseDenied({ rows }: CollectionTarget, query: ParsedQuery, { strict }: MockContext): void {
  const denied = strict ? rows?.child?.denied : undefined;
  if (denied === undefined) return;
  const used: Readonly<Record<string, unknown>> = { ...query };
  const option = denied.options?.find((name) => used[name.slice(1)] !== undefined);
  if (option !== undefined) throw new Fault(400, "BadRequest", `The set does not support ${option}.`);
  const lists = [
    ["$filter", query.filter?.paths ?? [], denied.filter ?? []],
    ["$orderby", (query.orderby ?? []).flatMap(({ paths }) => paths), denied.orderby ?? []],
  ] as const;
  for (const [name, paths, refused] of lists) {
    const path = paths.find((one) => refused.includes(one));
    if (path !== undefined) throw new Fault(400, "BadRequest", `${path} is not supported in ${name}.`);
  }
}
