import { CALL, type ODataRequest } from "../../http/client-request.js";
import { linkOf } from "../../http/connection.js";
import { failedOf, failure, retryAfterOf } from "../../http/error.js";
import { callOf, perform, type Call } from "../../http/http.js";
import { parsedUrl, type FetchResponse, type Signal } from "../../http/platform.js";
import { answered } from "../shared/answered.js";
import { binaryOf } from "../shared/bytes.js";
import { httpResponse } from "../shared/http-message.js";
import { pause, responseOf, type FullResponse } from "../shared/platform.js";

/** What the monitor of an operation answers; which properties it has, the service decides. */
export interface OperationState {
  readonly status?: string;
  readonly percentageComplete?: number;
  readonly error?: { readonly code?: string; readonly message?: string } | null;
  readonly resourceLocation?: string | null;
  readonly targetResourceLocation?: string | null;
  readonly [property: string]: unknown;
}

/** Options of {@link poll}. */
export interface PollOptions {
  /** Milliseconds between two requests, where the service gives no `Retry-After`; 2,000 by default. */
  readonly interval?: number | undefined;
  /** Ends the wait. The operation goes on. */
  readonly signal?: Signal | undefined;
  /** Gets each state, the last one included. */
  readonly onProgress?: ((state: OperationState) => void) | undefined;
}

/**
 * Waits until an operation is done that the service only accepts at first (202), and gives its result: what the monitor
 * answers in the end (OData Protocol 4.01 §11.6), or the resource that it leads to; undefined where it names none. The
 * monitor is the header `Operation-Location`, `Azure-AsyncOperation` or `Location`; on another origin it gets no token.
 * Rejects with an ODataError when the operation fails. Other responses are the result as they are.
 */
export function poll<T>(request: ODataRequest<T>, options: PollOptions = {}): ODataRequest<T | undefined> {
  const call = request[CALL];
  const { send } = call;
  call.send = async (sent) => {
    const first = await send(sent);
    const monitor = first.status === 202 ? monitorIn(first) : null;
    return monitor === null ? first : done(sent, first, locationOf(sent, monitor), options);
  };
  return request;
}

function monitorIn({ headers }: FetchResponse): string | null {
  return headers.get("operation-location") ?? headers.get("azure-asyncoperation") ?? headers.get("location");
}

async function done(call: Call, first: FetchResponse, start: string, options: PollOptions): Promise<FetchResponse> {
  const { interval = 2000, signal = call.signal, onProgress } = options;
  let monitor = start;
  for (let last = first; ;) {
    const seconds = retryAfterOf(last.headers);
    await pause(seconds === undefined ? interval : seconds * 1000, signal);
    last = await visit(call, monitor, signal);
    const moved = last.headers.get("location");
    if (last.status === 303 && moved !== null) return visit(call, locationOf(call, moved), signal);
    if (isResult(last)) return answered(call, await resultIn(last));
    const text = await last.text();
    const state = stateIn(text);
    if (state !== undefined) onProgress?.(state);
    if (state !== undefined && FAILED.test(state.status ?? "")) throw failureIn(state, call);
    if (last.status === 202 || RUNNING.test(state?.status ?? "")) {
      if (last.status === 202 && moved !== null) monitor = locationOf(call, moved);
      continue;
    }
    if (state === undefined || !DONE.test(state.status ?? "")) return responseOf(last.status, typeHeaderOf(last), text);
    const result = resourceOf(state, call, first);
    return result === undefined ? responseOf(204, {}, "") : visit(call, locationOf(call, result), signal);
  }
}

const RUNNING = /^(notStarted|running|inProgress|waiting|updating|pending|queued|accepted|deletePending)$/i;
const DONE = /^(succeeded|completed)$/i;
const FAILED = /^(\w*failed|cancell?ed|aborted)$/i;

/** Whether a response is that of the operation (OData Protocol 4.01 §11.6: header `AsyncResult`, or wrapped). */
function isResult({ headers }: FetchResponse): boolean {
  return headers.get("asyncresult") !== null || isWrapped(headers.get("content-type"));
}

function isWrapped(type: string | null): boolean {
  return /^application\/http\b/i.test(type ?? "");
}

async function resultIn(response: FetchResponse): Promise<FetchResponse> {
  const { headers } = response;
  if (isWrapped(headers.get("content-type"))) {
    // Responses of every platform have all ways to read them.
    return httpResponse(binaryOf(await (response as FullResponse).arrayBuffer()));
  }
  return responseOf(Number(headers.get("asyncresult")), typeHeaderOf(response), await response.text());
}

function typeHeaderOf({ headers }: FetchResponse): Record<string, string> {
  return { "content-type": headers.get("content-type") ?? "" };
}

function stateIn(text: string): OperationState | undefined {
  try {
    return Object(JSON.parse(text)) as OperationState;
  } catch {
    return undefined;
  }
}

function failureIn({ status, error }: OperationState, call: Call): Error {
  return failure(
    error?.code ?? "operationFailed",
    error?.message ?? `The operation ended with "${status}".`,
    failedOf(call),
  );
}

/** Where the result is: as the monitor says, or by the rules of Azure at `Location` or at the resource itself. */
function resourceOf(state: OperationState, call: Call, { headers }: FetchResponse): string | undefined {
  const named = state.resourceLocation ?? state.targetResourceLocation;
  const location = headers.get("location");
  if (named != null) return named;
  if (location !== null && location !== monitorIn({ headers } as FetchResponse)) return location;
  return call.method === "PUT" || call.method === "PATCH" ? call.url : undefined;
}

/** Microsoft Graph gives paths below the service root that start with a slash. */
function locationOf({ connection: { base }, url }: Call, location: string): string {
  const root = base.slice(parsedUrl(base).origin.length);
  const isBelow = /^\/(?!\/)/.test(location) && !`${location}/`.startsWith(`${root}/`);
  return isBelow ? base + location : linkOf(location, url, "");
}

/** Reads what an operation leads to. Only the service itself gets the token and the headers of the client. */
function visit(call: Call, url: string, signal: Signal | undefined): Promise<FetchResponse> {
  const { connection } = call;
  const [own, other] = [parsedUrl(connection.base), parsedUrl(url)];
  const isForeign = other.origin !== own.origin;
  if (isForeign && own.protocol === "https:" && other.protocol !== "https:") {
    throw failure("foreignLink", `The operation leads to ${other.origin}.`);
  }
  const plain = callOf(connection, { method: "GET", path: "", options: { signal }, read: call.read });
  const at = { ...plain, url, accepts: [303] };
  if (!isForeign) return perform(at);
  const anonymous = { ...connection, token: async () => undefined };
  return perform({ ...at, connection: anonymous, headers: { accept: "application/json" } });
}
