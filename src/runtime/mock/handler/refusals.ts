/** What is refused before a request is answered: methods, forms, and what capabilities deny. */
import { methodsOf } from "../write/write.js";
import type { Exchange, MockContext } from "./context.js";
import { Fault } from "./fault.js";
import type { Target } from "./target.js";

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

/** The mock speaks JSON alone. */
export function refuseForm({ headers }: Exchange): void {
  const accept = headers["accept"];
  if (accept === undefined || /json|\*\/\*|application\/\*|text\/|octet-stream|image|multipart/i.test(accept)) return;
  throw new Fault(406, "NotAcceptable", `The mock answers in JSON, not in ${accept}.`);
}

/** What the capabilities of a set deny, in strict mode. */
export function refuseDeniedMethod(target: Target, method: string, { strict }: MockContext): void {
  const at = target.kind === "count" ? target.of : target;
  const rows = at.kind === "collection" || at.kind === "entity" ? at.rows : undefined;
  const denied = strict ? (rows?.child?.denied?.methods ?? []) : [];
  const name = method === "PUT" || method === "MERGE" ? "PATCH" : method;
  if (denied.some((one) => one === name))
    throw new Fault(405, "MethodNotAllowed", `The set does not support ${method}.`);
}
