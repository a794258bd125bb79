import type { Header, Method } from "../../edm/requests.js";
import { lineAt } from "../tables/table-rows.js";
import { requestLineOf } from "./request-lines.js";
import type { Code, Slice } from "../page.js";

/** The request or response in a code block of an example. */
export type HttpMessage = HttpRequest | HttpResponse;

interface Message {
  readonly at: number;
  readonly headers: readonly Header[];
  readonly body?: Slice;
}

export interface HttpRequest extends Message {
  readonly kind: "request";
  readonly method: Method;
  readonly url: string;
}

export interface HttpResponse extends Message {
  readonly kind: "response";
  readonly status: number;
}

const STATUS_LINE = /^HTTP\/[\d.]+\s+(\d{3})\b/;
const HEADER_LINE = /^([A-Za-z][\w-]*):\s*(.*)$/;

/** Reads a message; undefined when the block starts neither with a request line nor with a status line. */
export function readHttpMessage(code: Code): HttpMessage | undefined {
  const start = /^\s*/.exec(code.text)?.[0].length ?? 0;
  const first = lineAt(code.text, start, code.text.length);
  const status = STATUS_LINE.exec(first.text);
  const request = status === null ? requestLineOf(first.text) : undefined;
  if (status === null && request === undefined) return undefined;
  const at = code.at + start;
  const rest = readRest(code, start + first.text.length + 1);
  const { headers } = rest;
  const body = rest.body === undefined ? {} : { body: rest.body };
  if (request !== undefined) {
    return { kind: "request", at, method: request.method, url: request.target + rest.moreUrl, headers, ...body };
  }
  return { kind: "response", at, status: Number(status?.[1]), headers, ...body };
}

interface Rest {
  readonly headers: readonly Header[];
  readonly moreUrl: string;
  readonly body?: Slice;
}

/**
 * Reads headers and body. Blank lines do not separate them reliably, so the body starts at the first line that does
 * not look like a header. Lines that start with `?` or `&` continue the URL.
 */
function readRest({ text, at }: Code, start: number): Rest {
  const headers: Header[] = [];
  let moreUrl = "";
  for (let offset = start; offset < text.length;) {
    const line = lineAt(text, offset, text.length);
    const written = line.text.trim();
    const header = HEADER_LINE.exec(written);
    if (header !== null) headers.push({ name: header[1] ?? "", value: (header[2] ?? "").trim() });
    else if (headers.length === 0 && /^[?&]/.test(written)) moreUrl += written;
    else if (written !== "") {
      const bodyAt = offset + line.text.length - line.text.trimStart().length;
      return { headers, moreUrl, body: { text: text.slice(bodyAt).trimEnd(), at: at + bodyAt } };
    }
    offset += line.text.length + 1;
  }
  return { headers, moreUrl };
}
