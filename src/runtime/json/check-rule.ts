/**
 * Rules of the vocabulary Org.OData.Validation.V1. They apply to request bodies only: a response may contain values
 * that were stored before the rule existed. Collections are checked item by item. Numbers are strings, to keep every
 * digit.
 */
import { fail, failNamed, listed, type Context, type IssueCode, type Name } from "./check-context.js";
import { collection } from "./check-object.js";
import { hasForm } from "./literal-form.js";
import { numbers, type Compare } from "./exact-value.js";

/** The issue to report when a value violates a rule. */
type Breach = readonly [code: IssueCode, expected: string];

/**
 * Checks a value or each item of a collection. `holds` must accept values of other types: the check of the type reports
 * those.
 */
function rule(value: unknown, context: Context, name: Name, holds: (item: unknown) => boolean, breach: Breach): void {
  if (!context.strict || value === undefined || value === null || context.halted) return;
  if (Array.isArray(value)) collection(value, context, name, (item, c, index) => rule(item, c, index, holds, breach));
  else if (!holds(value)) (breach[0] === "member" ? failNamed : fail)(context, name, breach[0], value, breach[1]);
}

/**
 * Validation.Pattern: a string in which a regular expression finds a match. `flags` are those of a JavaScript RegExp,
 * and `longest` is the length of the longest text on which a search ends soon.
 */
export function pattern(
  value: unknown,
  context: Context,
  name: Name,
  source: string,
  ...[flags = "u", longest = Infinity]: readonly [flags?: string, longest?: number]
): void {
  const holds = (text: unknown): boolean =>
    typeof text !== "string" || (text.length <= longest && isMatch(text, new RegExp(source, flags)));
  const length = longest < Infinity ? ` of at most ${longest} characters` : "";
  rule(value, context, name, holds, ["format", `a text${length} that matches ${source}`]);
}

/** A search may exhaust the stack of the engine on texts of several million characters: then there is no match. */
function isMatch(text: string, form: RegExp): boolean {
  try {
    return form.test(text);
  } catch {
    return false;
  }
}

/** Validation.Minimum: at least the limit. Dates, times and durations are compared by {@link times}. */
export function minimum(value: unknown, context: Context, name: Name, limit: string, compare: Compare = numbers): void {
  rule(value, context, name, (item) => !(compare(item, limit) < 0), ["range", `at least ${limit}`]);
}

/** Validation.Minimum with Validation.Exclusive: more than the limit. */
export function above(value: unknown, context: Context, name: Name, limit: string, compare: Compare = numbers): void {
  rule(value, context, name, (item) => !(compare(item, limit) <= 0), ["range", `more than ${limit}`]);
}

/** Validation.Maximum: at most the limit. */
export function maximum(value: unknown, context: Context, name: Name, limit: string, compare: Compare = numbers): void {
  rule(value, context, name, (item) => !(compare(item, limit) > 0), ["range", `at most ${limit}`]);
}

/** Validation.Maximum with Validation.Exclusive: less than the limit. */
export function below(value: unknown, context: Context, name: Name, limit: string, compare: Compare = numbers): void {
  rule(value, context, name, (item) => !(compare(item, limit) >= 0), ["range", `less than ${limit}`]);
}

/** Validation.MultipleOf: an integer multiple of the step. */
export function multipleOf(value: unknown, context: Context, name: Name, step: string): void {
  rule(value, context, name, (item) => isMultiple(String(item), step), ["range", `a multiple of ${step}`]);
}

const PARTS = /^([+-]?\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** Computed with integers: in binary floating point, 0.3 would be no multiple of 0.1. */
function isMultiple(text: string, step: string): boolean {
  const [value, unit] = [scaled(text), scaled(step)];
  if (value === undefined || unit === undefined) return true;
  const exponent = Math.min(value.exponent, unit.exponent);
  const whole = ({ digits, exponent: own }: Scaled): bigint => digits * 10n ** BigInt(own - exponent);
  return whole(value) % whole(unit) === 0n;
}

/** The number `digits` × 10^`exponent`. */
interface Scaled {
  readonly digits: bigint;
  readonly exponent: number;
}

function scaled(text: string): Scaled | undefined {
  const [, whole, fraction = "", exponent = "0"] = (hasForm(text, PARTS) && PARTS.exec(text)) || [];
  return whole === undefined
    ? undefined
    : { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Validation.AllowedValues: one of the values. Numbers may be given as strings. */
export function allowed(
  value: unknown,
  context: Context,
  name: Name,
  ...values: readonly (string | number | boolean)[]
): void {
  const holds = (item: unknown): boolean =>
    values.some((one) => one === item || (typeof one === "number" && typeof item === "string" && Number(item) === one));
  rule(value, context, name, holds, ["member", `one of ${listed(values)}`]);
}

/** Validation.MinItems: a collection with at least this number of items. */
export function minItems(value: unknown, context: Context, name: Name, count: number): void {
  if (context.strict && Array.isArray(value) && value.length < count)
    fail(context, name, "range", value, `an array of at least ${count} items`);
}

/** Validation.MaxItems: a collection with at most this number of items. */
export function maxItems(value: unknown, context: Context, name: Name, count: number): void {
  if (context.strict && Array.isArray(value) && value.length > count)
    fail(context, name, "range", value, `an array of at most ${count} items`);
}
