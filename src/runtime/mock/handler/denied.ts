/** What the capabilities of a set deny, in strict mode. */
import type { ParsedQuery } from "../query/contract.js";
import type { MockDenied } from "../service.js";
import type { Rows } from "../store/rows.js";
import type { MockContext } from "./context.js";
import { badRequest, Fault } from "./fault.js";
import type { CollectionTarget, Target } from "./target.js";

function deniedIn(rows: Rows | undefined, { strict }: MockContext): MockDenied {
  return (strict && rows?.child?.denied) || {};
}

export function refuseDeniedMethod(target: Target, method: string, context: MockContext): void {
  const at = target.kind === "count" || target.kind === "content" ? target.of : target;
  const { methods } = deniedIn(rowsAt(at, context), context);
  // What changes a part of an entity changes the entity.
  const isChange = /^(PUT|MERGE)$/.test(method) || at !== target || at.kind === "property";
  const needed = isChange && method !== "GET" ? "PATCH" : method;
  if (methods?.some((one) => one === needed))
    throw new Fault(405, "MethodNotAllowed", `The set does not support ${method}.`);
}

function rowsAt(at: Target, { store }: MockContext): Rows | undefined {
  if (at.kind === "property") return store.has(at.owner) ? store.record(at.owner).rows : undefined;
  return at.kind === "collection" || at.kind === "entity" ? at.rows : undefined;
}

export function refuseDeniedOptions({ rows }: CollectionTarget, query: ParsedQuery, context: MockContext): void {
  const denied = deniedIn(rows, context);
  const option = denied.options?.find((name) => Object.hasOwn(query, name.slice(1)));
  if (option !== undefined) throw badRequest(`The set does not support ${option}.`);
  const lists = [
    ["$filter", query.filter?.paths, denied.filter],
    ["$orderby", query.orderby?.flatMap(({ paths }) => paths), denied.orderby],
  ] as const;
  for (const [name, paths, refused] of lists) {
    const path = paths?.find((one) => refused?.includes(one));
    if (path !== undefined) throw badRequest(`${path} is not supported in ${name}.`);
  }
}
