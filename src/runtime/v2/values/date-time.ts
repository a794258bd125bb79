/** Dates as ISO 8601 text and as milliseconds since 1970. A Date of JavaScript is used for the calendar alone. */
import { checked } from "./forms.js";

const TICKS = /^\/Date\((-?\d{1,15})([+-]\d{1,4})?\)\/$/;

const isoOf = (ticks: number): string => new Date(ticks).toISOString();

/**
 * The ISO text of a date. In `/Date(ticks±offset)/`, ticks are the milliseconds from 1970-01-01T00:00:00 on the same
 * clock, and the offset of that clock from UTC is in minutes (OData 2.0 JSON Format §4). A date is given without offset
 * unless it is `zoned`. Other text stays as it is, but for the `Z` of a date that has no offset.
 */
export function clockOf(text: string, zoned: boolean): string {
  const [, ticks, offset = "0"] = TICKS.exec(text) ?? [];
  if (ticks === undefined) return zoned ? text : text.replace(/Z$/, "");
  const clock = isoOf(+ticks).replace(/(\.000)?Z$/, "");
  // Hours and minutes of the offset are those of a clock that it has moved.
  const zone = +offset === 0 ? "Z" : (+offset < 0 ? "-" : "+") + isoOf(Math.abs(+offset) * 60_000).slice(11, 16);
  return clock + (zoned ? zone : "");
}

/**
 * Milliseconds since 1970, on the clock of UTC or on the one that an Edm.DateTime is of. Throws a TypeError for other
 * text, for a day that no month has, and for a fraction of milliseconds.
 */
export function ticksOf(text: string, kind: "DateTime" | "DateTimeOffset"): number {
  const ticks = Date.parse(checked(text, kind) + (kind === "DateTime" ? "Z" : ""));
  // Date.parse takes the 30th of February for the first or second of March.
  const isDay = Number(text.slice(8, 10)) === new Date(text.slice(0, 10)).getUTCDate();
  if (Number.isNaN(ticks) || !isDay || /\.\d{3}\d*[1-9]/.test(text)) {
    throw new TypeError(`"${text}" is no day of the calendar, or finer than the milliseconds of OData 2.0.`);
  }
  return ticks;
}
