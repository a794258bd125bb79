import {
  contentReader,
  streamPath,
  typeHeader,
  type ContentFormats,
  type ContentRequests,
  type Described,
  type Download,
  type PutContentOptions,
  type Read,
  type ReadContentOptions,
  type Stored,
} from "../../functions/content.js";
import { pendingRequest, type ODataRequest } from "../../http/client-request.js";
import type { Of } from "../../http/entity.js";
import { redirected } from "../../functions/fetch/redirects.js";
import { callOf, json, perform, type Call, type RequestOptions } from "../../http/http.js";
import { root, type Place } from "../../http/place.js";
import type { Content } from "../../http/platform.js";
import { TARGET, type Addressed } from "../../http/target.js";
import type { SendRequest } from "../../http/verbs.js";
import type { ConnectionV2 } from "../http/connection.js";
import { pathV2 } from "../http/query-string.js";
import { ownAddress, unwrappedV2 } from "../json/reply.js";
import { connectionOfNode } from "./links.js";

/** Options for creating a media entity. */
export interface CreateContentOptions extends RequestOptions {
  /** The media type; by default that of the Blob, `text/plain` of text, `application/octet-stream` of bytes. */
  readonly type?: string | undefined;
  /** A name for the new entity, such as that of the file (header `Slug`, RFC 5023 §9.7). */
  readonly slug?: string | undefined;
}

/** The request that creates a media entity. */
export interface ContentCollection<T> {
  /** Creates an entity with the stream (POST); its properties are changed afterwards. */
  create(body: Content | AsyncIterable<Uint8Array>, options?: CreateContentOptions): ODataRequest<T>;
}

/**
 * The streams of a collection of media entities, the stream of one of them (`$value`, RFC 5023 §9.6), or a
 * named stream of OData 3.0. No request is sent.
 */
export function content<D>(node: Addressed<D, "collection">): ContentCollection<Of<D, "read">>;
export function content(node: Addressed<unknown, "item" | "stream" | "value">): ContentRequests;
export function content(
  node: Addressed<unknown, "collection" | "item" | "stream" | "value">,
): ContentRequests & ContentCollection<unknown> {
  const { place } = node[TARGET];
  const connection = connectionOfNode(node);
  const send = <T>(described: Described, read: Read<T>): ODataRequest<T> =>
    streamRequest(connection, place, described, read);
  const valueIn = readerOfValue(connection, place);
  const write = (method: string, body: unknown, { type, ...options }: PutContentOptions) => ({
    method,
    body,
    ...options,
    headers: { ...typeHeader(body, type), ...options.headers },
  });
  return {
    get: <F extends keyof ContentFormats = "stream">(format?: F, options: ReadContentOptions = {}) =>
      send(
        { method: "GET", ...options, headers: { accept: "*/*", ...options.headers } },
        contentReader<F>(format ?? "stream"),
      ),
    put: (body, options = {}) =>
      send(write("PUT", body, options), async (response): Promise<Stored> => ({
        etag: response.headers.get("etag") ?? undefined,
        value: await valueIn(response, ""),
      })),
    delete: (options) => send({ method: "DELETE", ...options }, async () => undefined),
    create: (body, { slug, ...options } = {}) => {
      const { method, headers, ...rest } = write("POST", body, options);
      const named = { ...(slug !== undefined && { slug: slugText(slug) }), ...headers };
      const { path } = place;
      return pendingRequest(
        callOf(connection, { method, path, options: { ...rest, headers: named }, body, read: valueIn }),
      );
    },
  };
}

/**
 * Reads the stream of an entity as it was read, by its `@odata.mediaReadLink`; with `name`, one of its named streams
 * (OData 3.0). Redirects are followed, to other hosts without the token. Throws a TypeError for an entity without the
 * link, and `outsideService` where it leads out of the service.
 */
export function download<F extends keyof ContentFormats = "stream">(
  client: { readonly request: SendRequest },
  entity: object,
  format?: F,
  { name = "", ...options }: ReadContentOptions & { readonly name?: string } = {},
): ODataRequest<Download<ContentFormats[F]>> {
  const link = (entity as Readonly<Record<string, unknown>>)[`${name}@odata.mediaReadLink`];
  if (typeof link !== "string") throw new TypeError(`The entity has no ${name}@odata.mediaReadLink.`);
  // Every path of a client has it, its root included.
  const { connection, at } = (client as unknown as Addressed<unknown, "stream">)[TARGET];
  const path = ownAddress(link, `${connection.base}/`, connection.base);
  // The node of the link, which is no entity with a stream beside it.
  const node = at({ ...root, path, name: "$value" }) as Addressed<unknown, "stream">;
  return content(node).get(format, options);
}

function streamRequest<T>(
  connection: ConnectionV2,
  place: Place,
  { method, body, ...options }: Described,
  read: Read<T>,
): ODataRequest<T> {
  const path = pathV2({ ...place, path: streamPath(place, connection.facts.media) }, options);
  const call = callOf(connection, { method, path, options, body, read });
  if (method === "GET") call.send = (sent) => perform(redirected(sent));
  // The result is what `read` gives.
  return pendingRequest(call) as unknown as ODataRequest<T>;
}

function readerOfValue(connection: ConnectionV2, place: Place): Call["read"] {
  return async (response, url) => unwrappedV2(connection, await json(response, url), url, place);
}

/** What a header cannot have is percent-encoded as UTF-8. */
function slugText(slug: string): string {
  return slug.replace(/[^ -~]|%/gu, encodeURIComponent);
}
