import { linkOf, type Connection } from "../../http/connection.js";
import { failure, ODataError } from "../../http/error.js";
import { json, perform } from "../../http/http.js";
import { globalFetch, type Content, type Fetch, type FetchResponse, type Signal } from "../../http/platform.js";
import { pause, type BlobContent } from "../shared/platform.js";

/** An upload session, as Microsoft Graph makes it. */
export interface UploadSessionLike {
  readonly uploadUrl?: string | null;
  /** Ranges such as `0-` or `26-51`; absent in a new session. */
  readonly nextExpectedRanges?: readonly string[] | null;
}

/** Options of {@link upload}. */
export interface UploadOptions {
  /** Bytes in a request; 3,276,800 by default. OneDrive takes multiples of 327,680 only, less than 60 MiB. */
  readonly chunkSize?: number | undefined;
  /** Gets the number of bytes that the service has, after each request. */
  readonly onProgress?: ((progress: { readonly sent: number; readonly total: number }) => void) | undefined;
  /** Whether to ask the session first what it has already: it was begun before. */
  readonly resume?: boolean | undefined;
  /** How many failures in a row are repaired; 5 by default. */
  readonly times?: number | undefined;
  /** Milliseconds before the first repetition; 500 by default. Each further one waits twice as long. */
  readonly delay?: number | undefined;
  /** Ends the upload. The session stays, and can be resumed. */
  readonly signal?: Signal | undefined;
  /** Replaces the global `fetch`. It must not add a token: hosts of uploads refuse requests with one. */
  readonly fetch?: Fetch | undefined;
}

/** The response to the last bytes. */
export interface Uploaded<T> {
  readonly status: number;
  /** The file or attachment; undefined where the response has no content. */
  readonly value: T | undefined;
  /** The absolute URL of what was created, where the service gives it. */
  readonly location: string | undefined;
}

/**
 * Uploads bytes in ranges to an upload session: its URL, the session, or the request that makes it. Never sends the
 * token. After a failure it asks the session which bytes are missing, and goes on with them. Rejects with an ODataError
 * when the session is gone, or when there are too many failures in a row.
 */
export async function upload<T = unknown>(
  session: string | UploadSessionLike | PromiseLike<UploadSessionLike | null | undefined>,
  body: BlobContent | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
  options: UploadOptions = {},
): Promise<Uploaded<T>> {
  const { times = 5, delay = 500, signal, resume = false } = options;
  const begun = (await session) ?? {};
  const send = sender(begun, options);
  const next = stepOf<T>(sourceOf(body), send, begun, options);
  let range = resume ? undefined : rangeIn(begun);
  for (let failures = 0; ;) {
    try {
      const step = await next(range ?? (await missingRange(send)));
      if ("status" in step) return step;
      [range, failures] = [step, 0];
    } catch (error) {
      if (!isPassing(error) || ++failures > times) throw error;
      range = undefined;
      const { retryAfter = (delay / 1000) * 2 ** (failures - 1) * (1 - Math.random() / 2) } = error;
      await pause(retryAfter * 1000, signal);
    }
  }
}

/** Sends the first bytes of a range; gives the range that is missing then, or the response to the last bytes. */
function stepOf<T>(
  { size, part }: Source,
  send: Send,
  session: string | UploadSessionLike,
  { chunkSize = CHUNK, onProgress }: UploadOptions,
): (range: Range) => Promise<Range | Uploaded<T>> {
  if (!(chunkSize >= 1)) throw new TypeError("chunkSize is less than a byte.");
  return async ({ from, to }) => {
    if (from >= size) return { status: 200, value: undefined, location: undefined };
    const end = Math.min(from + chunkSize, to, size);
    const response = await send("PUT", part(from, end), `bytes ${from}-${end - 1}/${size}`);
    const state = await json(response).catch(cutOff);
    const next = rangeIn(response.status === 201 ? undefined : state, end);
    onProgress?.({ sent: Math.min(next.from, size), total: size });
    if (next.from >= size) return uploaded<T>(response, state, session);
    if (next.from <= from) throw failure("network", "The session does not take the bytes.");
    return next;
  };
}

/** Ten times 320 KiB: less than the 4 MB that Outlook takes at once. */
const CHUNK = 10 * 327_680;

/** Missing bytes: from the first one to that before `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

type Send = (method: "GET" | "PUT", body?: Content, contentRange?: string) => Promise<FetchResponse>;

function urlOf(session: string | UploadSessionLike): string {
  const url = typeof session === "string" ? session : session.uploadUrl;
  if (!url) throw new TypeError("The session has no uploadUrl.");
  return url;
}

/** Sends requests to a session: without token, and without the headers of the client. */
function sender(session: string | UploadSessionLike, { fetch = globalFetch, signal }: UploadOptions): Send {
  const url = urlOf(session);
  const connection: Connection = {
    base: url,
    facts: {},
    fetch,
    headers: {},
    encode: () => ({ headers: {} }),
    token: async () => undefined,
  };
  const read = async (): Promise<void> => undefined;
  return (method, body, contentRange) => {
    const range: Record<string, string> = contentRange === undefined ? {} : { "content-range": contentRange };
    const headers = { accept: "application/json", ...range };
    return perform({ connection, method, url, headers, body, signal, send: perform, read });
  };
}

interface Source {
  readonly size: number;
  /** The bytes from one to that before another. */
  part(from: number, end: number): Content;
}

function sourceOf(body: BlobContent | ArrayBuffer | ArrayBufferView<ArrayBuffer>): Source {
  const source = bytesOf(body);
  const size = "byteLength" in source ? source.byteLength : source.size;
  if (size === 0) throw new TypeError("A session takes no empty file.");
  return { size, part: (from, end) => source.slice(from, end) as Content };
}

/** Parts of bytes are views, parts of a Blob are read when they are sent. */
function bytesOf(
  body: BlobContent | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
): BlobContent | Uint8Array<ArrayBuffer> {
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return body;
}

async function missingRange(send: Send): Promise<Range> {
  return rangeIn(await json(await send("GET")).catch(cutOff), Infinity);
}

/** The connection may drop within a response, too. */
function cutOff(cause: unknown): never {
  throw ODataError.is(cause) ? cause : failure("network", "The response was cut off.", { cause });
}

/** The first range that a session misses; what it says nothing of starts at `fallback`. */
function rangeIn(session: unknown, fallback = 0): Range {
  const { nextExpectedRanges: ranges, NextExpectedRanges: short = ranges } = Object(session) as {
    readonly nextExpectedRanges?: readonly string[] | string;
    readonly NextExpectedRanges?: readonly string[] | string;
  };
  const [first] = [short ?? []].flat();
  if (first === undefined) return { from: fallback, to: Infinity };
  const [from, to] = first.split("-");
  return { from: Number(from), to: to ? Number(to) + 1 : Infinity };
}

function uploaded<T>(
  { status, headers }: FetchResponse,
  value: unknown,
  session: string | UploadSessionLike,
): Uploaded<T> {
  const location = headers.get("location");
  // What the service answers is not checked, as with other requests.
  return {
    status,
    value: value as T | undefined,
    location: location === null ? undefined : linkOf(location, urlOf(session), ""),
  };
}

/** Whether to ask what is missing, and go on: not when the session is gone, or the file is refused. */
function isPassing(error: unknown): error is ODataError {
  if (!ODataError.is(error)) return false;
  const { status, code } = error;
  return ["network", "timeout"].includes(code) || [408, 416, 429].includes(status) || (status >= 500 && status !== 507);
}
