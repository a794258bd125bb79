import type { MockProperty, MockService } from "../service.js";
import type { Place } from "./place.js";

/**
 * A value of a primitive type, by its name without `Edm.`. Those of keys differ from position to position, up to the
 * number of values that type and facets allow.
 */
export function primitiveOf(kind: string, name: string, at: Place, limits: MockProperty): unknown {
  const { allowed, maxLength } = limits;
  const { isKey, position, hash } = at;
  const { service } = at.context;
  const number = isKey ? position : hash % 2000;
  if (allowed) return numberInForm(service, kind, allowed[number % allowed.length]);
  if (kind === "Boolean") return number % 2 > 0;
  if (kind === "Guid") return `${hash.toString(16).padStart(8, "0")}-0000-4000-8000-${padded(position, 12)}`;
  // Digits are base64: three of them and a letter are three bytes.
  if (kind === "Binary") return `${padded(number, 3).slice(-Math.min(maxLength || 3, 3))}A`;
  if (kind.startsWith("Geo")) return geometryOf(kind.replace(/Geo(graphy|metry)/, ""), number);
  if (/Date|Time|Dur/.test(kind)) return between(timeOf(kind, number), limits);
  if (/Byte|Int|Dec|Dou|Sin/.test(kind)) return numberInForm(service, kind, numberValue(kind, number, limits));
  return textValue(name, String(position), isKey, limits);
}

/** OData 2.0 and 3.0 have texts for numbers of some types. */
export function numberInForm({ protocol }: MockService, type: string, value: unknown): unknown {
  return protocol === "4.0" || !/Int64|Dec/.test(type) ? value : String(value);
}

function padded(number: number | string, length: number): string {
  return String(number).padStart(length, "0");
}

/** Of the years from 2020 on, each a day, a minute and a second after the one before. */
function timeOf(kind: string, number: number): string {
  const text = new Date(1_577_836_800_000 + number * 86_461_000).toISOString().replace(".000", "");
  const clock = text.slice(11, 19);
  if (kind.startsWith("Date")) return text.slice(0, kind === "Date" ? 10 : kind === "DateTime" ? 19 : 20);
  return kind === "TimeOfDay" ? clock : `PT${clock.replace(":", "H").replace(":", "M")}S`;
}

/** The limit itself, where the text is beyond it. */
function between(text: string, { above = "", below = "~", minimum = above, maximum = below }: MockProperty): string {
  return String(text < minimum ? minimum : text > maximum ? maximum : text);
}

function numberValue(
  kind: string,
  number: number,
  { precision, scale, minimum, maximum, above, below }: MockProperty,
): number {
  const isDecimal = kind === "Decimal";
  const digits = /Byte/.test(kind) ? 2 : (isDecimal && precision) || 9;
  const fraction = isDecimal ? Math.min(digits, Number(scale ?? 0) || 0) : 0;
  const places = /Dou|Sin/.test(kind) ? 1 : Math.min(fraction, 2);
  // Counted in units of the last place, so that a limit of a half is none of an integer.
  const unit = 10 ** places;
  const value = number % 10 ** (digits - fraction + places);
  const low = Math.max(
    Math.ceil(Number(minimum ?? -Infinity) * unit),
    Math.floor(Number(above ?? -Infinity) * unit) + 1,
  );
  const high = Math.min(
    Math.floor(Number(maximum ?? Infinity) * unit),
    Math.ceil(Number(below ?? Infinity) * unit) - 1,
  );
  if (!(value < low || value > high)) return value / unit;
  return (low === -Infinity ? high : low + (value % (high - low) || 0)) / unit;
}

/** GeoJSON (RFC 7946 §3.1); of the abstract types a point. */
function geometryOf(kind: string, number: number): unknown {
  if (kind === "Collection") return { type: "GeometryCollection", geometries: [geometryOf("", number)] };
  const [x, y] = [number % 99, number % 80];
  const ends = [[x, y], [x + 1, y]]; // prettier-ignore
  const shape = /Line/.test(kind) ? ends : /Pol/.test(kind) ? [[...ends, [x, y + 1], [x, y]]] : [x, y];
  return { type: kind || "Point", coordinates: /Multi/.test(kind) ? [shape] : shape };
}

/** `displayName 3`, or `id-3` in a key; another text where the pattern takes that and not the first. */
function textValue(name: string, position: string, isKey: boolean, { maxLength, pattern }: MockProperty): string {
  const longest = maxLength || Infinity;
  const ending = (isKey ? "-" : " ") + position;
  const text = (name.slice(0, Math.max(0, longest - ending.length)) + ending).slice(-longest);
  const length = Math.min(longest, 9);
  const others = [`A${position}`, position, padded(position, length), "A".repeat(length), "a".repeat(length)];
  return pattern === undefined ? text : ([text, ...others].find((one) => new RegExp(pattern).test(one)) ?? text);
}
