/** Creates entities, and answers with them. */
import type { Entity } from "../query/contract.js";
import { parseQuery } from "../query/parse-query.js";
import { objectOf } from "../handler/body.js";
import { preference, type Exchange, type MockContext } from "../handler/context.js";
import { Fault } from "../handler/fault.js";
import { entityAnswer } from "../handler/read.js";
import type { CollectionTarget } from "../handler/target.js";
import type { Answer } from "../web.js";
import { checkBody } from "./bodies.js";
import { insert } from "./relations.js";

export function create({ type, rows, link }: CollectionTarget, exchange: Exchange, context: MockContext): Answer {
  const { store, base } = context;
  const sent = objectOf(exchange);
  const place = rows ?? (link && store.rowsFor(link.from, link.name));
  if (place === undefined) throw new Fault(405, "MethodNotAllowed", "Nothing can be created here.");
  const { body, headers: ignored } = checkBody(sent, type, "create", context);
  const known = link && store.foreignKeysBack(link.from, link.name);
  const given = { ...known, ...(type !== place.type && { "@odata.type": `#${type}` }), ...body };
  const entity = insert(given, place, context);
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
