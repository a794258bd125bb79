import type { ClientOptions, Facts } from "../../../../src/runtime/client-v2.js";
import { createShop, type Shop } from "./shop.js";

/** A request that a client sent. */
export interface Sent {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Recorded {
  readonly shop: Shop;
  readonly sent: Sent[];
}

export const root = "https://shop.example/sap/shop";

interface Recording {
  readonly options?: ClientOptions;
  readonly facts?: Partial<Facts>;
}

/** A client whose requests are all answered alike: with JSON, with text, or, by default, without content. */
export function recorded(body?: unknown, { options, facts }: Recording = {}): Recorded {
  const sent: Sent[] = [];
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const fetch: ClientOptions["fetch"] = async (url, init) => {
    sent.push({ line: `${init.method} ${url.replace(root, "")}`, headers: init.headers, body: init.body });
    return new Response(text ?? null, { status: text === undefined ? 204 : 200 });
  };
  return { shop: createShop({ baseUrl: root, fetch, ...options }, facts), sent };
}

/** The lines of what a client sends. */
export async function linesOf(use: (shop: Shop) => readonly unknown[], facts?: Partial<Facts>): Promise<string[]> {
  const { shop, sent } = recorded(undefined, { facts: facts ?? {} });
  for (const request of use(shop)) await request;
  return sent.map(({ line }) => line);
}
