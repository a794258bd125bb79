import type { Facets } from "../edm/annotations.js";
import { type Reading, defined, type Text } from "./reading.js";

const names = ["MaxLength", "Precision", "Scale", "SRID", "Unicode"] as const;

export type FacetName = (typeof names)[number];

export const facetNames: ReadonlySet<string> = new Set(names);

/** Reads the facets of a type reference (CSDL 4.01 §7.2); undefined when it has none. */
export function readFacets(valueOf: (name: FacetName) => Text | undefined, reading: Reading): Facets | undefined {
  const maxLength = facet("MaxLength", ["max"] as const, valueOf, reading);
  const precision = facet("Precision", [] as const, valueOf, reading);
  const scale = facet("Scale", ["variable", "floating"] as const, valueOf, reading);
  const srid = facet("SRID", ["variable"] as const, valueOf, reading);
  const unicode = booleanOf(valueOf("Unicode"), "Unicode", reading);
  const nothing = (maxLength ?? precision ?? scale ?? srid ?? unicode) === undefined;
  return nothing ? undefined : defined({ maxLength, precision, scale, srid, unicode });
}

function facet<W extends string>(
  name: FacetName,
  words: readonly W[],
  valueOf: (name: FacetName) => Text | undefined,
  reading: Reading,
): number | W | undefined {
  const text = valueOf(name);
  if (text === undefined) return undefined;
  // "clients SHOULD accept values in a case-insensitive manner" (CSDL 4.01 §7.2.4)
  const word = words.find((word) => word === text.value.toLowerCase());
  if (word !== undefined) return word;
  const number = Number(text.value);
  if (/^[0-9]+$/.test(text.value) && Number.isSafeInteger(number)) return number;
  const expected = ["a whole number", ...words.map((word) => `"${word}"`)].join(" or ");
  reading.report.add("illegal-value", text.at, { name, value: text.value, expected });
  return undefined;
}

/** Reads `true` or `false`. Other capitalization, which some services write, is a warning; any other text an error. */
export function booleanOf(text: Text | undefined, name: string, { report }: Reading): boolean | undefined {
  if (text === undefined) return undefined;
  if (text.value === "true") return true;
  if (text.value === "false") return false;
  const word = text.value.trim().toLowerCase();
  if (word === "true" || word === "false") {
    report.add("loose-value", text.at, { name, value: text.value, read: word });
    return word === "true";
  }
  report.add("illegal-value", text.at, { name, value: text.value, expected: "true or false" });
  return undefined;
}
