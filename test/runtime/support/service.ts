import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import { hasGrammar } from "../../support/abnf/odata-grammar.js";
import { OdataUrls, type ServiceNames } from "../../support/abnf/odata-url.js";
import { sampleNames } from "./names.js";

/** A request as the service got it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the service answers: an object as JSON, text as it is. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Service {
  /** The service root. */
  readonly root: string;
  readonly received: Received[];
}

export interface ServiceOptions {
  /** The names in URLs; those of the sample by default. */
  readonly names?: ServiceNames;
  /** Why URLs that the service receives need not follow the grammar of OData. */
  readonly otherUrls?: string;
}

const root = "/v1.0";
const sample = sampleNames();

/** Starts an HTTP service for the length of a test, which fails if a URL is not one of OData. */
export async function serve(
  answer: (request: Received) => Answer,
  { names = sample, otherUrls }: ServiceOptions = {},
): Promise<Service> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const body = Buffer.concat(chunks).toString();
      received.push({ method, url, headers, body });
      const { status = 200, headers: extra, body: content } = answer({ method, url, headers, body });
      response.writeHead(status, { "content-type": "application/json", ...extra });
      response.end(content === undefined || typeof content === "string" ? content : JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    if (otherUrls !== undefined || !hasGrammar) return;
    const urls = new OdataUrls(names);
    const faults = received.flatMap(({ url }) => urls.fault(url, root) ?? []);
    expect(faults, "URLs that are none of OData (⟂): support/names.ts lacks a name, or otherUrls a reason").toEqual([]);
  });
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { root: `http://127.0.0.1:${port}${root}`, received };
}
