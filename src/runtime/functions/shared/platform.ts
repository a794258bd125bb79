/** The parts of the platform that functions use beside those of the core; see `http/platform.ts`. */
import type { Content, FetchResponse, HttpResponse, Signal } from "../../http/platform.js";

/** The bytes of a response as they arrive: a ReadableStream of the platform. */
export type ByteStream = HttpResponse extends { readonly body: infer S } ? NonNullable<S> : AsyncIterable<Uint8Array>;

/** A Blob of the platform. */
export type BlobContent = HttpResponse extends { blob(): Promise<infer B> } ? B : PlainBlob;

/** The part of a Blob that functions use. */
interface PlainBlob {
  readonly size: number;
  readonly type: string;
  slice(from: number, end: number): PlainBlob;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A Response with all ways to read its body. Those of every platform have them. */
export interface FullResponse extends FetchResponse {
  readonly body: ByteStream | null;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<BlobContent>;
}

/** A signal with its events. */
interface LiveSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(event: "abort", listener: () => void): void;
  removeEventListener(event: "abort", listener: () => void): void;
}

interface ResponseInit {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

interface FunctionPlatform {
  readonly AbortController: new () => { readonly signal: Signal; abort(reason: unknown): void };
  readonly AbortSignal: { any(signals: readonly Signal[]): Signal };
  readonly Blob: new (parts: readonly Content[]) => BlobContent;
  readonly Response: new (body: Content | null, init?: ResponseInit) => FullResponse;
  setTimeout(action: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  btoa(binary: string): string;
  atob(base64: string): string;
}

// They exist on every supported platform, but their declarations may be missing from the project.
export const host = globalThis as unknown as FunctionPlatform;

/** Statuses whose responses have no body (Fetch Standard, null body status). */
const WITHOUT_BODY = /* @__PURE__ */ new Set([204, 205, 304]);

/** A response that did not come by itself: a part of a batch, for instance. */
export function responseOf(status: number, headers: Readonly<Record<string, string>>, body: Content): FetchResponse {
  return new host.Response(WITHOUT_BODY.has(status) ? null : body, { status, headers });
}

/** Whether a body can be read only once. */
export function isStream(body: Content | undefined): boolean {
  return Object.prototype.toString.call(body) === "[object ReadableStream]";
}

/** Whether a signal is aborted. */
export function isAborted(signal: Signal | undefined): boolean {
  return (signal as LiveSignal | undefined)?.aborted === true;
}

/** The reason of a signal that is aborted. */
export function reasonOf(signal: Signal | undefined): unknown {
  return (signal as LiveSignal | undefined)?.reason;
}

/** Calls back when the signal is aborted, also when it is already; the result stops that. */
export function onAbort(signal: Signal | undefined, action: (reason: unknown) => void): () => void {
  const live = signal as LiveSignal | undefined;
  const listener = (): void => action(live?.reason);
  if (live?.aborted) listener();
  else live?.addEventListener("abort", listener);
  return () => live?.removeEventListener("abort", listener);
}

/** Waits. Rejects with the reason of the signal as soon as that is aborted. */
export async function pause(milliseconds: number, signal: Signal | undefined): Promise<void> {
  let stop = (): void => undefined;
  let timer: unknown;
  const waited = new Promise<void>((resolve, reject) => {
    timer = host.setTimeout(resolve, milliseconds);
    stop = onAbort(signal, reject);
  });
  await waited.finally(() => {
    stop();
    host.clearTimeout(timer);
  });
}
