/** What TanStack Query infers from the options; compiled, not run. */
import {
  type QueryClient,
  queryOptions as withTag,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { expectTypeOf } from "vitest";
import type { Client, Customers, CustomersCreate, Page } from "./generated/index.js";
import {
  allQueryOptions,
  infiniteQueryOptions,
  mutationOptions,
  queryOptions,
  type QueryError,
  type QueryPages,
} from "./generated/query.js";

export function useEverything({ Customers }: Client, id: string, cache: QueryClient): void {
  const one = useQuery(queryOptions(Customers.byId(id).get()));
  expectTypeOf(one.data).toEqualTypeOf<Customers | undefined>();
  expectTypeOf(one.error).toEqualTypeOf<QueryError | null>();

  const page = useQuery(queryOptions(Customers.get({ select: ["name"] })));
  expectTypeOf(page.data).toEqualTypeOf<Page<Pick<Customers, "name">> | undefined>();
  const names = useQuery({
    ...queryOptions(Customers.get()),
    select: ({ value }) => value.map(({ name }) => name),
    enabled: id !== "",
    retry: false,
  });
  expectTypeOf(names.data).toEqualTypeOf<string[] | undefined>();
  expectTypeOf(names.error).toEqualTypeOf<QueryError | null>();

  const all = useSuspenseQuery(allQueryOptions(Customers.get()));
  expectTypeOf(all.data).toEqualTypeOf<Customers[]>();
  const [first, second] = useQueries({
    queries: [queryOptions(Customers.$count()), allQueryOptions(Customers.get())],
  });
  expectTypeOf(first.data).toEqualTypeOf<number | undefined>();
  expectTypeOf(second.data).toEqualTypeOf<Customers[] | undefined>();
  expectTypeOf(second.error).toEqualTypeOf<QueryError | null>();

  const pages = useInfiniteQuery(infiniteQueryOptions(Customers.get()));
  expectTypeOf(pages.data?.pages).toEqualTypeOf<Page<Customers>[] | undefined>();
  expectTypeOf(pages.error).toEqualTypeOf<QueryError | null>();
  const items = useInfiniteQuery({
    ...infiniteQueryOptions(Customers.get()),
    select: (data) => data.pages.flatMap(({ value }) => value),
  });
  expectTypeOf(items.data).toExtend<Customers[] | undefined>();

  const create = useMutation({
    ...mutationOptions((body: CustomersCreate) => Customers.post(body)),
    onSuccess: (customer) => {
      expectTypeOf(customer).toEqualTypeOf<Customers>();
      cache.setQueryData(queryOptions(Customers.byId(customer.ID).get()).queryKey, customer);
    },
    onError: (error) => expectTypeOf(error).toEqualTypeOf<QueryError>(),
  });
  expectTypeOf(create.mutate).parameter(0).toEqualTypeOf<CustomersCreate>();
  const remove = useMutation(mutationOptions(() => Customers.byId(id).delete({ ifMatch: "*" })));
  remove.mutate();
  expectTypeOf(remove.error).toEqualTypeOf<QueryError | null>();

  expectTypeOf(cache.getQueryData(queryOptions(Customers.byId(id).get()).queryKey)).toEqualTypeOf<
    Customers | undefined
  >();
  expectTypeOf(cache.getQueryData(infiniteQueryOptions(Customers.get()).queryKey)).toEqualTypeOf<
    QueryPages<Customers> | undefined
  >();
  expectTypeOf(cache.getQueryData(withTag(allQueryOptions(Customers.get())).queryKey)).toEqualTypeOf<
    Customers[] | undefined
  >();
  expectTypeOf(cache.ensureQueryData(allQueryOptions(Customers.get()))).resolves.toEqualTypeOf<Customers[]>();
  // @ts-expect-error -- a customer is no number
  cache.setQueryData(queryOptions(Customers.byId(id).get()).queryKey, 5);
}
