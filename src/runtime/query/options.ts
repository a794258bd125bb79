import { CALL, pendingRequest, type ListRequest, type ODataRequest, type PageSource } from "../http/client-request.js";
import { ownLink } from "../http/connection.js";
import type { ODataError } from "../http/error.js";
import type { Call } from "../http/http.js";
import type { Page } from "../http/page.js";
import type { Signal } from "../http/platform.js";
import { requestKey, type ODataQueryKey } from "./keys.js";

/** An error of another kind: of the credential, or of a check of the result. */
export interface OtherError extends Error {
  readonly status?: undefined;
}

/** What a query or mutation fails with; one with a `status` is an ODataError. */
export type QueryError = ODataError | OtherError;

/**
 * How keys are typed. An app that adds the member `tag` has keys that know the type of their data, for instance with
 * `DataTag` of TanStack Query.
 */
export interface QueryKeyTypes<Key, Data, Failure> {
  readonly key: Key;
  readonly data: Data;
  readonly failure: Failure;
}

type KeyOf<Data> =
  QueryKeyTypes<ODataQueryKey, Data, QueryError> extends { readonly tag: infer Tagged } ? Tagged : ODataQueryKey;

/** The data of a query: null where the request resolves to undefined, which queries do not take. */
export type QueryData<T> = T extends undefined ? null : T;

/** What a query is given to send its request. */
export interface QueryContext {
  readonly signal: Signal;
}

/** Options of a query of TanStack Query. */
export interface ODataQueryOptions<T> extends FailsWith {
  readonly queryKey: KeyOf<T>;
  readonly queryFn: (context: QueryContext) => Promise<T>;
}

/** The data of an infinite query; the parameter of a page is its URL. */
export interface QueryPages<T> {
  pages: Page<T>[];
  pageParams: string[];
}

/** Options of an infinite query of TanStack Query. */
export interface ODataInfiniteQueryOptions<T> extends FailsWith {
  readonly queryKey: KeyOf<QueryPages<T>>;
  readonly queryFn: (context: QueryContext & { readonly pageParam: string }) => Promise<Page<T>>;
  readonly initialPageParam: string;
  readonly getNextPageParam: (
    last: Page<T>,
    pages: Page<T>[],
    link: string,
    links: readonly string[],
  ) => string | undefined;
}

/** Options of a mutation of TanStack Query. */
export interface ODataMutationOptions<T, V> extends FailsWith {
  readonly mutationFn: (variables: V) => Promise<T>;
}

/** Never set. The library infers the type of errors from it. */
interface FailsWith {
  readonly throwOnError?: (error: QueryError) => boolean;
}

/**
 * A query whose data is what the request resolves to: of a collection its first page. The given request is not sent;
 * each run of the query sends one like it, with the signal of the run.
 */
export function queryOptions<T>(request: ODataRequest<T>): ODataQueryOptions<QueryData<T>> {
  const call = taken(request);
  return {
    queryKey: requestKey(call) as KeyOf<QueryData<T>>,
    queryFn: async ({ signal }) => ((await again(call, signal)) ?? null) as QueryData<T>,
  };
}

/** A query whose data has the items of all pages of a collection. */
export function allQueryOptions<T>(request: ListRequest<T>): ODataQueryOptions<T[]> {
  const call = taken(request);
  return {
    queryKey: requestKey(call, "all") as KeyOf<T[]>,
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      for await (const item of again<T>(call, signal)) items.push(item);
      return items;
    },
  };
}

/** An infinite query that reads a collection page by page. It ends where a link leads to a page that was read. */
export function infiniteQueryOptions<T>(request: ListRequest<T>): ODataInfiniteQueryOptions<T> {
  const call = taken(request);
  return {
    queryKey: requestKey(call, "infinite") as KeyOf<QueryPages<T>>,
    queryFn: async ({ signal, pageParam }) => {
      const { value } = await again<T>(call, signal, pageParam).pages().next();
      // Without a first page, `pages` throws.
      return value as Page<T>;
    },
    initialPageParam: call.url,
    getNextPageParam: ({ nextLink = "" }, _, __, links) =>
      links.includes(nextLink) ? undefined : nextLink || undefined,
  };
}

/** A mutation that sends the request made of its variables. */
export function mutationOptions<T, V = void>(send: (variables: V) => PromiseLike<T>): ODataMutationOptions<T, V> {
  return { mutationFn: async (variables) => send(variables) };
}

/** The description of a request, which is no longer sent by itself. */
function taken(request: ODataRequest<unknown>): Call {
  const call = request[CALL];
  const { send } = call;
  call.send = (sent) => (sent === call ? new Promise(() => undefined) : send(sent));
  return call;
}

/** A request like another one, sent when it is used. */
function again<T>(call: Call, signal: Signal, url: string = call.url): ListRequest<T> & PageSource<T> {
  const ended = call.signal ? host.AbortSignal.any([call.signal, signal]) : signal;
  return pendingRequest({ ...call, url: ownLink(call.connection, url), signal: ended }, true);
}

// It exists on every supported platform, but its declarations may be missing from the project.
const host = globalThis as unknown as { readonly AbortSignal: { any(signals: readonly Signal[]): Signal } };
