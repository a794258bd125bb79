/** Checks of what a write needs: its body, and the ETag of what it changes. */
import type { Exchange, MockContext } from "../handler/context.js";
import { badRequest, Fault } from "../handler/fault.js";
import { check, isAbstractType, issuesOf } from "../handler/schemas.js";
import type { Entity } from "../query/contract.js";
import { actualType, isDerived } from "../query/names.js";

export function checkBody(body: Entity, type: string, shape: "create" | "update", context: MockContext): void {
  const own = actualType(body, type);
  if (!isDerived(context.service, own, type)) throw badRequest(`${own} is not derived from ${type}.`);
  if (shape === "create" && isAbstractType(context.service, own)) throw badRequest(`${own} is abstract.`);
  check(issuesOf(body, type, shape, context), "The body");
}

/** Throws 428 without the ETag of an entity that has one, 412 for another one (RFC 9110 §13.1.1, RFC 6585 §3). */
export function checkMatch(entity: Entity, { headers }: Exchange, { store }: MockContext): void {
  const etag = store.etagOf(entity);
  const wanted = headers["if-match"];
  if (etag === undefined) return;
  if (wanted === undefined)
    throw new Fault(428, "PreconditionRequired", "A change needs the ETag of the entity in the header If-Match.");
  if (wanted !== "*" && !wanted.split(/\s*,\s*/).includes(etag))
    throw new Fault(412, "PreconditionFailed", "The entity has changed since its ETag was read.");
}
