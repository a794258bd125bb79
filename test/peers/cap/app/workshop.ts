import { randomUUID } from "node:crypto";
import { createClient, type Client, type ClientOptions } from "./generated/index.js";

/** A request as it was sent, and the status of its answer. */
export interface Exchange {
  readonly method: string;
  /** The URL below the service root. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
}

/** A client of the workshop. */
export interface Workshop {
  readonly client: Client;
  readonly serviceRoot: string;
  /** What answers the requests. */
  readonly fetch: Fetch;
  /** All requests of the client, the newest last. */
  readonly sent: Exchange[];
}

type Fetch = NonNullable<ClientOptions["fetch"]>;

/** Connects to the service that the client was generated from; its metadata's URL gives the service root. */
export function connectTo(serviceRoot: string, fetch: Fetch = globalThis.fetch): Workshop {
  const sent: Exchange[] = [];
  const client = createClient({
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const { method, headers, body } = init;
      sent.push({ method, path: url.replace(serviceRoot, ""), headers, body, status: response.status });
      return response;
    },
  });
  return { client, serviceRoot, fetch, sent };
}

/** A key that no other test has. */
export function newId(): string {
  return randomUUID();
}
