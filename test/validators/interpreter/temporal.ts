/**
 * Dates, times and durations, read by the rules of the OData ABNF 4.01: `dateValue`, `timeOfDayValue`,
 * `dateTimeOffsetValue`, `durationValue`. Each gives the parts of a literal, or undefined for any other text.
 */
import { Scanner } from "./scanner.js";

export interface Instant {
  /** For comparisons: more for later values of one type, in seconds. */
  readonly seconds: number;
  /** Digits after the decimal point, without zeros at the end. */
  readonly precision: number;
}

export function dateOf(text: string): Instant | undefined {
  const scanner = new Scanner(text);
  const date = scanDate(scanner);
  return date !== undefined && scanner.done ? { seconds: date, precision: 0 } : undefined;
}

export function timeOfDayOf(text: string): Instant | undefined {
  const scanner = new Scanner(text);
  const time = scanTime(scanner);
  return scanner.done ? time : undefined;
}

export function dateTimeOffsetOf(text: string): Instant | undefined {
  const scanner = new Scanner(text);
  const date = scanDate(scanner);
  if (date === undefined || scanner.one("Tt") === undefined) return undefined;
  const time = scanTime(scanner);
  const offset = scanOffset(scanner);
  if (time === undefined || offset === undefined || !scanner.done) return undefined;
  return { seconds: date + time.seconds - offset, precision: time.precision };
}

const UNITS = [
  ["Hh", 3600],
  ["Mm", 60],
  ["Ss", 1],
] as const;

export function durationOf(text: string): Instant | undefined {
  const scanner = new Scanner(text);
  const sign = scanner.one("-") === undefined ? 1 : -1;
  if (scanner.one("Pp") === undefined || scanner.done) return undefined;
  const days = scanner.digits(1);
  if (days !== undefined && scanner.one("Dd") === undefined) return undefined;
  const clock = scanner.one("Tt") === undefined ? { seconds: 0, precision: 0 } : scanClock(scanner);
  if (clock === undefined || !scanner.done) return undefined;
  return { seconds: sign * (Number(days ?? 0) * 86_400 + clock.seconds), precision: clock.precision };
}

/** Hours, minutes and seconds of a duration, at least one of them; only seconds have a fraction. */
function scanClock(scanner: Scanner): Instant | undefined {
  if (scanner.done) return undefined;
  let [seconds, precision, from] = [0, 0, 0];
  while (!scanner.done) {
    const whole = scanner.digits(1);
    const fraction = scanner.one(".") === undefined ? "" : scanner.digits(1);
    const unit = UNITS.findIndex(([letters]) => letters.includes(scanner.next));
    if (whole === undefined || fraction === undefined || scanner.done || unit < from) return undefined;
    if (fraction !== "" && unit !== 2) return undefined;
    scanner.one(scanner.next);
    seconds += Number(`${whole}.${fraction}`) * (UNITS[unit]?.[1] ?? 0);
    precision = fraction.replace(/0+$/, "").length;
    from = unit + 1;
  }
  return { seconds, precision };
}

/** The seconds from the year 0 to a date that exists. */
function scanDate(scanner: Scanner): number | undefined {
  const sign = scanner.one("-") === undefined ? 1 : -1;
  const year = scanner.digits(4);
  if (year === undefined || (year.length > 4 && year.startsWith("0")) || scanner.one("-") === undefined)
    return undefined;
  const month = scanner.digits(2, 2);
  if (month === undefined || scanner.one("-") === undefined) return undefined;
  const day = scanner.digits(2, 2);
  if (day === undefined || !exists(Number(year), Number(month), Number(day))) return undefined;
  return (sign * Number(year) * 372 + Number(month) * 31 + Number(day)) * 86_400;
}

function exists(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function scanTime(scanner: Scanner): Instant | undefined {
  const minutes = scanMinutes(scanner);
  if (minutes === undefined) return undefined;
  if (scanner.one(":") === undefined) return { seconds: minutes * 60, precision: 0 };
  const second = scanner.digits(2, 2);
  const fraction = scanner.one(".") === undefined ? "" : scanner.digits(1, 12);
  if (second === undefined || Number(second) > 60 || fraction === undefined) return undefined;
  return { seconds: minutes * 60 + Number(`${second}.${fraction}`), precision: fraction.replace(/0+$/, "").length };
}

/** Hours and minutes. */
function scanMinutes(scanner: Scanner): number | undefined {
  const hour = scanner.digits(2, 2);
  if (hour === undefined || Number(hour) > 23 || scanner.one(":") === undefined) return undefined;
  const minute = scanner.digits(2, 2);
  return minute === undefined || Number(minute) > 59 ? undefined : Number(hour) * 60 + Number(minute);
}

/** Seconds east of Greenwich. */
function scanOffset(scanner: Scanner): number | undefined {
  if (scanner.one("Zz") !== undefined) return 0;
  const sign = scanner.one("+-");
  const minutes = sign === undefined ? undefined : scanMinutes(scanner);
  return minutes === undefined ? undefined : (sign === "-" ? -60 : 60) * minutes;
}
