/** Dates as ISO 8601 text and as milliseconds since 1970. A Date of JavaScript is used for the calendar alone. */
import { quoted } from "../../http/literal.js";
import { checked, type ValueKind } from "./kind.js";

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/;
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/;

/** Date and time on a clock of no zone. */
export const edmDateTime: ValueKind = {
  literal: (text) => `datetime${quoted(checked(text, LOCAL, "DateTime"))}`,
  read: (value) => clockOf(value, false),
  write: (text) => `/Date(${ticksOf(checked(text, LOCAL, "DateTime"), "Z")})/`,
};

/** Date and time with an offset from UTC. */
export const edmDateTimeOffset: ValueKind = {
  literal: (text) => `datetimeoffset${quoted(checked(text, ZONED, "DateTimeOffset"))}`,
  read: (value) => clockOf(value, true),
  write: (text) => `/Date(${ticksOf(checked(text, ZONED, "DateTimeOffset"))}+0000)/`,
};

const TICKS = /^\/Date\((-?\d{1,15})([+-]\d{1,4})?\)\/$/;

/**
 * The ISO text of a date. In `/Date(ticks±offset)/`, ticks are the milliseconds from 1970-01-01T00:00:00 on the same
 * clock, and the offset of that clock from UTC is in minutes (OData 2.0 JSON Format §4). A date is given without offset
 * unless it is `zoned`. Other text stays as it is, but for the `Z` of a date that has no offset.
 */
function clockOf(value: unknown, zoned: boolean): unknown {
  if (typeof value !== "string") return value;
  const [, ticks, offset = "0"] = TICKS.exec(value) ?? [];
  if (ticks === undefined) return zoned ? value : value.replace(/Z$/, "");
  const clock = isoOf(+ticks).replace(/(\.000)?Z$/, "");
  // Hours and minutes of the offset are those of a clock that it has moved.
  const zone = +offset === 0 ? "Z" : (+offset < 0 ? "-" : "+") + isoOf(Math.abs(+offset) * 60_000).slice(11, 16);
  return clock + (zoned ? zone : "");
}

function isoOf(ticks: number): string {
  return new Date(ticks).toISOString();
}

/**
 * Milliseconds since 1970; `zone` follows text that has none. Throws a TypeError for a day that no month has, and for a
 * fraction of milliseconds.
 */
function ticksOf(text: string, zone = ""): number {
  const ticks = Date.parse(text + zone);
  // Date.parse takes the 30th of February for the first or second of March.
  const isDay = Number(text.slice(8, 10)) === new Date(text.slice(0, 10)).getUTCDate();
  if (Number.isNaN(ticks) || !isDay || /\.\d{3}\d*[1-9]/.test(text)) {
    throw new TypeError(`"${text}" is no day of the calendar, or finer than the milliseconds of OData 2.0.`);
  }
  return ticks;
}
