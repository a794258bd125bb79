import type { Entity, Expandable, Nothing, Of } from "./entity.js";
import type { ListRequest, ODataRequest } from "./client-request.js";
import type { RequestOptions, WriteOptions } from "./http.js";
import type { HttpResponse } from "./platform.js";
import type { Addressed } from "./target.js";
import type { Expand, ItemQuery, Key, ListQuery, Narrow, Resulting, ResultName, WithResult } from "./query.js";

/** Reads an entity that D describes (GET), or gives Empty where there is none. */
export type Get<D extends Entity, Empty = never> = GetOf<Of<D, "read">, Expandable<D>, Empty>;

interface GetOf<T, X, Empty> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E>,
  ): ODataRequest<Narrow<T, X, S, E> | Empty>;
}

/** Reads a collection of entities (GET): `await` resolves to the first page, `for await` iterates all items. */
export type List<D extends Entity> = ListOf<Of<D, "read">, Expandable<D>, D>;

interface ListOf<T, X, D> {
  <
    const S extends readonly (Key<T, X> | ResultName<A>)[] = readonly [],
    const E extends Expand<X> = Nothing,
    A extends WithResult<unknown> | undefined = undefined,
  >(
    query?: ListQuery<T, X, S, E, D, A>,
  ): ListRequest<Resulting<A, T, X, S, E>>;
}

/** {@link Get} where the service does not support the query options N, nor expanding P. */
export type RestrictedGet<D extends Entity, N extends string, P extends string, Empty = never> = RestrictedGetOf<
  Of<D, "read">,
  Expandable<D>,
  Unsupported<N, P>,
  Empty
>;

interface RestrictedGetOf<T, X, Restricted, Empty> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E> & Restricted,
  ): ODataRequest<Narrow<T, X, S, E> | Empty>;
}

/** {@link List} where the service does not support the query options N, nor expanding P. */
export type RestrictedList<D extends Entity, N extends string, P extends string> = RestrictedListOf<
  Of<D, "read">,
  Expandable<D>,
  D,
  Unsupported<N, P>
>;

interface RestrictedListOf<T, X, D, Restricted> {
  <
    const S extends readonly (Key<T, X> | ResultName<A>)[] = readonly [],
    const E extends Expand<X> = Nothing,
    A extends WithResult<unknown> | undefined = undefined,
  >(
    query?: ListQuery<T, X, S, E, D, A> & Restricted,
  ): ListRequest<Resulting<A, T, X, S, E>>;
}

type Unsupported<N extends string, P extends string> = { readonly [O in N]?: undefined } & {
  readonly expand?: { readonly [O in P]?: undefined } | undefined;
};

/** Options that request a response without content. */
interface Minimal extends WriteOptions {
  readonly prefer: "return=minimal";
}

/** Creates an entity (POST) with the body B; resolves to the entity R. */
export interface Post<B, R> {
  (body: B, options: Minimal): ODataRequest<undefined>;
  (body: B, options?: WriteOptions): ODataRequest<R>;
}

/** Updates an entity (PATCH) with the body B. Resolves to the entity, or undefined when the response has no content. */
export type Patch<B, T> = (body: B, options?: WriteOptions) => ODataRequest<T | undefined>;

/** Replaces an entity (PUT) by the body B. Resolves to the entity, or undefined when the response has no content. */
export type Put<B, T> = (body: B, options?: WriteOptions) => ODataRequest<T | undefined>;

/** Deletes an entity (DELETE). */
export type Delete = (options?: WriteOptions) => ODataRequest<void>;

/** An action with the parameters P and the result R. */
export interface Action<P, R> {
  post(parameters: P, options?: WriteOptions): ODataRequest<R>;
}

/** An action without parameters; R is its result. */
export interface Action0<R> {
  post(parameters?: undefined, options?: WriteOptions): ODataRequest<R>;
}

/** A function call with its parameters; `get` sends it. R is its result. */
export interface FunctionRequest<R> extends Addressed<R, "value"> {
  get(options?: RequestOptions): ODataRequest<R>;
}

/** A call of a function that returns a collection of entities that D describes; `get` sends it. */
export interface CollectionFunctionRequest<D extends Entity> extends Addressed<D, "collection"> {
  get: List<D>;
}

/** Options of a request that the generated client has no method for. */
export interface RequestInit extends WriteOptions {
  /** What `fetch` takes is sent unchanged, everything else as JSON. */
  body?: unknown;
  /** Whether to return the response itself instead of its parsed JSON, for instance for binary content. */
  raw?: boolean | undefined;
}

/**
 * Sends a request to a path relative to the service root, or to a link of the service. Resolves to the parsed JSON, or
 * to the response with `raw`. Throws an ODataError when the address is outside the service or the status is not 2xx.
 */
export interface SendRequest {
  (method: string, path: string, init: RequestInit & { raw: true }): ODataRequest<HttpResponse>;
  (method: string, path: string, init?: RequestInit): ODataRequest<unknown>;
}
