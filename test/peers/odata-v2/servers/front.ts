import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";

/** A request as it came in. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

/** A server that passes requests on to another. */
export interface Front {
  readonly origin: string;
  readonly received: Received[];
  stop(): Promise<void>;
}

/** Answers a request itself, and gives true, or gives false where it is to be passed on. */
type Guard = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Passes everything on as it is; links in answers lead to the server behind. */
export function startFront(target: string): Promise<Front> {
  return listen(target, () => false);
}

/** A front as SAP's Gateway is: it lets changes pass that have a CSRF token, and the cookie of its session. */
export interface CsrfFront extends Front {
  /** Ends all sessions, and so their tokens. */
  forget(): void;
}

/** Asks for a CSRF token with each change. A token holds for the session whose cookie came with it. */
export async function startCsrfFront(target: string): Promise<CsrfFront> {
  const tokens = new Map<string, string>();
  const guard: Guard = (incoming, outgoing) => {
    const session = /(?:^|; )session=([^;]*)/.exec(incoming.headers.cookie ?? "")?.[1] ?? "";
    const token = incoming.headers["x-csrf-token"];
    // HEAD does not fetch a token: services of SAP are known that refuse it.
    if (incoming.method === "GET" && String(token).toLowerCase() === "fetch") {
      const known = tokens.has(session) ? session : randomUUID();
      tokens.set(known, tokens.get(known) ?? randomUUID());
      outgoing.setHeader("x-csrf-token", tokens.get(known) ?? "");
      if (known !== session)
        outgoing.setHeader("set-cookie", [`session=${known}; Path=/; HttpOnly`, "usercontext=sap-client=100; Path=/"]);
      return false;
    }
    if (incoming.method === "GET" || (token !== undefined && token === tokens.get(session))) return false;
    outgoing.writeHead(403, { "x-csrf-token": "Required", "content-type": "text/plain" });
    outgoing.end("CSRF token validation failed");
    return true;
  };
  return { ...(await listen(target, guard)), forget: () => tokens.clear() };
}

async function listen(target: string, guard: Guard): Promise<Front> {
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = "GET", url: path = "/", headers } = incoming;
    received.push({ method, path, headers });
    if (guard(incoming, outgoing)) incoming.resume();
    else pass(incoming, outgoing, target);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, received, stop: () => close(server) };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string): void {
  const headers = { ...incoming.headers, host: new URL(target).host };
  const onward = request(`${target}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.once("error", () => outgoing.destroy());
  incoming.pipe(onward);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
