/**
 * Why a finding is one: what the pages say and the CSDL denies, the reverse, and what pages say against each other.
 * The names are stable; each has its line in the documentation.
 */
export const causes = {
  "property-not-in-csdl": "A page shows a property that the CSDL does not have on the type or a base of it.",
  "property-on-open-type":
    "The same on an open type, whose values may have properties that nobody declares: a mild difference.",
  "property-on-derived-type": "A page shows a property that only types derived from this one have.",
  "property-letter-case": "A property is written with other capitals than in the CSDL.",
  "property-near-miss": "A property is misspelt: the CSDL has one of nearly that name which the page does not show.",
  "property-undocumented": "The CSDL declares a property that the page of its type does not show.",
  "navigation-undocumented": "The CSDL declares a navigation property that the page of its type does not show.",
  "navigation-as-property": "A page lists a navigation property among the properties.",
  "property-as-navigation": "A page lists a property among the relationships.",
  "inherited-from-differs": 'A page says "Inherited from" one type, and another declares the property.',
  "type-enum-as-string": "A property or parameter is documented as String and is an enum.",
  "type-primitive-differs": "A property or parameter is documented as another primitive type.",
  "type-primitive-for-model": "A primitive type is documented where the CSDL has an entity, complex or enum type.",
  "type-model-for-primitive": "A type of the model is documented where the CSDL has a primitive type.",
  "type-model-differs": "Another type of the model is documented.",
  "type-base-for-derived": "A base of the type is documented instead of the type.",
  "type-derived-for-base": "A type derived from the type is documented instead of it.",
  "type-collection-differs": "A single value is documented where there is a collection, or a collection for a single.",
  "type-letter-case": "A type is written with other capitals than in the CSDL.",
  "type-unknown": "A page names a type that the CSDL does not have.",
  "type-vague": "A page names no type that the EDM has (`object`, `Json`) where the CSDL has one.",
  "type-not-in-csdl": "A page describes a type that the CSDL does not have.",
  "type-namespace-differs": "A page describes a type in another namespace than the CSDL.",
  "type-undocumented": "No page describes an entity or complex type of the CSDL.",
  "enum-undocumented": "No page lists the members of an enum of the CSDL.",
  "kind-differs": "A page describes an enum where the CSDL has a structured type, or the reverse.",
  "base-differs": "A page names a base type that the type does not have in the CSDL.",
  "key-differs": "A page names a key that the type does not have in the CSDL.",
  "open-differs": "A page says whether a type is open, and the CSDL says otherwise.",
  "abstract-differs": "A page calls a type abstract that is not.",
  "member-not-in-csdl": "A page lists a member that the enum does not have in the CSDL.",
  "member-letter-case": "A member is written with other capitals than in the CSDL.",
  "member-near-miss": "A member is misspelt: the CSDL has one of nearly that name which the list lacks.",
  "member-value-differs": "A member has another number than in the CSDL.",
  "members-undocumented": "A list of an enum lacks members that the CSDL has.",
  "list-of-other-values": "Most of a longer list are no members of the enum whose name it bears.",
  "values-without-enum": "A table of values stands under the name of an enum that the CSDL does not have.",
  "path-unresolved": "The path of a request leads nowhere in the CSDL.",
  "path-letter-case": "A segment of a path is written with other capitals than in the CSDL.",
  "operation-undocumented": "No page documents a request that calls an action or function of the CSDL.",
  "operation-kind-differs": "A page calls an action with GET, or a function with another method.",
  "parameter-not-in-csdl": "A page shows a parameter that the action or function does not have.",
  "parameter-letter-case": "A parameter is written with other capitals than in the CSDL.",
  "parameter-near-miss": "A parameter is misspelt: the CSDL has one of nearly that name which the page does not show.",
  "parameter-undocumented": "The page of an action or function does not show one of its parameters.",
  "return-type-differs": "A page says that a request returns another type.",
  "return-collection-differs": "A page says that a request returns one where it returns many, or the reverse.",
  "example-invalid": "The body of an example does not fit the type that it shows.",
  "pages-differ-on-type": "Two pages give an element different types, and no CSDL settles it.",
  "pages-differ-on-members": "Two pages list different members of an enum, and no CSDL settles it.",
  "pages-differ-on-base": "Two pages give a type different bases, and no CSDL settles it.",
} as const satisfies Readonly<Record<string, string>>;

export type Cause = keyof typeof causes;

export function isCause(text: string): text is Cause {
  return Object.hasOwn(causes, text);
}
