import { createReadStream, existsSync } from "node:fs";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

export interface StaticServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves the files of a folder, and passes all that begins with `/odata/` on to a service. */
export async function serve(folder: string, service: string): Promise<StaticServer> {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    if (path.startsWith("/odata/")) passOn(incoming, outgoing, service);
    else answer(outgoing, join(folder, path === "/" ? "index.html" : path));
  });
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
