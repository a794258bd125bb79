/**
 * Kinds of values: what an Edm type has in URLs and in JSON of OData 2.0 that differs from what an app sees. Tables of
 * a generated client refer to the kinds themselves, so that a bundle has those of its service alone.
 */

/** How values of a type are written in URLs. */
export interface LiteralKindV2 {
  /**
   * The percent-encoded literal of a value, given as text (OData 2.0 Overview §6). Throws a TypeError for text that is
   * no value of the type.
   */
  readonly literal: (text: string) => string;
}

/** A type whose values in JSON of OData 2.0 are not those of an app (OData 2.0 JSON Format §4). */
export interface ValueKind extends LiteralKindV2 {
  /** The value for an app of the one in JSON. Values of other forms stay as they are. */
  readonly read: (value: unknown) => unknown;
  /** The value in JSON of the one of an app, given as text. Throws a TypeError for what JSON cannot express. */
  readonly write: (text: string) => string;
}

/** The text, if it has the form; else throws a TypeError. */
export function checked(text: string, form: RegExp, type: string): string {
  if (!form.test(text)) throw new TypeError(`"${text}" is no Edm.${type}.`);
  return text;
}
