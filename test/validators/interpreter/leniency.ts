/**
 * Faults that validators let pass. What is `true` here the interpreter does not find either; an entry becomes `false`, and
 * goes, when validators find it.
 */
export const lenient = {
  /** OData JSON Format 4.01 §4.6.3: the spelling `@type` of values whose type has no derived types. */
  typeOfLeaf: true,
  /** Related entities that are created by navigation properties of complex types (CSDL 4.01 §9). */
  relatedOfComplex: true,
  /** Values within others of an abstract type that has no derived types: there are none. */
  abstractLeaf: true,
  /** The kind of the URLs in `@odata.bind` for navigation properties that an open type declares. */
  bindOfOpen: true,
  /** `@odata.bind` for navigation properties that must not be updated. */
  bindOfRefused: true,
};
