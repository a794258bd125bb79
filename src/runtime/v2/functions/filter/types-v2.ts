import type { flavour, Geography, unknownMember } from "../../../edm.js";
import type { EXPRESSION, Expression, ExpressionText } from "../../../functions/filter/expression.js";
import type { Casts, Expandable, Of } from "../../../http/entity.js";
import type { Navigation } from "../../../http/query.js";
import type { EnumKind } from "./literals-v2.js";
import type { FilterValue } from "./value-text.js";

/** The properties of an entity that D describes, as paths of an expression. */
export type Filterable<D> = Members<Of<D, "read">, Expandable<D>> &
  Structured<Of<D, "read">, Expandable<D>> &
  Casting<Casts<D>>;

/** The properties of the complex type T, as paths of an expression. */
export type FilterableComplex<T> = Members<T, unknown> & Structured<T, unknown>;

type Members<T, X> = {
  readonly [P in keyof T]-?: P extends `${string}@${string}` ? never : Member<T, X, P>;
};

type Member<T, X, P extends keyof T> = PathOf<T[P], P extends keyof X ? X[P] : unknown>;

type PathOf<V, N> = N extends Navigation
  ? N["many"] extends true
    ? EntityCollection<N["entity"]>
    : Filterable<N["entity"]>
  : ExpressionOf<V>;

type ExpressionOf<V> = unknown extends V ? AnyExpression : Known<NonNullable<V>>;

// Tuples keep the members of a union together.
type Known<V> = [V] extends [never]
  ? AnyExpression
  : [V] extends [boolean]
    ? Condition
    : [number] extends [V]
      ? NumberExpression
      : [V] extends [string | number]
        ? TextExpression<V, Listed<V>>
        : [V] extends [readonly (infer I)[]]
          ? CollectionExpression<I>
          : [V] extends [Geography]
            ? GeoExpression
            : FilterableComplex<V>;

/** The members of an enumeration, or `string`; never for strings with a type name. */
type Listed<V> = V extends string
  ? typeof unknownMember extends keyof V
    ? never
    : typeof flavour extends keyof V
      ? never
      : V
  : never;

type TextExpression<V, Member> = [Member] extends [never]
  ? V extends { readonly [flavour]?: infer Name }
    ? NonNullable<Name> extends keyof Flavors
      ? Flavors[NonNullable<Name>]
      : AnyExpression
    : AnyExpression
  : string extends Member
    ? StringExpression
    : EnumExpression<Member>;

/** Expressions of the values that have a type name. */
interface Flavors {
  String: StringExpression;
  Number: NumberExpression;
  Guid: GuidExpression;
  DateTime: DateTimeExpression;
  DateTimeOffset: DateTimeOffsetExpression;
  Time: TimeExpression;
  Int64: NumberExpression;
  Decimal: DecimalExpression;
  Binary: BinaryExpression;
  Flags: AnyExpression;
}

/** What `orderby` sorts by. */
export interface Ordering {
  readonly [EXPRESSION]: ExpressionText<unknown>;
}

/** What every value can do; Value is written as it is, other values by functions such as `guid`. */
interface Comparable<Kind, Value> extends Expression<Kind> {
  eq(value: Value | Expression<Kind> | null): Condition;
  ne(value: Value | Expression<Kind> | null): Condition;
  /** Whether it is one of the values, which are compared one by one: OData 2.0 has no operator `in`. */
  in(values: readonly (Value | Expression<Kind> | null)[]): Condition;
  /** The value as another type, such as `Edm.String`. */
  cast<Name extends keyof CastTargets>(type: Name): CastTargets[Name];
  /** Of `orderby`: ascending, which is the default. */
  asc(): Ordering;
  /** Of `orderby`: descending. */
  desc(): Ordering;
}

interface Ordered<Kind, Value> extends Comparable<Kind, Value> {
  gt(value: Value | Expression<Kind>): Condition;
  ge(value: Value | Expression<Kind>): Condition;
  lt(value: Value | Expression<Kind>): Condition;
  le(value: Value | Expression<Kind>): Condition;
}

/** A condition, or an Edm.Boolean. */
export interface Condition extends Comparable<"Boolean", boolean> {
  and(condition: boolean | Expression<"Boolean">): Condition;
  or(condition: boolean | Expression<"Boolean">): Condition;
  not(): Condition;
}

/** An Edm.String. */
export interface StringExpression extends Ordered<"String", string> {
  /** Whether the text is part of it: `substringof`. */
  contains(text: string | Expression<"String">): Condition;
  startswith(text: string | Expression<"String">): Condition;
  endswith(text: string | Expression<"String">): Condition;
  /** The position of the text, from 0; -1 where it is not found. */
  indexof(text: string | Expression<"String">): NumberExpression;
  length(): NumberExpression;
  replace(text: string | Expression<"String">, by: string | Expression<"String">): StringExpression;
  substring(start: number | Expression<"Number">, length?: number | Expression<"Number">): StringExpression;
  concat(text: string | Expression<"String">): StringExpression;
  tolower(): StringExpression;
  toupper(): StringExpression;
  trim(): StringExpression;
}

