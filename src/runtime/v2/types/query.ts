/** Queries of OData 2.0 and 3.0: without options inside `expand`. */
import type { Entity, Expandable, Of } from "../../http/entity.js";
import type { RequestOptions } from "../../http/http.js";
import type { FilterOf, Key, Navigation, NoSuchName, OrderByOf } from "../../http/query.js";

/** The value of `expand`: for each navigation property `true`, or what to select and expand of the related entities. */
export type Expand<X> = {
  readonly [P in keyof X]?: true | (X[P] extends Navigation ? ExpandQuery<X[P]["entity"]> : never) | undefined;
};

/** Appears in a compiler error: OData 2.0 and 3.0 have no such option inside `expand`. Filter, sort and page the result. */
export interface NotBeforeOData4<Option> {
  readonly notBeforeOData4: Option;
}

interface ExpandQuery<D extends Entity> extends NoExpandOptions {
  /** `$select` with the path of the navigation property. */
  readonly select?: readonly Key<Of<D, "read">, Expandable<D>>[] | undefined;
  readonly expand?: Expand<Expandable<D>> | undefined;
}

/** What OData 4.0 has inside `expand`. */
type NoExpandOptions = {
  readonly [Option in ExpandOption]?: NotBeforeOData4<Option>;
};

type ExpandOption = "as" | "compute" | "count" | "filter" | "levels" | "only" | "orderby" | "search" | "skip" | "top";

interface ReadQuery<X, E extends Expand<X>> extends RequestOptions {
  /** `$expand`: related entities in the result. */
  readonly expand?: (E & Expand<X> & OnlyKnown<E, X>) | undefined;
  /** Custom query options of the service; the values are encoded by the client. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

// The compiler does not check inferred type arguments for excess properties; this type does.
type OnlyKnown<E, X> = {
  [P in keyof E]: P extends keyof X
    ? X[P] extends Navigation
      ? OnlyKnownOptions<E[P], X[P]["entity"]>
      : unknown
    : NoSuchName<P>;
};

type OnlyKnownOptions<O, D extends Entity> = O extends object
  ? {
      [P in keyof O]: P extends keyof ExpandQuery<D>
        ? P extends "expand"
          ? OnlyKnown<O[P], Expandable<D>>
          : unknown
        : NoSuchName<P>;
    }
  : unknown;

/** Query options for reading an entity. S and E are inferred, and give the type of the result. */
export interface ItemQuery<
  T,
  X,
  S extends readonly Key<T, X>[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
> extends ReadQuery<X, E> {
  /** `$select`: the properties in the result; all others are absent. */
  readonly select?: S | readonly Key<T, X>[] | undefined;
}

/** Query options for reading a collection of entities that D describes. */
export interface ListQuery<
  T,
  X,
  S extends readonly Key<T, X>[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
  D = { read: T; navigation: X },
> extends ItemQuery<T, X, S, E> {
  /** `$filter`: an expression such as `startswith(Name,'A')`. Not encoded: the client does that. */
  readonly filter?: string | FilterOf<T, D> | undefined;
  /** `$orderby`: an expression such as `Name desc`, or several. */
  readonly orderby?: string | readonly string[] | OrderByOf<T, D> | undefined;
  /** `$top`: the maximum number of items that the service returns. */
  readonly top?: number | undefined;
  /** `$skip`: the number of items to leave out at the start. */
  readonly skip?: number | undefined;
  /** `$inlinecount`: whether the page has the total number of items. */
  readonly count?: boolean | undefined;
  /** The maximum number of items that an iteration yields. Not part of the request. */
  readonly take?: number | undefined;
  /** The number of pages after which an iteration throws; 100,000 by default. Not part of the request. */
  readonly maxPages?: number | undefined;
}

/** The query option of collections that can be searched. */
export interface Searchable {
  /** The custom option `search` of SAP: a text to search for. */
  readonly search?: string | undefined;
}

/** Query options that a place does not support, and navigation properties that it does not expand. */
export type Unsupported<N extends string, P extends string> = { readonly [O in N]?: undefined } & {
  readonly expand?: { readonly [O in P]?: undefined } | undefined;
};
