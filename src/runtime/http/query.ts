import type { RequestOptions } from "./http.js";

/** What can be expanded to one entity: its type, what can be expanded from it, and its derived types by name. */
export interface One<T, X, D = unknown> {
  readonly many: false;
  readonly type: T;
  readonly navigation: X;
  readonly derived: D;
}

/** What can be expanded to a collection of entities; see {@link One}. */
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
 * The names that `select` takes: properties, without annotations and without what is expanded. An open type has
 * further properties, so any name will do there.
 */
export type Key<T, X = unknown> = string extends keyof T
  ? Exclude<ListedNames<T>, keyof X | `${string}@${string}`> | (string & {})
  : Exclude<keyof T & string, keyof X | `${string}@${string}`>;

// An index signature swallows the listed names in `keyof T`.
type ListedNames<T> = keyof { [P in keyof T as string extends P ? never : number extends P ? never : P]: P } & string;

/** What `expand` takes: `true`, or a query, by the name of a navigation property. */
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
  /** An expression, such as `startswith(displayName,'A')`. */
  readonly filter?: string | undefined;
  /** Such as `displayName desc`. */
  readonly orderby?: string | readonly string[] | undefined;
  /** How many items the service gives at most. */
  readonly top?: number | undefined;
  readonly skip?: number | undefined;
  readonly search?: string | undefined;
  /** Whether the page says how many items there are. */
  readonly count?: boolean | undefined;
}

/** The query of an entity. */
export interface ItemQuery<
  T,
  X,
  S extends readonly Key<T, X>[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
> extends RequestOptions {
  /** The properties to give; the others are absent from the result. */
  readonly select?: S | undefined;
  /** Related entities to give along. */
  readonly expand?: (E & Expand<X> & OnlyKnown<E, X>) | undefined;
  /** Query options that are the service's own. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** The query of a collection. */
export interface ListQuery<T, X, S extends readonly Key<T, X>[] = readonly Key<T, X>[], E extends Expand<X> = Expand<X>>
  extends ItemQuery<T, X, S, E>, ListOptions {
  /** How many items an iteration gives at most. It is not sent. */
  readonly take?: number | undefined;
}

/** The query of `$count`. */
export interface CountQuery extends RequestOptions {
  readonly filter?: string | undefined;
  readonly search?: string | undefined;
}

/** Stands in an error message where a query has a name that does not exist. */
export interface NoSuchName<Name> {
  readonly noSuchName: Name;
}

// What is inferred is not checked for names too many, so this does it. A marker as an interface survives in messages,
// where an intersection of literals would become `never`.
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
 * An entity as a query gives it: with `select` the named properties, present; with `expand` the related entities.
 * Names that are known at run time only may or may not be there.
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
// The constraint of K has to be `keyof T` itself: with anything narrower, `-?` leaves `undefined` in the type. And the
// mapped type has to stand here: editors would show an alias by its name.

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

// Services leave out a related entity that does not exist, or write null. With a cast it may be of another type.
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

// Written in place of an intersection, which editors would show as such.
type Merged<A, B> = A & B extends infer R ? { [P in keyof R]: R[P] } : never;
