import type { Connection } from "./connection.js";
import { errorOf, failure } from "./error.js";
import type { FetchInit, FetchResponse, Signal } from "./platform.js";

/** Options of a single request. */
export interface RequestOptions {
  /** Headers of this request. They replace those of the client, but not the `authorization` of its credential. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Aborts the request. The promise then rejects with the error of `fetch`. */
  signal?: Signal | undefined;
}

/**
 * Sends a request. Throws an {@link ODataError} unless the status is 2xx; errors of the network are those of `fetch`.
 */
export async function send(
  connection: Connection,
  method: string,
  url: string,
  options: RequestOptions = {},
  body?: unknown,
): Promise<FetchResponse> {
  const token = await connection.token(options.signal);
  const content = contentOf(body);
  const init: FetchInit = {
    method,
    headers: merged(
      { accept: "application/json" },
      content === body ? {} : { "content-type": "application/json" },
      connection.headers,
      options.headers,
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    ),
    // `fetch` would send the headers of the options, which may be secret, to any host that a redirect names.
    redirect: "manual",
  };
  if (content !== undefined) init.body = content;
  if (options.signal !== undefined) init.signal = options.signal;
  const response = await connection.fetch(url, init);
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** Strings and bytes are sent unchanged, everything else as JSON. */
function contentOf(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || typeof body === "string") return body;
  // Bytes in a SharedArrayBuffer cannot be sent; `fetch` throws a TypeError for them.
  return body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
}

/** Merges headers by lower-cased name (RFC 9110 §5.1: names are case-insensitive). Later values win. */
function merged(...parts: readonly (Readonly<Record<string, string>> | undefined)[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const part of parts) for (const name in part) headers[name.toLowerCase()] = part[name] ?? "";
  return headers;
}

/** Parses the body of a response as JSON; undefined when it is empty. Throws `notJson` otherwise. */
export async function json(response: FetchResponse): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw failure("notJson", "The service answered with no JSON.", response.status);
  }
}
