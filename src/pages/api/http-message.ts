import type { Header, Method } from "../../edm/requests.js";
import { lineAt } from "../tables/table-rows.js";
import { requestLineOf } from "./request-lines.js";
import type { Code, Slice } from "../page.js";

/** A request or a response as a code block of an example shows it. */
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

/** Undefined when the block starts neither with a request line nor with a status line. */
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
 * Headers and body. Pages put a blank line before the headers or leave out the one before the body,
 * so only what a line looks like tells them apart. A URL may go on in lines of its own.
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
