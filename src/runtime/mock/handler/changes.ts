/** Changes since a token (OData Protocol 4.01 §11.3): the number of changes before it. */
import type { Entity, ParsedQuery } from "../query/contract.js";
import { actualType, keyNames } from "../query/names.js";
import { project } from "../query/projection.js";
import type { Rows } from "../store/rows.js";
import { valueAtPath } from "../store/members.js";
import type { Answer } from "../web.js";
import type { Exchange, MockContext } from "./context.js";
import { Fault } from "./fault.js";

/** The link that leads to the changes after now; options of the first request hold for all (§11.3.1). */
export function deltaLink(path: string, { search }: Exchange, { base, store }: MockContext): string {
  const others = search.split("&").filter((option) => option !== "" && !/^\$(?:delta|skip)token=/i.test(option));
  return `${base}/${path}?${[...others, `$deltatoken=${store.changes.length}`].join("&")}`;
}

export function changesOf(rows: Rows, query: ParsedQuery, exchange: Exchange, context: MockContext): Answer {
  const { store, base } = context;
  const since = Number(query.deltatoken);
  // Services forget tokens that are too old.
  if (!Number.isInteger(since) || since > store.changes.length)
    throw new Fault(410, "SyncStateNotFound", "The $deltatoken is none of this service, or too old.");
  const changed = store.changes.slice(since).filter((change) => change.rows === rows);
  const last = new Map(changed.map((change) => [change.entity, change.removed]));
  const value = [...last].map(([entity, removed]) =>
    removed ? removedItem(entity, rows, context) : project(entity, query, { type: rows.type }, context.query),
  );
  return {
    status: 200,
    type: rows.type,
    body: {
      "@odata.context": `${base}/$metadata#${rows.path}/$delta`,
      value,
      "@odata.deltaLink": deltaLink(exchange.path, exchange, context),
    },
  };
}

function removedItem(entity: Entity, { path, type }: Rows, { service, base }: MockContext): Entity {
  const [name = ""] = keyNames(service, actualType(entity, type));
  const key = valueAtPath(entity, name);
  return { "@removed": { reason: "deleted" }, id: name === "id" ? key : `${base}/${path}(${JSON.stringify(key)})` };
}
