/** Creates entities, and answers with them. */
import type { Entity } from "../query/contract.js";
import { parseQuery } from "../query/parse-query.js";
import { isJson, objectOf } from "../handler/body.js";
import { preference, type Exchange, type MockContext } from "../handler/context.js";
import { wrongMethod } from "../handler/fault.js";
import { entityAnswer } from "../handler/read.js";
import { hasStream } from "../handler/forms/content.js";
import type { CollectionTarget } from "../handler/target.js";
import type { Answer } from "../web.js";
import { checkBody } from "./bodies.js";
import { insert } from "./relations.js";

export function create({ type, rows, link }: CollectionTarget, exchange: Exchange, context: MockContext): Answer {
  const { store, base } = context;
  const isContent = hasStream(type, context) && !isJson(exchange);
  const sent = isContent ? {} : objectOf(exchange);
  const place = rows ?? (link && store.rowsFor(link.from, link.name));
  if (place === undefined) throw wrongMethod("Nothing can be created here.");
  // The content is the whole body, and the service makes the rest (OData Protocol 4.01 §11.4.7.1).
  const { body, headers: ignored } = isContent ? { body: sent, headers: {} } : checkBody(sent, type, "create", context);
  const known = link && store.foreignKeysBack(link.from, link.name);
  const given = { ...known, ...(type !== place.type && { "@odata.type": `#${type}` }), ...body };
  const entity = insert(given, place, context);
  if (isContent)
    store.record(entity).contents.set("", { bytes: exchange.bytes, type: exchange.headers["content-type"] });
  if (link !== undefined) store.link(link.from, link.name, entity, false);
  const path = `${base}/${store.pathOf(entity)}`;
  const headers = { ...ignored, location: path };
  if (preference(exchange, "return") === "minimal")
    return { status: 204, headers: { ...headers, "odata-entityid": path, "preference-applied": "return=minimal" } };
  const answer = represented(201, entity, body, exchange, context);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** The entity; what was created with it is shown, too. */
export function represented(
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
