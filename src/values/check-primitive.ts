/** Checks JSON values of primitive types with the functions of the runtime that generated validators call. */
import { always, contextOf, WHOLE, type CollectedIssue, type ValueCheck } from "../runtime/json/check-context.js";
import { geography } from "../runtime/json/check-geo.js";
import { boolean, byte, decimal, double, int16, int32, int64, sbyte, single } from "../runtime/json/check-number.js";
import {
  above,
  allowed,
  below,
  maximum,
  maxItems,
  minimum,
  minItems,
  multipleOf,
  pattern,
} from "../runtime/json/check-rule.js";
import { create } from "../runtime/json/check-strict.js";
import { binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "../runtime/json/check-text.js";
import type { JsonValue } from "../edm/requests.js";
import type { EdmTypeName } from "../edm/primitive-types.js";
import { checkGeo } from "./check-geo.js";
import { issue, type ValueIssue, type ValueIssueCode } from "./value-issue.js";
import type { ValueRule } from "../facts/value-rules.js";

const checks: Readonly<Partial<Record<EdmTypeName, ValueCheck>>> = {
  Binary: binary,
  Boolean: boolean,
  Byte: byte,
  Date: date,
  DateTimeOffset: dateTimeOffset,
  Decimal: decimal,
  Double: double,
  Duration: duration,
  Guid: guid,
  Int16: int16,
  Int32: int32,
  Int64: int64,
  SByte: sbyte,
  Single: single,
  String: string,
  TimeOfDay: timeOfDay,
};

/** Issues of a value that is not null; `maxLength` counts characters of a string. */
export function checkPrimitive(
  value: JsonValue,
  type: EdmTypeName,
  maxLength: number | undefined,
): readonly ValueIssue[] {
  if (type.startsWith("Geo")) {
    const outside = found(value, geography);
    return outside.length > 0 ? outside : checkGeo(value, type);
  }
  const check = checkOf(type);
  if (check === undefined) return checkAnything(value);
  if (type !== "String" || maxLength === undefined) return found(value, check);
  return found(value, (text, context, name, flags) => string(text, context, name, flags, maxLength));
}

/** Path types are strings; undefined: any value will do. */
function checkOf(type: EdmTypeName): ValueCheck | undefined {
  return type.endsWith("Path") ? string : checks[type];
}

/** A number with too many digits before its point is `Infinity` in JavaScript. */
function checkAnything(value: JsonValue): readonly ValueIssue[] {
  return typeof value === "number" && !Number.isFinite(value) ? issue("range", "must be a finite number") : [];
}

const limits = { above, below, maximum, minimum, multipleOf } as const;
const counts = { maxItems, minItems } as const;

/** Issues of a value that breaks a rule of the Validation vocabulary. */
export function checkRule(value: JsonValue, rule: ValueRule): readonly ValueIssue[] {
  return found(value, (checked, context, name) => {
    if ("count" in rule) counts[rule.rule](checked, context, name, rule.count);
    else if (rule.rule === "pattern") pattern(checked, context, name, rule.source, rule.flags);
    else if (rule.rule === "allowed") allowed(checked, context, name, ...rule.values);
    else limits[rule.rule](checked, context, name, rule.limit);
  });
}

function found(value: JsonValue, check: ValueCheck): readonly ValueIssue[] {
  const issues: CollectedIssue[] = [];
  check(value, contextOf(create, { issues, limit: Infinity, more: false }), WHOLE, always);
  return issues.map((one) => ({ ...one, code: codeOf(one.code) }));
}

/** The code for a code of the runtime, of those that its checks of primitive values and rules give. */
function codeOf(code: string): ValueIssueCode {
  return code === "range" || code === "format" ? code : code === "member" ? "not-allowed" : "type";
}
