/** Dates and times of OData 2.0 and 3.0, as apps have them and as services write them. */
import { fail, nullable, type Context, type Name } from "../../json/check-context.js";
import { DAY, dateTimeOffset, malformed, seconds, TIME, whole } from "../../json/check-text.js";
import { hasForm } from "../../json/literal-form.js";
import { hasIsoDates, isOnTheWire } from "./wire-mode.js";

/** A date of four-digit year and a time without offset. */
const DATE_TIME = /* @__PURE__ */ whole("(?=\\d{4}-)", DAY, "T", TIME);
/** The milliseconds since 1970, and the minutes that the offset from UTC is ahead (MS-ODATA §2.2.6.3.1). */
const TICKS = /^\/Date\((-?\d{1,15})(?:[+-]\d{1,4})?\)\/$/;
const TIME_SPAN = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/;

// The years 1 to 9999, which Edm.DateTime has.
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;
const SECONDS_OF_DAY = 86_400;

/** Edm.DateTime: a date and time without offset, such as `2012-12-03T07:16:23`; on the wire `/Date(1354518983000)/`. */
export function dateTime(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  precision: number = Infinity,
): void {
  const onTheWire = isOnTheWire(context);
  if (onTheWire && isTicks(value)) ticks(value, context, name, precision);
  else if (!onTheWire || hasIsoDates(context)) isoDateTime(value, context, name, flags, precision);
  else malformed(value, context, name, flags, "a date such as /Date(1354518983000)/");
}

/**
 * Edm.DateTimeOffset: date, time and offset from UTC, such as `2012-12-03T07:16:23Z`; on the wire also
 * `/Date(1354518983000+0060)/`, whose offset is in minutes.
 */
export function dateTimeWithOffset(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  precision: number = Infinity,
): void {
  if (isOnTheWire(context) && isTicks(value)) ticks(value, context, name, precision);
  else dateTimeOffset(value, context, name, flags, precision);
}

/** Edm.Time: a time of day as a duration, such as `PT07H16M23S`. */
export function time(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  precision: number = Infinity,
): void {
  const isTime = typeof value === "string" && hasForm(value, TIME_SPAN);
  if (!isTime || flags & context.refused) malformed(value, context, name, flags, "a time such as PT07H16M23S");
  else if (!isInDay(value)) fail(context, name, "range", value, "a time of at most 24 hours");
  else if (precision < Infinity) seconds(value, context, name, precision);
}

function isoDateTime(value: unknown, context: Context, name: Name, flags: number, precision: number): void {
  if (typeof value === "string" && hasForm(value, DATE_TIME) && !(flags & context.refused)) {
    if (precision < Infinity) seconds(value, context, name, precision);
  } else malformed(value, context, name, flags, "a time without offset such as 2012-12-03T07:16:23");
}

function isTicks(value: unknown): value is string {
  return typeof value === "string" && hasForm(value, TICKS);
}

/** The facet Precision is the number of decimal places of the seconds, of which the milliseconds are three. */
function ticks(value: string, context: Context, name: Name, precision: number): void {
  const time = Number(TICKS.exec(value)?.[1]);
  if (!(time >= FIRST && time <= LAST)) fail(context, name, "range", value, "a date of the years 1 to 9999");
  else if (precision < 3 && time % 10 ** (3 - precision) !== 0)
    fail(context, name, "range", value, `a value with at most ${precision} decimal places of seconds`);
}

function isInDay(value: string): boolean {
  const [, hours = "0", minutes = "0", whole = "0"] = TIME_SPAN.exec(value) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(whole) <= SECONDS_OF_DAY;
}
