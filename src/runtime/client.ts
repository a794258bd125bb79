import { addressOf, connectionOf, linkOf, type ClientOptions, type Connection, type Facts } from "./http/connection.js";
import { json, send, type RequestOptions } from "./http/http.js";
import { LazyListRequest } from "./http/list-request.js";
import { unwrapped, type Page } from "./http/page.js";
import { byKey, castTo, root, segment, withParameters, type Place } from "./http/place.js";
import { queryString, type AnyQuery } from "./http/query-string.js";
import type { RequestInit } from "./http/verbs.js";

export type { ClientOptions, Facts, TokenCredential } from "./http/connection.js";
export type {
  Collection,
  CollectionAt,
  CollectionOf,
  CollectionPaths,
  CollectionRequests,
  Item,
  ItemAt,
  ItemOf,
  ItemPaths,
  ItemRequests,
  Many,
  One,
} from "./http/requests.js";
export type { Entity, Restrictions } from "./http/entity.js";
export { ODataError, type ErrorDetail, type Failure } from "./http/error.js";
export type { RequestOptions } from "./http/http.js";
export type { ListRequest } from "./http/list-request.js";
export type { LiteralKind } from "./http/literal.js";
export type { Page } from "./http/page.js";
export type { Fetch, FetchInit, FetchResponse, HttpResponse, Signal } from "./http/platform.js";
export type { CountQuery, Expand, ItemQuery, Key, ListQuery, Narrow, NoSuchName } from "./http/query.js";
export type {
  Action,
  Action0,
  CollectionFunctionRequest,
  Delete,
  FunctionRequest,
  Get,
  List,
  Patch,
  Post,
  Put,
  RequestInit,
  SendRequest,
} from "./http/verbs.js";

/**
 * Creates a client of a service. No request is sent yet. Every property of the client is a segment of the path,
 * whatever its name; the type `Root`, an interface of the generated client, lists the segments and methods that the
 * service has. Throws a TypeError when neither `options` nor `facts` has a service root that starts with `http:` or
 * `https:`.
 */
export function connect<Root>(options: ClientOptions, facts: Facts): Root {
  // Proxies have no type of their own; the generated interface describes them.
  return node(connectionOf(options, facts), root) as Root;
}

/**
 * Reading a property appends a segment to the path. Calling it runs the method of that name on the path before it, so a
 * segment may also be named `get` or `delete`. The target is an arrow function: it can be called, and it has no
 * non-configurable property that would hide a segment.
 */
function node(connection: Connection, place: Place): unknown {
  return new Proxy(() => undefined, {
    // `await`, `JSON.stringify` and string conversion look for these names; a node must not look like a promise.
    get: (_, name) => {
      if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
      return node(connection, segment(connection, place, name));
    },
    apply: (_, __, args: readonly unknown[]) => call(connection, place, args),
  });
}

function call(connection: Connection, place: Place, args: readonly unknown[]): unknown {
  const on = place.parent ?? root;
  // The compiler has checked the arguments against the generated interfaces.
  const [first, second] = args as readonly [never?, never?];
  switch (place.name) {
    case "get":
      return read(connection, on, first);
    case "post":
    case "patch":
    case "put":
      return write(connection, on, place.name, first, second);
    case "delete":
      return send(connection, "DELETE", urlOf(connection, on), first).then(() => undefined);
    case "byId":
      return node(connection, byKey(connection, on, first));
    case "as":
      return node(connection, castTo(connection, on, String(first)));
    case "$count":
      return count(connection, on, first);
    case "request":
      if (on === root) return request(connection, String(first), String(second), args[2] as RequestInit | undefined);
  }
  return node(connection, withParameters(connection, place, first ?? {}));
}

function urlOf(connection: Connection, place: Place, query: AnyQuery = {}): string {
  return addressOf(connection, place.path + queryString(query, place.aliases));
}

type ReadQuery = RequestOptions & AnyQuery & { take?: number };

// Reads entities as well as collections. The type of an entity's request can only be awaited; iterating one throws.
function read(connection: Connection, place: Place, query: ReadQuery = {}): LazyListRequest<unknown> {
  const first = urlOf(connection, place, query);
  const load = async (link?: string): Promise<Page<unknown>> => {
    const response = await send(connection, "GET", link === undefined ? first : linkOf(link, first), query);
    // Not checked here: the iterator checks that `value` is an array.
    return unwrapped(await json(response), place.called) as Page<unknown>;
  };
  return new LazyListRequest(load, query.take);
}

async function write(
  connection: Connection,
  place: Place,
  verb: string,
  body: unknown,
  options?: RequestOptions,
): Promise<unknown> {
  const answer = await json(await send(connection, verb.toUpperCase(), urlOf(connection, place), options, body));
  return verb === "post" ? unwrapped(answer, true) : answer;
}

async function count(connection: Connection, place: Place, query: RequestOptions & AnyQuery = {}): Promise<number> {
  const url = addressOf(connection, `${place.path}/$count${queryString(query, place.aliases)}`);
  // The response is the number as plain text (OData Protocol 4.01 §11.2.10).
  const response = await send(connection, "GET", url, {
    ...query,
    headers: { accept: "text/plain", ...query.headers },
  });
  return Number(await response.text());
}

async function request(connection: Connection, method: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await send(connection, method, addressOf(connection, path), init, init.body);
  return init.raw === true ? response : json(response);
}
