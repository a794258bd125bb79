/** Serves a handler of requests over HTTP, on this machine alone. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { reasonOf } from "../../diagnostics/reason-of.js";

/** A request of any method: the platform makes none with TRACE. */
export type ServedRequest = Pick<Request, "method" | "url" | "headers" | "arrayBuffer">;

/** Answers a request; rejects with a `Dropped` as cause where the connection ends without an answer. */
export type Handler = (request: ServedRequest) => Promise<Response>;

export interface Served {
  /** `http://127.0.0.1:4711` */
  readonly origin: string;
  close(): Promise<void>;
}

/** A port that is taken, that needs rights or that is no port. */
export class PortUnusable extends Error {}

const LAST_PORT = 65_535;

/** `handlerAt` gets the origin before the first request. Rejects with a `PortUnusable`, or as `handlerAt` does. */
export async function serve(port: number, handlerAt: (origin: string) => Promise<Handler>): Promise<Served> {
  if (port > LAST_PORT) throw new PortUnusable(`the last port is ${LAST_PORT}`);
  let handler: Handler | undefined;
  const server = createServer((request, response) => {
    void respond(request, response, handler);
  });
  try {
    await listening(server, port);
  } catch (failure) {
    throw new PortUnusable(reasonOf(failure), { cause: failure });
  }
  // A server that listens on a port has an address with a port.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  try {
    handler = await handlerAt(origin);
  } catch (failure) {
    await close();
    throw failure;
  }
  return { origin, close };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, handler: Handler | undefined) {
  const shared = sharedWith(incoming);
  try {
    if (isPreflight(incoming)) return void outgoing.writeHead(204, shared).end();
    const response = await handler?.(await requestOf(incoming));
    if (response === undefined) return void outgoing.writeHead(503, shared).end();
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...shared });
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch (failure) {
    if (isDropped(failure)) return void outgoing.destroy();
    outgoing.writeHead(500, { "content-type": "application/json", ...shared });
    outgoing.end(JSON.stringify({ error: { code: "InternalServerError", message: reasonOf(failure) } }));
  }
}

/** Whether a test planned that the connection ends. The class is one of the generated runtime, so its name tells. */
function isDropped(failure: unknown): boolean {
  return failure instanceof Error && failure.cause instanceof Error && failure.cause.name === "Dropped";
}

/** A page of another origin asks whether it may send a request (Fetch Standard, CORS-preflight request). */
function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

/** Pages of any origin read the answers, which are made up; none may send credentials. */
function sharedWith({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  if (headers.origin === undefined) return {};
  return {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "*",
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    // A list, since `*` does not stand for Authorization.
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
  };
}

async function requestOf(incoming: IncomingMessage): Promise<ServedRequest> {
  const { method = "GET", url = "/", headers, socket } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer); // without an encoding, chunks are buffers
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    name === "connection" || value === undefined ? [] : [[name, [value].flat().join(", ")] as [string, string]],
  );
  const body = Uint8Array.from(Buffer.concat(chunks)).buffer;
  return {
    method,
    url: `http://127.0.0.1:${socket.localPort}${url}`,
    headers: new Headers(fields),
    arrayBuffer: () => Promise.resolve(body),
  };
}
