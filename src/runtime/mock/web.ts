/**
 * The parts of the platform that the mock uses. It declares them, so that projects need neither the types of the DOM nor
 * those of Node.
 */

/** A Response of the platform. */
export type WebResponse = typeof globalThis extends { Response: { prototype: infer R } }
  ? R
  : { readonly ok: boolean; readonly status: number; readonly headers: WebHeaders; text(): Promise<string> };

interface WebHeaders {
  get(name: string): string | null;
  forEach(action: (value: string, name: string) => void): void;
}

/** The part of a Request that the mock reads. */
export interface WebRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: WebHeaders;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The part of the second argument of `fetch` that the mock reads. */
export interface WebInit {
  readonly method?: string;
  readonly headers?: unknown;
  readonly body?: unknown;
}

interface Web {
  readonly Request: new (url: string, init: object) => WebRequest;
  readonly Response: new (
    body: string | Uint8Array | null,
    init: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  ) => WebResponse;
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
  readonly URL: new (url: string, base?: string) => { readonly href: string; readonly origin: string };
}

// They exist on every supported platform, but their declarations may be missing from the project.
const web = globalThis as unknown as Web;

/** A request as the handler reads it. */
export interface Incoming {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** What the handler answers: an object as JSON; text and bytes as they are. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export async function incomingOf(input: unknown, init: WebInit | undefined): Promise<Incoming> {
  const isRequest = typeof input === "object" && input !== null && "headers" in input;
  // A request of the platform, whose class may be one of several.
  const request = isRequest && init === undefined ? (input as WebRequest) : requestOf(input, init);
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value;
  });
  return { method: request.method, url: request.url, headers, bytes: new Uint8Array(await request.arrayBuffer()) };
}

function requestOf(input: unknown, init: WebInit = {}): WebRequest {
  const { method, headers, body } = init;
  const url = typeof input === "object" && input !== null && "url" in input ? input.url : input;
  return new web.Request(String(url), { method, headers, body, ...(body !== undefined && { duplex: "half" }) });
}

/** Statuses whose responses have no body (Fetch Standard, null body status). */
const BODILESS: readonly number[] = [204, 205, 304];

export function responseFor({ status, headers = {}, body }: Answer): WebResponse {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const content = body === undefined || BODILESS.includes(status) ? null : isRaw ? body : JSON.stringify(body);
  const type = content === null || isRaw ? {} : { "content-type": "application/json" };
  return new web.Response(content, { status, headers: { ...type, ...headers } });
}

export function textIn(bytes: Uint8Array): string {
  return new web.TextDecoder().decode(bytes);
}

/** Throws a TypeError for what is no URL. */
export function hrefOf(url: string, base?: string): string {
  return new web.URL(url, base).href;
}
