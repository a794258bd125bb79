import type { Casts, Entity, Expandable, Nothing, Of } from "./entity.js";
import type { RequestOptions } from "./http.js";

/** A navigation property of a descriptor. */
export interface Navigation {
  readonly many: boolean;
  readonly entity: Entity;
}

/**
 * A name in `select`: a property, but no annotation and no navigation property. Where every further name is possible
 * too, the listed ones are completed.
 */
export type Key<T, X = unknown> = string extends keyof T
  ? Selectable<Listed<T>, X> | Unlisted
  : Selectable<keyof T & string, X>;

type Selectable<Names extends string, X> = Exclude<Names, keyof X | `${string}@${string}`>;

// `keyof` of a type with an index signature for all strings is `string`; this removes the signature first.
type Listed<T> = keyof { [P in keyof T as string extends P ? never : number extends P ? never : P]: P } & string;

// Every string. Within a union, the type `string` would absorb the listed names.
type Unlisted = string & { readonly listed?: never };

/** The value of `expand`: for each navigation property `true`, or a query on the related entities. */
export type Expand<X> = {
  readonly [P in keyof X]?: true | (X[P] extends Navigation ? ExpandQuery<X[P]> : never) | undefined;
};

type ExpandQuery<N extends Navigation> = [keyof Casts<N["entity"]>] extends [never]
  ? ExpandOptions<N, N["entity"]>
  : (ExpandOptions<N, N["entity"]> & Uncast) | ExpandCast<N, Casts<N["entity"]>>;

/** Lets the compiler tell a query without a cast from those with one. */
interface Uncast {
  readonly as?: undefined;
}

type ExpandOptions<N extends Navigation, D extends Entity> = ExpandQueryOf<D> &
  (N["many"] extends true ? ExpandMany<FilterOf<Of<D, "read">, D>, OrderByOf<Of<D, "read">, D>> : ExpandOne);

type ExpandCast<N extends Navigation, C> = {
  [A in keyof C & string]: C[A] extends Entity
    ? ExpandQueryOf<C[A]> &
        (N["many"] extends true
          ? ExpandMany<CastFilter<Of<C[A], "read">, C[A]>, CastOrderBy<Of<C[A], "read">, C[A]>>
          : ExpandOne) & { readonly as: A }
    : never;
}[keyof C & string];

declare const filters: unique symbol;
declare const orders: unique symbol;
declare const items: unique symbol;
declare const castItems: unique symbol;
declare const results: unique symbol;

/** An expression in `filter` on items that D describes. Functions of the entry `odata` make it. */
export interface Filter<D> extends Inferred<D> {
  readonly [filters]: (item: Of<D, "read">) => void;
}

/** An expression in `orderby` on items that D describes. Functions of the entry `odata` make it. */
export interface OrderBy<D> extends Inferred<D> {
  readonly [orders]: (item: Of<D, "read">) => void;
}

/** A place for a {@link Filter} on items of the type T, or of a type that T is derived from. */
export interface FilterOf<in T, in D> extends CastFilter<T, D> {
  readonly [items]: (item: [D]) => void;
}

/** A place for an {@link OrderBy} on items of the type T, or of a type that T is derived from. */
export interface OrderByOf<in T, in D> extends CastOrderBy<T, D> {
  readonly [items]: (item: [D]) => void;
}

interface CastFilter<in T, in D> {
  readonly [filters]: (item: T) => void;
  readonly [castItems]: (item: D) => void;
}

interface CastOrderBy<in T, in D> {
  readonly [orders]: (item: T) => void;
  readonly [castItems]: (item: D) => void;
}

// The place tells the compiler D, and T alone is checked: the conditional types are `unknown` once D is known. Where a
// query in `expand` has no cast, the places of all casts are considered too. The compiler prefers what it infers from
// `[D]` to what it infers from `D`, so that the navigation property wins.
interface Inferred<D> {
  readonly [items]: (item: D extends unknown ? unknown : [D]) => void;
  readonly [castItems]: (item: D extends unknown ? unknown : D) => void;
}

