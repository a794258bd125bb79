import type { Recorded } from "./recording-server.js";

/** What two requests have to have in common. */
export interface NormalRequest {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** Decoded options, by name. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** JSON as a value, text as it is, other bytes in hexadecimal. */
  readonly body: unknown;
}

/** Headers of HTTP itself, and of the fetch of Node. */
const transport = [
  "host",
  "connection",
  "user-agent",
  "accept-encoding",
  "accept-language",
  "sec-fetch-mode",
  "content-length",
  "transfer-encoding",
];

/** Headers that differ in every request, see the table in the documentation. */
export const always = ["accept", "sdkversion", "client-request-id"];

export function normalRequest({ method, url, headers, body }: Recorded): NormalRequest {
  const { pathname, searchParams } = new URL(url, "http://service.example");
  const shown = Object.entries(headers).filter(([name]) => ![...transport, ...always].includes(name));
  return {
    method,
    path: decodeURIComponent(pathname),
    query: Object.fromEntries([...searchParams].sort()),
    headers: Object.fromEntries(shown.sort()),
    body: bodyOf(body, headers["content-type"] ?? ""),
  };
}

function bodyOf(body: Buffer, type: string): unknown {
  if (body.length === 0) return undefined;
  if (type.startsWith("application/json")) return JSON.parse(body.toString());
  return type.startsWith("text/") ? body.toString() : body.toString("hex");
}
