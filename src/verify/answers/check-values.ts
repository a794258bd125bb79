import type { TypeRef } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { JsonValue } from "../../edm/requests.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ValueIssue, ValueIssueCode } from "../../values/value-issue.js";
import type { Cause, Exchange } from "../finding.js";
import type { Verification } from "../verification.js";

const CAUSES: Readonly<Record<ValueIssueCode, Cause>> = {
  type: "value-type",
  missing: "property-missing",
  null: "value-null",
  format: "value-format",
  range: "value-range",
  "unknown-member": "member-undeclared",
  "not-allowed": "member-undeclared",
  "unknown-property": "property-undeclared",
  "derived-property": "type-undeclared",
  "unknown-type": "type-undeclared",
  "wrong-type": "type-undeclared",
  "abstract-type": "type-undeclared",
  "read-only": "answer-form",
  wrapped: "answer-form",
};

/** What is checked, and how findings name it. */
export interface Checked {
  readonly subject: string;
  readonly ref: TypeRef;
  readonly exchange: Exchange;
  /** Whether properties may be absent since others were selected. */
  readonly isPart?: boolean;
}

/** Checks a value that the service sent, in the form of OData 4.0. */
export function checkValue(value: JsonValue, checked: Checked, verification: Verification): void {
  const { subject, ref, exchange, isPart = false } = checked;
  const { checker, findings } = verification;
  for (const issue of checker.check(value, ref, "read")) {
    if (isPart && issue.code === "missing" && issue.path.length === 1) continue;
    findings.add(CAUSES[issue.code], subjectOf(subject, ref, issue, verification), issue.message, exchange);
  }
}

/**
 * The type that declares the property, and its name: the same property is one subject wherever entities are read. Of
 * what has no type of the model, the subject of the read.
 */
function subjectOf(subject: string, ref: TypeRef, { path }: ValueIssue, { model, facts }: Verification): string {
  let at: string[] = [isStructuredName(ref.type, model) ? ref.type : subject];
  let type: QualifiedName | undefined = ref.type;
  for (const name of path) {
    if (typeof name !== "string") continue;
    at.push(name);
    const members: readonly MemberFacts[] = (type && facts.types.get(type)?.members) ?? [];
    type = members.find((member) => member.name === name)?.type?.type;
    if (type !== undefined && isStructuredName(type, model) && name !== path.at(-1)) at = [type];
  }
  return at.join("/");
}

function isStructuredName(name: QualifiedName, model: Model): boolean {
  const type = model.type(name);
  return type !== undefined && isStructured(type);
}
