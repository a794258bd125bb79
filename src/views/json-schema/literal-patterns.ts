/**
 * The lexical forms of primitive values as regular expressions (OData ABNF 4.01, rules dateValue, decimalValue and so on).
 * `places` is the number of decimal places of seconds, after which there may be zeros.
 */

/** A date that exists: 29 February only in leap years. */
const DAY =
  "-?(?!0\\d{4})(?:\\d{4,}-(?!02-29|02-3|(?:0[469]|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])" +
  "|\\d*(?:\\d\\d(?:[2468][048]|[13579][26]|0[48])|(?:[2468][048]|[13579][26]|0[048])00)-02-29)";
const OFFSET = "(?:[Zz]|[+\\-](?:[01]\\d|2[0-3]):[0-5]\\d)";

function timeOf(places: number | null): string {
  return `(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.(?=\\d{1,12}(?!\\d))${fractionOf(places)})?)?`;
}

function fractionOf(places: number | null): string {
  return places === null ? "\\d+" : `\\d{0,${places}}0*`;
}

/** Four-digit years: years 0000 to 9999, none negative. */
const SHORT_DAY = `(?=\\d{4}-)${DAY}`;

export const DATE = `^${DAY}$`;

export function dateTimeOffset(places: number | null): string {
  return `^${DAY}[Tt]${timeOf(places)}${OFFSET}$`;
}

/** Of OData 2.0 and 3.0. */
export function dateTime(places: number | null): string {
  return `^${SHORT_DAY}T${timeOf(places)}$`;
}

export function timeOfDay(places: number | null): string {
  return `^${timeOf(places)}$`;
}

export function duration(places: number | null): string {
  const seconds = `(?:\\d+(?:\\.(?=\\d)${fractionOf(places)})?[Ss])?`;
  return `^-?[Pp](?=.)(?:\\d+[Dd])?(?:[Tt](?=\\d)(?:\\d+[Hh])?(?:\\d+[Mm])?${seconds})?$`;
}

/** A time of day as a duration, of OData 2.0 and 3.0. */
export function time(places: number | null): string {
  return `^PT(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.(?=\\d)${fractionOf(places)})?S)?$`;
}

export const GUID = "^[\\da-fA-F]{8}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{12}$";

export const ASCII = "^[\\u0000-\\u007f]*$";

/** base64url or base64, with or without padding; of OData 2.0 and 3.0 base64 alone. The unused bits are zero. */
export function base64(before4: boolean): string {
  const digit = before4 ? "[A-Za-z\\d+/]" : "[\\w+/\\-]";
  return `^(?:${digit}{4})*(?:${digit}[AQgw](?:==)?|${digit}{2}[AEIMQUYcgkosw048]=?)?$`;
}

/** An integer of at most 64 bits, with any zeros before it as long as there are 19 digits at most. */
export const INT64 = `^(?:[+\\-]?\\d{1,18}|\\+?${upTo("9223372036854775807")}|-${upTo("9223372036854775808")})$`;

/** The texts of as many digits as the limit has that are at most it. */
function upTo(limit: string): string {
  const parts = [...limit].flatMap((digit, index) => {
    const rest = limit.length - index - 1;
    const before = limit.slice(0, index);
    return digit === "0" ? [] : [`${before}[0-${Number(digit) - 1}]${rest === 0 ? "" : `\\d{${rest}}`}`];
  });
  return `(?:${[...parts, limit].join("|")})`;
}

export interface Digits {
  readonly precision: number | null;
  readonly scale: number | null;
  readonly floating: boolean;
}

const EXPONENT = "\\d+(?:\\.\\d+)?[Ee][+\\-]?\\d+";

/** A decimal number. With limits, `INF` and `NaN` are only values of one whose point floats, and exponents pass. */
export function decimal(digits: Digits, before4: boolean): string {
  const isLimited = digits.precision !== null || digits.scale !== null;
  const words = !before4 && (!isLimited || digits.floating) ? "|-?INF|NaN" : "";
  return `^(?:[+\\-]?(?:${plainDigits(digits)}|${EXPONENT})${words})$`;
}

function plainDigits({ precision, scale, floating }: Digits): string {
  if (floating && precision !== null) return `(?=\\d+(?:\\.\\d+)?$)[0.]*(?:\\d\\.?){0,${precision}}[0.]*`;
  if (scale !== null) {
    const before = precision === null ? "\\d+" : `(?=\\d)0*\\d{0,${precision - scale}}`;
    return `${before}(?:\\.(?=\\d)\\d{0,${scale}}0*)?`;
  }
  if (precision === null) return "\\d+(?:\\.\\d+)?";
  const whole = `(?=\\d)0*\\d{0,${precision}}(?:\\.0+)?`;
  return `${whole}|(?=\\d+\\.\\d+$)0*\\.?(?:\\d\\.?){0,${precision}}0*`;
}
