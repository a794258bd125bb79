import type { Connection } from "./connection.js";
import { errorOf, failure } from "./error.js";
import type { FetchInit, FetchResponse, Signal } from "./platform.js";

/** What can be said about any request. */
export interface RequestOptions {
  headers?: Readonly<Record<string, string>> | undefined;
  signal?: Signal | undefined;
}

/** Sends a request; a response that is no success becomes an {@link ODataError}. */
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
    // Headers of the options would follow a redirect to any host.
    redirect: "manual",
  };
  if (content !== undefined) init.body = content;
  if (options.signal !== undefined) init.signal = options.signal;
  const response = await connection.fetch(url, init);
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** Text and bytes are sent as they are, everything else as JSON. */
function contentOf(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || typeof body === "string") return body;
  // No request can be sent from shared memory, and the platform says so.
  return body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
}

/** Names of headers are the same in any case; the last value wins. */
function merged(...parts: readonly (Readonly<Record<string, string>> | undefined)[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const part of parts) for (const name in part) headers[name.toLowerCase()] = part[name] ?? "";
  return headers;
}

/** The JSON of a response; undefined when it has no content. */
export async function json(response: FetchResponse): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw failure("notJson", "The service answered with no JSON.", response.status);
  }
}