/** A transformation of the items, with the type R of the items that result. The function `result` makes it. */
export interface WithResult<out R> {
  readonly [results]: R;
}

interface ExpandQueryOf<D extends Entity> {
  readonly select?: readonly Key<Of<D, "read">, Expandable<D>>[] | undefined;
  readonly expand?: Expand<Expandable<D>> | undefined;
  /** `$levels`: how often the expansion is repeated for what it gives; `max` for as often as the service can. */
  readonly levels?: number | "max" | undefined;
}

interface ExpandOne {
  /** Only the ID of the related entity (`$ref`). */
  readonly only?: "$ref" | undefined;
}

interface ExpandMany<F, O> extends ListOptions<F, O> {
  /** Only the IDs of the related entities, or only their number, as `name@odata.count`. */
  readonly only?: "$ref" | "$count" | undefined;
  /** `$count`: whether the result has the number of related entities, too. */
  readonly count?: boolean | undefined;
  /** `$compute`: properties with the names of expressions, such as `price mul amount as total`. */
  readonly compute?: string | undefined;
}

interface ListOptions<F, O> {
  /** `$filter`: an expression such as `startswith(displayName,'A')`. Not encoded: the client does that. */
  readonly filter?: string | F | undefined;
  /** `$orderby`: an expression such as `displayName desc`, or several. */
  readonly orderby?: string | readonly string[] | O | undefined;
  /** `$top`: the maximum number of items that the service returns. */
  readonly top?: number | undefined;
  /** `$skip`: the number of items to leave out at the start. */
  readonly skip?: number | undefined;
  /** `$search`: a search expression. */
  readonly search?: string | undefined;
}

