/** Paths to the properties of an entity, and the requests to one of them (OData URL Conventions 4.01 §4.6). */
import type { Nothing, Of } from "./entity.js";
import type { ODataRequest } from "./client-request.js";
import type { RequestOptions, WriteOptions } from "./http.js";
import type { Page } from "./page.js";
import type { ItemQuery, Key, Narrow } from "./query.js";
import type { Addressed } from "./target.js";

/**
 * A segment for each property of the type T as it is read, W as it is updated. Names in Others are navigation
 * properties and other segments.
 */
export type PropertyPaths<T, W, Others extends PropertyKey = never> = {
  readonly [P in keyof T as NotAProperty<P, Others> extends true ? never : P]-?: PropertyPath<
    T[P],
    Of<W, P & PropertyKey>
  >;
};

// An index signature is no property: an object without members fits one, and no type with a member.
export type NotAProperty<P, Others> = P extends Others | Method | `${string}@${string}`
  ? true
  : Nothing extends Record<P & PropertyKey, unknown>
    ? true
    : false;

/** No segment is named like one of these. */
type Method = "get" | "post" | "patch" | "put" | "delete" | "byId" | "as" | "then" | "toJSON";

/** The path to a property with the value V, which is written as W. */
export type PropertyPath<V, W> = Addressed<NonNullable<V>, "value"> &
  PropertyOf<NonNullable<V>, NonNullable<W>, EmptyOf<V>>;

/** The response to a property that is null has no content. */
type EmptyOf<V> = null extends V ? undefined : never;

// In brackets, so that a boolean or an enumeration is one value and not each of them.
type PropertyOf<V, W, Empty> = [V] extends [string | number | boolean]
  ? PrimitiveRequests<V, W, Empty>
  : V extends readonly unknown[]
    ? CollectionValueRequests<V[number], W>
    : ComplexRequests<V, W, Empty> & PropertyPaths<V, W>;

/** Requests to a property with a primitive value or an enumeration. */
interface PrimitiveRequests<V, W, Empty> {
  get(options?: RequestOptions): ODataRequest<V | Empty>;
  put(body: { value: W }, options?: WriteOptions): ODataRequest<unknown>;
  /** Sets the property to null. */
  delete(options?: WriteOptions): ODataRequest<void>;
}

/** Requests to a property with a structured value. */
interface ComplexRequests<V, W, Empty> {
  get<const S extends readonly Key<V>[] = readonly []>(
    query?: ItemQuery<V, Nothing, S, Nothing>,
  ): ODataRequest<Narrow<V, Nothing, S, Nothing> | Empty>;
  patch(body: W, options?: WriteOptions): ODataRequest<V | undefined>;
  put(body: W, options?: WriteOptions): ODataRequest<V | undefined>;
  /** Sets the property to null. */
  delete(options?: WriteOptions): ODataRequest<void>;
}

/** Requests to a property with a collection of values. */
interface CollectionValueRequests<Item, W> {
  get(options?: RequestOptions): ODataRequest<Page<Item>>;
  put(body: { value: W }, options?: WriteOptions): ODataRequest<unknown>;
}
