import { calculate, type Numeric } from "./numbers.js";

const DURATION =
  /^([-+]?)P(?=T?\d)(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?)?$/;
const MOMENT =
  /^(?:(-?\d{4,6})-(\d\d)-(\d\d))?(?:(?:^|T)(\d\d):(\d\d)(?::(\d\d)(\.\d{1,12})?)?)?(?:Z|([-+ ]\d\d):(\d\d))?$/i;

/** The seconds of a duration, of a time since midnight, or of a date or instant since 1970; NaN for no such value. */
export function secondsOf(value: unknown): Numeric {
  const text = String(value);
  const [span, sign, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? [];
  if (span !== undefined) {
    const sum = calculate("add", Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60, seconds);
    return calculate("mul", sum, sign === "-" ? -1 : 1) ?? NaN;
  }
  const [at, year, month, day, hour = 0, minute = 0, second = 0, fraction, offset = "0", rest = 0] =
    MOMENT.exec(text) ?? [];
  if (!at) return NaN;
  const date = new Date(0);
  // Days behind the end of the month would be those of the next one.
  if (year !== undefined) date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (year !== undefined && date.getUTCDate() !== Number(day)) return NaN;
  const zone = Number(`${offset.replace(" ", "+")}`) * 3600 + Number(rest) * (offset.startsWith("-") ? -60 : 60);
  if (Number(month ?? 1) > 12 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return NaN;
  const whole = date.getTime() / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - zone;
  return fraction === undefined ? whole : (calculate("add", whole, `0${fraction}`) ?? NaN);
}

/** The value of seconds, as JSON has it; null for what no Date can be. */
export function momentOf(seconds: Numeric | null, kind: string): string | null {
  if (seconds === null) return null;
  if (kind === "Duration") return `${seconds}`.replace(/^(-?)(.*)$/, "$1PT$2S");
  const whole = Math.floor(Number(seconds));
  const date = new Date(whole * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const fraction = String(calculate("sub", seconds, whole)).slice(1);
  const [day = "", time = ""] = date.toISOString().split("T");
  return kind === "Date" ? day : `${day}T${time.slice(0, 8)}${fraction}Z`;
}

const PARTS = ["year", "month", "day", "hour", "minute", "second"];

/** A part of a value in its own time zone: `year`, `totaloffsetminutes` … */
export function partOf(name: string, value: unknown): Numeric | string | null {
  const text = String(value);
  if (name === "date") return text.slice(0, text.indexOf("T"));
  if (name === "time") return text.replace(/^.*T|(Z|[-+]\d\d:\d\d)$/gi, "");
  const span = DURATION.exec(text);
  const parts = span ? ["", 0, 0, ...span.slice(2)] : MOMENT.exec(text);
  if (parts === null) return null;
  if (name === "fractionalseconds") return `0${/\.\d+/.exec(text)?.[0] ?? ""}`;
  if (name === "totaloffsetminutes") {
    const [hours = "0", minutes = 0] = parts.slice(8) as (string | undefined)[];
    return Number(hours) * 60 + Number(minutes) * (hours.startsWith("-") ? -1 : 1);
  }
  return Math.floor(Number(parts[PARTS.indexOf(name) + 1] ?? 0));
}
