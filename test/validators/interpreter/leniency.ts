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
};

/** What validators refuse though it is right; as above, `true` for the interpreter to do the same. */
export const strict = {
  /** A reference to an entity that exists, among those that are created together (OData JSON Format 4.01 §8.5). */
  references: true,
};
