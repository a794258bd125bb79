import type { FetchResponse } from "../../http/platform.js";
import { bytesOfBinary } from "./bytes.js";
import { responseOf } from "./platform.js";

/** A message of HTTP or MIME; its body has one character for each byte. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A response that is the body of another one (media type `application/http`, RFC 9112 §10.2). */
export function httpResponse(text: string): FetchResponse {
  const start = text.trimStart();
  const { headers, body } = messageOf(start.replace(/^.*\r?\n/, ""));
  const length = Number(headers["content-length"] ?? body.length);
  return responseOf(Number(/^HTTP\/\S+ (\d+)/.exec(start)?.[1]), headers, bytesOfBinary(body.slice(0, length)));
}

/** Divides a message into headers, by lower-cased name, and body. */
export function messageOf(text: string): Message {
  // Without headers, the text starts with the empty line that ends them.
  const [, head = "", body = ""] = /^((?:.+\r?\n)*)\r?\n([^]*)$/.exec(text) ?? [undefined, text];
  const lines = head.split(/\r?\n/).map((line) => /^([^:]+):[ \t]*(.*)$/.exec(line));
  const headers = lines.flatMap((line) => (line === null ? [] : [[line[1]?.toLowerCase(), line[2]]]));
  return { headers: Object.fromEntries(headers) as Record<string, string>, body };
}
