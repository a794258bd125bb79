import { fail, nullable, reject, type Context, type Name } from "./check-context.js";
import { decimalOf, type Decimal } from "./exact-value.js";
import { hasForm } from "./literal-form.js";

const INTEGER = /^[+-]?\d{1,19}$/;
// OData ABNF 4.01, rule decimalValue. `INF` and `NaN` are case-sensitive, unlike the `e` of an exponent.
const DECIMAL = /^(?:[+-]?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?|-?INF|NaN)$/;

/** Edm.Boolean: true or false. */
export function boolean(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value !== "boolean" || flags & context.refused) reject(value, context, name, flags, "true or false");
}

/** Edm.PrimitiveType: a string, a finite number or a boolean, by which JSON represents values of most types. */
export function primitive(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  const isPrimitive = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  if (!isPrimitive || flags & context.refused)
    outside(value, context, name, flags, "a string, a finite number, true or false");
}

function outside(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (typeof value !== "number" || flags & context.refused) reject(value, context, name, flags, expected);
  else fail(context, name, "range", value, expected);
}

/** Edm.Byte: an integer from 0 to 255. */
export function byte(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value & 0xff) === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from 0 to 255");
}

/** Edm.SByte: an integer from -128 to 127. */
export function sbyte(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value << 24) >> 24 === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from -128 to 127");
}

/** Edm.Int16: an integer of 16 bits, signed. */
export function int16(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value << 16) >> 16 === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from -32768 to 32767");
}

/** Edm.Int32: an integer of 32 bits, signed. */
export function int32(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && (value | 0) === value && !(flags & context.refused)) return;
  outside(value, context, name, flags, "an integer from -2147483648 to 2147483647");
}

/** Edm.Int64: an integer of at most 2^53 - 1 in magnitude, or a string of digits within 64 bits. */
export function int64(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (Number.isSafeInteger(value) && !(flags & context.refused)) return;
  if (typeof value === "string" && !(flags & context.refused)) checkInt64(value, context, name);
  else outside(value, context, name, flags, "an integer; beyond 2^53 JSON numbers lose digits, so it must be a string");
}

function checkInt64(value: string, context: Context, name: Name): void {
  if (!INTEGER.test(value)) fail(context, name, "format", value, "an integer");
  else if (!isInt64(value)) fail(context, name, "range", value, "a 64-bit integer");
}

/** Whether a text is an integer of 64 bits (OData ABNF 4.01, rule int64Value). */
export function isInt64(text: string): boolean {
  return INTEGER.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/**
 * The facets of a decimal, of which zeros at the ends do not count (OData CSDL XML 4.01 §7.2.3 and §7.2.4): the number
 * of digits and, if given, how many of them may be decimal places, or that the point floats.
 */
export type Digits = readonly [precision: number, scale?: number | "floating"];

/** Edm.Decimal: a number of at most 2^53 - 1 in magnitude, above which integers lose digits, or a string. */
export function decimal(value: unknown, context: Context, name: Name, flags: number = nullable, digits?: Digits): void {
  const isText = typeof value === "string";
  if (!(isText || (typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER)) || flags & context.refused)
    outside(value, context, name, flags, "a number; beyond 2^53 JSON numbers lose digits, so it must be a string");
  else if (isText && !hasForm(value, DECIMAL)) fail(context, name, "format", value, "a decimal number");
  else if (digits) checkDigits(value, context, name, digits);
}

/** Only a decimal with a floating point can be `INF` or `NaN` (OData CSDL XML 4.01 §3.3). */
function checkDigits(value: string | number, context: Context, name: Name, digits: Digits): void {
  const number = decimalOf(String(value));
  if (number === undefined) {
    if (digits[1] !== "floating") fail(context, name, "format", value, "a decimal number");
  } else if (!fits(number, digits)) {
    fail(context, name, "range", value, digitsText(digits));
  }
}

function fits({ digits, point }: Decimal, [precision, scale]: Digits): boolean {
  if (digits === "") return true;
  const [before, after] = [Math.max(0, point), Math.max(0, digits.length - point)];
  if (scale === "floating") return digits.length <= precision;
  return scale === undefined ? before + after <= precision : before <= precision - scale && after <= scale;
}

function digitsText([precision, scale]: Digits): string {
  if (scale === "floating") return `a number of at most ${precision} significant digits`;
  if (scale === undefined) return `a number of at most ${precision} digits`;
  const before = precision === Infinity ? "" : `${precision - scale} digits before the point and `;
  return `a number with at most ${before}${scale} decimal places`;
}

/** Edm.Double: a finite number, or one of the strings `INF`, `-INF` and `NaN`. */
export function double(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (Number.isFinite(value) && !(flags & context.refused)) return;
  floating(value, context, name, flags);
}

/** Edm.Single: like {@link double}, within the range of 32-bit floating point. */
export function single(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && Number.isFinite(Math.fround(value)) && !(flags & context.refused)) return;
  floating(value, context, name, flags);
}

function floating(value: unknown, context: Context, name: Name, flags: number): void {
  const named = value === "INF" || value === "-INF" || value === "NaN";
  if (!named || flags & context.refused)
    outside(value, context, name, flags, 'a finite number, "INF", "-INF" or "NaN"');
}
