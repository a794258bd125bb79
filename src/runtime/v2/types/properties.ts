/** Paths to the properties of an entity, and the requests to one of them (OData 2.0 URI Conventions §3.1). */
import type { ODataRequest } from "../../http/client-request.js";
import type { Of } from "../../http/entity.js";
import type { RequestOptions, WriteOptions } from "../../http/http.js";
import type { Page } from "../../http/page.js";
import type { NotAProperty } from "../../http/properties.js";
import type { Addressed } from "../../http/target.js";

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

/** The path to a property with the value V, which is written as W. */
export type PropertyPath<V, W> = Addressed<NonNullable<V>, "value"> &
  PropertyOf<Exclude<V, undefined>, NonNullable<V>, NonNullable<W>>;

// In brackets, so that a boolean or an enumeration is one value and not each of them.
type PropertyOf<Read, V, W> = [V] extends [string | number | boolean]
  ? ValueRequests<Read, W>
  : V extends readonly unknown[]
    ? ValueRequests<Page<V[number]>, W>
    : ComplexRequests<Read, V, W> & PropertyPaths<V, W>;

/** Requests to a property with a primitive value, or a collection of values. */
interface ValueRequests<Read, W> {
  get(options?: RequestOptions): ODataRequest<Read>;
  put(body: { value: W }, options?: WriteOptions): ODataRequest<unknown>;
}

/** Requests to a property with a structured value. */
interface ComplexRequests<Read, V, W> {
  get(options?: RequestOptions): ODataRequest<Read>;
  patch(body: W, options?: WriteOptions): ODataRequest<V | undefined>;
  put(body: W, options?: WriteOptions): ODataRequest<V | undefined>;
}
