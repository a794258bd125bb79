import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Line } from "./lines.js";

/** A request as it is expected. What is not named may be anything. */
export interface ExpectedRequest {
  readonly method: string;
  /** The URL below the service root. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body, as JSON. */
  readonly body?: unknown;
  readonly text?: string;
  /** Parts of the body, in this order. */
  readonly textHas?: readonly string[];
  readonly noBody?: true;
}

export interface RecordedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value is sent as JSON, text as it is. */
  readonly body?: unknown;
  /** The body in place of `body`, line by line. */
  readonly lines?: readonly string[];
}

/** A call of an app, by the requests that it sends and their answers. `{root}` in texts is the service root. */
export interface Recording {
  readonly line: Line;
  readonly name: string;
  readonly exchanges: readonly { readonly request: ExpectedRequest; readonly answer: RecordedAnswer }[];
  /** What the app gets. */
  readonly sees?: unknown;
  /** A part of the error that the app gets instead. */
  readonly fails?: object;
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Service {
  /** The service root. */
  readonly root: string;
  readonly received: readonly Received[];
}

/** The path of the service, which is that of SAP's Gateway. */
const path = "/sap/opu/odata/sap/ZSALES_SRV";

/** Reads the recordings of a service. */
export function recordingsOf(service: string): readonly Recording[] {
  const url = new URL(`services/${service}/exchanges.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as readonly Recording[];
}

/** Gives the answers of a recording, one after the other, until the test ends. */
export async function play(answers: readonly RecordedAnswer[]): Promise<Service> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const answer = answers[received.length] ?? { status: 501, body: "There is no other answer." };
      const below = url.slice(path.length + 1);
      received.push({ method, path: below, headers, body: Buffer.concat(chunks).toString() });
      const { status = 200, headers: own } = withRoot(answer, root);
      response.writeHead(status, { "content-type": "application/json", ...own });
      response.end(status === 204 ? undefined : contentOf(withRoot(answer, root)));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { root, received };
}

function contentOf({ body, lines }: RecordedAnswer): string {
  if (lines !== undefined) return lines.join("\r\n");
  return typeof body === "string" ? body : JSON.stringify(body ?? "");
}

/** A value of JSON with the service root in its place. */
export function withRoot<T>(value: T, root: string): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value).replaceAll("{root}", root)) as T);
}
