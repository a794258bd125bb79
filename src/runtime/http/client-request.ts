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

/** The request of a call, for functions over nodes. A lazy one is sent when it is first used. */
export function pendingRequest<T>(described: Call, lazy = false): ListRequest<T> {
  return new PendingRequest<T>(described, lazy);
}

/** Pages without items that may follow each other: filters on the side of the service leave some. */
const MAX_EMPTY_PAGES = 100;

/** A request of either kind: what the response is, the service decides. */
export class PendingRequest<T> extends Promise<Page<T>> implements ListRequest<T>, PageSource<T> {
  deltaLink: string | undefined;
  readonly #call: Call;
  readonly #limits: Limits;
  readonly #settle: (page: Promise<Page<T>>) => void;
  #isSent = false;

  /** A lazy request is sent when it is first used, others in the next microtask. */
  constructor(described: Call, lazy: boolean, limits: Limits = {}) {
    let settle: (page: Promise<Page<T>>) => void = () => undefined;
    super((resolve) => {
      settle = resolve;
    });
    this.#call = described;
    this.#limits = limits;
    this.#settle = settle;
    if (!lazy) void Promise.resolve().then(() => this.#send());
  }

  /** What `then` gives is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  get [CALL](): Call {
    if (this.#isSent) throw failure("alreadySent", "The request is already sent.");
    return this.#call;
  }

  #send(): void {
    if (!this.#isSent) this.#settle(this.#load(this.#call, this.#call.send));
    this.#isSent = true;
  }

  // Not checked here: the iterator checks that `value` is an array.
  async #load(described: Call, send: Call["send"]): Promise<Page<T>> {
    return (await described.read(await send(described), described.url)) as Page<T>;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a request is a promise
  override then<A = Page<T>, B = never>(
    fulfilled?: ((page: Page<T>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#send();
    return super.then(fulfilled, rejected);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let left = this.#limits.take ?? Infinity;
    if (left <= 0) return;
    for await (const { value } of this.pages()) {
      for (const item of value) {
        yield item;
        if (--left <= 0) return;
      }
    }
  }

  /** The pages, each read when the one before is used up. */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    const followed = new Set<string>();
    let empty = 0;
    for (let page: Page<T> = await this; ;) {
      if (!Array.isArray(page?.value)) throw failure("notACollection", "The service answered with no collection.");
      yield page;
      this.deltaLink = page.deltaLink;
      const { nextLink } = page;
      if (nextLink === undefined) return;
      empty = page.value.length > 0 ? 0 : empty + 1;
      const { maxPages = 100_000 } = this.#limits;
      if (empty > MAX_EMPTY_PAGES || followed.has(nextLink) || followed.add(nextLink).size >= maxPages) {
        throw failure("endlessPages", `The pages do not end after ${followed.size}.`);
      }
      page = await this.#load({ ...this.#call, url: ownLink(this.#call.connection, nextLink) }, perform);
    }
  }
}
