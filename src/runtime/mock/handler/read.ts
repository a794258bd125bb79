/** Reads what a path leads to. */
import { pageOf } from "../query/apply-query.js";
import type { Entity, ParsedQuery, TypeAt } from "../query/contract.js";
import { parseQuery } from "../query/parse-query.js";
import { project } from "../query/projection.js";
import { isEntity } from "../store/members.js";
import type { Answer } from "../web.js";
import { changesOf, deltaLink } from "./forms/changes.js";
import { readContent, textAnswer } from "./forms/content.js";
import { preference, type Exchange, type MockContext } from "./context.js";
import { wrongMethod } from "./fault.js";
import { jsonAnswer, listAnswer, paged, type Page } from "./forms/pages.js";
import { refuseDeniedOptions } from "./denied.js";
import type { CallTarget, CollectionTarget, EntityTarget, PropertyTarget, Target } from "./target.js";

type ReadTarget = Exclude<Target, CallTarget | { readonly kind: "metadata" }>;

export function readTarget(target: ReadTarget, exchange: Exchange, context: MockContext): Answer {
  switch (target.kind) {
    case "service":
      return serviceDocument(context);
    case "batch":
      throw wrongMethod("A batch is sent by POST.", ["POST"]);
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
  const value = Object.entries(service.children).flatMap(([name, { kind }]) =>
    kind === "import" ? [] : [{ name, kind: kind === "set" ? "EntitySet" : "Singleton", url: name }],
  );
  return { status: 200, body: { "@odata.context": `${base}/$metadata`, value } };
}

/** A page; behind the last one the link to changes, where the request asks for it or what is read always has it. */
export function readCollection(
  target: CollectionTarget,
  exchange: Exchange,
  context: MockContext,
  isTracked = target.rows !== undefined && preference(exchange, "track-changes") !== undefined,
): Answer {
  const { type, rows } = target;
  const query = parseQuery(exchange.search, { type, collection: true }, context.query);
  refuseDeniedOptions(target, query, context);
  if (query.deltatoken !== undefined && rows) return changesOf(rows, query, exchange, context);
  const page = paged(target.items, query, exchange, context);
  const answer = listAnswer(rows?.path ?? `Collection(${type})`, shownPage(page, query, type, context), query, context);
  if (!isTracked || page.next !== undefined) return { ...answer, type };
  const body = { ...(answer.body as Entity), "@odata.deltaLink": deltaLink(exchange, context) };
  const isAsked = preference(exchange, "track-changes") !== undefined;
  return { ...answer, type, body, ...(isAsked && { headers: { "preference-applied": "odata.track-changes" } }) };
}

function shownPage(page: Page, query: ParsedQuery, type: string, context: MockContext): Page {
  return { ...page, items: page.items.map((item) => shown(item, query, { type }, context)) };
}

/** An item as the query asks for it: an entity with its ETag, another value as it is. */
export function shown(
  item: unknown,
  query: Pick<ParsedQuery, "select" | "expand">,
  type: TypeAt,
  { store, query: context }: MockContext,
): unknown {
  if (!isEntity(item)) return item;
  const etag = store.etagOf(item);
  const projected = project(item, query, type, context);
  const declared = item["@odata.type"] === `#${type.type}` ? { "@odata.type": undefined } : {};
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
  const { store } = context;
  const etag = store.etagOf(entity);
  const fragment = store.has(entity) ? `${store.record(entity).rows.path}/$entity` : type.type;
  const body = shown(entity, query, type, context) as Entity; // as the entity is
  return jsonAnswer(fragment, body, context, {
    status,
    type: type.type,
    ...(etag !== undefined && { headers: { etag } }),
  });
}

function readProperty(target: PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const { type, collection, value } = target;
  if (type === "Edm.Stream") return readContent(target, context);
  const query = parseQuery(exchange.search, { type, collection }, context.query);
  if (value === null || value === undefined) return { status: 204 };
  const fragment = fragmentOfProperty(target, context);
  if (Array.isArray(value)) {
    const page = shownPage(pageOf(value, query, context.query), query, type, context);
    return listAnswer(fragment, page, query, context, { type });
  }
  const one = shown(value, query, { type }, context);
  return jsonAnswer(fragment, isEntity(one) ? one : { value: one }, context, { type });
}

/** OData Protocol 4.01 §10.15. Older forms, and what results of functions have, go by the type. */
function fragmentOfProperty(
  { type, collection, owner, path }: PropertyTarget,
  { service, store }: MockContext,
): string {
  if (service.protocol === "4.0" && store.has(owner)) return `${store.pathOf(owner)}/${path}`;
  return collection ? `Collection(${type})` : type;
}

function readCount(of: CollectionTarget | PropertyTarget, exchange: Exchange, context: MockContext): Answer {
  const query = parseQuery(exchange.search, { type: of.type, collection: true }, context.query);
  if (of.kind === "collection") refuseDeniedOptions(of, { ...query, count: true }, context);
  const all = of.kind === "collection" ? of.items : [of.value].flat();
  return textAnswer(String(pageOf(all, query, context.query).count));
}

function readReferences(of: CollectionTarget | EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { base, store } = context;
  const idOf = (entity: Entity): Entity => ({ "@odata.id": `${base}/${store.pathOf(entity)}` });
  if (of.kind === "entity")
    return of.entity === undefined ? { status: 204 } : jsonAnswer("$ref", idOf(of.entity), context);
  const query = parseQuery(exchange.search, { type: of.type, collection: true }, context.query);
  refuseDeniedOptions(of, query, context);
  const page = paged(of.items, query, exchange, context);
  const items = page.items.map((item) => idOf(item as Entity)); // those of the target
  return listAnswer("Collection($ref)", { ...page, items }, query, context);
}
