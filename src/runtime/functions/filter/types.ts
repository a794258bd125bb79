import type { flavour, Geography, unknownMember } from "../../edm.js";
import type { Casts, Expandable, Of } from "../../http/entity.js";
import type { Navigation } from "../../http/query.js";
import type { EXPRESSION, Expression, ExpressionText, Operand } from "./expression.js";
import type { EnumKind } from "./literals.js";

/** The properties of an entity that D describes, as paths of an expression. */
export type Filterable<D> = Members<Of<D, "read">, Expandable<D>> &
  Structured<Of<D, "read">, Expandable<D>> &
  Casting<Casts<D>>;

/** The properties of the complex type T, as paths of an expression. */
export type FilterableComplex<T> = Members<T, unknown> & Structured<T, unknown> & Casting<unknown>;

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
  Date: DateExpression;
  TimeOfDay: TimeExpression;
  DateTimeOffset: DateTimeExpression;
  Duration: DurationExpression;
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
  contains(text: string | Expression<"String">): Condition;
  startswith(text: string | Expression<"String">): Condition;
  endswith(text: string | Expression<"String">): Condition;
  /** Whether an ECMAScript regular expression matches. */
  matchesPattern(pattern: string | Expression<"String">): Condition;
  /** The position of the text, from 0; -1 where it is not found. */
  indexof(text: string | Expression<"String">): NumberExpression;
  length(): NumberExpression;
  substring(start: number | Expression<"Number">, length?: number | Expression<"Number">): StringExpression;
  concat(text: string | Expression<"String">): StringExpression;
  tolower(): StringExpression;
  toupper(): StringExpression;
  trim(): StringExpression;
}

/** A number of any type. */
export interface NumberExpression extends Ordered<"Number", number | bigint> {
  add(value: number | bigint | Expression<"Number">): NumberExpression;
  sub(value: number | bigint | Expression<"Number">): NumberExpression;
  mul(value: number | bigint | Expression<"Number">): NumberExpression;
  /** Of two integers: the integer quotient. */
  div(value: number | bigint | Expression<"Number">): NumberExpression;
  /** The quotient with its fraction. */
  divby(value: number | bigint | Expression<"Number">): NumberExpression;
  mod(value: number | bigint | Expression<"Number">): NumberExpression;
  negate(): NumberExpression;
  round(): NumberExpression;
  floor(): NumberExpression;
  ceiling(): NumberExpression;
}

/** An enumeration with these members. */
export interface EnumExpression<Member> extends Ordered<EnumKind<Member>, Member> {
  /** Whether an enumeration with IsFlags has the member. */
  has(member: Member | Expression<EnumKind<Member>>): Condition;
}

/** An Edm.Guid; `guid` makes its values. */
export interface GuidExpression extends Ordered<"Guid", never> {}

/** An Edm.Binary; `binary` makes its values. */
export interface BinaryExpression extends Comparable<"Binary", never> {}

/** An Edm.Date; `date` makes its values. */
export interface DateExpression extends Ordered<"Date", never> {
  year(): NumberExpression;
  month(): NumberExpression;
  day(): NumberExpression;
  add(value: Expression<"Duration">): DateExpression;
  sub(value: Expression<"Duration">): DateExpression;
  sub(value: Expression<"Date">): DurationExpression;
}

/** An Edm.TimeOfDay; `time` makes its values. */
export interface TimeExpression extends Ordered<"TimeOfDay", never> {
  hour(): NumberExpression;
  minute(): NumberExpression;
  second(): NumberExpression;
  fractionalseconds(): NumberExpression;
}

/** An Edm.DateTimeOffset; a Date is a value of it, and `dateTime` makes others. */
export interface DateTimeExpression extends Ordered<"DateTimeOffset", Date> {
  year(): NumberExpression;
  month(): NumberExpression;
  day(): NumberExpression;
  hour(): NumberExpression;
  minute(): NumberExpression;
  second(): NumberExpression;
  fractionalseconds(): NumberExpression;
  totaloffsetminutes(): NumberExpression;
  date(): DateExpression;
  time(): TimeExpression;
  add(value: Expression<"Duration">): DateTimeExpression;
  sub(value: Expression<"Duration">): DateTimeExpression;
  sub(value: Date | Expression<"DateTimeOffset">): DurationExpression;
}

/** An Edm.Duration; `duration` makes its values. */
export interface DurationExpression extends Ordered<"Duration", never> {
  totalseconds(): NumberExpression;
  add(value: Expression<"Duration">): DurationExpression;
  sub(value: Expression<"Duration">): DurationExpression;
  mul(value: number | bigint | Expression<"Number">): DurationExpression;
  div(value: number | bigint | Expression<"Number">): DurationExpression;
  negate(): DurationExpression;
}

/** An Edm.Geography or Edm.Geometry; `geography` and `geometry` make its values. */
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
  "Edm.Date": DateExpression;
  "Edm.TimeOfDay": TimeExpression;
  "Edm.DateTimeOffset": DateTimeExpression;
  "Edm.Duration": DurationExpression;
  "Edm.Byte": NumberExpression;
  "Edm.SByte": NumberExpression;
  "Edm.Int16": NumberExpression;
  "Edm.Int32": NumberExpression;
  "Edm.Int64": NumberExpression;
  "Edm.Single": NumberExpression;
  "Edm.Double": NumberExpression;
  "Edm.Decimal": NumberExpression;
}

interface Structured<T, X> {
  /** A property by its name, such as one that an open type does not list. */
  property<Name extends keyof T & string>(name: Name): Member<T, X, Name>;
  eq(value: null): Condition;
  ne(value: null): Condition;
  /** Whether the value has the type with this qualified name. */
  isof(type: string): Condition;
}

/** Goes on as a derived type. Where the client has no list of them, the type is given: `as<types.Boss>("ns.Boss")`. */
type Casting<C> = [keyof C] extends [never]
  ? { as<T>(type: string): unknown extends T ? AnyExpression : FilterableComplex<T> }
  : { as<Name extends keyof C & string>(type: Name): Filterable<C[Name]> };

interface Quantified<Item> {
  /** Whether the condition holds for an item; without a condition, whether there are items. */
  any(condition?: (item: Item) => Expression<"Boolean">): Condition;
  /** Whether the condition holds for every item. */
  all(condition: (item: Item) => Expression<"Boolean">): Condition;
  /** The number of items. */
  readonly $count: NumberExpression;
}

/** A collection of values of the type T. */
export interface CollectionExpression<T> extends Quantified<ExpressionOf<T>> {
  as<Derived>(type: string): CollectionExpression<Derived>;
}

/** A collection of entities that D describes. */
export type EntityCollection<D> = Quantified<Filterable<D>> & CollectionCast<Casts<D>>;

type CollectionCast<C> = [keyof C] extends [never]
  ? { as<T>(type: string): CollectionExpression<T> }
  : { as<Name extends keyof C & string>(type: Name): EntityCollection<C[Name]> };

/** A value of a type that is not known: it takes every operator, and has every property. */
export type AnyExpression = Expression<never> & AnyOperators & { readonly [property: string]: AnyExpression };

type AnyOperators = {
  readonly [Name in OperatorName]: (
    ...values: readonly (Operand | ((item: AnyExpression) => Expression<"Boolean">))[]
  ) => AnyExpression;
};

type OperatorName = Exclude<
  | keyof Condition
  | keyof StringExpression
  | keyof NumberExpression
  | keyof EnumExpression<string>
  | keyof DateTimeExpression
  | keyof DurationExpression
  | keyof GeoExpression
  | "any"
  | "all"
  | "as"
  | "isof"
  | "property",
  symbol
>;
