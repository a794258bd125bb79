import { fail, nullable, reject, type Context, type Name } from "./check-context.js";

const INTEGER = /^[+-]?\d{1,19}$/;
// OData ABNF 4.01, rule decimalValue.
const DECIMAL = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|-?INF|NaN)$/i;

/** Edm.Boolean: true or false. */
export function boolean(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value !== "boolean" || flags & context.refused) reject(value, context, name, flags, "true or false");
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
  else if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) fail(context, name, "range", value, "a 64-bit integer");
}

/** Edm.Decimal: a number of at most 2^53 - 1 in magnitude, above which integers lose digits, or a string. */
export function decimal(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER && !(flags & context.refused)) return;
  if (typeof value === "string" && !(flags & context.refused)) {
    if (!DECIMAL.test(value)) fail(context, name, "format", value, "a decimal number");
  } else outside(value, context, name, flags, "a number; beyond 2^53 JSON numbers lose digits, so it must be a string");
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
