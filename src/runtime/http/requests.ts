import type { RequestOptions } from "./http.js";
import type { ListRequest } from "./list-request.js";
import type { HttpResponse } from "./platform.js";
import type { CountQuery, Expand, ItemQuery, Key, ListQuery, Narrow } from "./query.js";

/** Reads an entity. */
export interface Get<T, X> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Record<never, never>>(
    query?: ItemQuery<T, X, S, E>,
  ): Promise<Narrow<T, X, S, E>>;
}

/** Reads a collection: awaited one page, iterated all items. */
export interface List<T, X> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Record<never, never>>(
    query?: ListQuery<T, X, S, E>,
  ): ListRequest<Narrow<T, X, S, E>>;
}

/** Reads an entity where the service does not take the query options N and cannot expand P. */
export interface RestrictedGet<T, X, N extends string, P extends string = never> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Record<never, never>>(
    query?: ItemQuery<T, X, S, E> & Without<N, P>,
  ): Promise<Narrow<T, X, S, E>>;
}

/** Reads a collection where the service does not take the query options N and cannot expand P; see {@link List}. */
export interface RestrictedList<T, X, N extends string, P extends string = never> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Record<never, never>>(
    query?: ListQuery<T, X, S, E> & Without<N, P>,
  ): ListRequest<Narrow<T, X, S, E>>;
}

type Without<N extends string, P extends string> = { readonly [O in N]?: undefined } & {
  readonly expand?: { readonly [O in P]?: undefined } | undefined;
};

/** Creates an entity, or calls an action. */
export type Post<B, R> = (body: B, options?: RequestOptions) => Promise<R>;

/** Changes an entity. Services give it back or answer without content. */
export type Patch<B, T> = (body: B, options?: RequestOptions) => Promise<T | undefined>;

/** Replaces an entity. Services give it back or answer without content. */
export type Put<B, T> = (body: B, options?: RequestOptions) => Promise<T | undefined>;

/** Deletes an entity. */
export type Delete = (options?: RequestOptions) => Promise<void>;

/** What can be sent to an entity of type T, with what can be expanded from it and how it is changed. */
export interface ItemRequests<T, X, U> {
  get: Get<T, X>;
  patch: Patch<U, T>;
  put: Put<U, T>;
  delete: Delete;
}

/** What can be sent to a collection of T: C is how an item is created, I what can be sent to one, K its key. */
export interface CollectionRequests<T, X, C, I, K = string> {
  get: List<T, X>;
  post: Post<C, T>;
  byId(key: K): I;
  $count(query?: CountQuery): Promise<number>;
}

/** An action with parameters. */
export interface Action<P, R> {
  post(parameters: P, options?: RequestOptions): Promise<R>;
}

/** An action without parameters. */
export interface Action0<R> {
  post(parameters?: undefined, options?: RequestOptions): Promise<R>;
}

/** A function with its parameters given, ready to be sent. */
export interface FunctionRequest<R> {
  get(options?: RequestOptions): Promise<R>;
}

/** A function that returns a collection of entities, with its parameters given. */
export interface CollectionFunctionRequest<T, X> {
  get: List<T, X>;
}

/** A request that the model has no words for. */
export interface RequestInit extends RequestOptions {
  /** Text and bytes are sent as they are, everything else as JSON. */
  body?: unknown;
  /** Gives the response itself instead of its JSON, for content that is none. */
  raw?: boolean | undefined;
}

/** Sends a request to a path under the service root, or to a link that the service gave. */
export interface SendRequest {
  (method: string, path: string, init: RequestInit & { raw: true }): Promise<HttpResponse>;
  (method: string, path: string, init?: RequestInit): Promise<unknown>;
}
