import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a server answers at a path. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface MetadataServer {
  readonly origin: string;
  /** The requests so far, as `<status> <path>`. */
  readonly requests: string[];
  /** Answers by path, which tests change. */
  readonly answers: Record<string, Answer | ((headers: IncomingHttpHeaders) => Answer)>;
  close(): Promise<void>;
}

/** Starts a server on the loopback interface that ends with the test. */
export async function metadataServer(answers: MetadataServer["answers"]): Promise<MetadataServer> {
  const requests: string[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    const answer = answers[url] ?? { status: 404, body: "not here" };
    const { status = 200, headers: sent = {}, body } = typeof answer === "function" ? answer(headers) : answer;
    requests.push(`${status} ${url}`);
    response.writeHead(status, { ...sent }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  const { port } = server.address() as AddressInfo; // a server of TCP has an address with a port
  return { origin: `http://127.0.0.1:${port}`, requests, answers, close };
}
