/**
 * An AbortSignal. This file declares the parts of the platform that the client uses, so that projects need neither the
 * types of the DOM nor those of Node. Where those exist, `Signal`, `Content` and `HttpResponse` are theirs.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : { readonly aborted: boolean };

/** A Response of the platform. */
export type HttpResponse = typeof globalThis extends { Response: { prototype: infer R } } ? R : FetchResponse;

/** A body that `fetch` takes: text, bytes, a Blob, a stream, FormData or URLSearchParams. */
export type Content = typeof globalThis extends { Response: new (body?: infer B, ...rest: never[]) => unknown }
  ? NonNullable<B>
  : string | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

/** The init object that the client passes to `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  redirect: "manual" | "follow";
  body?: Content;
  /** Required by `fetch` for bodies that are streams. */
  duplex?: "half";
  signal?: Signal;
}

/** The part of a Headers object that the client reads. */
export interface FetchHeaders {
  get(name: string): string | null;
}

/** The part of a Response that the client reads. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: FetchHeaders;
  text(): Promise<string>;
}

/** The part of the standard `fetch` that the client uses. Every standard `fetch` can be assigned to it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** The part of a URL object that the client reads. */
export interface Url {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
}

interface Platform {
  readonly fetch: Fetch;
  readonly URL: new (url: string, base?: string) => Url;
  /** Of browsers: the address of the page. */
  readonly location?: { readonly href: string };
  readonly ReadableStream: { from(body: AsyncIterable<unknown>): Content };
}

// They exist on every supported platform, but their declarations may be missing from the project.
const platform = globalThis as unknown as Platform;

/** Looked up at each use, so that tests can replace the global `fetch`. */
export const globalFetch: Fetch = (url, init) => platform.fetch(url, init);

/** Parses a URL, relative to another one if that is given. Throws a TypeError for what is none. */
export function parsedUrl(url: string, base?: string): Url {
  return new platform.URL(url, base);
}

/** The address of the page in a browser. */
export function pageAddress(): string | undefined {
  return platform.location?.href;
}

/** A stream of what an async iterable yields. Throws a TypeError where the platform cannot make one. */
export function streamOf(body: AsyncIterable<unknown>): Content {
  return platform.ReadableStream.from(body);
}
