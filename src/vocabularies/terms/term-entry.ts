/** The shape of a term's value, as far as readers depend on it; `any` where none does. */
export type ValueShape =
  | "any"
  | "boolean"
  | "string"
  | "number"
  | "member"
  | "constant"
  | "path"
  | "strings"
  | "paths"
  | "records"
  | "record"
  | RecordShape;

/** The properties of a record that readers look at. */
export type RecordShape = { readonly [property: string]: ValueShape };

/**
 * What the tool makes of a term. Used: it changes the output, as the note says. Carried: it is read, kept in the model,
 * explained and converted, and the note says why it changes nothing.
 */
export interface TermEntry {
  readonly use: "used" | "carried";
  readonly shape: ValueShape;
  readonly note: string;
}

export type TermEntries = Readonly<Record<string, TermEntry>>;

export function used(shape: ValueShape, note: string): TermEntry {
  return { use: "used", shape, note };
}

export function carried(note: string): TermEntry {
  return { use: "carried", shape: "any", note };
}
