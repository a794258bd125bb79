/**
 * What the client needs of the platform it runs on, described by structure: a project needs neither the DOM's types nor
 * Node's. Where it has them, an abort signal and a response are theirs.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : { readonly aborted: boolean };

export type HttpResponse = typeof globalThis extends { Response: { prototype: infer R } } ? R : FetchResponse;

export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  redirect: "manual";
  body?: string | Uint8Array<ArrayBuffer>;
  signal?: Signal;
}

export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** The part of the standard `fetch` that is used; any `fetch` fits. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface Url {
  readonly href: string;
  readonly origin: string;
}

interface Platform {
  readonly fetch: Fetch;
  readonly URL: new (url: string, base?: string) => Url;
}

/** The platform's own. Looked up at each use, so that a test can put another `fetch` in its place. */
export function platform(): Platform {
  // Both exist wherever this runs; their declarations may not.
  return globalThis as unknown as Platform;
}
