import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface TextServer {
  /** `http://127.0.0.1:port` */
  readonly root: string;
  readonly requests: readonly IncomingMessage[];
  /** What is answered to every request: a text, or a status. */
  answer: string | number;
}

/** A server on this machine for one test. */
export async function textServer(answer: string | number): Promise<TextServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const { answer } = state;
    response.statusCode = typeof answer === "number" ? answer : 200;
    response.setHeader("Content-Type", "application/xml");
    response.end(typeof answer === "number" ? "" : answer);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  const state = { root: `http://127.0.0.1:${port}`, requests, answer };
  return state;
}
