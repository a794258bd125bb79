/** Dates as ISO 8601 text and as milliseconds since 1970. A Date of JavaScript is used for the calendar alone. */

const TICKS = /^\/Date\((-?\d{1,15})(?:([+-])(\d{1,4}))?\)\/$/;

/**
 * The ISO text of a date. In `/Date(ticks±offset)/`, ticks are the milliseconds from 1970-01-01T00:00:00 on the same
 * clock, and the offset of that clock from UTC is in minutes (OData 2.0 JSON Format §4). A date is given without offset
 * unless it is `zoned`. Other text stays as it is, but for the `Z` of a date that has no offset.
 */
export function clockOf(text: string, zoned: boolean): string {
  const [, ticks, sign = "+", minutes = "0"] = TICKS.exec(text) ?? [];
  if (ticks === undefined) return zoned ? text : text.replace(/Z$/, "");
  const clock = new Date(Number(ticks)).toISOString().replace(/(\.000)?Z$/, "");
  return clock + (zoned ? zoneOf(sign, Number(minutes)) : "");
}

function zoneOf(sign: string, minutes: number): string {
  const twoDigits = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  return minutes === 0 ? "Z" : `${sign}${twoDigits(minutes / 60)}:${twoDigits(minutes % 60)}`;
}

/** The parts of an ISO text, the fraction without zeros at its end. */
interface DateTimeParts {
  readonly date: string;
  readonly time: string;
  readonly fraction: string;
  readonly zone: string;
}

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,30}))?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads the ISO text of an Edm.DateTime, which has no offset, or of an Edm.DateTimeOffset, which has one. Throws a
 * TypeError for other text.
 */
export function dateTimeOf(text: string, kind: "DateTime" | "DateTimeOffset"): DateTimeParts {
  const [, date, time, seconds = "00", fraction = "", zone = ""] = ISO.exec(text) ?? [];
  if (date === undefined || (zone === "") !== (kind === "DateTime")) {
    const example = kind === "DateTime" ? "2012-12-03T07:16:23" : "2012-12-03T07:16:23Z";
    throw new TypeError(`"${text}" is no Edm.${kind}, such as ${example}.`);
  }
  return { date, time: `${time}:${seconds}`, fraction: fraction.replace(/0+$/, ""), zone };
}

/**
 * Milliseconds since 1970, on the clock of UTC or on the one that an Edm.DateTime is of. Throws a TypeError for a
 * fraction that is finer.
 */
export function ticksOf(text: string, kind: "DateTime" | "DateTimeOffset"): number {
  const { date, time, fraction, zone } = dateTimeOf(text, kind);
  if (fraction.length > 3) throw new TypeError(`"${text}" has more than milliseconds, which OData 2.0 cannot express.`);
  const ticks = Date.parse(`${date}T${time}.${fraction || 0}${zone || "Z"}`);
  // Date.parse takes the 30th of February for the first or second of March.
  if (Number.isNaN(ticks) || !new Date(Date.parse(date)).toISOString().startsWith(date)) {
    throw new TypeError(`"${text}" is no date of the calendar.`);
  }
  return ticks;
}
