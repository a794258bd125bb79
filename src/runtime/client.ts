import { pendingRequest, type ListRequest } from "./http/client-request.js";
import { connectionOf, encoderOf, type ClientOptions, type Connection, type Facts } from "./http/connection.js";
import { callOf, json, type Call, type Limits, type RequestOptions, type WriteOptions } from "./http/http.js";
import { unwrapped } from "./http/page.js";
import { byKey, castTo, isCollection, root, segment, withParameters, type Place } from "./http/place.js";
import type { FetchResponse } from "./http/platform.js";
import type { AnyQuery } from "./http/query-string.js";
import { pathOf, TARGET } from "./http/target.js";
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
export type { PropertyPath, PropertyPaths } from "./http/properties.js";
export type { Addressed, StreamNode } from "./http/target.js";
export { ODataError, type ErrorDetail, type Failure } from "./http/error.js";
export type { RequestOptions, WriteOptions } from "./http/http.js";
export type { ListRequest, ODataRequest } from "./http/client-request.js";
export type { LiteralKind } from "./http/literal.js";
export type { Page } from "./http/page.js";
export type { Fetch, FetchInit, FetchResponse, HttpResponse, Signal } from "./http/platform.js";
export type {
  CountQuery,
  Expand,
  Filter,
  FilterOf,
  ItemQuery,
  Key,
  ListQuery,
  Narrow,
  NoSuchName,
  OrderBy,
  OrderByOf,
  WithResult,
} from "./http/query.js";
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
  return node(connectionOf(options, facts, encoderOf(options, facts)), root) as Root;
}

/**
 * Reading a property appends a segment to the path. Calling it runs the method of that name on the path before it, so a
 * segment may also be named `get` or `delete`. The target is an arrow function: it can be called, and it has no
 * non-configurable property that would hide a segment.
 */
function node(connection: Connection, place: Place): unknown {
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

function run(connection: Connection, place: Place, args: readonly unknown[]): unknown {
  const { name, parent: on = root } = place;
  // The compiler has checked the arguments against the generated interfaces.
  const [first, second, third = {}] = args as readonly [never?, never?, RequestInit?];
  const send = (method: string, options: Options | undefined, read: Call["read"], body?: unknown) => {
    const path = pathOf(name === "$count" ? place : on, method === "GET" ? options : {});
    const lazy = name === "get" && isCollection(connection, on);
    return pendingRequest(callOf(connection, { method, path, options, body, read }), lazy, options);
  };
  switch (name) {
    // Reads entities as well as collections. The type of an entity's request can only be awaited.
    case "get":
      return send("GET", first, valueIn(on.called));
    case "post":
      // The body of an action without parameters is an empty object (OData JSON Format 4.01 §18). A body that is given
      // as undefined by mistake would create an empty entity.
      return send("POST", second, valueIn(true), first === undefined && args.length !== 1 ? {} : first);
    case "patch":
    case "put":
      return send(name.toUpperCase(), second, json, first);
    case "delete":
      return send("DELETE", first, nothing);
    case "$count":
      // The response is the number as plain text (OData Protocol 4.01 §11.2.10).
      return send("GET", ofAnyType(first), numberIn);
    case "byId":
      return node(connection, byKey(connection, on, first));
    case "as":
      return node(connection, castTo(connection, on, String(first)));
    case "request":
      if (on === root) return request(connection, String(first), String(second), third);
  }
  return node(connection, withParameters(connection, place, first ?? {}));
}

type Options = WriteOptions & Limits & AnyQuery;

function request(connection: Connection, method: string, path: string, init: RequestInit): ListRequest<unknown> {
  const { body, raw } = init;
  const [options, read] = raw === true ? [ofAnyType(init), response] : [init, json];
  return pendingRequest(callOf(connection, { method, path, options, body, read }), false);
}

/** Requests a response that need not be JSON. */
function ofAnyType(options: RequestOptions = {}): RequestOptions {
  return { ...options, headers: { accept: "*/*", ...options.headers } };
}

function valueIn(ofOperation: boolean): Call["read"] {
  return async (answer, url) => unwrapped(await json(answer, url), ofOperation, url);
}

async function numberIn(answer: FetchResponse): Promise<number> {
  return Number(await answer.text());
}

async function response(answer: FetchResponse): Promise<FetchResponse> {
  return answer;
}

async function nothing(): Promise<void> {}
