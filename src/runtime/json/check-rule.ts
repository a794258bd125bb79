/**
 * The rules of the Validation vocabulary. They hold for what is written: a service that gives a value against a rule of
 * its own has its reasons, and reading must not fail over it. A collection is checked item by item.
 */
import { fail, type Context, type IssueCode, type Name } from "./check-context.js";
import { collection } from "./check-object.js";

/** What is wrong with a value that does not keep a rule. */
type Breach = readonly [code: IssueCode, message: string];

/** Values of another type than the rule is about are none of its business: the check of the type has spoken. */
function rule(value: unknown, context: Context, name: Name, holds: (item: unknown) => boolean, breach: Breach): void {
  if (!context.strict || value === undefined || value === null || context.halted) return;
  if (Array.isArray(value)) collection(value, context, name, (item, c, index) => rule(item, c, index, holds, breach));
  else if (!holds(value)) fail(context, name, ...breach);
}

/** Contains what a regular expression matches; the `flags` are those of JavaScript. */
export function pattern(value: unknown, context: Context, name: Name, source: string, flags: string = "u"): void {
  const holds = (text: unknown): boolean => typeof text !== "string" || new RegExp(source, flags).test(text);
  rule(value, context, name, holds, ["format", `must match ${source}`]);
}

/** Is this number or more. */
export function minimum(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) < 0), ["range", `must be at least ${limit}`]);
}

/** Is more than this number. */
export function above(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) <= 0), ["range", `must be more than ${limit}`]);
}

/** Is this number or less. */
export function maximum(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) > 0), ["range", `must be at most ${limit}`]);
}

/** Is less than this number. */
export function below(value: unknown, context: Context, name: Name, limit: string): void {
  rule(value, context, name, (item) => !(compare(item, limit) >= 0), ["range", `must be less than ${limit}`]);
}

const INTEGER = /^[+-]?\d+$/;

/** Below, at or above zero, as the value is below, at or above the limit; NaN where that cannot be said. */
function compare(value: unknown, limit: string): number {
  if (typeof value !== "number" && typeof value !== "string") return NaN;
  if (value === "INF") return 1;
  if (value === "-INF") return -1;
  const text = String(value);
  // Numbers of 64 bits have more digits than a number of JavaScript.
  if (INTEGER.test(text) && INTEGER.test(limit)) return Number(BigInt(text) - BigInt(limit));
  return text === "" ? NaN : Number(text) - Number(limit);
}

/** Is a whole multiple of a number. */
export function multipleOf(value: unknown, context: Context, name: Name, step: string): void {
  rule(value, context, name, (item) => isMultiple(String(item), step), ["range", `must be a multiple of ${step}`]);
}

const DECIMAL = /^([+-]?\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** Reckoned in whole numbers: 0.3 is a multiple of 0.1, though not in binary. */
function isMultiple(text: string, step: string): boolean {
  const [value, unit] = [scaled(text), scaled(step)];
  if (value === undefined || unit === undefined) return true;
  const exponent = Math.min(value.exponent, unit.exponent);
  const whole = ({ digits, exponent: own }: Scaled): bigint => digits * 10n ** BigInt(own - exponent);
  return whole(value) % whole(unit) === 0n;
}

interface Scaled {
  readonly digits: bigint;
  readonly exponent: number;
}

function scaled(text: string): Scaled | undefined {
  const [, whole, fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Is one of a list; a number may come as a string. */
export function allowed(
  value: unknown,
  context: Context,
  name: Name,
  values: readonly (string | number | boolean)[],
): void {
  const holds = (item: unknown): boolean =>
    values.some((one) => one === item || (typeof one === "number" && typeof item === "string" && Number(item) === one));
  rule(value, context, name, holds, ["member", `must be one of ${values.join(", ")}`]);
}

/** Has at least so many items. */
export function minItems(value: unknown, context: Context, name: Name, count: number): void {
  if (context.strict && Array.isArray(value) && value.length < count)
    fail(context, name, "range", `must have at least ${count} items`);
}

/** Has at most so many items. */
export function maxItems(value: unknown, context: Context, name: Name, count: number): void {
  if (context.strict && Array.isArray(value) && value.length > count)
    fail(context, name, "range", `must have at most ${count} items`);
}
