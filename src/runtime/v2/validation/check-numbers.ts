/** Numbers of OData 2.0 and 3.0. Services write those of many types as strings, and differ in which. */
import { fail, nullable, reject, type Context, type Name, type ValueCheck } from "../../json/check-context.js";
import { byte, decimal, double, int16, int32, int64, sbyte, single, type Digits } from "../../json/check-number.js";
import { hasForm } from "../../json/literal-form.js";
import { isOnTheWire } from "./wire-mode.js";

const NUMERIC = /^[+-]?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?$/;

/** Edm.Int64: a string of digits; on the wire also a number. */
export function int64Text(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "number" && !isOnTheWire(context)) reject(value, context, name, flags, "an integer as a string");
  else int64(value, context, name, flags);
}

/** Edm.Decimal: a string of digits, never `INF` or `NaN`; on the wire also a number. */
export function decimalText(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  digits?: Digits,
): void {
  if (typeof value === "number" && !isOnTheWire(context))
    reject(value, context, name, flags, "a decimal number as a string");
  else if (typeof value === "string" && /[IN]/.test(value) && !(flags & context.refused))
    fail(context, name, "format", value, "a decimal number");
  else decimal(value, context, name, flags, digits);
}

/** A check of numbers that takes their texts, too, where they are on the wire. */
function orText(check: ValueCheck): ValueCheck {
  return (value, context, name, flags) => {
    const isText = typeof value === "string" && isOnTheWire(context) && hasForm(value, NUMERIC);
    check(isText ? Number(value) : value, context, name, flags);
  };
}

export const byteOrText: ValueCheck = /* @__PURE__ */ orText(byte);
export const sbyteOrText: ValueCheck = /* @__PURE__ */ orText(sbyte);
export const int16OrText: ValueCheck = /* @__PURE__ */ orText(int16);
export const int32OrText: ValueCheck = /* @__PURE__ */ orText(int32);
export const doubleOrText: ValueCheck = /* @__PURE__ */ orText(double);
export const singleOrText: ValueCheck = /* @__PURE__ */ orText(single);
