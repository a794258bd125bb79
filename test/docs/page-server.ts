import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { root } from "./page-blocks.js";

/** Stands for the host of a page: texts with its name become texts with a server on this machine, and back. */
export interface PageServer {
  local(text: string): string;
  shown(text: string): string;
  close(): void;
}

const none: PageServer = { local: (text) => text, shown: (text) => text, close: () => {} };

/** Starts the server of a page, where files of the repository are by their URLs, which have one host. */
export async function pageServer(remote: Readonly<Record<string, string>> = {}): Promise<PageServer> {
  const [first] = Object.keys(remote);
  if (first === undefined) return none;
  const { origin, host } = new URL(first);
  const server: Server = createServer(({ url = "" }, response) => {
    const file = remote[`${origin}${url}`];
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader("content-type", "application/xml");
    response.end(file === undefined ? "" : readFileSync(`${root}${file}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server of TCP has an address with a port
  const address = `127.0.0.1:${port}`;
  return {
    local: (text) => text.replaceAll(origin, `http://${address}`).replaceAll(host, address),
    shown: (text) => text.replaceAll(`http://${address}`, origin).replaceAll(address, host),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
