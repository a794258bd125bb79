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
  /** `@odata.bind` for navigation properties that must not be updated, or not in any set inserted. */
  bindOfRefused: true,
  /** Null items of a collection of untyped values with Nullable="false" (CSDL 4.01 §7.2.1). */
  nullOfUntyped: true,
  /** A missing member of the name `__proto__`, which every object seems to have, where it is picked. */
  pickOfProto: true,
};

/** Null items that validators refuse although a result may have them, since nothing or the contrary is stated of it. */
export const strictResults = true;
