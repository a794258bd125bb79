/** Control information of a body (OData JSON Format 4.01 §4.6), checked as generated validators check it. */
import type { JsonValue } from "../edm/requests.js";
import type { ValueShape } from "../edm/examples/example-types.js";
import type { MemberFacts } from "../facts/member-facts.js";
import { contextOf, type CollectedIssue } from "../runtime/json/check-context.js";
import { annotation } from "../runtime/json/check-control.js";
import { create } from "../runtime/json/check-strict.js";
import { isArray, issue, type ValueIssue } from "./value-issue.js";

/** The object that has the annotation. */
export interface Annotated {
  readonly shape: ValueShape;
  /** Of its type, by name; undefined of an open type, where any name may lead to related entities. */
  readonly members: ReadonlyMap<string, MemberFacts> | undefined;
}

/** The issues of one annotation; those that are not known pass. */
export function checkControl(name: string, value: JsonValue, annotated: Annotated): readonly ValueIssue[] {
  const [property = "", term] = name.split(/@(?:odata\.)?/);
  if (term === "bind") return annotated.shape === "read" ? [] : checkBinding(property, value, annotated);
  const issues: CollectedIssue[] = [];
  annotation(name, value, contextOf(create, { issues, limit: Infinity, more: false }));
  return issues.map(({ message }) => ({ path: [], code: "type", message }));
}

/** `x@odata.bind` is the URL of an entity that exists, or several (OData JSON Format 4.01 §8.5). */
function checkBinding(property: string, value: JsonValue, { members }: Annotated): readonly ValueIssue[] {
  const areUrls = isArray(value) && value.every((item) => typeof item === "string");
  const isUrl = typeof value === "string";
  if (members === undefined) return areUrls || isUrl ? [] : issue("type", "must be a URL or an array of URLs");
  const member = members.get(property);
  if (member?.bindable !== true) return issue("unknown-property", "relates no entity that exists");
  if (member.type?.collection === true) return areUrls ? [] : issue("type", "must be an array of URLs");
  return isUrl || (value === null && member.nullable) ? [] : issue("type", "must be a URL");
}
