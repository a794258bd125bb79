import type { Client as GraphClient } from "@microsoft/microsoft-graph-client";
import type { Client } from "./generated/index.js";

/** A request of a reference page, made with both clients. */
export interface Call {
  /** The page under `api-reference/v1.0/api` that shows it, e.g. `user-get`. */
  readonly page: string;
  readonly ours: (client: Client) => PromiseLike<unknown>;
  readonly theirs: (graph: GraphClient) => Promise<unknown>;
  /** Why the requests differ; absent: they are equal. */
  readonly difference?: string;
}
