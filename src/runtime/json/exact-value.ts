/** Numbers and times as exact values: JavaScript numbers would round them. */

import { hasForm } from "./literal-form.js";

/** Compares a value with a limit: negative, zero or positive; NaN where it cannot be compared. */
export type Compare = (value: unknown, limit: string) => number;

/** The number 0.`digits` × 10^`point`. The digits have no zeros at either end; zero has none. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** The value of a decimal text; undefined for any other text, such as `INF`. */
export function decimalOf(text: string): Decimal | undefined {
  if (!hasForm(text, NUMBER)) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = NUMBER.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const all = whole + fraction;
  let [start, end] = [0, all.length];
  while (start < end && all.charCodeAt(start) === ZERO) start++;
  while (end > start && all.charCodeAt(end - 1) === ZERO) end--;
  const isZero = start === end;
  return {
    negative: sign === "-" && !isZero,
    digits: all.slice(start, end),
    point: isZero ? -Infinity : whole.length - start + Number(exponent),
  };
}

const ZERO = 48;

/** Compares numbers and texts of numbers. */
export function numbers(value: unknown, limit: string): number {
  if (value === "INF") return 1;
  if (value === "-INF") return -1;
  const isNumber = typeof value === "number" || typeof value === "string";
  const [number, bound] = [isNumber ? decimalOf(String(value)) : undefined, decimalOf(limit)];
  if (number === undefined || bound === undefined) return NaN;
  if (number.negative !== bound.negative) return number.negative ? -1 : 1;
  return number.negative ? compareMagnitudes(bound, number) : compareMagnitudes(number, bound);
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.point !== b.point) return a.point < b.point ? -1 : 1;
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -1 : 1;
}

/** Compares dates, times and durations, of the forms that their types have. */
export function times(value: unknown, limit: string): number {
  const [time, bound] = [typeof value === "string" ? timeOf(value) : undefined, timeOf(limit)];
  if (time === undefined || bound === undefined) return NaN;
  return time === bound ? 0 : time < bound ? -1 : 1;
}

// The date is given for Date and DateTimeOffset, the time for DateTimeOffset and TimeOfDay.
const INSTANT =
  /^(?=.)(?:(-?\d\d\d\d+)-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?(?:Z|([+-]\d\d):(\d\d))?$/i;
const SPAN = /^(-?)P(?=.)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/i;

/** The number of decimal places of the unit. */
const PLACES = 1000;

/** Seconds in the unit 10^-1000: of a duration, since midnight, or since the year 2000; undefined for another text. */
function timeOf(text: string): bigint | undefined {
  if (hasForm(text, SPAN)) return spanOf(SPAN.exec(text) ?? []);
  return hasForm(text, INSTANT) ? instantOf(INSTANT.exec(text) ?? []) : undefined;
}

function spanOf([, sign, ...parts]: readonly (string | undefined)[]): bigint {
  const total = secondsOf(...parts);
  return sign === "-" ? -total : total;
}

function instantOf([, year, month, day, ...rest]: readonly (string | undefined)[]): bigint {
  const [hours, minutes, seconds, fraction, offset = "+0", offsetMinutes] = rest;
  const days = year === undefined ? undefined : String(daysOf(BigInt(year), Number(month), Number(day)));
  const total = secondsOf(days, hours, minutes, seconds, fraction);
  const ahead = secondsOf("0", offset.slice(1), offsetMinutes);
  return offset.startsWith("-") ? total + ahead : total - ahead;
}

function secondsOf(days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""): bigint {
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  return whole * 10n ** BigInt(PLACES) + BigInt(fraction.padEnd(PLACES, "0"));
}

/** Days since the year 2000. The calendar repeats every 400 years, which have 146,097 days. */
function daysOf(year: bigint, month: number, day: number): bigint {
  const inCycle = ((year % 400n) + 400n) % 400n;
  const days = (Date.UTC(2000 + Number(inCycle), month - 1, day) - Date.UTC(2000)) / 86_400_000;
  return ((year - inCycle) / 400n) * 146_097n + BigInt(days);
}
