/** Values of properties, as OData 2.0 and 3.0 write them in JSON and as an app sees them. */
import { clockOf, dateTimeOf, ticksOf } from "./date-time.js";

/** An Edm type whose JSON in OData 2.0 is not that of an app. */
export type ValueKind = "DateTime" | "DateTimeOffset" | "Time" | "Int64" | "Decimal" | "Double" | "Single";

/**
 * The value for an app: Edm.DateTime and Edm.DateTimeOffset as ISO 8601 text, Edm.Int64 and Edm.Decimal as strings,
 * Edm.Double and Edm.Single as numbers but for infinities. Values of other forms stay as they are.
 */
export function readValue(value: unknown, kind: ValueKind | "" | undefined): unknown {
  switch (kind) {
    case "DateTime":
    case "DateTimeOffset":
      return typeof value === "string" ? clockOf(value, kind === "DateTimeOffset") : value;
    case "Int64":
    case "Decimal":
      return typeof value === "number" ? String(value) : value;
    case "Double":
    case "Single":
      return typeof value === "string" && Number.isFinite(Number(value || NaN)) ? Number(value) : value;
    default:
      return value;
  }
}

/**
 * The value as OData 2.0 writes it (OData 2.0 JSON Format §4): dates in milliseconds, numbers of more than 32 bits and
 * those with a fraction as strings. Throws a TypeError for a date or time that has another form, or a fraction finer
 * than a millisecond.
 */
export function writeValue(value: unknown, kind: ValueKind | "" | undefined): unknown {
  if (value == null || !kind) return value;
  const text = String(value);
  switch (kind) {
    case "DateTime":
      return `/Date(${ticksOf(text, kind)})/`;
    case "DateTimeOffset":
      return `/Date(${ticksOf(text, kind)}+0000)/`;
    case "Time":
      return timeText(text);
    default:
      return typeof value === "number" ? text.replace("Infinity", "INF") : value;
  }
}

/**
 * An Edm.DateTime or Edm.DateTimeOffset in full, with the up to seven fractional digits that literals have. Throws a
 * TypeError for other text.
 */
export function dateTimeText(value: string, kind: "DateTime" | "DateTimeOffset"): string {
  const { date, time, fraction, zone } = dateTimeOf(value, kind);
  if (fraction.length > 7) throw new TypeError(`"${value}" has more than seven fractional digits.`);
  return `${date}T${time}${fraction && `.${fraction}`}${zone}`;
}

/** An Edm.Time with two digits for each part, which some services insist on. Throws a TypeError for other text. */
export function timeText(value: string): string {
  const [, ...parts] = /^PT(?=\d)(?:(\d\d?)H)?(?:(\d\d?)M)?(?:(\d\d?)(\.\d+)?S)?$/.exec(value) ?? [];
  if (parts.length === 0) throw new TypeError(`"${value}" is no Edm.Time, such as PT07H16M23S.`);
  const [hours, minutes, seconds] = parts.map((part = "") => part.padStart(2, "0"));
  return `PT${hours}H${minutes}M${seconds}${parts[3] ?? ""}S`;
}
