/** Writes references, and finds the entities at their addresses. */
import { objectOf } from "../handler/body.js";
import type { Exchange, MockContext } from "../handler/context.js";
import { badRequest, wrongMethod } from "../handler/fault.js";
import { resolve } from "../handler/resolve.js";
import type { CollectionTarget, EntityTarget, Target } from "../handler/target.js";
import type { Entity } from "../query/contract.js";
import { isDerived } from "../query/names.js";
import { parseQuery } from "../query/parse-query.js";
import { hrefOf, type Answer } from "../web.js";

export function writeReference(of: CollectionTarget | EntityTarget, exchange: Exchange, context: MockContext): Answer {
  const { store } = context;
  const { link } = of;
  if (link === undefined) throw wrongMethod("The path leads over no navigation property.");
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

/** The entity at a URL, absolute or from the service root. */
export function entityAt(url: string, context: MockContext): Entity {
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
