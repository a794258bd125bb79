/** Checks of what a write needs: its body, and the ETag of what it changes. */
import type { Exchange, MockContext } from "../handler/context.js";
import { badRequest, Fault } from "../handler/fault.js";
import { check, isAbstractType, issuesOf } from "../handler/schemas.js";
import type { Entity } from "../query/contract.js";
import { actualType, isDerived } from "../query/names.js";
import { spelledValue } from "../query/spelling.js";
import { structuredCopy } from "../store/copy.js";
import { isEntity, valueAtPath } from "../store/members.js";

/** A body that was checked, and what of it the service sets itself. */
export interface CheckedBody {
  readonly body: Entity;
  /** Tells what is ignored. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Values that clients cannot set are ignored (OData Protocol 4.01 §11.4.2, §11.4.3); a strict mock refuses them. */
export function checkBody(sent: Entity, type: string, shape: "create" | "update", context: MockContext): CheckedBody {
  // An object stays one.
  const body = spelledValue(sent, type, context.service) as Entity;
  const own = actualType(body, type);
  if (!isDerived(context.service, own, type)) throw badRequest(`${own} is not derived from ${type}.`);
  if (shape === "create" && isAbstractType(context.service, own)) throw badRequest(`${own} is abstract.`);
  const issues = issuesOf(body, type, shape, context);
  const ignored = issues.filter(({ code }) => code === "read-only" && !context.strict);
  check(
    issues.filter((issue) => !ignored.includes(issue)),
    "The body",
  );
  const paths = ignored.map(({ target = "" }) => target);
  return paths.length === 0
    ? { body, headers: {} }
    : { body: without(body, paths), headers: { "x-mock": `ignored ${paths.join(", ")}` } };
}

/** A copy without the values at paths. */
function without(body: Entity, paths: readonly string[]): Entity {
  const copy = structuredCopy(body);
  for (const path of paths) {
    const end = path.lastIndexOf("/");
    const of = end < 0 ? copy : valueAtPath(copy, path.slice(0, end));
    if (isEntity(of)) delete of[path.slice(end + 1)];
  }
  return copy;
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
