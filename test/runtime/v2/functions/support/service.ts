/** Services of OData 2.0 and 3.0, which answer as recorded. */
import { serveFaults, type Behavior, type FaultyService } from "../../../support/faults.js";
import type { ClientOptions, Facts } from "../../../../../src/runtime/client-v2.js";
import { createShop, type Shop } from "./books.js";

export interface Connected extends FaultyService {
  readonly client: Shop;
  /** What the service got: method, URL below the root, and body. */
  lines(): string[];
}

/** A service for the length of a test, and a client of it. */
export async function connected(
  behavior: Behavior,
  options: Partial<ClientOptions> = {},
  facts: Partial<Facts> = {},
): Promise<Connected> {
  const service = await serveFaults(behavior);
  const root = `${service.origin}/sap/shop`;
  return {
    ...service,
    root,
    client: createShop({ baseUrl: root, ...options }, facts),
    lines: () =>
      service.received.map(({ method, url, body }) => `${method} ${url.replace("/sap/shop", "")} ${body}`.trim()),
  };
}

/** Requests of a multipart batch: change sets are lists. */
export type Received = Inner | readonly Inner[];

export interface Inner {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The requests of a multipart batch as the service got it. Throws for one that breaks RFC 2046 or RFC 9112. */
export function batchOf({ headers, body }: { headers: object; body: string }): Received[] {
  const { "content-type": type = "" } = headers as Readonly<Record<string, string>>;
  return partsOf(type, body).map((part) => {
    const { head, rest } = divided(part);
    const inner = head["content-type"] ?? "";
    return inner.startsWith("multipart/") ? partsOf(inner, rest).map(requestIn) : requestIn(part);
  });
}

/** The requests of a change set of a batch, the first one by default. Throws where the batch has a read there. */
export function changeSetOf(request: Parameters<typeof batchOf>[0] | undefined, index = 0): readonly Inner[] {
  const set = request && batchOf(request)[index];
  if (set === undefined || !("length" in set)) throw new Error("no change set");
  return set;
}

function partsOf(type: string, text: string): string[] {
  const boundary = /^multipart\/mixed;boundary=(\S+)$/.exec(type)?.[1];
  if (boundary === undefined) throw new Error(`no boundary: ${type}`);
  if (/(^|[^\r])\n/.test(text)) throw new Error("a line does not end with CRLF");
  const [before, ...parts] = `\r\n${text}`.split(`\r\n--${boundary}`);
  const end = parts.pop();
  if (before !== "" || end !== "--\r\n") throw new Error("text outside of the parts");
  return parts.map((part) => part.replace(/^\r\n/, ""));
}

function requestIn(part: string): Inner {
  const { head, rest } = divided(part);
  if (head["content-type"] !== "application/http") throw new Error("no application/http");
  if (head["content-transfer-encoding"] !== "binary") throw new Error("no Content-Transfer-Encoding");
  const [, line = "", message = ""] = /^(\S+ \S+ HTTP\/1\.1)\r\n([^]*)$/.exec(rest) ?? [];
  const inner = divided(message);
  return { line: line.replace(" HTTP/1.1", ""), headers: inner.head, body: inner.rest };
}

function divided(text: string): { head: Record<string, string>; rest: string } {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) throw new Error("no empty line after the headers");
  const lines = text.slice(0, end).split("\r\n");
  const pairs = lines.map((line): [string, string] => {
    const [, name = "", value = ""] = /^([^:]+): (.*)$/.exec(line) ?? [];
    return [name.toLowerCase(), value];
  });
  return { head: Object.fromEntries(pairs), rest: text.slice(end + 4) };
}

/** A response within a batch, with the headers that the service writes inside and outside of it. */
export interface InnerAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** The Content-ID, which some services write inside, others outside, too. */
  readonly id?: string;
  readonly isOutside?: boolean;
}

/** A multipart response; a list is the response to a change set. */
export function multipartAnswer(...answers: readonly (InnerAnswer | readonly InnerAnswer[])[]) {
  const body = answers.map((answer) =>
    "length" in answer
      ? `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${answer.map((one) => `--c\r\n${textOf(one)}`).join("")}--c--\r\n\r\n`
      : `--b\r\n${textOf(answer)}`,
  );
  return {
    status: 202,
    headers: { "content-type": "multipart/mixed; boundary=b", dataserviceversion: "2.0" },
    body: `${body.join("")}--b--\r\n`,
  };
}

function textOf({ status, body, id, isOutside }: InnerAnswer): string {
  const content = body === undefined ? "" : JSON.stringify(body);
  return [
    "Content-Type: application/http",
    `Content-Length: ${content.length + 90}`,
    "content-transfer-encoding: binary",
    ...(isOutside ? [`content-id: ${id}`] : []),
    "",
    `HTTP/1.1 ${status} Text`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(content)}`,
    ...(id === undefined ? [] : [`content-id: ${id}`]),
    "dataserviceversion: 2.0",
    "",
    content,
    "",
  ].join("\r\n");
}
