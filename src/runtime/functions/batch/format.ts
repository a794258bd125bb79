import type { Call } from "../../http/http.js";
import { parsedUrl, type Content, type FetchResponse } from "../../http/platform.js";
import { host, type FullResponse } from "../shared/platform.js";
import type { Part, Unit } from "./plan.js";

/** How a batch is written and read. */
export interface BatchFormat {
  /** Whether the format states what a request depends on. */
  readonly expressesDependencies: boolean;
  /** The media type of responses. */
  readonly accept: string;
  /** The preference that tells the service whether to go on after an error; undefined where that is the default. */
  preference(continueOnError: boolean): string | undefined;
  encode(units: readonly Unit[]): Promise<EncodedBatch>;
  decode(response: FetchResponse, units: readonly Unit[], follow: Follow): Promise<Answers>;
}

export interface EncodedBatch {
  readonly type: string;
  readonly content: Content;
}

/** The responses to the requests of a batch; a service may leave some out. */
export type Answers = Map<Part, FetchResponse>;

/** Reads what a link of the response leads to. */
export type Follow = (link: string) => Promise<FetchResponse>;

/** The body of a request before it becomes part of a batch. */
export interface PackedBody {
  readonly type: string;
  readonly content: FullResponse;
}

/** The body with the media type that `fetch` would give it; undefined without one. */
export function packed({ body, headers }: Call): PackedBody | undefined {
  if (body === undefined) return undefined;
  const content = new host.Response(body);
  return {
    type: headers["content-type"] ?? content.headers.get("content-type") ?? "application/octet-stream",
    content,
  };
}

/** The URL of a request relative to the service root, or to its host where a link has led elsewhere. */
export function relativeUrl({ connection: { base }, url }: Call): string {
  return url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url.slice(parsedUrl(base).origin.length);
}
