import { CALL, type ListRequest, type ODataRequest, type PageSource } from "../http/client-request.js";
import type { Page } from "../http/page.js";
import type { FetchInit } from "../http/platform.js";

/** What `fetch` sends for a request. */
export interface DescribedRequest extends Pick<FetchInit, "method" | "headers" | "body"> {
  readonly url: string;
}

/** What a request would send, without the token. The request is not sent. Throws `alreadySent` when it was. */
export function toRequest(request: ODataRequest<unknown>): DescribedRequest {
  const described = request[CALL];
  // Nobody waits for the request any more.
  described.send = () => new Promise(() => undefined);
  const { method, url, headers, body } = described;
  return { method, url, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
}

/** Iterates the pages of a collection, with their counts and links. */
export function pages<T>(request: ListRequest<T>): AsyncGenerator<Page<T>, void, undefined> {
  // Every ListRequest of the client has them.
  return (request as ListRequest<T> & PageSource<T>).pages();
}

/** Reads at most `count` items, from as many pages as that takes. */
export async function take<T>(request: ListRequest<T>, count: number): Promise<T[]> {
  const items: T[] = [];
  if (count <= 0) return items;
  for await (const item of request) if (items.push(item) >= count) break;
  return items;
}
