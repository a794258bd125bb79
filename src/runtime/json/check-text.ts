import { fail, nullable, reject, type Context, type Name } from "./check-context.js";

// The lexical forms of the OData ABNF 4.01, rules `guidValue`, `dateValue`, `timeOfDayValue`, …; its literals are
// case-insensitive.
const GUID = /* @__PURE__ */ guidForm();

// A day that exists: one that every month has, which is most of them and quickly found; one where February has 28; or
// else 29 February of the years that have it. A year of more than four digits does not start with a zero.
const DAY =
  "(?:\\d\\d\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])" +
  "|-?(?!0\\d{4})(?:\\d{4,}-(?!02-29|02-3|(?:0[469]|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])" +
  "|\\d*(?:\\d\\d(?:[2468][048]|[13579][26]|0[48])|(?:[2468][048]|[13579][26]|0[048])00)-02-29))";
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.\\d{1,12})?)?";
const OFFSET = "(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";
const DATE = /* @__PURE__ */ whole(DAY);
const TIME_OF_DAY = /* @__PURE__ */ whole(TIME);
const DATE_TIME_OFFSET = /* @__PURE__ */ whole(DAY, "[Tt]", TIME, OFFSET);

// XML Schema's dayTimeDuration: at least one part, and none after a `T` that stands alone.
const DURATION = /^-?P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i;
const BASE64 = /^[\w+/-]*={0,2}$/;

/** A function rather than an expression: bundlers leave parts of an expression that nothing uses. */
function whole(...parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.join("")}$`);
}

/** Digit by digit: the engine counts repetitions three times slower than it follows a longer form. */
function guidForm(): RegExp {
  return whole([8, 4, 4, 4, 12].map((length) => "[\\dA-Fa-f]".repeat(length)).join("-"));
}

/** Edm.String, of at most so many characters. */
export function string(
  value: unknown,
  context: Context,
  name: Name,
  flags: number = nullable,
  maxLength: number = Infinity,
): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, "a string");
  // A character outside the basic plane has a length of two in JavaScript.
  else if (value.length > maxLength && [...value].length > maxLength) {
    fail(context, name, "range", `must have at most ${maxLength} characters`);
  }
}

function malformed(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, expected);
  else fail(context, name, "format", `must be ${expected}`);
}

/** Edm.Guid */
export function guid(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && GUID.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a GUID");
}

/** Edm.Date */
export function date(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && DATE.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a date such as 2012-12-03");
}

/** Edm.TimeOfDay */
export function timeOfDay(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && TIME_OF_DAY.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a time such as 07:59:59.999");
}

/** Edm.DateTimeOffset */
export function dateTimeOffset(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && DATE_TIME_OFFSET.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a time such as 2012-12-03T07:16:23Z");
}

/** Edm.Duration */
export function duration(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && DURATION.test(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "a duration such as P12DT23H59M59.9S");
}

/** Edm.Binary as base64url or base64, with or without padding. */
export function binary(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (typeof value === "string" && isBase64(value) && !(flags & context.refused)) return;
  malformed(value, context, name, flags, "base64url text");
}

/** Counted rather than matched in groups of four: large content would exhaust the stack of the regular expression. */
function isBase64(text: string): boolean {
  if (!BASE64.test(text)) return false;
  const padded = text.indexOf("=", text.length - 2);
  const length = padded < 0 ? text.length : padded;
  // What the last character carries beyond whole bytes is zero (ABNF rules base64b8 and base64b16).
  const left = length % 4;
  if (left === 1 || (padded >= 0 && text.length % 4 !== 0)) return false;
  return left === 0 || (left === 2 ? "AQgw" : "AEIMQUYcgkosw048").includes(text.charAt(length - 1));
}
