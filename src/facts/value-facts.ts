/** Facts of the values of a property, navigation property or parameter, in every shape. */
import type { Facets } from "../edm/annotations.js";
import type {
  EnumType,
  Member,
  NavigationProperty,
  Parameter,
  Property,
  TypeDefinition,
  TypeRef,
} from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName, SimpleName } from "../edm/names.js";
import { edm, type EdmTypeName } from "../edm/primitive-types.js";
import { allowedTypesOf } from "../vocabularies/derived-types.js";
import { ownConstraintsOf, valueConstraintsOf, type ValueConstraints } from "../vocabularies/value-constraints.js";
import { valueDocumentationOf, type ValueDocumentation } from "./documentation.js";
import { nullItemsOf, type NullItems } from "./presence.js";
import { underlyingType, valueRulesOf, type ValueRule } from "./value-rules.js";

export interface ValueFacts {
  readonly name: SimpleName;
  /** As declared; absent where no source gives it. */
  readonly type: TypeRef | undefined;
  /** The name of its type, or of the type that a type definition stands for (CSDL 4.01 §11). */
  readonly underlying: QualifiedName | undefined;
  /** The facets of the type's use, and below them those of a type definition (CSDL 4.01 §11.1). */
  readonly facets: Facets | undefined;
  /** Whether every JavaScript object has a member of this name: an absent property then has its value. */
  readonly inherited: boolean;
  /** Of a collection; absent for a single value. */
  readonly nullItems: NullItems | undefined;
  /** A closed list of strings (Validation.AllowedValues). */
  readonly allowedStrings: AllowedStrings | undefined;
  /** Types that a value may be of, where not every derived type is allowed (Validation.DerivedTypeConstraint). */
  readonly allowedTypes: readonly QualifiedName[] | undefined;
  /** Rules that validators check when the value is written. */
  readonly rules: readonly ValueRule[];
  readonly documentation: ValueDocumentation;
}

export interface AllowedStrings {
  readonly strings: readonly string[];
  /** Whether the element states the list itself; else the type definition does that its type is. */
  readonly own: boolean;
}

export function valueFactsOf(element: Property | NavigationProperty | Parameter, model: Model): ValueFacts {
  const { name, type } = element;
  const constraints = valueConstraintsOf(element, model);
  const strings = allowedStringsIn(constraints, type?.type, model);
  return {
    name,
    type,
    underlying: type && underlyingType(type.type, model),
    facets: type && facetsOf(type, model),
    inherited: isInherited(name),
    nullItems: type?.collection === true ? nullItemsOf(type, element.by, model) : undefined,
    allowedStrings: strings && { strings, own: ownConstraintsOf(element).allowedValues !== undefined },
    allowedTypes: type && allowedTypesOf(element, type.type, model),
    rules: valueRulesOf(element, constraints, model),
    documentation: valueDocumentationOf(element),
  };
}

/** The members of the interface `Object` in the declarations of TypeScript. */
const INHERITED: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}

/** Facets that a type reference and, below it, a type definition state. */
export function facetsOf(ref: TypeRef, model: Model): Facets | undefined {
  const type = model.type(ref.type);
  const stated =
    type?.kind === "TypeDefinition" && type.facets !== undefined ? { ...type.facets, ...ref.facets } : ref.facets;
  return stated?.unicode === false && isOfMicrosoft(model) ? { ...stated, unicode: true } : stated;
}

/**
 * Services of Microsoft write `Unicode="false"` of texts in any language: Graph of names and comments that are given to
 * actions, Dynamics of every property.
 */
function isOfMicrosoft({ container }: Model): boolean {
  return container !== undefined && /^microsoft\./i.test(container.name);
}

/**
 * What the facets of a value limit: the length of a string or binary value, the decimal places of the seconds of a time.
 * Zero limits nothing: it stands for `Precision` and `Scale` that are not stated (CSDL XML 4.01 §7.2.3 and §7.2.4), as
 * conversions write it, but many services that do not state them have values with fractions.
 */
export function limitOf(type: EdmTypeName, { maxLength, precision }: Facets = {}): number | undefined {
  switch (type) {
    case "String":
    case "Binary":
      return positive(maxLength);
    case "DateTime":
    case "DateTimeOffset":
    case "Time":
    case "TimeOfDay":
    case "Duration":
      return positive(precision);
    default:
      return undefined;
  }
}

function positive(facet: number | string | undefined): number | undefined {
  return typeof facet === "number" && facet > 0 ? facet : undefined;
}

/** The digits of a decimal: how many at most and, where it is limited, how many of them after the point. */
export type DecimalDigits = readonly [precision: number, scale?: number | "floating"];

export function decimalDigitsOf({ precision, scale }: Facets = {}): DecimalDigits | undefined {
  const [digits, places] = [positive(precision), positive(scale)];
  if (digits === undefined) return places === undefined ? undefined : [Infinity, places];
  if (scale === "floating") return [digits, scale];
  // No number would have more places than digits.
  return places === undefined || places > digits ? [digits] : [digits, places];
}

/** The strings that the values of a type definition are restricted to. */
export function allowedStringsOfDefinition(definition: TypeDefinition, model: Model): readonly string[] | undefined {
  return allowedStringsIn(valueConstraintsOf(definition, model), definition.underlyingType, model);
}

/** Undefined: any string, or no strings. Whether null is allowed depends on the type alone. */
function allowedStringsIn(
  { allowedValues }: ValueConstraints,
  type: QualifiedName | undefined,
  model: Model,
): readonly string[] | undefined {
  if (allowedValues === undefined || type === undefined || underlyingType(type, model) !== edm("String"))
    return undefined;
  const strings = allowedValues.flatMap(({ value }) => (value === null ? [] : [value]));
  return strings.length === 0 ? undefined : strings;
}

/**
 * The member of an evolvable enumeration that stands for all members that a client does not know yet
 * (https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations).
 */
const UNKNOWN_FUTURE_VALUE = "unknownFutureValue";

/** The members that may be written: the service sends the one that stands for unknown members, and takes it nowhere. */
export function writableMembersOf({ members }: EnumType): readonly Member[] {
  return members.filter(({ name }) => name !== UNKNOWN_FUTURE_VALUE);
}
