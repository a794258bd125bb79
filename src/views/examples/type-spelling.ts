import type { JsonValue } from "../../edm/requests.js";
import { at, isArray, isObject, issue, type ValueIssue } from "../../values/value-issue.js";

/** Generated types take the name of a type with `#` or without, validators also behind a URL (OData JSON Format 4.01 §4.6.3). */
export function checkTypeSpelling(value: JsonValue): readonly ValueIssue[] {
  if (isArray(value)) return value.flatMap((item, index) => at(index, checkTypeSpelling(item)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    at(name, name === "@odata.type" && typeof part === "string" ? checkName(part) : checkTypeSpelling(part)),
  );
}

function checkName(name: string): readonly ValueIssue[] {
  return name.lastIndexOf("#") > 0 ? issue("format", "must be a name of a type without a URL before it") : [];
}
