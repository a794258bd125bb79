import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RecordingServer {
  readonly origin: string;
  /** The one request that a call sends. */
  readonly requestOf: (call: () => PromiseLike<unknown>) => Promise<Recorded>;
  readonly stop: () => void;
}

/** Starts a server that answers every request with an empty collection. */
export async function startRecording(): Promise<RecordingServer> {
  let recorded: Recorded[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      recorded.push({ method, url, headers, body: Buffer.concat(chunks) });
      const isCount = url.includes("/$count");
      response.writeHead(200, { "content-type": isCount ? "text/plain" : "application/json" });
      response.end(isCount ? "7" : '{"value":[]}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requestOf: async (call) => {
      recorded = [];
      await call();
      const [request] = recorded;
      if (request === undefined || recorded.length > 1) throw new Error(`${recorded.length} requests for ${call}`);
      return request;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
