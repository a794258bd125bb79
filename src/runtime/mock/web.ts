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
  readonly btoa: (binary: string) => string;
  readonly Request: new (url: string, init: object) => WebRequest;
  readonly Response: new (
    body: string | Uint8Array | null,
    init: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  ) => WebResponse;
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
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
  /** The qualified name of the type of the value or values in the body. */
  readonly type?: string;
}

export async function incomingOf(input: unknown, init: WebInit | undefined): Promise<Incoming> {
  return plainIncoming(input, init) ?? incomingIn(requestOf(input, init));
}

/** Of a URL with plain headers and text, without an object of the platform, which takes most of the time. */
function plainIncoming(input: unknown, { method = "GET", headers = {}, body }: WebInit = {}): Incoming | undefined {
  if (typeof input !== "string" || Object.prototype.toString.call(headers) !== "[object Object]") return undefined;
  if (body !== undefined && body !== null && typeof body !== "string") return undefined;
  // An object, as the line above makes sure.
  const entries = Object.entries(headers as object).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  const type = typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {};
  const bytes = new web.TextEncoder().encode(body ?? "");
  return {
    method: method.toUpperCase(),
    url: hrefOf(input),
    headers: { ...type, ...Object.fromEntries(entries) },
    bytes,
  };
}

async function incomingIn(request: WebRequest): Promise<Incoming> {
  const { method, url, headers } = request;
  const fields: Record<string, string> = {};
  headers.forEach((value, name) => {
    fields[name.toLowerCase()] = value;
  });
  return { method, url, headers: fields, bytes: new Uint8Array(await request.arrayBuffer()) };
}

function requestOf(input: unknown, init: WebInit | undefined): WebRequest {
  const isRequest = typeof input === "object" && input !== null && "headers" in input;
  // A request of the platform, whose class may be one of several.
  if (isRequest && init === undefined) return input as WebRequest;
  const url = typeof input === "object" && input !== null && "url" in input ? input.url : input;
  const { method, headers, body } = init ?? {};
  return new web.Request(String(url), { method, headers, body, ...(body !== undefined && { duplex: "half" }) });
}

/** Statuses whose responses have no body (Fetch Standard, null body status). */
const BODILESS = /* @__PURE__ */ new Set([204, 205, 304]);

export function responseFor({ status, headers = {}, body }: Answer): WebResponse {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const content = body === undefined || BODILESS.has(status) ? null : isRaw ? body : JSON.stringify(body);
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

/** The base64 of bytes that are given as characters. */
export function base64OfBinary(binary: string): string {
  return web.btoa(binary);
}

/** Bytes as text with one character for each. */
export function binaryOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function bytesOfBinary(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The UTF-8 of a text. */
export function bytesOfUtf8(text: string): Uint8Array {
  return new web.TextEncoder().encode(text);
}
