import { readFileSync } from "node:fs";
import { createServer, request as send, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, type ServerOptions } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface TestServer {
  /** With the port. */
  readonly host: string;
  /** The paths that it was asked for. */
  readonly asked: readonly string[];
}

/** A server of its own for one test. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  return { host: await listen(server), asked };
}

/** The same with TLS and the certificate of `certificates/server.pem`. */
export async function serveSecurely(listener: RequestListener, options: ServerOptions = {}): Promise<TestServer> {
  const asked: string[] = [];
  const own = { cert: pem("server.pem"), key: pem("server-key.pem"), ...options };
  const server = createSecureServer(own, (request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  return { host: await listen(server), asked };
}

/** A proxy for HTTP and HTTPS. `asked` are the targets: a URL, or a host of a tunnel. */
export async function serveProxy(): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    send(request.url ?? "", { headers: request.headers }, (answer) => answer.pipe(response)).end();
  });
  server.on("connect", ({ url = "" }, socket) => {
    asked.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const end of [target, socket]) end.on("error", () => {});
    onTestFinished(() => void target.destroy());
  });
  return { host: await listen(server), asked };
}

export function pem(name: string): string {
  return readFileSync(pemPath(name), "utf8");
}

export function pemPath(name: string): string {
  return fileURLToPath(new URL(`certificates/${name}`, import.meta.url));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind of address
}
