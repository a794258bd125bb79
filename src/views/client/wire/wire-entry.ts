import { compareText, type Model } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import { edmTypeOf } from "../../../edm/primitive-types.js";

/** A name in the client, and how it or its value is written in a URL. */
export interface WireEntry {
  readonly name: string;
  readonly value: string;
}

export function sortedEntries(entries: readonly WireEntry[]): readonly WireEntry[] {
  const unique = new Map(entries.map((entry) => [entry.name, entry]));
  return [...unique.values()].sort((a, b) => compareText(a.name, b.name));
}

const LITERAL_KINDS: ReadonlySet<string> = new Set([
  "Guid",
  "Date",
  "TimeOfDay",
  "DateTime",
  "DateTimeOffset",
  "Time",
  "Duration",
  "Binary",
  "Int64",
  "Decimal",
  "Double",
  "Single",
]);

/**
 * How a value of a type is written in a URL: the name of a primitive type, or of an enumeration whose members are
 * prefixed with it; undefined: as JavaScript writes it, strings in quotes.
 */
export function literalKindOf(name: QualifiedName, model: Model, plainEnums: boolean): string | undefined {
  const type = model.type(name);
  if (type?.kind === "TypeDefinition") return literalKindOf(type.underlyingType, model, plainEnums);
  if (type?.kind === "EnumType") return plainEnums ? undefined : name;
  const primitive = edmTypeOf(name);
  return primitive !== undefined && LITERAL_KINDS.has(primitive) ? primitive : undefined;
}
