/** Values by the names of their types, for those who know these at run time alone: it holds all kinds. */
import { edmDateTime, edmDateTimeOffset } from "./date-time.js";
import type { LiteralKindV2, ValueKind } from "./kind.js";
import { literalV2 } from "./literal.js";
import { edmDecimal, edmDouble, edmInt64, edmSingle } from "./numbers.js";
import { edmBinary, edmEnum, edmGuid } from "./texts.js";
import { edmTime } from "./time.js";

const VALUES: Readonly<Record<string, ValueKind>> = {
  DateTime: edmDateTime,
  DateTimeOffset: edmDateTimeOffset,
  Time: edmTime,
  Int64: edmInt64,
  Decimal: edmDecimal,
  Double: edmDouble,
  Single: edmSingle,
};

const LITERALS: Readonly<Record<string, LiteralKindV2>> = { ...VALUES, Guid: edmGuid, Binary: edmBinary };

/** The value for an app, of a type without `Edm.`. Values of types that have the form of the app stay as they are. */
export function readValue(value: unknown, type = ""): unknown {
  return VALUES[type]?.read(value) ?? value;
}

/** The value in JSON of OData 2.0. Throws a TypeError for a date or time that has another form. */
export function writeValue(value: unknown, type = ""): unknown {
  return value == null ? value : (VALUES[type]?.write(String(value)) ?? value);
}

/** The literal in a URL, of an Edm type without `Edm.` or of an enumeration. Throws a TypeError for what is none. */
export function literalOfType(value: unknown, type = ""): string {
  return literalV2(value, type.includes(".") ? edmEnum(type) : LITERALS[type]);
}
