/** What is refused: methods, forms, and what capabilities deny. */
import type { ParsedQuery } from "../query/contract.js";
import { methodsOf } from "../write/write.js";
import type { Exchange, MockContext } from "./context.js";
import { badRequest, Fault } from "./fault.js";
import type { CollectionTarget, Target } from "./target.js";

/** The methods that a path takes. */
export function allowedAt(target: Target): readonly string[] {
  if (target.kind !== "call") return ["GET", "HEAD", ...methodsOf(target)];
  return target.operations.some(({ kind }) => kind === "action") ? ["POST"] : ["GET", "HEAD"];
}

export function refuseMethod(method: string, allowed: readonly string[]): void {
  if (allowed.includes(method)) return;
  throw new Fault(405, "MethodNotAllowed", `${method} is not supported here.`, {
    headers: { allow: allowed.join(", ") },
  });
}

/** Answers are in JSON alone, but for media. */
export function refuseForm({ headers }: Exchange): void {
  const accept = headers["accept"];
  if (accept === undefined || /json|\*\/\*|application\/\*|text\/|octet-stream|image|multipart/i.test(accept)) return;
  throw new Fault(406, "NotAcceptable", `The mock answers in JSON, not in ${accept}.`);
}

/** What methods the capabilities of a set deny, in strict mode. */
export function refuseDeniedMethod(target: Target, method: string, { strict }: MockContext): void {
  const at = target.kind === "count" ? target.of : target;
  const rows = at.kind === "collection" || at.kind === "entity" ? at.rows : undefined;
  const denied = strict ? (rows?.child?.denied?.methods ?? []) : [];
  const name = method === "PUT" || method === "MERGE" ? "PATCH" : method;
  if (denied.some((one) => one === name))
    throw new Fault(405, "MethodNotAllowed", `The set does not support ${method}.`);
}

/** What the capabilities of a set deny in queries, in strict mode. */
export function refuseDeniedOptions({ rows }: CollectionTarget, query: ParsedQuery, { strict }: MockContext): void {
  const denied = strict ? rows?.child?.denied : undefined;
  const option = denied?.options?.find((name) => Object.hasOwn(query, name.slice(1)));
  if (option !== undefined) throw badRequest(`The set does not support ${option}.`);
  const lists = [
    ["$filter", query.filter?.paths, denied?.filter],
    ["$orderby", query.orderby?.flatMap(({ paths }) => paths), denied?.orderby],
  ] as const;
  for (const [name, paths, refused] of lists) {
    const path = paths?.find((one) => refused?.includes(one));
    if (path !== undefined) throw badRequest(`${path} is not supported in ${name}.`);
  }
}
