import type { Call } from "../http/http.js";
import { TARGET, type Addressed } from "../http/target.js";
import type { SendRequest } from "../http/verbs.js";

/**
 * The key of a query: the service root, the segments of the path with keys and parameters apart, and for a request what
 * else it depends on. It is JSON.
 */
export type ODataQueryKey = readonly (string | RequestKey)[];

/** The end of the key of a request. Members are absent where they are empty. */
export interface RequestKey {
  /** The query part of the URL, encoded. */
  readonly query?: string;
  /** Headers of this request that the client does not send with every request, without `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The method, unless it is GET. */
  readonly method?: string;
  readonly body?: unknown;
  /** What the data has of the pages of a collection, where that is not the first: all, or one after the other. */
  readonly pages?: "all" | "infinite";
}

/** A path of the client, or the client itself. */
export type QueryNode =
  Addressed<unknown, "item" | "collection" | "value" | "stream"> | { readonly request: SendRequest };

/**
 * What the keys of all requests to a path begin with, and of those to the paths below it. For a client, those of its
 * service.
 */
export function queryKey(node: QueryNode): ODataQueryKey {
  // A client is a node, too; its generated type does not tell.
  const { connection, place } = (node as Addressed<unknown, "item">)[TARGET];
  return pathKey(connection.base, place.path);
}

/** A segment, or the key or parameters in parentheses after one. */
const PART = /[^/(]+|\([^/]*/g;

function pathKey(base: string, path: string): string[] {
  return [base, ...(path.match(PART) ?? [])];
}

/** The key of a request. */
export function requestKey(call: Call, pages?: RequestKey["pages"]): ODataQueryKey {
  const { connection, method, url, body } = call;
  const [path = "", query] = url.slice(connection.base.length).split(/\?(.*)/s);
  const headers = ownHeaders(call);
  return [
    ...pathKey(connection.base, path),
    {
      ...(query && { query }),
      ...(headers.length > 0 && { headers: Object.fromEntries(headers) as Record<string, string> }),
      ...(method !== "GET" && { method }),
      ...(body !== undefined && { body }),
      ...(pages && { pages }),
    },
  ];
}

/** Headers that are no part of a key: those of the client's own requests, and tokens, since keys are stored and shown. */
const COMMON = /^(authorization|accept: (\*\/\*|application\/json(;IEEE754Compatible=true)?)$)/;

function ownHeaders({ headers, connection }: Call): [name: string, value: string][] {
  const shared = new Set(Object.entries(connection.headers).map(([name, value]) => `${name.toLowerCase()}: ${value}`));
  return Object.entries(headers).filter(([name, value]) => {
    const header = `${name}: ${value}`;
    return !shared.has(header) && !COMMON.test(header);
  });
}
