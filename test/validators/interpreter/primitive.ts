/** Whether a JSON value, not null, is of a primitive type with its facets (CSDL 4.01 §3.3 and §7.2). */
import type { Facets } from "../../../src/edm/annotations.js";
import type { EdmTypeName } from "../../../src/edm/primitive-types.js";
import type { FaultCode } from "./fault.js";
import { isGeometry } from "./geo.js";
import { decimalOf, isWithin, NAMED_NUMBERS, placesOf } from "./numbers.js";
import { Scanner } from "./scanner.js";
import { dateOf, dateTimeOffsetOf, durationOf, timeOfDayOf, type Instant } from "./temporal.js";

type Verdict = FaultCode | "fine";
type Judge = (value: unknown, facets: Facets) => Verdict;

const integer =
  (bits: number, signed: boolean): Judge =>
  (value) => {
    if (typeof value !== "number") return "type";
    return Number.isInteger(value) && isWithin(bits, signed, BigInt(value)) ? "fine" : "range";
  };

const int64: Judge = (value) => {
  // A number beyond 2^53 has lost digits when JSON was parsed.
  if (typeof value === "number") return Number.isSafeInteger(value) ? "fine" : "range";
  if (typeof value !== "string") return "type";
  const scanner = new Scanner(value);
  scanner.one("+-");
  if (scanner.digits(1, 19) === undefined || !scanner.done) return "format";
  return isWithin(64, true, BigInt(value.replace("+", ""))) ? "fine" : "range";
};

const decimal: Judge = (value, facets) => {
  if (typeof value !== "number" && typeof value !== "string") return "type";
  if (typeof value === "number" && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return "range";
  const { precision = Infinity, scale } = facets;
  // Only floating-point numbers are infinite.
  const isFloating = scale === "floating" || (precision === Infinity && typeof scale !== "number");
  if (typeof value === "string" && NAMED_NUMBERS.includes(value)) return isFloating ? "fine" : "format";
  const read = decimalOf(String(value));
  if (read === undefined) return "format";
  const { after, before } = placesOf(read);
  if (scale === "floating") return read.digits.length <= precision ? "fine" : "range";
  if (scale === "variable" || scale === undefined) return after + before <= precision ? "fine" : "range";
  return after <= scale && before <= precision - scale ? "fine" : "range";
};

const double: Judge = (value) => {
  if (typeof value === "string") return NAMED_NUMBERS.includes(value) ? "fine" : "type";
  if (typeof value !== "number") return "type";
  return Number.isFinite(value) ? "fine" : "range";
};

/** The greatest value of IEEE 754 binary32, and half a step beyond it, which is rounded to infinity. */
const SINGLE_LIMIT = 2 ** 128 - 2 ** 103;

const single: Judge = (value, facets) => {
  const verdict = double(value, facets);
  return verdict === "fine" && typeof value === "number" && Math.abs(value) >= SINGLE_LIMIT ? "range" : verdict;
};

const boolean: Judge = (value) => (typeof value === "boolean" ? "fine" : "type");

/** CSDL 4.01 §7.2.2 and §7.2.6: length counts characters; without Unicode they are those of ASCII. */
const string: Judge = (value, { maxLength, unicode }) => {
  if (typeof value !== "string") return "type";
  const characters = Array.from(value);
  if (typeof maxLength === "number" && characters.length > maxLength) return "range";
  return unicode === false && characters.some((one) => (one.codePointAt(0) ?? 0) > 127) ? "format" : "fine";
};

const temporal =
  (read: (text: string) => Instant | undefined): Judge =>
  (value, { precision = Infinity }) => {
    if (typeof value !== "string") return "type";
    const instant = read(value);
    if (instant === undefined) return "format";
    return instant.precision <= precision ? "fine" : "range";
  };

const guid: Judge = (value) => {
  if (typeof value !== "string") return "type";
  const groups = value.split("-");
  const fits = [8, 4, 4, 4, 12].every((length, index) => {
    const group = groups[index] ?? "";
    return group.length === length && [...group].every((one) => "0123456789abcdefABCDEF".includes(one));
  });
  return fits && groups.length === 5 ? "fine" : "format";
};

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `binaryValue` of the ABNF, or base64 as RFC 4648 §4 has it. */
const binary: Judge = (value, { maxLength }) => {
  if (typeof value !== "string") return "type";
  const text = value.replaceAll("-", "+").replaceAll("_", "/");
  const content = text.replace(/={1,2}$/, "");
  const padding = text.length - content.length;
  const left = content.length % 4;
  if ([...content].some((one) => !`${BASE64}+/`.includes(one)) || left === 1) return "format";
  if (padding > 0 && padding !== 4 - left) return "format";
  // The bits of the last character that belong to no octet are zero.
  const last = `${BASE64}+/`.indexOf(content.charAt(content.length - 1));
  if ((left === 2 && last % 16 !== 0) || (left === 3 && last % 4 !== 0)) return "format";
  const octets = Math.floor((content.length * 3) / 4);
  return typeof maxLength === "number" && octets > maxLength ? "range" : "fine";
};

const anything: Judge = () => "fine";

const judges: Readonly<Partial<Record<EdmTypeName, Judge>>> = {
  Binary: binary,
  Boolean: boolean,
  Byte: integer(8, false),
  SByte: integer(8, true),
  Int16: integer(16, true),
  Int32: integer(32, true),
  Int64: int64,
  Decimal: decimal,
  Double: double,
  Single: single,
  Guid: guid,
  Date: temporal(dateOf),
  TimeOfDay: temporal(timeOfDayOf),
  DateTimeOffset: temporal(dateTimeOffsetOf),
  Duration: temporal(durationOf),
  String: string,
  PrimitiveType: (value) => (["string", "number", "boolean"].includes(typeof value) ? "fine" : "type"),
};

/** `written`: in a body that is sent to a service. */
export function judgePrimitive(
  value: unknown,
  type: EdmTypeName,
  facets: Facets,
  written: boolean,
): FaultCode | undefined {
  const verdict = judgeOf(type, written)(value, facets);
  return verdict === "fine" ? undefined : verdict;
}

function judgeOf(type: EdmTypeName, written: boolean): Judge {
  if (type.startsWith("Geo")) return (value) => (isGeometry(value, type, written) ? "fine" : "type");
  if (type.endsWith("Path")) return string;
  return judges[type] ?? anything;
}
