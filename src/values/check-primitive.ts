/** Checks JSON values of primitive types with the functions of the runtime that generated validators call. */
import {
  always,
  contextOf,
  read,
  WHOLE,
  type CollectedIssue,
  type Context,
  type IssueCode,
  type Mode,
  type Name,
} from "../runtime/json/check-context.js";
import {
  geometry,
  geometryCollection,
  lineString,
  multiLineString,
  multiPoint,
  multiPolygon,
  point,
  polygon,
} from "../runtime/json/check-geo.js";
import {
  boolean,
  byte,
  decimal,
  double,
  int16,
  int32,
  int64,
  primitive,
  sbyte,
  single,
} from "../runtime/json/check-number.js";
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
import { numbers, times } from "../runtime/json/exact-value.js";
import { ascii, binary, date, dateTimeOffset, duration, guid, string, timeOfDay } from "../runtime/json/check-text.js";
import { dateTime, time } from "../runtime/v2/validation/check-times.js";
import type { JsonValue } from "../edm/requests.js";
import type { EdmTypeName } from "../edm/primitive-types.js";
import type { Facets } from "../edm/annotations.js";
import { decimalDigitsOf, limitOf } from "../facts/value-facts.js";
import type { ValueRule } from "../facts/value-rules.js";
import { issue, type ValueIssue, type ValueIssueCode } from "./value-issue.js";

/** A check of one value, which takes the limit that a facet sets after the flags. */
type LimitedCheck = (value: unknown, context: Context, name: Name, flags?: number, limit?: number) => void;

const checks: Readonly<Partial<Record<EdmTypeName, LimitedCheck>>> = {
  Binary: binary,
  Boolean: boolean,
  Byte: byte,
  Date: date,
  DateTime: dateTime,
  DateTimeOffset: dateTimeOffset,
  Double: double,
  Duration: duration,
  Guid: guid,
  Int16: int16,
  Int32: int32,
  Int64: int64,
  PrimitiveType: primitive,
  SByte: sbyte,
  Single: single,
  String: string,
  Time: time,
  TimeOfDay: timeOfDay,
};

/** The checks of geometries, by the end of the names of their types. */
const geometries: Readonly<Record<string, LimitedCheck>> = {
  Point: point,
  LineString: lineString,
  Polygon: polygon,
  MultiPoint: multiPoint,
  MultiLineString: multiLineString,
  MultiPolygon: multiPolygon,
  Collection: geometryCollection,
};

/** Issues of a value that is not null. */
export function checkPrimitive(
  value: JsonValue,
  type: EdmTypeName,
  facets: Facets | undefined,
  shape: "read" | "create" | "update",
): readonly ValueIssue[] {
  const mode = shape === "read" ? read : create;
  if (type === "Decimal")
    return found(value, mode, (x, context, name) => decimal(x, context, name, always, decimalDigitsOf(facets)));
  const check = checkOf(type, facets);
  if (check === undefined) return checkAnything(value);
  return found(value, mode, (x, context, name) => check(x, context, name, always, limitOf(type, facets)));
}

/** Path types are strings; undefined: any value will do. */
function checkOf(type: EdmTypeName, facets: Facets | undefined): LimitedCheck | undefined {
  if (type.startsWith("Geo")) return geometries[type.replace(/^Geography|^Geometry/, "")] ?? geometry;
  if (type === "String" && facets?.unicode === false) return ascii;
  return type.endsWith("Path") ? string : checks[type];
}

/** A number with too many digits before its point is `Infinity` in JavaScript. */
function checkAnything(value: JsonValue): readonly ValueIssue[] {
  return typeof value === "number" && !Number.isFinite(value) ? issue("range", "must be a finite number") : [];
}

const limits = { above, below, maximum, minimum } as const;
const comparisons = { numbers, times } as const;
const counts = { maxItems, minItems } as const;

/** Issues of a value that breaks a rule of the Validation vocabulary. */
export function checkRule(value: JsonValue, rule: ValueRule): readonly ValueIssue[] {
  return found(value, create, (checked, context, name) => {
    if ("count" in rule) counts[rule.rule](checked, context, name, rule.count);
    else if (rule.rule === "pattern") pattern(checked, context, name, rule.source, rule.flags, rule.longest);
    else if (rule.rule === "allowed") allowed(checked, context, name, ...rule.values);
    else if (rule.rule === "multipleOf") multipleOf(checked, context, name, rule.limit);
    else limits[rule.rule](checked, context, name, rule.limit, comparisons[rule.compared]);
  });
}

function found(
  value: JsonValue,
  mode: Mode,
  check: (value: JsonValue, context: Context, name: Name) => void,
): readonly ValueIssue[] {
  const issues: CollectedIssue[] = [];
  check(value, contextOf(mode, { issues, limit: Infinity, more: false }), WHOLE);
  return issues.map((one) => ({ ...one, code: codeOf(one.code) }));
}

/** The code for a code of the runtime, of those that its checks of primitive values and rules give. */
function codeOf(code: IssueCode): ValueIssueCode {
  if (code === "member") return "not-allowed";
  return code === "range" || code === "format" || code === "missing" || code === "null" ? code : "type";
}
