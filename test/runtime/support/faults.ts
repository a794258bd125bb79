/** A service that fails as real ones do, and the protocols of Microsoft Graph that take several requests. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import { hasGrammar } from "../../support/abnf/odata-grammar.js";
import { OdataUrls, type ServiceNames } from "../../support/abnf/odata-url.js";
import type { Answer, Received, Service } from "./service.js";

export interface ReceivedBytes extends Received {
  readonly bytes: Buffer;
}

export interface FaultyAnswer extends Answer {
  /** Bytes instead of a body. */
  readonly bytes?: Uint8Array;
  /** Milliseconds before the answer begins. */
  readonly delay?: number;
  /** Where the connection is cut: before the answer begins, or within its body. */
  readonly cut?: "before" | "within";
}

export type Behavior = (request: ReceivedBytes) => FaultyAnswer | Promise<FaultyAnswer>;

export interface FaultyService extends Service {
  readonly origin: string;
  readonly received: ReceivedBytes[];
}

/** The names in the URLs of the library. */
const names: ServiceNames = {
  entitySetName: ["users", "groups", "files", "sites"],
  singletonEntity: ["me"],
  entityNavigationProperty: ["manager", "drive", "root", "portrait", "photo", "then"],
  entityColNavigationProperty: ["members", "items", "children", "messages", "memberOf"],
  primitiveKeyProperty: ["id"],
  primitiveNonKeyProperty: ["displayName", "mail", "name", "size", "subject"],
  streamProperty: ["content"],
  action: ["createUploadSession", "copy"],
  entityColFunction: ["delta"],
  primitiveFunctionImport: ["usageReport"],
  parameterName: ["period"],
};

/** Links that the services of the tests make up: monitors of operations, next pages, and entities of other types. */
const LINK = /skiptoken|\/(?:monitors|operations|teams|more|m|files\/9)(?:\/|\(|\?|$)/;

/** Starts an HTTP service for the length of a test, which fails if a URL below its root is not one of OData. */
export async function serveFaults(behavior: Behavior): Promise<FaultyService> {
  const received: ReceivedBytes[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const bytes = Buffer.concat(chunks);
      const one: ReceivedBytes = { method, url, headers, body: bytes.toString(), bytes };
      received.push(one);
      void Promise.resolve(behavior(one)).then((answer) => send(response, answer));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    if (!hasGrammar) return;
    const urls = new OdataUrls(names);
    const own = received.map(({ url }) => url).filter((url) => url.startsWith("/v1.0/") && !LINK.test(url));
    expect(own.flatMap((url) => urls.fault(url, "/v1.0") ?? [])).toEqual([]);
  });
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return { origin, root: `${origin}/v1.0`, received };
}

async function send(response: ServerResponse, answer: FaultyAnswer): Promise<void> {
  const { status = 200, headers, body, bytes, delay = 0, cut } = answer;
  await pause(delay, undefined, { ref: false });
  if (cut === "before") return void response.destroy();
  const text = body === undefined || typeof body === "string" ? (body ?? "") : JSON.stringify(body);
  const content = bytes ?? Buffer.from(text);
  const type = bytes === undefined ? { "content-type": "application/json" } : {};
  const length = status === 204 || status === 304 ? {} : { "content-length": content.length };
  response.writeHead(status, { ...type, ...length, ...headers });
  if (cut === undefined) return void response.end(content);
  response.write(content.subarray(0, content.length / 2));
  setTimeout(() => response.destroy(), 20);
}

/** Answers with each of the answers in turn, then always with the last. */
export function inTurn(...answers: readonly (FaultyAnswer | Behavior)[]): Behavior {
  let next = 0;
  return (request) => {
    const answer = answers[Math.min(next++, answers.length - 1)] ?? {};
    return typeof answer === "function" ? answer(request) : answer;
  };
}

/** Refuses a number of requests with 429, then answers. `after` is the value of `Retry-After`. */
export function throttling(times: number, after: string | undefined, then: FaultyAnswer): Behavior {
  const error = { error: { code: "TooManyRequests", message: "Slow down." } };
  const refusal = { status: 429, body: error, ...(after === undefined ? {} : { headers: { "retry-after": after } }) };
  return inTurn(...Array.from({ length: times }, () => refusal), then);
}

/** A date for `Retry-After` (RFC 9110 §5.6.7), which has whole seconds. */
export function httpDate(secondsFromNow: number): string {
  return new Date(Date.now() + secondsFromNow * 1000).toUTCString();
}

/** Pages without end, each with another link. */
export function endlessPages(items: (page: number) => readonly unknown[]): Behavior {
  let page = 0;
  return ({ url }) => ({
    body: { value: items(++page), "@odata.nextLink": `${url.replace(/\?.*/, "")}?$skiptoken=${page}` },
  });
}

/** A request of a JSON batch as the service got it. */
export interface BatchedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
  readonly atomicityGroup?: string;
}

export interface BatchedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The requests of a JSON batch. */
export function batched({ body }: Received): BatchedRequest[] {
  return (JSON.parse(body) as { requests: BatchedRequest[] }).requests;
}

/**
 * A service with a JSON batch (OData JSON Format 4.01 §19): dependent requests of failed ones answer 424, and the
 * responses come in reverse order. It answers single requests, too.
 */
export function batchService(answer: (request: BatchedRequest) => BatchedAnswer): Behavior {
  return (request) => {
    const { method, url } = request;
    if (!url.endsWith("/$batch")) return answer({ id: "", method, url: url.replace("/v1.0/", "") });
    const failed = new Set<string>();
    const responses = batched(request).map((part) => {
      const isHeld = part.dependsOn?.some((id) => failed.has(id)) === true;
      const result = isHeld ? { status: 424 } : answer(part);
      if (result.status >= 400) for (const id of [part.id, part.atomicityGroup]) if (id !== undefined) failed.add(id);
      return { id: part.id, ...result };
    });
    return { body: { responses: responses.reverse() } };
  };
}

/** An upload session: takes ranges in order, and answers what it still expects. */
export interface UploadSession {
  readonly behavior: Behavior;
  /** The bytes that have arrived. */
  bytes(): Buffer;
}

/** `fault` may answer in place of the session; it gets the number of the request. */
export function uploadSession(
  final: FaultyAnswer,
  fault: (nth: number, request: ReceivedBytes) => FaultyAnswer | undefined = () => undefined,
): UploadSession {
  let stored = Buffer.alloc(0);
  let nth = 0;
  return {
    bytes: () => stored,
    behavior: (request) => {
      const failure = fault(++nth, request);
      if (failure !== undefined && failure.cut === undefined) return failure;
      const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers["content-range"] ?? "");
      const expected = { body: { nextExpectedRanges: [`${stored.length}-`] } };
      if (request.method === "GET" || range === null) return { status: 200, ...expected };
      const [from, to, total] = range.slice(1).map(Number) as [number, number, number];
      if (from !== stored.length || to - from + 1 !== request.bytes.length) return { status: 416, ...expected };
      stored = Buffer.concat([stored, request.bytes]);
      if (failure !== undefined) return failure;
      return stored.length === total ? final : { status: 202, body: { nextExpectedRanges: [`${stored.length}-`] } };
    },
  };
}

/** An operation that is done after a number of questions, asked at its monitor. */
export function operation(
  start: FaultyAnswer,
  progress: FaultyAnswer,
  times: number,
  end: FaultyAnswer,
): (isStart: (request: ReceivedBytes) => boolean) => Behavior {
  const monitor = inTurn(...Array.from({ length: times }, () => progress), end);
  return (isStart) => (request) => (isStart(request) ? start : monitor(request));
}
