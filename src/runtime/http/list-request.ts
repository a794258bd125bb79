import { failure } from "./error.js";
import type { Page } from "./page.js";

/**
 * A request for a collection. `await` resolves to the first page; `for await` iterates the items of all pages. The
 * first page is requested when the result is first awaited or iterated, and only once. Iterating throws an ODataError
 * when the response is not a collection or the links between pages form a cycle.
 */
export interface ListRequest<T> extends Promise<Page<T>>, AsyncIterable<T> {}

/** Requests the first page, or the page at a `nextLink`. */
export type LoadPage<T> = (link?: string) => Promise<Page<T>>;

/** A {@link ListRequest} that gives at most `take` items when iterated. */
export class LazyListRequest<T> implements ListRequest<T> {
  readonly [Symbol.toStringTag]: string = "ListRequest";
  readonly #load: LoadPage<T>;
  readonly #take: number;
  #first: Promise<Page<T>> | undefined;

  constructor(load: LoadPage<T>, take: number = Infinity) {
    this.#load = load;
    this.#take = take;
  }

  #send(): Promise<Page<T>> {
    return (this.#first ??= this.#load());
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a ListRequest is a promise
  then<A = Page<T>, B = never>(
    fulfilled?: ((page: Page<T>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#send().then(fulfilled, rejected);
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Page<T> | B> {
    return this.#send().catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<Page<T>> {
    return this.#send().finally(settled);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let left = this.#take;
    const followed = new Set<string>();
    if (left <= 0) return;
    let page = await this.#send();
    while (true) {
      if (!Array.isArray(page?.value)) throw failure("notACollection", "The service answered with no collection.");
      for (const item of page.value) {
        yield item;
        if (--left <= 0) return;
      }
      const link = page.nextLink;
      if (link === undefined) return;
      if (followed.has(link)) throw failure("linkLoop", "The pages lead in a circle.");
      followed.add(link);
      page = await this.#load(link);
    }
  }
}
