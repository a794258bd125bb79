import { fail, nullable, reject, type Context, type Name } from "./check-context.js";
import { hasForm } from "./literal-form.js";

// Lexical forms of the OData ABNF 4.01, rules guidValue, dateValue, timeOfDayValue and so on. Literals in ABNF are
// case-insensitive (RFC 5234 §2.3).
const GUID = /* @__PURE__ */ guidForm();

// A date that exists. First the days 1 to 28 of a four-digit year, which are most dates and match fastest; then the
// other days of all months but February; last 29 February of leap years. Years of more than four digits have no leading
// zero.
export const DAY =
  "(?:\\d\\d\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])" +
  "|-?(?!0\\d{4})(?:\\d\\d\\d\\d+-(?!02-29|02-3|(?:0[469]|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])" +
  "|\\d*(?:\\d\\d(?:[2468][048]|[13579][26]|0[48])|(?:[2468][048]|[13579][26]|0[048])00)-02-29))";
export const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.\\d{1,12})?)?";
const OFFSET = "(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";
const DATE = /* @__PURE__ */ whole(DAY);
const TIME_OF_DAY = /* @__PURE__ */ whole(TIME);
const DATE_TIME_OFFSET = /* @__PURE__ */ whole(DAY, "[Tt]", TIME, OFFSET);

// XML Schema dayTimeDuration: at least one component, and at least one after `T`.
const DURATION = /^-?P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i;
const BEYOND_BASE64 = /[^\w+/-]/;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * A regular expression for the whole text. Bundlers can drop a call marked pure when its result is unused, but not
 * every expression.
 */
export function whole(...parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.join("")}$`);
}

/** The form of a GUID with a class for each digit: V8 matches it three times faster than quantifiers such as `{8}`. */
function guidForm(): RegExp {
  const four = "[\\dA-Fa-f]".repeat(4);
  return new RegExp(`^${four}${four}-${four}-${four}-${four}-${four}${four}${four}$`);
}

/** Edm.String. `maxLength` is in Unicode characters, not UTF-16 code units. */
export function string(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxLength?: number,
): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, "a string");
  else if (maxLength !== undefined && value.length > maxLength && isLonger(value, maxLength)) {
    fail(context, name, "range", value, `a string of at most ${maxLength} characters`);
  }
}

/** Edm.String with the facet Unicode="false": characters of ASCII only. */
export function ascii(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxLength?: number,
): void {
  string(value, context, name, flags, maxLength);
  if (typeof value === "string" && !(flags & context.refused) && BEYOND_ASCII.test(value)) {
    fail(context, name, "format", value, "a string of ASCII characters");
  }
}

/**
 * Whether a text has more characters than `limit`, without a copy of it. A character beyond the Basic Multilingual
 * Plane is two UTF-16 code units.
 */
function isLonger(text: string, limit: number): boolean {
  let excess = text.length - limit;
  for (let i = 0; excess > 0 && excess <= limit && i < text.length; i++) {
    if ((text.codePointAt(i) ?? 0) <= 0xffff) continue;
    excess--;
    i++;
  }
  return excess > 0;
}

export function malformed(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, expected);
  else fail(context, name, "format", value, expected);
}

/** Edm.Guid: 8-4-4-4-12 hexadecimal digits. */
export function guid(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && GUID.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a GUID");
}

/** Edm.Date: a date that exists, such as `2012-12-03`. */
export function date(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && hasForm(value, DATE) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a date such as 2012-12-03");
}

/**
 * The facet Precision: the number of decimal places of the seconds (OData CSDL XML 4.01 §7.2.3). Zeros after them do
 * not count, since services pad their values.
 */
export function seconds(value: string, context: Context, name: Name, precision: number): void {
  const [fraction = ""] = /\.\d*/.exec(value) ?? [];
  if (/[1-9]/.test(fraction.slice(1 + precision))) {
    fail(context, name, "range", value, `a value with at most ${precision} decimal places of seconds`);
  }
}

/** Edm.TimeOfDay: a time such as `07:59:59.999`; seconds are optional. */
export function timeOfDay(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  precision: number = Infinity,
): void {
  if (typeof value === "string" && hasForm(value, TIME_OF_DAY) && !(flags & context.refused)) {
    if (precision < Infinity) seconds(value, context, name, precision);
  } else malformed(value, context, name, flags, "a time such as 07:59:59.999");
}

/** Edm.DateTimeOffset: date, time and offset from UTC, such as `2012-12-03T07:16:23Z`. */
export function dateTimeOffset(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  precision: number = Infinity,
): void {
  if (typeof value === "string" && hasForm(value, DATE_TIME_OFFSET) && !(flags & context.refused)) {
    if (precision < Infinity) seconds(value, context, name, precision);
  } else malformed(value, context, name, flags, "a time such as 2012-12-03T07:16:23Z");
}

/** Edm.Duration: days, hours, minutes and seconds, such as `P12DT23H59M59.9S`. */
export function duration(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  precision: number = Infinity,
): void {
  if (typeof value === "string" && hasForm(value, DURATION) && !(flags & context.refused)) {
    if (precision < Infinity) seconds(value, context, name, precision);
  } else malformed(value, context, name, flags, "a duration such as P12DT23H59M59.9S");
}

/**
 * Edm.Binary: base64url or base64 (RFC 4648 §4 and §5), with or without padding. `maxBytes` is the length of what it
 * stands for.
 */
export function binary(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxBytes: number = Infinity,
): void {
  if (typeof value === "string" && isBase64(value) && !(flags & context.refused)) {
    if (Math.floor((unpadded(value) * 3) / 4) > maxBytes) {
      fail(context, name, "range", value, `base64url text of at most ${maxBytes} bytes`);
    }
  } else malformed(value, context, name, flags, "base64url text");
}

/** Looks for characters that do not belong there: an expression for all of a large text would exhaust its stack. */
export function isBase64(text: string): boolean {
  const length = unpadded(text);
  if (BEYOND_BASE64.test(text.slice(0, length))) return false;
  // The unused bits of the last character must be zero (OData ABNF 4.01, rules base64b8 and base64b16).
  const left = length % 4;
  if (left === 1 || (length < text.length && text.length % 4 !== 0)) return false;
  return left === 0 || (left === 2 ? "AQgw" : "AEIMQUYcgkosw048").includes(text.charAt(length - 1));
}

/** The number of characters before the padding. */
export function unpadded(text: string): number {
  const padding = text.indexOf("=", text.length - 2);
  return padding < 0 ? text.length : padding;
}
