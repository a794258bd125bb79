/** Numbers and their literals (OData ABNF 4.01 `decimalValue`, `int64Value`; OData JSON Format 4.01 §7.1). */
import { Scanner } from "./scanner.js";

/** A decimal literal: `digits` without leading and trailing zeros, times ten to the `exponent`. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

export const NAMED_NUMBERS: readonly string[] = ["INF", "-INF", "NaN"];

/** Undefined for any other text, `INF` and the like included. */
export function decimalOf(text: string): Decimal | undefined {
  const scanner = new Scanner(text);
  const negative = scanner.one("+-") === "-";
  const whole = scanner.digits(1);
  const fraction = scanner.one(".") === undefined ? "" : scanner.digits(1);
  const exponent = scanner.one("eE") === undefined ? "0" : signedDigits(scanner);
  if (whole === undefined || fraction === undefined || exponent === undefined || !scanner.done) return undefined;
  return normal(negative, whole + fraction, Number(exponent) - fraction.length);
}

function signedDigits(scanner: Scanner): string | undefined {
  const sign = scanner.one("+-") ?? "";
  const digits = scanner.digits(1);
  return digits === undefined ? undefined : sign + digits;
}

function normal(negative: boolean, all: string, exponent: number): Decimal {
  const digits = all.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return { negative: false, digits: "", exponent: 0 };
  return { negative, digits: significant, exponent: exponent + digits.length - significant.length };
}

/** Negative where the first is less, positive where it is more. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const least = Math.min(one.exponent, other.exponent);
  const [a, b] = [wholeOf(one, least), wholeOf(other, least)];
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isMultipleOf(value: Decimal, step: Decimal): boolean {
  const least = Math.min(value.exponent, step.exponent);
  return wholeOf(value, least) % wholeOf(step, least) === 0n;
}

function wholeOf({ negative, digits, exponent }: Decimal, unit: number): bigint {
  const size = BigInt(`${digits}${"0".repeat(exponent - unit)}` || "0");
  return negative ? -size : size;
}

/** How many digits stand after the decimal point, and before it. */
export function placesOf({ digits, exponent }: Decimal): { readonly after: number; readonly before: number } {
  return { after: Math.max(0, -exponent), before: Math.max(0, digits.length + exponent) };
}

/** The range of an integer type of so many bits. */
export function isWithin(bits: number, signed: boolean, value: bigint): boolean {
  const [least, most] = signed
    ? [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]
    : [0n, 2n ** BigInt(bits) - 1n];
  return value >= least && value <= most;
}
