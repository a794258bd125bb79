import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived on the wire. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Service {
  /** Root of the service, with the version segment. */
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** What the next requests are answered with, one after the other. */
  answer(status: number, body?: unknown, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** A real HTTP server on this machine, which answers as it is told. */
export async function startService(): Promise<Service> {
  const arrived: Arrived[] = [];
  const answers: {
    readonly status: number;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
  }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    arrived.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    });
    const { status, body, headers } = answers.shift() ?? { status: 500, body: undefined, headers: {} };
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/beta`,
    arrived,
    answer: (status, body, headers = {}) => answers.push({ status, body, headers }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
