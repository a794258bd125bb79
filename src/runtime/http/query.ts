import type { RequestOptions } from "./http.js";

/**
 * A single-valued navigation property: the type T of the related entity, its navigation properties X, and D, its
 * derived types by qualified name.
 */
export interface One<T, X, D = unknown> {
  readonly many: false;
  readonly type: T;
  readonly navigation: X;
  readonly derived: D;
}

/** A collection-valued navigation property; see {@link One}. */
export interface Many<T, X, D = unknown> {
  readonly many: true;
  readonly type: T;
  readonly navigation: X;
  readonly derived: D;
}

interface Navigation {
  readonly many: boolean;
  readonly type: unknown;
  readonly navigation: unknown;
  readonly derived: unknown;
}

/**
 * A name in `select`: a property, but no annotation and no navigation property. Open types also take any other string,
 * since they have undeclared properties.
 */
export type Key<T, X = unknown> = string extends keyof T
  ? Exclude<ListedNames<T>, keyof X | `${string}@${string}`> | (string & {})
  : Exclude<keyof T & string, keyof X | `${string}@${string}`>;

// `keyof` of a type with an index signature is `string`; this removes the signature first.
type ListedNames<T> = keyof { [P in keyof T as string extends P ? never : number extends P ? never : P]: P } & string;

/** The value of `expand`: for each navigation property `true`, or a query on the related entities. */
export type Expand<X> = {
  readonly [P in keyof X]?: true | (X[P] extends Navigation ? ExpandQuery<X[P]> : never) | undefined;
};

type ExpandQuery<N extends Navigation> = ExpandOptions<N, N> | Casts<N, N["derived"]>;

type Casts<N extends Navigation, D> = {
  [A in keyof D & string]: D[A] extends Navigation ? ExpandOptions<N, D[A]> & { readonly as: A } : never;
}[keyof D & string];

type ExpandOptions<N extends Navigation, Target extends Navigation> = ExpandOne<Target> &
  (N["many"] extends true ? ListOptions : unknown);

interface ExpandOne<N extends Navigation> {
  readonly select?: readonly Key<N["type"], N["navigation"]>[] | undefined;
  readonly expand?: Expand<N["navigation"]> | undefined;
}

interface ListOptions {
  /** `$filter`: an expression such as `startswith(displayName,'A')`. Not encoded: the client does that. */
  readonly filter?: string | undefined;
  /** `$orderby`: an expression such as `displayName desc`, or several. */
  readonly orderby?: string | readonly string[] | undefined;
  /** `$top`: the maximum number of items that the service returns. */
  readonly top?: number | undefined;
  /** `$skip`: the number of items to leave out at the start. */
  readonly skip?: number | undefined;
  /** `$search`: a search expression. */
  readonly search?: string | undefined;
  /** `$count`: whether the page has the total number of items. */
  readonly count?: boolean | undefined;
}

/** Query options for reading an entity. S and E are inferred, and give the type of the result; see {@link Narrow}. */
export interface ItemQuery<
  T,
  X,
  S extends readonly Key<T, X>[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
> extends RequestOptions {
  /** `$select`: the properties in the result; all others are absent. */
  readonly select?: S | undefined;
  /** `$expand`: related entities in the result. */
  readonly expand?: (E & Expand<X> & OnlyKnown<E, X>) | undefined;
  /** Custom query options of the service; the values are encoded by the client. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Query options for reading a collection. */
export interface ListQuery<T, X, S extends readonly Key<T, X>[] = readonly Key<T, X>[], E extends Expand<X> = Expand<X>>
  extends ItemQuery<T, X, S, E>, ListOptions {
  /** The maximum number of items that an iteration yields. Not part of the request. */
  readonly take?: number | undefined;
}

/** Query options of `$count`. */
export interface CountQuery extends RequestOptions {
  readonly filter?: string | undefined;
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
      [P in keyof O]: P extends "as" | keyof ExpandOptions<N, N>
        ? P extends "expand"
          ? OnlyKnown<O[P], CastOf<N, O>["navigation"]>
          : unknown
        : NoSuchName<P>;
    }
  : unknown;

type CastOf<N extends Navigation, O> = O extends { readonly as: infer A extends keyof N["derived"] }
  ? N["derived"][A] extends infer D extends Navigation
    ? D
    : N
  : N;

/**
 * The entity T as a query returns it: with `select` S only the named properties, all present; with `expand` E also the
 * related entities. When the names in `select` are not known to the compiler, every property is optional.
 */
export type Narrow<T, X, S extends readonly unknown[], E> = S extends readonly []
  ? keyof E extends never
    ? T
    : Merged<Without<T, keyof E>, Expanded<T, X, E>>
  : number extends S["length"]
    ? Merged<Without<Partial<T>, keyof E>, Expanded<T, X, E>>
    : S[number] & keyof T extends infer K extends keyof T
      ? keyof E extends never
        ? { [P in K]-?: T[P] }
        : Merged<{ [P in K]-?: T[P] }, Expanded<T, X, E>>
      : never;
// The constraint of K has to be `keyof T` itself: with anything narrower, `-?` leaves `undefined` in the type. The
// mapped type is written inline because editors would show an alias by its name.

type Without<T, K extends PropertyKey> = { [P in keyof T as P extends K ? never : P]: T[P] };

type Expanded<T, X, E> = {
  -readonly [P in keyof E as P & keyof X]: P extends keyof X
    ? X[P] extends Navigation
      ? ExpandedValue<X[P], E[P], P extends keyof T ? Extract<T[P], null> : null>
      : never
    : never;
};

type ExpandedValue<N extends Navigation, O, Null> = N["many"] extends true
  ? ExpandedItem<N, O>[]
  : ExpandedItem<N, O> | ExpandedNull<O, Null>;

// When there is no related entity, services omit the property or write null. With a cast, also when it has another
// type.
type ExpandedNull<O, Null> = O extends { readonly as: string }
  ? null | undefined
  : [Null] extends [never]
    ? never
    : null | undefined;

type ExpandedItem<N extends Navigation, O> = O extends true
  ? N["type"]
  : O extends undefined
    ? never
    : Narrow<CastOf<N, O>["type"], CastOf<N, O>["navigation"], SelectOf<O>, ExpandOf<O>>;

type SelectOf<O> = O extends { readonly select: infer S extends readonly unknown[] } ? S : readonly [];
type ExpandOf<O> = O extends { readonly expand: infer E extends object } ? E : Nothing;
type Nothing = Record<never, never>;

// A mapped type instead of `A & B`: editors then show the properties rather than the intersection.
type Merged<A, B> = A & B extends infer R ? { [P in keyof R]: R[P] } : never;
