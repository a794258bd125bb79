/** The rules of the Validation vocabulary that validators check of one value. */
import type { NavigationProperty, Parameter, Property } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { judgePattern } from "../patterns/pattern-safety.js";
import { edmTypeOf, type EdmTypeName } from "../edm/primitive-types.js";
import {
  UNCONSTRAINED,
  type AllowedValue,
  type Limit,
  type ValueConstraints,
} from "../vocabularies/value-constraints.js";

/** A rule, named like the function of the runtime that checks it. */
export type ValueRule =
  | { readonly rule: "minItems" | "maxItems"; readonly count: number }
  /** `flags` are those of JavaScript; `longest` is the length of the longest text that is searched, absent for any. */
  | { readonly rule: "pattern"; readonly source: string; readonly flags: string; readonly longest?: number }
  | LimitRule
  /** `limit` is a number, exact text. */
  | { readonly rule: "multipleOf"; readonly limit: string }
  | { readonly rule: "allowed"; readonly values: readonly (string | number | boolean)[] };

/** `limit` is exact text, of a number or of a date, time or duration. */
interface LimitRule {
  readonly rule: "minimum" | "above" | "maximum" | "below";
  readonly limit: string;
  readonly compared: "numbers" | "times";
}

const NO_RULES: readonly ValueRule[] = [];

export function valueRulesOf(
  element: Property | NavigationProperty | Parameter,
  constraints: ValueConstraints,
  model: Model,
): readonly ValueRule[] {
  if (constraints === UNCONSTRAINED) return NO_RULES;
  const type = element.type && edmTypeOf(underlyingType(element.type.type, model));
  return [
    ...(element.type?.collection === true ? itemRules(constraints) : []),
    ...(type === undefined ? [] : rulesOfType(constraints, type)),
  ];
}

/** A type definition stands for a primitive type (CSDL 4.01 §11). */
export function underlyingType(name: QualifiedName, model: Model): QualifiedName {
  const type = model.type(name);
  return type?.kind === "TypeDefinition" ? type.underlyingType : name;
}

function itemRules({ minItems, maxItems }: ValueConstraints): readonly ValueRule[] {
  return [
    ...(minItems === undefined ? [] : [{ rule: "minItems", count: minItems } as const]),
    ...(maxItems === undefined ? [] : [{ rule: "maxItems", count: maxItems } as const]),
  ];
}

const NUMERIC: ReadonlySet<EdmTypeName> = new Set([
  "Byte",
  "SByte",
  "Int16",
  "Int32",
  "Int64",
  "Decimal",
  "Double",
  "Single",
]);

/** The forms of limits; a value is compared with one of its own type. */
const FORMS: Readonly<Partial<Record<EdmTypeName, RegExp>>> = {
  Date: /^-?\d{4}\d*-\d\d-\d\d$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/,
  DateTimeOffset: /^-?\d{4}\d*-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/i,
  Time: /^PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?$/,
  TimeOfDay: /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/,
  Duration: /^-?P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i,
};

function rulesOfType(constraints: ValueConstraints, type: EdmTypeName): readonly ValueRule[] {
  const { pattern, minimum, maximum, multipleOf, allowedValues } = constraints;
  const numeric = NUMERIC.has(type);
  return [
    ...(type === "String" && pattern !== undefined ? patternRule(pattern.source) : []),
    ...(minimum === undefined ? [] : limitRules(minimum, type, "above", "minimum")),
    ...(maximum === undefined ? [] : limitRules(maximum, type, "below", "maximum")),
    ...(numeric && multipleOf !== undefined ? [{ rule: "multipleOf", limit: multipleOf } as const] : []),
    ...(allowedValues === undefined ? [] : [allowedRule(allowedValues, type, numeric)]),
  ];
}

/** A pattern that cannot be used is reported by `checkAnnotations`. */
function patternRule(source: string): readonly ValueRule[] {
  const verdict = judgePattern(source);
  if (verdict.kind !== "usable") return [];
  const { flags, longest } = verdict;
  return [{ rule: "pattern", source, flags, ...(longest !== undefined && { longest }) }];
}

function limitRules(
  { value, numeric, exclusive }: Limit,
  type: EdmTypeName,
  open: LimitRule["rule"],
  closed: LimitRule["rule"],
): readonly LimitRule[] {
  const rule = exclusive ? open : closed;
  if (NUMERIC.has(type)) return numeric ? [{ rule, limit: value, compared: "numbers" }] : [];
  return FORMS[type]?.test(value) === true ? [{ rule, limit: value, compared: "times" }] : [];
}

function allowedRule(allowed: readonly AllowedValue[], type: EdmTypeName, numeric: boolean): ValueRule {
  const values = allowed.flatMap(({ value }) => (value === null ? [] : [value]));
  if (type === "Boolean") return { rule: "allowed", values: values.map((value) => value === "true") };
  return {
    rule: "allowed",
    values: values.map((value) => (numeric && isExact(value) ? Number(value) : value)),
  };
}

/** Whether a number of JavaScript is the same number. */
function isExact(text: string): boolean {
  return /^[+-]?\d{1,15}$/.test(text) || /^[+-]?\d{0,12}\.\d{1,3}$/.test(text);
}
