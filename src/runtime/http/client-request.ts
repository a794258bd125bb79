import { ownLink } from "./connection.js";
import { failure } from "./error.js";
import { perform, type Call, type Limits } from "./http.js";
import type { Page } from "./page.js";

/** The property of a request that gives its {@link Call}. Reading it throws `alreadySent` once the request was sent. */
export const CALL: unique symbol = /* @__PURE__ */ Symbol.for("odata-codegen.call");

/**
 * A request for a single value. It is sent after the current synchronous code, whether it is awaited or not; functions
 * such as `batch` and `toRequest` take it before.
 */
export interface ODataRequest<T> extends Promise<T> {
  readonly [CALL]: Call;
}

/**
 * A request for a collection. `await` resolves to the first page; `for await` iterates the items of all pages. The
 * first page is requested when the result is first awaited or iterated, and only once. Iterating throws an ODataError
 * when the response is not a collection, or when its pages do not end: their links form a cycle, or there are too many.
 */
export interface ListRequest<T> extends ODataRequest<Page<T>>, AsyncIterable<T> {
  /** The URL that returns the later changes, once an iteration has read the last page (OData Protocol 4.01 §11.3). */
  readonly deltaLink: string | undefined;
}

/** Gives the pages of a collection. */
export interface PageSource<T> {
  pages(): AsyncGenerator<Page<T>, void, undefined>;
}

type Sendable<T> = Omit<ListRequest<T>, "deltaLink"> & PageSource<T> & { deltaLink: string | undefined };

/** Pages without items that may follow each other: filters on the side of the service leave some. */
const MAX_EMPTY_PAGES = 100;

/**
 * The promise of a request: what the response is, the service decides. A lazy request is sent when it is first used,
 * others in the next microtask.
 */
export function pendingRequest<T>(
  described: Call,
  lazy = false,
  { take = Infinity, maxPages = 100_000 }: Limits = {},
): ListRequest<T> & PageSource<T> {
  let first: Promise<Page<T>> | undefined;
  // Not checked here: the iterator checks that `value` is an array.
  const load = async (sent: Call, send: Call["send"]): Promise<Page<T>> =>
    (await sent.read(await send(sent), sent.url)) as Page<T>;
  const start = (): Promise<Page<T>> => (first ??= load(described, described.send));
  async function* pages(): AsyncGenerator<Page<T>, void, undefined> {
    const followed = new Set<string>();
    let empty = 0;
    for (let page = await start(); ;) {
      if (!Array.isArray(page?.value)) throw failure("notACollection", "The service answered with no collection.");
      yield page;
      request.deltaLink = page.deltaLink;
      const { nextLink } = page;
      if (nextLink === undefined) return;
      empty = page.value.length > 0 ? 0 : empty + 1;
      if (empty > MAX_EMPTY_PAGES || followed.has(nextLink) || followed.add(nextLink).size >= maxPages) {
        throw failure("endlessPages", `The pages do not end after ${followed.size}.`);
      }
      page = await load({ ...described, url: ownLink(described.connection, nextLink) }, perform);
    }
  }
  const request: Sendable<T> = {
    deltaLink: undefined,
    get [CALL](): Call {
      if (first) throw failure("alreadySent", "The request is already sent.");
      return described;
    },
    // oxlint-disable-next-line unicorn/no-thenable -- a request is a promise
    then: (fulfilled, rejected) => start().then(fulfilled, rejected),
    catch: (rejected) => start().catch(rejected),
    finally: (settled) => start().finally(settled),
    pages,
    async *[Symbol.asyncIterator]() {
      let left = take;
      if (left <= 0) return;
      for await (const { value } of pages()) {
        for (const item of value) {
          yield item;
          if (--left <= 0) return;
        }
      }
    },
    [Symbol.toStringTag]: "ODataRequest",
  };
  if (!lazy) {
    void Promise.resolve().then(() => {
      void start();
    });
  }
  return request;
}
