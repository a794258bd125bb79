import { pendingRequest, type ODataRequest } from "../http/client-request.js";
import { callOf, json, perform, type RequestOptions } from "../http/http.js";
import type { Place } from "../http/place.js";
import type { Content, FetchResponse } from "../http/platform.js";
import { redirected } from "./fetch/redirects.js";
import { pathOf, TARGET, type Addressed, type Target } from "../http/target.js";
import { host, type BlobContent, type ByteStream, type FullResponse } from "./shared/platform.js";

/** What the bytes of a stream are read as. */
export interface ContentFormats {
  /** As they arrive. */
  stream: ByteStream;
  blob: BlobContent;
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
}

/** The content of a stream. */
export interface Download<B> {
  /** Empty where the stream is null. */
  readonly body: B;
  /** The media type. */
  readonly type: string | undefined;
  /** The ETag of the stream, which differs from that of its entity. */
  readonly etag: string | undefined;
  /** The number of bytes, where the service says it. */
  readonly length: number | undefined;
}

/** The answer to the upload of a stream. */
export interface Stored {
  /** The new ETag of the stream. */
  readonly etag: string | undefined;
  /** The body of the response, such as the file that was created; undefined without one. */
  readonly value: unknown;
}

/** Options for reading a stream. */
export interface ReadContentOptions extends RequestOptions {
  /** Custom query options of the service. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Options for changing a stream. */
export interface WriteContentOptions extends RequestOptions {
  /** The ETag of the stream as it was read. */
  readonly ifMatch?: string | undefined;
}

/** Options for replacing a stream. */
export interface PutContentOptions extends WriteContentOptions {
  /** The media type; by default that of the Blob, `text/plain` of text, `application/octet-stream` of bytes. */
  readonly type?: string | undefined;
}

/** The requests to a stream. */
export interface ContentRequests {
  /** Reads it. Redirects are followed, to other hosts without the token. */
  get<F extends keyof ContentFormats = "stream">(
    format?: F,
    options?: ReadContentOptions,
  ): ODataRequest<Download<ContentFormats[F]>>;
  /** Replaces it. */
  put(body: Content | AsyncIterable<Uint8Array>, options?: PutContentOptions): ODataRequest<Stored>;
  /** Sets it to null. */
  delete(options?: WriteContentOptions): ODataRequest<void>;
}

/**
 * The stream of a media entity, of a stream property, or that a function returns (OData Protocol 4.01 §11.1.6 and
 * §11.4.7). No request is sent.
 */
export function content(node: Addressed<unknown, "item" | "stream" | "value">): ContentRequests {
  const target = node[TARGET];
  return {
    get: <F extends keyof ContentFormats = "stream">(format?: F, options: ReadContentOptions = {}) =>
      requestOf(
        target,
        { method: "GET", ...options, headers: { accept: "*/*", ...options.headers } },
        readerOf<F>(format ?? "stream"),
      ),
    put: (body, { type, ...options } = {}) =>
      requestOf(
        target,
        { method: "PUT", body, ...options, headers: { ...typeHeader(body, type), ...options.headers } },
        storedIn,
      ),
    delete: (options) => requestOf(target, { method: "DELETE", ...options }, async () => undefined),
  };
}

export type Read<T> = (response: FetchResponse) => Promise<T>;

export interface Described extends ReadContentOptions {
  readonly method: string;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
}

function requestOf<T>(
  { connection, place }: Target,
  { method, body, ...options }: Described,
  read: Read<T>,
): ODataRequest<T> {
  const path = pathOf({ ...place, path: streamPath(place, connection.facts.media) }, { custom: options.custom });
  const call = callOf(connection, { method, path, options, body, read });
  if (method === "GET") call.send = (sent) => perform(redirected(sent));
  // The result is what `read` gives.
  return pendingRequest(call) as unknown as ODataRequest<T>;
}

/** The stream of an entity is its `$value`; those of properties and functions have a path of their own. */
export function streamPath({ path, name, called, keyed }: Place, media: readonly string[] = []): string {
  const isEntity = !called && (keyed || media.includes(name));
  return isEntity && name !== "$value" ? `${path}/$value` : path;
}

/** Services refuse bytes without a media type; `fetch` gives other bodies theirs. */
export function typeHeader(body: unknown, type: string | undefined): Record<string, string> {
  const isBytes = ArrayBuffer.isView(body) || /Buffer|Stream|AsyncG/.test(Object.prototype.toString.call(body));
  const known = type ?? (isBytes ? "application/octet-stream" : undefined);
  return known === undefined ? {} : { "content-type": known };
}

function readerOf<F extends keyof ContentFormats>(format: keyof ContentFormats): Read<Download<ContentFormats[F]>> {
  return async (response) => {
    const { headers } = response;
    const length = headers.get("content-length");
    return {
      body: (await bodyOf(response as FullResponse, format)) as ContentFormats[F],
      type: headers.get("content-type") ?? undefined,
      etag: headers.get("etag") ?? undefined,
      length: length === null ? undefined : Number(length),
    };
  };
}

/** Gives the content of a stream in a format. */
export const contentReader = readerOf;

async function bodyOf(response: FullResponse, format: keyof ContentFormats): Promise<unknown> {
  switch (format) {
    case "stream":
      return response.body ?? new host.Response("").body;
    case "blob":
      return response.blob();
    case "bytes":
      return new Uint8Array(await response.arrayBuffer());
    case "text":
      return response.text();
  }
}

async function storedIn(response: FetchResponse): Promise<Stored> {
  return { etag: response.headers.get("etag") ?? undefined, value: await json(response) };
}