interface ReadQuery<X, E extends Expand<X>> extends RequestOptions {
  /** `$expand`: related entities in the result. */
  readonly expand?: (E & Expand<X> & OnlyKnown<E, X>) | undefined;
  /** Custom query options of the service; the values are encoded by the client. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Query options for reading an entity. S and E are inferred, and give the type of the result; see {@link Narrow}. */
export interface ItemQuery<
  T,
  X,
  S extends readonly Key<T, X>[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
> extends ReadQuery<X, E> {
  /** `$select`: the properties in the result; all others are absent. */
  readonly select?: S | readonly Key<T, X>[] | undefined;
}

/** Query options for reading a collection of entities that D describes. A is the type of `apply` or `compute`. */
export interface ListQuery<
  T,
  X,
  S extends readonly (Key<T, X> | ResultName<A>)[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
  D = { read: T; navigation: X },
  A extends WithResult<unknown> | undefined = undefined,
>
  extends ReadQuery<X, E>, ListOptions<FilterOf<T, D>, OrderByOf<T, D>> {
  /** `$select`: the properties in the result; all others are absent. */
  readonly select?: S | readonly (Key<T, X> | ResultName<A>)[] | undefined;
  /** `$count`: whether the page has the total number of items. */
  readonly count?: boolean | undefined;
  /** `$apply`: a transformation such as `groupby((country),aggregate($count as n))`. */
  readonly apply?: A;
  /** `$compute`: properties with the names of expressions, such as `price mul amount as total`. */
  readonly compute?: string | (A & WithResult<unknown>) | undefined;
  /** The maximum number of items that an iteration yields. Not part of the request. */
  readonly take?: number | undefined;
  /** The number of pages after which an iteration throws; 100,000 by default. Not part of the request. */
  readonly maxPages?: number | undefined;
}

/** Names that `apply` or `compute` gives, for `select`. */
export type ResultName<A> = A extends WithResult<infer R> ? keyof R & string : never;

/** {@link Narrow}, or the type that `apply` or `compute` gives its items. */
export type Resulting<A, T, X, S extends readonly unknown[], E> =
  A extends WithResult<infer R> ? (unknown extends R ? never : R) : Narrow<T, X, S, E>;

/** Query options of `$count`. */
export interface CountQuery<D = never> extends RequestOptions {
  readonly filter?: string | FilterOf<Of<D, "read">, D> | undefined;
  readonly search?: string | undefined;
}

/** Appears in a compiler error when `expand` or one of its queries has a name that does not exist. */
export interface NoSuchName<Name> {
  readonly noSuchName: Name;
}

// The compiler does not check inferred type arguments for excess properties; this type does. The marker is an interface
// because messages show its name, while an intersection of literals would be reduced to `never`.
type OnlyKnown<E, X> = {
  [P in keyof E]: P extends keyof X
    ? X[P] extends Navigation
      ? OnlyKnownOptions<E[P], X[P]>
      : unknown
    : NoSuchName<P>;
};

type OnlyKnownOptions<O, N extends Navigation> = O extends object
  ? {
      [P in keyof O]: P extends "as" | keyof ExpandOptions<N, N["entity"]>
        ? P extends "expand"
          ? OnlyKnown<O[P], Expandable<CastOf<N["entity"], O>>>
          : unknown
        : NoSuchName<P>;
    }
  : unknown;

type CastOf<D extends Entity, O> = O extends { readonly as: infer A extends keyof Casts<D> }
  ? Casts<D>[A] extends infer C extends Entity
    ? C
    : D
  : D;

/**
 * The entity T as a query returns it: with `select` S only the named properties, all present; with `expand` E also the
 * related entities. When the names in `select` are not known to the compiler, every property is optional.
 */
export type Narrow<T, X, S extends readonly unknown[], E> = S extends readonly []
  ? keyof E extends never
    ? T
    : Merged<Without<T, keyof E>, Expanded<T, X, E> & Counts<E>>
  : number extends S["length"]
    ? Merged<Without<Partial<T>, keyof E>, Expanded<T, X, E> & Counts<E>>
    : S[number] & keyof T extends infer K extends keyof T
      ? keyof E extends never
        ? { [P in K]-?: T[P] }
        : Merged<{ [P in K]-?: T[P] }, Expanded<T, X, E> & Counts<E>>
      : never;
// The constraint of K has to be `keyof T` itself: with anything narrower, `-?` leaves `undefined` in the type. The
// mapped type is written inline because editors would show an alias by its name.

type Without<T, K extends PropertyKey> = { [P in keyof T as P extends K ? never : P]: T[P] };

type Expanded<T, X, E> = {
  -readonly [P in keyof E as ExpandedName<P & keyof X, E[P]>]: P extends keyof X
    ? X[P] extends Navigation
      ? ExpandedValue<X[P], E[P], P extends keyof T ? Extract<T[P], null> : null>
      : never
    : never;
};

/** The numbers of related entities that were requested; strings with exact numbers (OData JSON Format 4.01 §3.2). */
type Counts<E> = {
  [P in keyof E & string as E[P] extends { readonly count: true } ? `${P}@odata.count` : never]: number | string;
};

type ExpandedName<P, O> = O extends { readonly only: "$count" } ? `${P & string}@odata.count` : P;

type ExpandedValue<N extends Navigation, O, Null> = N["many"] extends true
  ? O extends { readonly only: "$count" }
    ? number
    : ExpandedItem<N, O>[]
  : ExpandedItem<N, O> | ExpandedNull<O, Null>;

// When there is no related entity, services omit the property or write null. With a cast, also when it has another
// type.
type ExpandedNull<O, Null> = O extends { readonly as: string }
  ? null | undefined
  : [Null] extends [never]
    ? never
    : null | undefined;

type ExpandedItem<N extends Navigation, O> = O extends true
  ? Of<N["entity"], "read">
  : O extends undefined
    ? never
    : O extends { readonly only: "$ref" }
      ? { "@odata.id": string }
      : NarrowEntity<CastOf<N["entity"], O>, O>;

type NarrowEntity<D extends Entity, O> = Narrow<Of<D, "read">, Expandable<D>, SelectOf<O>, ExpandOf<O>>;

type SelectOf<O> = O extends { readonly select: infer S extends readonly unknown[] } ? S : readonly [];
type ExpandOf<O> = O extends { readonly expand: infer E extends object } ? E : Nothing;

// A mapped type instead of `A & B`: editors then show the properties rather than the intersection.
type Merged<A, B> = A & B extends infer R ? { [P in keyof R]: R[P] } : never;
