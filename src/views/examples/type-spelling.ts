import type { JsonValue } from "../../edm/requests.js";
import { at, isArray, isObject, issue, type ValueIssue } from "../../values/value-issue.js";

/**
 * What validators accept and types do not: the name of a type behind a URL (OData JSON Format 4.01 §4.6.3), and null in
 * the place of what is known of a stream.
 */
export function checkTypeSpelling(value: JsonValue): readonly ValueIssue[] {
  if (isArray(value)) return value.flatMap((item, index) => at(index, checkTypeSpelling(item)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => at(name, checkPart(name, part)));
}

function checkPart(name: string, part: JsonValue): readonly ValueIssue[] {
  if (name === "@odata.type" && typeof part === "string") return checkName(part);
  return part === null && /.@odata\.media/.test(name) ? issue("null", "must not be null") : checkTypeSpelling(part);
}

function checkName(name: string): readonly ValueIssue[] {
  return name.lastIndexOf("#") > 0 ? issue("format", "must be a name of a type without a URL before it") : [];
}
