import type { Entity, Expandable, Nothing, Of } from "./entity.js";
import type { RequestOptions } from "./http.js";
import type { ListRequest } from "./list-request.js";
import type { HttpResponse } from "./platform.js";
import type { Expand, ItemQuery, Key, ListQuery, Narrow } from "./query.js";

/** Reads an entity that D describes (GET). */
export type Get<D extends Entity> = GetOf<Of<D, "read">, Expandable<D>>;

interface GetOf<T, X> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E>,
  ): Promise<Narrow<T, X, S, E>>;
}

/** Reads a collection of entities (GET): `await` resolves to the first page, `for await` iterates all items. */
export type List<D extends Entity> = ListOf<Of<D, "read">, Expandable<D>>;

interface ListOf<T, X> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ListQuery<T, X, S, E>,
  ): ListRequest<Narrow<T, X, S, E>>;
}

/** {@link Get} where the service does not support the query options N, nor expanding P. */
export type RestrictedGet<D extends Entity, N extends string, P extends string> = RestrictedGetOf<
  Of<D, "read">,
  Expandable<D>,
  Unsupported<N, P>
>;

interface RestrictedGetOf<T, X, Restricted> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E> & Restricted,
  ): Promise<Narrow<T, X, S, E>>;
}

/** {@link List} where the service does not support the query options N, nor expanding P. */
export type RestrictedList<D extends Entity, N extends string, P extends string> = RestrictedListOf<
  Of<D, "read">,
  Expandable<D>,
  Unsupported<N, P>
>;

interface RestrictedListOf<T, X, Restricted> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ListQuery<T, X, S, E> & Restricted,
  ): ListRequest<Narrow<T, X, S, E>>;
}

type Unsupported<N extends string, P extends string> = { readonly [O in N]?: undefined } & {
  readonly expand?: { readonly [O in P]?: undefined } | undefined;
};

/** Creates an entity or calls an action (POST) with the body B; resolves to the response R. */
export type Post<B, R> = (body: B, options?: RequestOptions) => Promise<R>;

/** Updates an entity (PATCH) with the body B. Resolves to the entity, or undefined when the response has no content. */
export type Patch<B, T> = (body: B, options?: RequestOptions) => Promise<T | undefined>;

/** Replaces an entity (PUT) by the body B. Resolves to the entity, or undefined when the response has no content. */
export type Put<B, T> = (body: B, options?: RequestOptions) => Promise<T | undefined>;

/** Deletes an entity (DELETE). */
export type Delete = (options?: RequestOptions) => Promise<void>;

/** An action with the parameters P and the result R. */
export interface Action<P, R> {
  post(parameters: P, options?: RequestOptions): Promise<R>;
}

/** An action without parameters; R is its result. */
export interface Action0<R> {
  post(parameters?: undefined, options?: RequestOptions): Promise<R>;
}

/** A function call with its parameters; `get` sends it. R is its result. */
export interface FunctionRequest<R> {
  get(options?: RequestOptions): Promise<R>;
}

/** A call of a function that returns a collection of entities that D describes; `get` sends it. */
export interface CollectionFunctionRequest<D extends Entity> {
  get: List<D>;
}

/** Options of a request that the generated client has no method for. */
export interface RequestInit extends RequestOptions {
  /** Strings and bytes are sent unchanged, everything else as JSON. */
  body?: unknown;
  /** Whether to return the response itself instead of its parsed JSON, for instance for binary content. */
  raw?: boolean | undefined;
}

/**
 * Sends a request to a path relative to the service root, or to a link of the service. Resolves to the parsed JSON, or
 * to the response with `raw`. Throws an ODataError when the address is outside the service or the status is not 2xx.
 */
export interface SendRequest {
  (method: string, path: string, init: RequestInit & { raw: true }): Promise<HttpResponse>;
  (method: string, path: string, init?: RequestInit): Promise<unknown>;
}
