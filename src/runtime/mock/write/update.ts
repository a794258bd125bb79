/** Changes and removes entities. */
import { objectOf } from "../handler/body.js";
import { reset } from "../handler/complete.js";
import { preference, type Exchange, type MockContext } from "../handler/context.js";
import { notFound, wrongMethod } from "../handler/fault.js";
import type { EntityTarget } from "../handler/target.js";
import type { Answer } from "../web.js";
import { checkBody, checkMatch } from "./bodies.js";
import { represented } from "./create.js";
import { change } from "./relations.js";

export function update({ entity, type }: EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { store } = context;
  if (entity === undefined) throw notFound("There is no entity at the path.");
  checkMatch(entity, exchange, context);
  const { body, headers } = checkBody(objectOf(exchange), type, "update", context);
  const replaces = exchange.method === "PUT";
  if (replaces) reset(entity, store.record(entity).rows, store);
  change(entity, body, context, replaces);
  const etag = store.etagOf(entity);
  if (preference(exchange, "return") !== "representation")
    return { status: 204, headers: { ...headers, ...(etag !== undefined && { etag }) } };
  const answer = represented(200, entity, {}, exchange, context);
  return { ...answer, headers: { ...answer.headers, ...headers, "preference-applied": "return=representation" } };
}

export function remove({ entity, rows, link }: EntityTarget, exchange: Exchange, context: MockContext): Answer {
  if (entity === undefined) throw notFound("There is no entity at the path.");
  if (rows?.child?.kind === "singleton") throw wrongMethod("A singleton cannot be deleted.", ["GET", "PATCH"]);
  checkMatch(entity, exchange, context);
  if (link !== undefined) context.store.unlink(link.from, link.name, entity);
  context.store.remove(entity);
  return { status: 204 };
}
