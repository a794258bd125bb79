import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { Window } from "happy-dom";
import { StrictMode, useState, type ReactElement } from "react";
import type { Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { newId, type Workshop } from "./workshop.js";
import type { Client } from "./generated/index.js";
import { infiniteQueryOptions, mutationOptions, queryKey, queryOptions } from "./generated/query.js";

export function steps(client: Client, sent: Workshop["sent"]): void {
  const customer = newId();
  const filter = `customer_ID eq ${customer}`;

  function Count(): ReactElement {
    const { data, error } = useQuery({ ...queryOptions(client.Repairs.$count({ filter })), retry: false });
    return <output id="count">{error === null ? data : `${error.status}`}</output>;
  }

  function Repairs(): ReactElement {
    const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
      ...infiniteQueryOptions(client.Repairs.get({ filter, orderby: "number", select: ["number"] })),
      select: ({ pages }) => pages.flatMap(({ value }) => value),
    });
    return (
      <>
        <ol>
          {data?.map(({ number }) => (
            <li key={number}>{number}</li>
          ))}
        </ol>
        <button id="more" disabled={!hasNextPage} onClick={() => void fetchNextPage()} />
      </>
    );
  }

  function Add(): ReactElement {
    const cache = useQueryClient();
    const { mutate, error } = useMutation({
      ...mutationOptions((number: number) =>
        client.Repairs.post({ number, customer_ID: customer, status: number > 0 ? "waiting" : ("lost" as never) }),
      ),
      onSuccess: () => cache.invalidateQueries({ queryKey: queryKey(client.Repairs) }),
    });
    return (
      <>
        <button id="add" onClick={() => mutate(5)} />
        <button id="wrong" onClick={() => mutate(-1)} />
        <output id="failure">{error?.message}</output>
      </>
    );
  }

  function App(): ReactElement {
    const [shown, show] = useState(true);
    return (
      <>
        <Count />
        {shown && <Repairs />}
        <Add />
        <button id="hide" onClick={() => show(false)} />
      </>
    );
  }

  let page: Window;
  let root: Root;
  let cache: QueryClient;
  const text = (selector: string): string => page.document.querySelector(selector)?.textContent ?? "";
  const items = (): string[] => [...page.document.querySelectorAll("li")].map(({ textContent }) => textContent);
  const click = (id: string): void => {
    page.document.getElementById(id)?.dispatchEvent(new page.Event("click", { bubbles: true }));
  };
  const shows = (state: () => unknown, expected: unknown): Promise<void> =>
    vi.waitFor(() => expect(state()).toEqual(expected), 10_000);

  beforeAll(async () => {
    page = new Window();
    for (const name of ["document", "navigator", "HTMLElement"] as const) vi.stubGlobal(name, page[name]);
    // React works on in it after a test.
    vi.stubGlobal("window", page);
    await client.Customers.post({ ID: customer, name: "Rae" });
    for (const number of [1, 2, 3, 4]) await client.Repairs.post({ number, customer_ID: customer });
  });
  beforeEach(async () => {
    const { createRoot } = await import("react-dom/client");
    const container = page.document.createElement("div");
    page.document.body.append(container);
    root = createRoot(container as unknown as Element);
    cache = new QueryClient();
    sent.length = 0;
    root.render(
      <StrictMode>
        <QueryClientProvider client={cache}>
          <App />
        </QueryClientProvider>
      </StrictMode>,
    );
    await shows(items, ["1", "2", "3"]);
    await shows(() => text("#count") !== "", true);
  });
  afterEach(() => {
    root.unmount();
    cache.clear();
  });

  it("lists, reads on, adds and lists again, with no request more than that takes", async () => {
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
    click("more");
    await shows(items, ["1", "2", "3", "4"]);
    click("add");
    await shows(items, ["1", "2", "3", "4", "5"]);
    await shows(() => text("#count"), "5");
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "POST", "GET", "GET", "GET"]);
  });

  it("shows what the service refuses", async () => {
    click("wrong");
    await shows(() => sent.at(-1)?.status, 400);
    await shows(() => text("#failure") !== "", true);
  });

  it("aborts what is read for a component that is gone", async () => {
    const { queryKey: key } = infiniteQueryOptions(
      client.Repairs.get({ filter, orderby: "number", select: ["number"] }),
    );
    void cache.invalidateQueries({ queryKey: key });
    const state = () => cache.getQueryState(key)?.fetchStatus;
    expect(state()).toBe("fetching");
    const before = sent.length;
    click("hide");
    await shows(state, "idle");
    expect(sent).toHaveLength(before);
  });
}
