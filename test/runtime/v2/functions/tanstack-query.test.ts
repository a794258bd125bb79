import { expect, expectTypeOf, test } from "vitest";
import type { Page } from "../../../../src/runtime/client-v2.js";
import {
  infiniteQueryOptions,
  mutationOptions,
  queryKey,
  queryOptions,
} from "../../../../src/runtime/tanstack-query-v2.js";
import type { Book } from "./support/books.js";
import { connected } from "./support/service.js";

const { signal } = new AbortController();
const id = "01234567-89ab-cdef-0123-456789abcdef";

test("queries of OData 2.0 have keys of its URLs, and read its pages", async () => {
  const service = await connected(({ url }) => ({
    body: {
      d: { results: [{ ID: url }], ...(url.includes("skip") ? {} : { __next: `${service.root}/Books?$skip=1` }) },
    },
  }));
  const { client, root } = service;
  expect(queryKey(client.Books.byId(id))).toEqual([root, "Books", `(guid'${id}')`]);
  const options = queryOptions(client.Books.get({ top: 2, count: true }));
  expect(options.queryKey).toEqual([root, "Books", { query: "$top=2&$inlinecount=allpages" }]);
  expectTypeOf(options.queryFn).returns.resolves.toEqualTypeOf<Page<Book>>();
  const pages = infiniteQueryOptions(client.Books.get());
  const first = await pages.queryFn({ signal, pageParam: pages.initialPageParam });
  const link = pages.getNextPageParam(first, [first], pages.initialPageParam, [pages.initialPageParam]) ?? "";
  const last = await pages.queryFn({ signal, pageParam: link });
  expect(last).toEqual({ value: [{ ID: "/sap/shop/Books?$skip=1" }] });
});

test("mutations of OData 2.0 send what its requests do", async () => {
  const { client, lines } = await connected(() => ({ status: 204 }));
  const { mutationFn } = mutationOptions((price: string) =>
    client.Books.byId(id).patch({ price }, { ifMatch: 'W/"1"' }),
  );
  expect(await mutationFn("1.50")).toBeUndefined();
  expect(lines()).toEqual([`POST /Books(guid'${id}') {"price":"1.50"}`]);
});
