import type {
  Binary,
  DateTime,
  DateTimeOffset,
  DecimalString,
  Double,
  Guid,
  Int64String,
  Single,
  Time,
} from "../../../edm.js";
import { expressionOf, nameText, type Expression } from "../../../functions/filter/expression.js";
import { edmDateTime, edmDateTimeOffset } from "../../values/date-time.js";
import type { LiteralKindV2 } from "../../values/kind.js";
import { literalV2 } from "../../values/literal.js";
import { edmDecimal, edmDouble, edmInt64, edmSingle } from "../../values/numbers.js";
import { edmBinary, edmEnum, edmGuid } from "../../values/texts.js";
import { edmTime } from "../../values/time.js";

/** A value as the literal of its type (OData 2.0 Overview §6). */
function literalOf<Kind>(value: unknown, kind: LiteralKindV2): Expression<Kind> {
  // Query options are encoded as a whole. The kind of the expression exists at compile time only.
  return expressionOf(decodeURIComponent(literalV2(value, kind))) as Expression<Kind>;
}

/** An Edm.Guid, such as `01234567-89ab-cdef-0123-456789abcdef`. Throws a TypeError for anything else. */
export function guid(value: Guid): Expression<"Guid"> {
  return literalOf(value, edmGuid);
}

/** An Edm.DateTime: date and time without offset, `2012-12-03T07:16:23`. Throws a TypeError for anything else. */
export function dateTime(value: DateTime): Expression<"DateTime"> {
  return literalOf(value, edmDateTime);
}

/** An Edm.DateTimeOffset, such as `2012-12-03T07:16:23Z`. Throws a TypeError for anything else. */
export function dateTimeOffset(value: DateTimeOffset): Expression<"DateTimeOffset"> {
  return literalOf(value, edmDateTimeOffset);
}

/** An Edm.Time, such as `PT07H16M23S`. Throws a TypeError for anything else. */
export function time(value: Time): Expression<"Time"> {
  return literalOf(value, edmTime);
}

/** An Edm.Binary: bytes as base64. Throws a TypeError for anything else. */
export function binary(value: Binary): Expression<"Binary"> {
  return literalOf(value, edmBinary);
}

/** An Edm.Int64 of at most 19 digits. Throws a TypeError for anything else. */
export function int64(value: Int64String | bigint | number): Expression<"Number"> {
  if (!/^-?\d{1,19}$/.test(String(value))) throw new TypeError(`"${value}" is no Edm.Int64.`);
  return literalOf(value, edmInt64);
}

/** An Edm.Decimal with all its digits. Throws a TypeError for anything else. */
export function decimal(value: DecimalString | bigint | number): Expression<"Number"> {
  return literalOf(value, edmDecimal);
}

/** An Edm.Double. A number is one without this function, unless it is an integer. */
export function double(value: Double): Expression<"Number"> {
  return literalOf(value, edmDouble);
}

/** An Edm.Single. */
export function single(value: Single): Expression<"Number"> {
  return literalOf(value, edmSingle);
}

/** The kind of an enumeration with the members Member. */
export interface EnumKind<out Member> {
  readonly member?: Member | undefined;
}

/**
 * Members of an enumeration of OData 3.0 with its qualified name: `enumMember("ns.Color", "red")`. Several are one
 * value of an enumeration with IsFlags.
 */
export function enumMember<const Member extends string>(
  type: `${string}.${string}`,
  ...members: readonly Member[]
): Expression<EnumKind<Member>> {
  return literalOf(members.map(nameText).join(), edmEnum(type));
}
