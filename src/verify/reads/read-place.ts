/** What the reads of a place have in common: what was asked for, whether it is answered, and what is in the answer. */
import type { TypeRef } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { JsonValue } from "../../edm/requests.js";
import { checkValue } from "../answers/check-values.js";
import { checkedForm } from "../answers/old-form.js";
import { contentOf, pageIn, type Page } from "../answers/unwrapped.js";
import type { Cause } from "../finding.js";
import type { Answered } from "../sender.js";
import type { Verification } from "../verification.js";

/** How many entities are asked for at once. */
export const TOP = 5;

/** What a read is about. */
export interface Asked {
  /** In findings: `Customers`. */
  readonly subject: string;
  /** `$filter on name` */
  readonly what: string;
  /** Whether the metadata allows it; undefined where it says so of something else, too. */
  readonly allowed: boolean;
  /** The cause where it is refused though it is allowed. */
  readonly refusal?: Cause;
}

/** Whether a read is answered. A refusal of what is allowed, and an answer to what is not, are findings. */
export function isAnswered(answer: Answered, asked: Asked, { findings, refused }: Verification): boolean {
  const { status, ok, exchange } = answer;
  const { subject, what, allowed, refusal = "read-refused" } = asked;
  if (status === 401 || status === 403) refused.set(exchange.request, status);
  else if (ok && !allowed) findings.add("denied-answered", subject, `${what} is answered, but denied`, exchange);
  else if (!ok && allowed) findings.add(refusal, subject, `${what} is answered with ${status}`, exchange);
  return ok;
}

export function refTo(type: QualifiedName, collection = false): TypeRef {
  return { type, collection, nullable: false };
}

/** The entities of a page in the form of OData 4.0, each checked; undefined, with a finding, where it is none. */
export function entitiesIn(
  answer: Answered,
  {
    subject,
    type,
    isPart = false,
  }: { readonly subject: string; readonly type: QualifiedName; readonly isPart?: boolean },
  verification: Verification,
): Page | undefined {
  const { model, findings } = verification;
  const page = pageIn(answer.body, model.protocol);
  if (page === undefined) {
    findings.add("answer-form", subject, "a collection is answered with what is none", answer.exchange);
    return undefined;
  }
  const ref = refTo(type);
  const items = page.items.map((item) => checkedForm(item, ref, verification));
  for (const item of items) checkValue(item, { subject, ref, exchange: answer.exchange, isPart }, verification);
  return { ...page, items };
}

/** The entity of an answer in the form of OData 4.0, checked; undefined, with a finding, where there is none. */
export function entityIn(
  answer: Answered,
  { subject, type }: { readonly subject: string; readonly type: QualifiedName },
  verification: Verification,
): JsonValue | undefined {
  const { model, findings } = verification;
  const content = contentOf(answer.body, model.protocol);
  if (content === undefined || pageIn(answer.body, model.protocol) !== undefined) {
    findings.add("answer-form", subject, "an entity is answered with what is none", answer.exchange);
    return undefined;
  }
  const entity = checkedForm(content, refTo(type), verification);
  checkValue(entity, { subject, ref: refTo(type), exchange: answer.exchange }, verification);
  return entity;
}
