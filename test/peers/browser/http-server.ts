import { createReadStream, existsSync } from "node:fs";
import { createServer, request, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

export interface HttpServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves the files of a folder, and passes all that begins with `/odata/` on to a service. Requests with a query of
 * `moved` are redirected to its address.
 */
export function serveFolder(
  folder: string,
  service: string,
  moved: Readonly<Record<string, string>>,
): Promise<HttpServer> {
  return serve((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    const location = moved[path.split("?")[1] ?? ""];
    if (location !== undefined) outgoing.writeHead(302, { location }).end();
    else if (path.startsWith("/odata/")) passOn(incoming, outgoing, service);
    else answer(outgoing, join(folder, path === "/" ? "index.html" : path));
  });
}

/** Serves on a free port of this machine. */
export async function serve(listener: RequestListener): Promise<HttpServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, service: string): void {
  const { url = "", method = "GET", headers } = incoming;
  const passed = request(service + url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on("error", () => outgoing.writeHead(502).end());
  incoming.pipe(passed);
}

function answer(outgoing: ServerResponse, file: string): void {
  if (!existsSync(file)) outgoing.writeHead(404).end();
  else createReadStream(file).pipe(outgoing.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain" }));
}
