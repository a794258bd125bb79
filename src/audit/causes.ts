/**
 * The causes of findings, with their meaning: pages contradict the CSDL, do not document it, or contradict each other.
 * The names are stable.
 */
export const causes = {
  "version-differs": "Pages document another version of the service than the CSDL: beta and v1.0, for example.",
  "property-not-in-csdl":
    "A page documents a property that the CSDL declares neither on the type nor on its base types.",
  "property-on-open-type":
    "A page documents a property that the CSDL does not declare, on an open type, which may have undeclared properties.",
  "property-on-derived-type": "A page documents a property that the CSDL declares only on derived types.",
  "property-letter-case": "A page writes a property in another letter case than the CSDL.",
  "property-near-miss":
    "A page misspells a property: the CSDL declares one with a similar name that the page does not document.",
  "navigation-as-property": "A page lists a navigation property among the properties.",
  "property-as-navigation": "A page lists a property among the relationships.",
  "inherited-from-differs": 'A page names another type after "Inherited from" than the one that declares the property.',
  "type-enum-as-string": "A page documents a property or parameter as String that is an enum in the CSDL.",
  "type-primitive-differs": "A page documents a property or parameter with another primitive type than the CSDL.",
  "type-primitive-for-model": "A page documents a primitive type where the CSDL has an entity, complex or enum type.",
  "type-model-for-primitive": "A page documents an entity, complex or enum type where the CSDL has a primitive type.",
  "type-model-differs": "A page documents another entity, complex or enum type than the CSDL.",
  "type-base-for-derived": "A page documents a base type of the type in the CSDL.",
  "type-derived-for-base": "A page documents a type derived from the type in the CSDL.",
  "type-collection-differs": "A page documents a single value where the CSDL has a collection, or the reverse.",
  "type-letter-case": "A page writes a type in another letter case than the CSDL.",
  "type-unknown": "A page documents a property or parameter with a type that the CSDL does not declare.",
  "type-vague": "A page documents no definite type (`object`, `Json`) where the CSDL has one.",
  "type-not-in-csdl": "A page documents a type that the CSDL does not declare.",
  "type-namespace-differs": "A page documents a type in another namespace than the CSDL.",
  "kind-differs": "A page documents an enum where the CSDL has a structured type, or the reverse.",
  "base-differs": "A page documents a base type that the type does not have in the CSDL.",
  "key-differs": "A page documents a key that the type does not have in the CSDL.",
  "open-differs": "A page documents a type as open that is not open in the CSDL, or the reverse.",
  "abstract-differs": "A page documents a type as abstract that is not abstract in the CSDL.",
  "member-not-in-csdl": "A page lists an enum member that the CSDL does not declare.",
  "member-letter-case": "A page writes an enum member in another letter case than the CSDL.",
  "member-near-miss":
    "A page misspells an enum member: the CSDL declares one with a similar name that the page does not list.",
  "member-value-differs": "A page gives an enum member another number than the CSDL.",
  "list-of-other-values": "Most values of a longer list are not members of the enum that it is documented for.",
  "values-without-enum": "A page has a table of values for an enum that the CSDL does not declare.",
  "path-unresolved": "The path of a documented request does not exist in the CSDL.",
  "path-letter-case": "A page writes a path segment in another letter case than the CSDL.",
  "operation-kind-differs": "A page calls an action with GET, or a function with another method.",
  "parameter-not-in-csdl": "A page documents a parameter that the CSDL does not declare for the action or function.",
  "parameter-letter-case": "A page writes a parameter in another letter case than the CSDL.",
  "parameter-near-miss":
    "A page misspells a parameter: the CSDL declares one with a similar name that the page does not document.",
  "return-type-differs": "A page documents another return type of a request than the CSDL.",
  "return-collection-differs":
    "A page documents that a request returns a single value where the CSDL has a collection, or the reverse.",
  "example-invalid": "An example body has a value that is not valid for its type.",
  "example-unknown-property": "An example body has a property or parameter that is not declared.",
  "example-unknown-member": "An example body has a value that is not a member of its enum.",
  "example-wrong-type": "An example body names a type in `@odata.type` that does not exist or is not allowed there.",
  "example-incomplete": "An example body lacks a required property or parameter.",
  "example-read-only": "An example request body has a property that cannot be written.",
  "example-wrapped": "An example body has the entity in `value`, where the entity itself should be the body.",
  "pages-differ-on-type": "Two pages document different types of an element that the CSDL does not declare.",
  "pages-differ-on-members": "Two pages list different members of an enum that the CSDL does not declare.",
  "pages-differ-on-base": "Two pages document different base types of a type that the CSDL does not declare.",
  // What pages leave out follows what they name.
  "property-undocumented": "The CSDL declares a property that the page of its type does not document.",
  "navigation-undocumented": "The CSDL declares a navigation property that the page of its type does not document.",
  "members-undocumented": "A page lists the members of an enum without some that the CSDL declares.",
  "parameter-undocumented": "The page of an action or function does not document one of its parameters.",
  "type-undocumented": "No page documents an entity or complex type of the CSDL.",
  "enum-undocumented": "No page lists the members of an enum of the CSDL.",
  "operation-undocumented": "No page documents a request that calls an action or function of the CSDL.",
} as const satisfies Readonly<Record<string, string>>;

export type Cause = keyof typeof causes;
