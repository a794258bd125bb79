import {
  dehydrate,
  hydrate,
  InfiniteQueryObserver,
  MutationObserver,
  QueryClient,
  QueryObserver,
  type QueryKey,
} from "@tanstack/query-core";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { newId, type Workshop } from "./workshop.js";
import { isNotFound, isPreconditionFailed } from "./generated/odata.js";
import { allQueryOptions, infiniteQueryOptions, mutationOptions, queryKey, queryOptions } from "./generated/query.js";
import type { Client } from "./generated/index.js";

/** The service has at most three items on a page. */
const numbers = [1, 2, 3, 4, 5, 6, 7];

export function steps(client: Client, sent: Workshop["sent"]): void {
  const customer = newId();
  let cache: QueryClient;

  beforeAll(async () => {
    await client.Customers.post({ ID: customer, name: "Quinn" });
    for (const number of numbers) await client.Repairs.post({ number: 900 + number, customer_ID: customer });
  });
  beforeEach(() => {
    cache = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
    sent.length = 0;
  });

  const repairs = () => client.Repairs.get({ filter: `customer_ID eq ${customer}`, orderby: "number", count: true });

  it("reads a page once for all who want it", async () => {
    const [page, same] = await Promise.all([
      cache.fetchQuery(queryOptions(repairs())),
      cache.fetchQuery(queryOptions(repairs())),
    ]);
    expect(page).toBe(same);
    expect(page.value.map(({ number }) => number)).toEqual([901, 902, 903]);
    expect(page.count).toBe(7);
    expect(sent).toHaveLength(1);
  });

  it("reads all pages, or one after the other", async () => {
    const all = await cache.fetchQuery(allQueryOptions(repairs()));
    expect(all.map(({ number }) => number)).toEqual(numbers.map((number) => 900 + number));
    sent.length = 0;
    const observer = new InfiniteQueryObserver(cache, infiniteQueryOptions(repairs()));
    await cache.fetchInfiniteQuery(infiniteQueryOptions(repairs()));
    const stop = observer.subscribe(() => undefined);
    expect(observer.getCurrentResult()).toMatchObject({ hasNextPage: true, data: { pages: [{ count: 7 }] } });
    await observer.fetchNextPage();
    const { data, hasNextPage } = await observer.fetchNextPage();
    expect(data?.pages.map(({ value }) => value.length)).toEqual([3, 3, 1]);
    expect(hasNextPage).toBe(false);
    expect(sent).toHaveLength(3);
    await observer.refetch();
    expect(sent.slice(3).map(({ path }) => path)).toEqual(sent.slice(0, 3).map(({ path }) => path));
    stop();
  });

  it("invalidates what lies at or below a path", async () => {
    const { Customers, Repairs } = client;
    const { repairs: [repair] = [] } = await Customers.byId(customer).get({ expand: { repairs: true } });
    const options = {
      page: queryOptions(repairs()),
      all: allQueryOptions(Repairs.get({ top: 1 })),
      one: queryOptions(Repairs.byId(repair?.ID ?? "").get()),
      cost: queryOptions(
        Repairs.byId(repair?.ID ?? "")
          .cost({ currency: "EUR" })
          .get(),
      ),
      count: queryOptions(Repairs.$count()),
      customer: queryOptions(Customers.byId(customer).get()),
    };
    const stale = async (key: QueryKey): Promise<string[]> => {
      for (const one of Object.values(options)) await cache.fetchQuery({ ...one, queryFn: async () => ({}) } as never);
      for (const query of cache.getQueryCache().getAll()) query.setState({ isInvalidated: false });
      await cache.invalidateQueries({ queryKey: key });
      return Object.entries(options).flatMap(([name, one]) =>
        cache.getQueryState(one.queryKey as QueryKey)?.isInvalidated === true ? [name] : [],
      );
    };
    expect(await stale(queryKey(client))).toEqual(Object.keys(options));
    expect(await stale(queryKey(Repairs))).toEqual(["page", "all", "one", "cost", "count"]);
    expect(await stale(queryKey(Repairs.byId(repair?.ID ?? "")))).toEqual(["one", "cost"]);
    expect(await stale(queryOptions(Repairs.get()).queryKey)).toEqual(["page", "all"]);
    expect(await stale(queryKey(Customers))).toEqual(["customer"]);
    expect(await stale([...queryKey(Repairs), { pages: "all" }])).toEqual(["all"]);
  });

  it("fails with the error of the service", async () => {
    const missing = queryOptions(client.Customers.byId(newId()).get());
    const observer = new QueryObserver(cache, missing);
    const { error } = await observer.refetch();
    expect(isNotFound(error)).toBe(true);
    expect(error?.status).toBe(404);
  });

  it("changes an entity by its ETag, and puts the answer into the cache", async () => {
    const options = queryOptions(client.Customers.byId(customer).get());
    const before = await cache.fetchQuery(options);
    const rename = new MutationObserver(cache, {
      ...mutationOptions((name: string) => client.Customers.byId(customer).patch({ name }, { ifMatch: before })),
      onSuccess: (after) => cache.setQueryData(options.queryKey, after),
    });
    await rename.mutate("Quinn 2");
    expect(cache.getQueryData(options.queryKey)?.name).toBe("Quinn 2");
    await expect(rename.mutate("Quinn 3")).rejects.toSatisfy(isPreconditionFailed);
    expect(rename.getCurrentResult()).toMatchObject({ status: "error", error: { status: 412 } });
  });

  it("aborts the request that nobody waits for any more", async () => {
    const observer = new QueryObserver(cache, queryOptions(repairs()));
    const stop = observer.subscribe(() => undefined);
    expect(observer.getCurrentResult().fetchStatus).toBe("fetching");
    stop();
    const query = cache.getQueryCache().find({ queryKey: queryOptions(repairs()).queryKey as QueryKey });
    await expect.poll(() => query?.state).toMatchObject({ fetchStatus: "idle", data: undefined, error: null });
    expect(sent).toHaveLength(0);
  });

  it("goes from a server to a browser as JSON", async () => {
    await cache.prefetchQuery(queryOptions(repairs()));
    await cache.prefetchInfiniteQuery(infiniteQueryOptions(repairs()));
    const browser = new QueryClient();
    hydrate(browser, JSON.parse(JSON.stringify(dehydrate(cache))));
    sent.length = 0;
    expect(browser.getQueryData(queryOptions(repairs()).queryKey)?.value).toHaveLength(3);
    expect(browser.getQueryData(infiniteQueryOptions(repairs()).queryKey)?.pages).toHaveLength(1);
    expect(await browser.ensureQueryData(queryOptions(repairs()))).toMatchObject({ count: 7 });
    expect(sent).toHaveLength(0);
  });
}
