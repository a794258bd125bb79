/** Changes since a token (OData Protocol 4.01 §11.3): the number of changes before it. */
import type { Entity, ParsedQuery } from "../../query/contract.js";
import { actualType, keyNames } from "../../query/names.js";
import { project } from "../../query/projection.js";
import type { Rows } from "../../store/rows.js";
import type { Answer } from "../../web.js";
import type { Exchange, MockContext } from "../context.js";
import { Fault } from "../fault.js";
import { jsonAnswer, linkWith, numberOfToken } from "./pages.js";

/** The link that leads to the changes after now; options of the first request hold for all (§11.3.1). */
export function deltaLink(exchange: Exchange, context: MockContext): string {
  return linkWith(`$deltatoken=${context.store.changes.length}`, exchange, context);
}

export function changesOf(rows: Rows, query: ParsedQuery, exchange: Exchange, context: MockContext): Answer {
  const { changes } = context.store;
  const since = numberOfToken(query.deltatoken ?? "");
  // Services forget tokens that are too old.
  if (since === undefined || since > changes.length)
    throw new Fault(410, "SyncStateNotFound", "The $deltatoken is none of this service, or too old.");
  const changed = changes.slice(since).filter((change) => change.rows === rows);
  const last = new Map(changed.map((change) => [change.entity, change.removed]));
  const value = [...last].map(([entity, removed]) =>
    removed ? removedItem(entity, rows, context) : project(entity, query, { type: rows.type }, context.query),
  );
  const body = { value, "@odata.deltaLink": deltaLink(exchange, context) };
  return jsonAnswer(`${rows.path}/$delta`, body, context, { type: rows.type });
}

/** Types whose key is `id` have it as it is, others their address. */
function removedItem(entity: Entity, { type }: Rows, { service, base, store }: MockContext): Entity {
  const [name] = keyNames(service, actualType(entity, type));
  const id = name === "id" ? entity["id"] : `${base}/${store.pathOf(entity)}`;
  return { "@removed": { reason: "deleted" }, id };
}