interface Numeric<Value> extends Ordered<"Number", Value> {
  add(value: Value | Expression<"Number">): Numeric<Value>;
  sub(value: Value | Expression<"Number">): Numeric<Value>;
  mul(value: Value | Expression<"Number">): Numeric<Value>;
  /** Of two integers: the integer quotient. */
  div(value: Value | Expression<"Number">): Numeric<Value>;
  mod(value: Value | Expression<"Number">): Numeric<Value>;
  negate(): Numeric<Value>;
  round(): Numeric<Value>;
  floor(): Numeric<Value>;
  ceiling(): Numeric<Value>;
}

/** A number of any type but Edm.Decimal. A bigint is an Edm.Int64, a number with a fraction an Edm.Double. */
export interface NumberExpression extends Numeric<number | bigint> {}

/**
 * An Edm.Decimal; `decimal` makes its values. A number is none: with a fraction it would be an Edm.Double, with which
 * services do not compare an Edm.Decimal.
 */
export interface DecimalExpression extends Numeric<never> {}

/** An enumeration of OData 3.0 with these members; `enumMember` makes its values. */
export interface EnumExpression<Member> extends Ordered<EnumKind<Member>, never> {}

/** An Edm.Guid; `guid` makes its values. */
export interface GuidExpression extends Ordered<"Guid", never> {}

/** An Edm.Binary; `binary` makes its values. */
export interface BinaryExpression extends Comparable<"Binary", never> {}

interface Dated<Kind> extends Ordered<Kind, never> {
  year(): NumberExpression;
  month(): NumberExpression;
  day(): NumberExpression;
  hour(): NumberExpression;
  minute(): NumberExpression;
  second(): NumberExpression;
}

/** An Edm.DateTime; `dateTime` makes its values. */
export interface DateTimeExpression extends Dated<"DateTime"> {}

/** An Edm.DateTimeOffset; `dateTimeOffset` makes its values. */
export interface DateTimeOffsetExpression extends Dated<"DateTimeOffset"> {}

/** An Edm.Time; `time` makes its values. */
export interface TimeExpression extends Ordered<"Time", never> {
  hour(): NumberExpression;
  minute(): NumberExpression;
  second(): NumberExpression;
}

/** An Edm.Geography or Edm.Geometry of OData 3.0; `geography` and `geometry` make its values. */
export interface GeoExpression extends Comparable<"Geo", never> {
  "geo.distance"(other: Expression<"Geo">): NumberExpression;
  "geo.intersects"(area: Expression<"Geo">): Condition;
  "geo.length"(): NumberExpression;
}

/** What `cast` makes of a value. */
interface CastTargets {
  "Edm.String": StringExpression;
  "Edm.Boolean": Condition;
  "Edm.Guid": GuidExpression;
  "Edm.DateTime": DateTimeExpression;
  "Edm.DateTimeOffset": DateTimeOffsetExpression;
  "Edm.Time": TimeExpression;
  "Edm.Byte": NumberExpression;
  "Edm.SByte": NumberExpression;
  "Edm.Int16": NumberExpression;
  "Edm.Int32": NumberExpression;
  "Edm.Int64": NumberExpression;
  "Edm.Single": NumberExpression;
  "Edm.Double": NumberExpression;
  "Edm.Decimal": DecimalExpression;
}

interface Structured<T, X> {
  /** A property by its name, such as one that an open type does not list. */
  property<Name extends keyof T & string>(name: Name): Member<T, X, Name>;
  eq(value: null): Condition;
  ne(value: null): Condition;
  /** Whether the value has the type with this qualified name. */
  isof(type: string): Condition;
}

/** Goes on as a derived type: a descriptor has some where the service is one of OData 3.0. */
type Casting<C> = [keyof C] extends [never]
  ? unknown
  : { as<Name extends keyof C & string>(type: Name): Filterable<C[Name]> };

interface Quantified<Item> {
  /** Whether the condition holds for an item; without a condition, whether there are items. */
  any(condition?: (item: Item) => Expression<"Boolean">): Condition;
  /** Whether the condition holds for every item. */
  all(condition: (item: Item) => Expression<"Boolean">): Condition;
}

/** A collection of values of the type T, which only OData 3.0 has. */
export interface CollectionExpression<T> extends Quantified<ExpressionOf<T>> {}

/**
 * A collection of entities that D describes. Only OData 3.0 filters by related entities; a descriptor says that it is
 * of that protocol.
 */
export type EntityCollection<D> = Of<D, "protocol"> extends "3.0" ? Quantified<Filterable<D>> : Unquantified;

/** Appears in a compiler error where an expression uses what OData 2.0 does not have. */
export interface NotInOData2<Feature> {
  readonly notInOData2: Feature;
}

interface Unquantified {
  any(condition: NotInOData2<"any">): Condition;
  all(condition: NotInOData2<"all">): Condition;
}

/** A value of a type that is not known: it takes every operator, and has every property. */
export type AnyExpression = Expression<never> & AnyOperators & { readonly [property: string]: AnyExpression };

type AnyOperators = {
  readonly [Name in OperatorName]: (...values: readonly (FilterValue | readonly FilterValue[])[]) => AnyExpression;
};

type OperatorName = Exclude<
  | keyof Condition
  | keyof StringExpression
  | keyof NumberExpression
  | keyof DateTimeExpression
  | keyof GeoExpression
  | "isof"
  | "property",
  symbol
>;
