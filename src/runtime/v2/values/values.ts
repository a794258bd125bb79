/** Values of properties, as OData 2.0 and 3.0 write them in JSON and as an app sees them. */
import { clockOf, ticksOf } from "./date-time.js";
import { checked } from "./forms.js";

/** An Edm type whose JSON in OData 2.0 is not that of an app. */
export type ValueKind = "DateTime" | "DateTimeOffset" | "Time" | "Int64" | "Decimal" | "Double" | "Single";

/**
 * The value for an app: Edm.DateTime and Edm.DateTimeOffset as ISO 8601 text, Edm.Int64 and Edm.Decimal as strings,
 * Edm.Double and Edm.Single as numbers but for infinities. Values of other forms stay as they are.
 */
export function readValue(value: unknown, kind: ValueKind | "" | undefined): unknown {
  if (typeof value === "number") return kind === "Int64" || kind === "Decimal" ? String(value) : value;
  if (typeof value !== "string") return value;
  if (kind === "DateTime" || kind === "DateTimeOffset") return clockOf(value, kind === "DateTimeOffset");
  const isFinite = (kind === "Double" || kind === "Single") && Number.isFinite(Number(value || NaN));
  return isFinite ? Number(value) : value;
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
      return text.replace("Infinity", "INF");
  }
}

/** An Edm.Time with two digits for each part, which some services insist on. Throws a TypeError for other text. */
export function timeText(value: string): string {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(\.\d+)?S)?$/.exec(checked(value, "Time")) ?? [];
  const twoDigits = (index: number) => (parts[index] ?? "").padStart(2, "0");
  return `PT${twoDigits(1)}H${twoDigits(2)}M${twoDigits(3)}${parts[4] ?? ""}S`;
}
