import { pendingRequest, type ListRequest } from "./http/client-request.js";
import { callOf, json, type Call, type Limits, type WriteOptions } from "./http/http.js";
import { castTo, find, root, segment, type Place } from "./http/place.js";
import type { FetchResponse } from "./http/platform.js";
import type { AnyQuery } from "./http/query-string.js";
import { TARGET } from "./http/target.js";
import type { RequestInit } from "./http/verbs.js";
import { connectionV2, type ConnectionV2 } from "./v2/http/connection.js";
import type { ClientOptionsV2, FactsV2 } from "./v2/http/facts.js";
import { byKeyV2, isCollectionV2, withParametersV2 } from "./v2/http/place.js";
import { pathV2 } from "./v2/http/query-string.js";
import { unwrappedV2 } from "./v2/json/reply.js";
import { writePut, writeJson } from "./v2/json/write.js";

export type { TokenCredential } from "./http/connection.js";
export type { ClientOptionsV2 as ClientOptions, FactsV2 as Facts } from "./v2/http/facts.js";
export { lightJson } from "./v2/json/light.js";
export { edmDateTime, edmDateTimeOffset } from "./v2/values/date-time.js";
export type { LiteralKindV2 as LiteralKind, ValueKind } from "./v2/values/kind.js";
export { edmDecimal, edmDouble, edmInt64, edmSingle } from "./v2/values/numbers.js";
export { edmBinary, edmEnum, edmGuid } from "./v2/values/texts.js";
export { edmTime } from "./v2/values/time.js";
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
  RestrictionsV2 as Restrictions,
} from "./v2/types/requests.js";
export type { Entity } from "./http/entity.js";
export type { PropertyPath, PropertyPaths } from "./v2/types/properties.js";
export type { Addressed, StreamNode } from "./http/target.js";
export { ODataError, type ErrorDetail, type Failure } from "./http/error.js";
export type { RequestOptions, WriteOptions } from "./http/http.js";
export type { ListRequest, ODataRequest } from "./http/client-request.js";
export type { Page } from "./http/page.js";
export type { Fetch, FetchInit, FetchResponse, HttpResponse, Signal } from "./http/platform.js";
export type { CountQuery, Filter, FilterOf, Key, Narrow, NoSuchName, OrderBy, OrderByOf } from "./http/query.js";
export type { Expand, ItemQuery, ListQuery, NotBeforeOData4 } from "./v2/types/query.js";
export type {
  Action,
  Action0,
  Delete,
  FunctionRequest,
  Patch,
  Post,
  Put,
  RequestInit,
  SendRequest,
} from "./http/verbs.js";
export type { CollectionFunctionRequest, Get, List } from "./v2/types/verbs.js";

/**
 * Creates a client of a service of OData 2.0 or 3.0. No request is sent yet. Every property of the client is a segment
 * of the path, whatever its name; the type `Root`, an interface of the generated client, lists the segments and methods
 * that the service has. Throws a TypeError when neither `options` nor `facts` has a service root that starts with
 * `http:` or `https:`, and an ODataError `foreignLink` for a path of `csrf` that leaves its origin.
 */
export function connect<Root>(options: ClientOptionsV2, facts: FactsV2): Root {
  // Proxies have no type of their own; the generated interface describes them.
  return node(connectionV2(options, facts), root) as Root;
}

/**
 * Reading a property appends a segment to the path. Calling it runs the method of that name on the path before it, so a
 * segment may also be named `get` or `delete`. The target is an arrow function: it can be called, and it has no
 * non-configurable property that would hide a segment.
 */
function node(connection: ConnectionV2, place: Place): unknown {
  return new Proxy(() => undefined, {
    get: (_, name) => {
      if (name === TARGET) return { connection, place, at: (other: Place) => node(connection, other) };
      // `await`, `JSON.stringify` and others look for these names; a node must not look like a promise.
      if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
      return node(connection, segment(connection, place, name));
    },
    apply: (_, __, args: readonly unknown[]) => run(connection, place, args),
  });
}

type Options = WriteOptions & Limits & AnyQuery;

function run(connection: ConnectionV2, place: Place, args: readonly unknown[]): unknown {
  const { name, parent: on = root } = place;
  // The compiler has checked the arguments against the generated interfaces.
  const [first, second, third = {}] = args as readonly [never?, never?, RequestInit?];
  const send = (method: string, options?: Options, body?: unknown, read = valueOf(connection, on), to = on) => {
    const path = pathV2(to, method === "GET" ? options : {});
    const lazy = name === "get" && isCollectionV2(connection, on);
    return pendingRequest(callOf(connection, { method, path, options, body, read }), lazy, options);
  };
  switch (name) {
    case "get":
      return send("GET", first);
    case "post": {
      const body = first === undefined && args.length !== 1 ? {} : first;
      const method = on.parent === root ? find(connection.wire.methods, on.name) : undefined;
      if (method === undefined) return send("POST", second, writeJson(connection, body, on.type));
      // Function imports have their parameters in the query, whatever their method. CAP takes them for JSON alone,
      // although the request has no body.
      const called = withParametersV2(connection, on, Object(body));
      const options = withHeaders({ "content-type": connection.json }, second);
      return send(method, options, undefined, valueOf(connection, called), called);
    }
    case "patch":
      return send(connection.updateVerb, second, writeJson(connection, first, on.type));
    case "put":
      return send("PUT", second, writePut(connection, first, on));
    case "delete":
      return send("DELETE", first, undefined, nothing);
    case "$count":
      return send("GET", withHeaders(OF_ANY_TYPE, first), undefined, numberIn, place);
    case "byId":
      return node(connection, byKeyV2(connection, on, first));
    case "as":
      return node(connection, castTo(connection, on, String(first)));
    case "request":
      if (on === root) return request(connection, String(first), String(second), third);
  }
  return node(connection, withParametersV2(connection, place, first ?? {}));
}

function request(connection: ConnectionV2, method: string, path: string, init: RequestInit): ListRequest<unknown> {
  const { raw, ...rest } = init;
  const [options, read] = raw === true ? [withHeaders(OF_ANY_TYPE, rest), response] : [rest, valueOf(connection, root)];
  const body = writeJson(connection, init.body, "");
  return pendingRequest(callOf(connection, { method, path, options, body, read }));
}

/** A response that need not be JSON. */
const OF_ANY_TYPE = { accept: "*/*" };

function withHeaders(headers: Readonly<Record<string, string>>, options: Options = {}): Options {
  return { ...options, headers: { ...headers, ...options.headers } };
}

function valueOf(connection: ConnectionV2, place: Place): Call["read"] {
  return async (answer, url) => unwrappedV2(connection, await json(answer, url), url, place);
}

async function numberIn(answer: FetchResponse): Promise<number> {
  return Number(await answer.text());
}

async function response(answer: FetchResponse): Promise<FetchResponse> {
  return answer;
}

async function nothing(): Promise<void> {}
