/**
 * An AbortSignal. This file declares the parts of the platform that the client uses, so that projects need neither the
 * types of the DOM nor those of Node. Where those exist, `Signal` and `HttpResponse` are theirs.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : { readonly aborted: boolean };

/** A Response of the platform. */
export type HttpResponse = typeof globalThis extends { Response: { prototype: infer R } } ? R : FetchResponse;

/** The init object that the client passes to `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  redirect: "manual";
  body?: string | Uint8Array<ArrayBuffer>;
  signal?: Signal;
}

/** The part of a Response that the client reads. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** The part of the standard `fetch` that the client uses. Every standard `fetch` can be assigned to it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** The part of a URL object that the client reads. */
export interface Url {
  readonly href: string;
  readonly origin: string;
}

interface Platform {
  readonly fetch: Fetch;
  readonly URL: new (url: string, base?: string) => Url;
}

// Both exist on every supported platform, but their declarations may be missing from the project.
const platform = globalThis as unknown as Platform;

/** Looked up at each use, so that tests can replace the global `fetch`. */
export const globalFetch: Fetch = (url, init) => platform.fetch(url, init);

/** Parses a URL, relative to another one if that is given. Throws a TypeError for what is none. */
export function parsedUrl(url: string, base?: string): Url {
  return new platform.URL(url, base);
}
