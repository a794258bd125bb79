import { expressionOf, instant, nameText, operandText, type Expression } from "./expression.js";

const DATE = /-?(?:0\d{3}|[1-9]\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;
const TIME = /(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,12})?)?/;
const DECIMAL = /[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/;

/** A value that has the form of its type, with what stands around it in a URL. */
function formed<Kind>(type: string, pattern: RegExp, value: unknown, prefix?: string): Expression<Kind> {
  const text = String(value);
  if (!new RegExp(`^(?:${pattern.source})$`, "i").test(text)) throw new TypeError(`"${text}" is not an Edm.${type}.`);
  // The kind exists at compile time only.
  return expressionOf(prefix === undefined ? text : `${prefix}'${text}'`) as Expression<Kind>;
}

/** An Edm.Guid, such as `01234567-89ab-cdef-0123-456789abcdef`. Throws a TypeError for anything else. */
export function guid(value: string): Expression<"Guid"> {
  return formed("Guid", /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/, value);
}

/** An Edm.Date, such as `2012-12-03`. Throws a TypeError for anything else. */
export function date(value: string): Expression<"Date"> {
  return formed("Date", DATE, value);
}

/** An Edm.TimeOfDay, such as `07:59:59.999`. Throws a TypeError for anything else. */
export function time(value: string): Expression<"TimeOfDay"> {
  return formed("TimeOfDay", TIME, value);
}

/** An Edm.DateTimeOffset: a Date, or text such as `2012-12-03T07:16:23Z`. Throws a TypeError for anything else. */
export function dateTime(value: string | Date): Expression<"DateTimeOffset"> {
  const text = value instanceof Date ? instant(value) : value;
  return formed(
    "DateTimeOffset",
    new RegExp(`${DATE.source}T${TIME.source}(?:Z|[-+](?:[01]\\d|2[0-3]):[0-5]\\d)`),
    text,
  );
}

/** An Edm.Duration, such as `P12DT23H59M59.9S`. Throws a TypeError for anything else. */
export function duration(value: string): Expression<"Duration"> {
  const pattern = /-?P(?=T?\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?/;
  return formed("Duration", pattern, value, "duration");
}

/** An Edm.Binary: bytes as base64url or base64. Throws a TypeError for anything else. */
export function binary(value: string): Expression<"Binary"> {
  const text = value.replaceAll("+", "-").replaceAll("/", "_");
  return formed("Binary", /(?:[\w-]{4})*(?:[\w-]{3}=?|[\w-]{2}(?:==)?)?/, text, "binary");
}

/** An Edm.Int64 of at most 19 digits. Throws a TypeError for anything else. */
export function int64(value: bigint | number | string): Expression<"Number"> {
  return formed("Int64", /[-+]?\d{1,19}/, value);
}

/** An Edm.Decimal with all its digits. Throws a TypeError for anything else. */
export function decimal(value: bigint | number | string): Expression<"Number"> {
  return formed("Decimal", DECIMAL, value);
}

/** The kind of an enumeration with the members Member. */
export interface EnumKind<out Member> {
  readonly member?: Member | undefined;
}

/**
 * Members of an enumeration with its qualified name, `ns.Color'red'`, for services that require the name. Several are
 * one value of an enumeration with IsFlags.
 */
export function enumMember<const Member extends string>(
  type: string,
  ...members: readonly Member[]
): Expression<EnumKind<Member>> {
  return expressionOf(nameText(type) + operandText(members.map(nameText).join())) as Expression<EnumKind<Member>>;
}
