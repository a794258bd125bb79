import { addressOf, type Connection } from "./connection.js";
import { errorOf, failedOf, failure, ODataError } from "./error.js";
import type { Content, FetchInit, FetchResponse, Signal } from "./platform.js";

/** Options of a single request. */
export interface RequestOptions {
  /** Headers of this request. They replace those of the client, but not the `authorization` of its credential. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Preferences, such as `return=minimal` (header `Prefer`, OData Protocol 4.01 §8.2.8). */
  prefer?: string | undefined;
  /** Aborts the request. The promise then rejects with the reason of the signal. */
  signal?: Signal | undefined;
}

/** Options of a request that changes a resource. */
export interface WriteOptions extends RequestOptions {
  /**
   * The entity as it was read, or its ETag: the service refuses the request with 412 when the resource has changed
   * (OData Protocol 4.01 §11.4.1.1). `*` stands for any state.
   */
  ifMatch?: string | object | undefined;
}

/** A request before it is sent. Functions that take one change it. */
export interface Call {
  readonly connection: Connection;
  readonly method: string;
  url: string;
  /** By lower-cased name; without the token. */
  headers: Readonly<Record<string, string>>;
  readonly body?: Content | undefined;
  readonly signal?: Signal | undefined;
  /** Statuses besides 2xx that are no error. */
  accepts?: readonly number[];
  /** Sends the request; functions such as `batch` replace it. */
  send: (call: Call) => Promise<FetchResponse>;
  /** Reads the result from the response to a request with this URL. */
  read: (response: FetchResponse, url: string) => Promise<unknown>;
}

interface Aborted {
  readonly aborted: boolean;
}

/** A request in the words of the client. */
export interface Description {
  readonly method: string;
  /** Below the service root, or the URL of a link. */
  readonly path: string;
  readonly options?: WriteOptions | undefined;
  readonly body?: unknown;
  readonly read: Call["read"];
}

/** Limits of an iteration. */
export interface Limits {
  /** Items; unlimited by default. */
  readonly take?: number | undefined;
  /** Pages; 100,000 by default. */
  readonly maxPages?: number | undefined;
}

/**
 * Makes a request of its description. Throws a TypeError for a body that cannot be sent and for an entity without ETag
 * in `ifMatch`, and `outsideService` for a path that leaves the service.
 */
export function callOf(connection: Connection, { method, path, options = {}, body, read }: Description): Call {
  const encoded = connection.encode(body, path);
  const { headers, prefer, ifMatch, signal } = options;
  return {
    connection,
    method,
    url: addressOf(connection, path),
    headers: merged(encoded.headers, connection.headers, { prefer, "if-match": ifMatch && matched(ifMatch) }, headers),
    body: encoded.content,
    signal,
    send: perform,
    read,
  };
}

/** The ETag of an entity as it was read; undefined without one. */
export function etagOf(entity: object): string | undefined {
  const { "@odata.etag": etag, "@etag": short = etag } = entity as Readonly<Record<string, string | undefined>>;
  return short;
}

// Without an ETag, the request would overwrite what others have changed.
function matched(entity: string | object): string {
  const etag = typeof entity === "string" ? entity : etagOf(entity);
  if (!etag) throw new TypeError("ifMatch has no ETag.");
  return etag;
}

/**
 * Merges headers by lower-cased name (RFC 9110 §5.1: names are case-insensitive). Later values win. Throws a TypeError
 * for a value with a line break or NUL; `fetch` would show it in its message, and it may be secret.
 */
function merged(
  ...parts: readonly (Readonly<Record<string, string | undefined>> | undefined)[]
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const part of parts) {
    for (const name in part) {
      const value = part[name];
      if (value === undefined) continue;
      if (/[\0\r\n]/.test(value)) throw new TypeError(`The header "${name}" has a line break.`);
      headers[name.toLowerCase()] = value;
    }
  }
  return headers;
}

/**
 * Sends a request. Throws an ODataError unless the status is 2xx; when it is aborted, the reason of the signal.
 */
export async function perform(call: Call): Promise<FetchResponse> {
  const { connection, method, url, body, signal } = call;
  const token = await connection.token(signal);
  const headers = merged(call.headers, { authorization: token && `Bearer ${token}` });
  // `fetch` would send the headers of the options, which may be secret, to any host that a redirect names.
  const init = { method, headers, redirect: "manual", body, duplex: "half", signal } as FetchInit;
  const response = await connection.fetch(url, init).catch((cause: unknown) => {
    if ((signal as Aborted | undefined)?.aborted || ODataError.is(cause)) throw cause;
    throw failure("network", "The request got no response.", { cause, ...failedOf(call) });
  });
  if (response.ok || call.accepts?.includes(response.status)) return response;
  throw await errorOf(response, call, token);
}

/**
 * Parses the body of a response as JSON; undefined when it is empty. Throws `notJson` otherwise, and `network` when the
 * connection ends before the body does. `url` is that of the request.
 */
export async function json(response: FetchResponse, url: string = ""): Promise<unknown> {
  const { status, headers } = response;
  const broken = (code: string, message: string, cause?: unknown): ODataError =>
    failure(code, message, { status, headers, url: url.replace(/\?.*/, ""), cause });
  const text = await response.text().catch((cause: unknown) => {
    // Of `fetch`; when the request is aborted, the reason of its signal.
    throw cause instanceof TypeError ? broken("network", "The response is incomplete.", cause) : cause;
  });
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw broken("notJson", "The service answered with no JSON.");
  }
}
