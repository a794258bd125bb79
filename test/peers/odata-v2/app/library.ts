import { randomUUID } from "node:crypto";
import { createClient, type Client, type ClientOptions } from "./generated/v2/index.js";
import { noting, type Connected, type Exchange, type Row as TableRow } from "../table.js";

/** A client of the library. */
export type Library = Connected<Client>;

export type Row = TableRow<Client>;

/** Connects to the service, or to a front before it. */
export function connectTo(serviceRoot: string, options: ClientOptions = {}): Library {
  const sent: Exchange[] = [];
  const client = createClient({ baseUrl: serviceRoot, fetch: noting(serviceRoot, sent), ...options });
  return { client, serviceRoot, sent };
}

/** A key that no other test has. */
export function newId(): string {
  return randomUUID();
}
