import { describe, expect, expectTypeOf, test } from "vitest";
import { connect, ODataError, type ListRequest, type Page } from "../../../src/runtime/client.js";
import { checked, ifNoneMatch, response, type StandardSchema } from "../../../src/runtime/odata.js";
import {
  allQueryOptions,
  infiniteQueryOptions,
  mutationOptions,
  queryKey,
  queryOptions,
  type ODataQueryKey,
  type QueryError,
} from "../../../src/runtime/tanstack-query.js";
import { failureOf } from "./support/failure.js";
import { libraryClient, type Library, type Person } from "./support/library.js";

const root = "https://library.example/v1.0";

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly body?: unknown;
}

/** A client whose requests get the answers of a function: a JSON body, or a Response. */
function connected(answer: (sent: Sent) => unknown = () => ({ value: [] })) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: unknown): Promise<Response> => {
    const one: Sent = { ...(init as Omit<Sent, "url">), url };
    sent.push(one);
    one.signal?.throwIfAborted();
    const result = answer(one);
    return result instanceof Response ? result : Response.json(result);
  };
  const headers = { "X-App": "secret of the app" };
  return { sent, client: libraryClient({ baseUrl: root, fetch, headers, credential: () => "TOKEN" }) };
}

const threePages = ({ url }: Sent): object => {
  const page = Number(/skip=(\d)/.exec(url)?.[1] ?? 1);
  const link = page < 3 ? { "@odata.nextLink": `users?$skip=${page + 1}` } : {};
  return { value: [{ id: String(page) }], ...link };
};

const { signal } = new AbortController();

/** The next macrotask: requests that send themselves have done so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("the keys of queries", () => {
  const { client } = connected();
  const keyOf = (request: Parameters<typeof queryOptions>[0]): ODataQueryKey => queryOptions(request).queryKey;

  test.each<[ODataQueryKey, ODataQueryKey]>([
    [queryKey(client), [root]],
    [queryKey(client.users), [root, "users"]],
    [queryKey(client.users.byId("a/b").drive.items), [root, "users", "a%2Fb", "drive", "items"]],
    [queryKey(client.usageReport({ period: "D7" })), [root, "usageReport", "(period='D7')"]],
    [keyOf(client.users.get()), [root, "users", {}]],
    [keyOf(client.users.byId("7").get()), [root, "users", "7", {}]],
    [
      keyOf(client.users.get({ filter: "id eq '?/('", top: 2 })),
      [root, "users", { query: "$filter=id%20eq%20'%3F%2F('&$top=2" }],
    ],
    [keyOf(client.users.$count()), [root, "users", "$count", {}]],
    [infiniteQueryOptions(client.users.get()).queryKey, [root, "users", { pages: "infinite" }]],
    [allQueryOptions(client.users.get({ top: 9 })).queryKey, [root, "users", { query: "$top=9", pages: "all" }]],
    [keyOf(client.request("GET", "/users?a=1?")), [root, "users", { query: "a=1?" }]],
  ])("%j", (key, expected) => {
    expect(key).toEqual(expected);
    expect(JSON.parse(JSON.stringify(key))).toEqual(key);
  });

  test("have keys of entities apart from their sets where they are in parentheses", () => {
    const { users } = connect<Library>({ baseUrl: `${root}/` }, {});
    expect(queryKey(users.byId("a(b)/c").manager)).toEqual([root, "users", "('a(b)%2Fc')", "manager"]);
  });

  test("have what else the answer depends on, and nothing that the client sends with all requests", () => {
    const headers = { "Accept-Language": "de", authorization: "Basic secret", "x-app": "secret of the app" };
    expect(keyOf(client.users.get({ headers, prefer: "odata.maxpagesize=5" }))).toEqual([
      root,
      "users",
      { headers: { "accept-language": "de", prefer: "odata.maxpagesize=5" } },
    ]);
    const verbose = { headers: { accept: "application/json;odata.metadata=full", "x-app": "other" } };
    expect(keyOf(client.users.get(verbose)).at(-1)).toEqual({ headers: verbose.headers });
  });

  test("tell methods and bodies apart", () => {
    const copy = (name: string): ODataQueryKey => keyOf(client.files.byId("1").copy.post({ name }));
    expect(copy("b").slice(0, 4)).toEqual([root, "files", "1", "copy"]);
    expect(copy("b").at(-1)).toMatchObject({ method: "POST", body: '{"name":"b"}' });
    expect(copy("b")).not.toEqual(copy("c"));
  });
});

describe("queryOptions", () => {
  test("sends nothing by itself, and one request in each run", async () => {
    const { client, sent } = connected(() => ({ id: "7" }));
    const options = queryOptions(client.users.byId("7").get());
    await settled();
    expect(sent).toHaveLength(0);
    expect(await options.queryFn({ signal })).toEqual({ id: "7" });
    await options.queryFn({ signal });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(2).fill(`GET ${root}/users/7`));
    expect(sent[0]?.headers).toMatchObject({ authorization: "Bearer TOKEN", "x-app": "secret of the app" });
    expectTypeOf(options.queryFn).returns.resolves.toEqualTypeOf<Person>();
  });

  test("gives the first page of a collection", async () => {
    const { client, sent } = connected(threePages);
    const options = queryOptions(client.users.get({ select: ["id"] }));
    expectTypeOf(options.queryFn).returns.resolves.toEqualTypeOf<Page<{ id: string }>>();
    expect(await options.queryFn({ signal })).toEqual({ value: [{ id: "1" }], nextLink: `${root}/users?$skip=2` });
    expect(sent).toHaveLength(1);
  });

  test("gives null for what is empty, since queries take no undefined", async () => {
    const { client } = connected(() => new Response(null, { status: 204 }));
    const options = queryOptions(ifNoneMatch(client.me.get(), '"1"'));
    expectTypeOf(options.queryFn).returns.resolves.toEqualTypeOf<Person | null>();
    expect(await options.queryFn({ signal })).toBeNull();
  });

  test("passes the signal of the run on, beside one of the request", async () => {
    const { client, sent } = connected();
    await queryOptions(client.users.get()).queryFn({ signal });
    expect(sent[0]?.signal).toBe(signal);
    const [own, run] = [new AbortController(), new AbortController()];
    const { queryFn } = queryOptions(client.users.get({ signal: own.signal }));
    run.abort(new Error("unmounted"));
    await expect(queryFn(run)).rejects.toThrow("unmounted");
    await queryFn({ signal });
    own.abort(new Error("given up"));
    await expect(queryFn({ signal })).rejects.toThrow("given up");
  });

  test("fails as the request would", async () => {
    const error = { code: "missing", message: "There is no such user." };
    const { client } = connected(() => Response.json({ error }, { status: 404 }));
    const { queryFn } = queryOptions(client.users.byId("7").get());
    expect(await failureOf(queryFn({ signal }))).toMatchObject({ status: 404, ...error });
  });

  test("takes what other functions make of a request", async () => {
    const { client } = connected(() => ({ id: "7" }));
    const schema: StandardSchema<Person, string> = {
      "~standard": { version: 1, vendor: "test", validate: (person) => ({ value: (person as Person).id }) },
    };
    const ofId = queryOptions(checked(client.users.byId("7").get(), schema));
    expectTypeOf(ofId.queryFn).returns.resolves.toEqualTypeOf<string>();
    expect(await ofId.queryFn({ signal })).toBe("7");
    expect(await queryOptions(response(client.me.get())).queryFn({ signal })).toMatchObject({ status: 200 });
  });

  test("takes a request again until its turn to be sent has come", async () => {
    const { client, sent } = connected(() => ({ id: "7" }));
    const request = client.users.byId("7").get();
    const options = [queryOptions(request), queryOptions(request)];
    for (const { queryFn } of options) expect(await queryFn({ signal })).toEqual({ id: "7" });
    expect(sent).toHaveLength(2);
    expect(() => queryOptions(request)).toThrow("already sent");
    const list = client.users.get();
    queryOptions(list);
    await settled();
    expect(() => allQueryOptions(list)).not.toThrow();
  });

  test("errors are of the client where they have a status", () => {
    const statusOf = (error: QueryError): string =>
      error.status === undefined ? error.name : `${error.status} ${error.code}`;
    expect(statusOf(new ODataError({ status: 404, code: "missing", message: "" }))).toBe("404 missing");
    expect(statusOf(new TypeError("no ETag"))).toBe("TypeError");
  });
});

describe("all pages", () => {
  test("are read in one run", async () => {
    const { client, sent } = connected(threePages);
    const options = allQueryOptions(client.users.get());
    expectTypeOf(options.queryFn).returns.resolves.toEqualTypeOf<Person[]>();
    expect(await options.queryFn({ signal })).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }]);
    expect(sent.map((one) => one.signal)).toEqual([signal, signal, signal]);
  });

  test("are an error where they do not end, or are none", async () => {
    const { client } = connected(({ url }) => (url.includes("users") ? { value: [], "@nextLink": url } : { id: 1 }));
    const failed = async (request: ListRequest<unknown>): Promise<unknown> =>
      failureOf(allQueryOptions(request).queryFn({ signal }));
    expect(await failed(client.users.get())).toMatchObject({ code: "endlessPages" });
    expect(await failed(client.groups.get())).toMatchObject({ code: "notACollection" });
  });
});

describe("infiniteQueryOptions", () => {
  /** Reads pages as the library does: the parameter of the next page is asked from the pages so far. */
  async function read(client: Library, most = 9): Promise<{ pages: Page<Person>[]; links: string[] }> {
    const { queryFn, initialPageParam, getNextPageParam } = infiniteQueryOptions(client.users.get());
    const pages: Page<Person>[] = [];
    const links: string[] = [];
    for (let link: string | undefined = initialPageParam; link !== undefined && links.length < most;) {
      const page = await queryFn({ signal, pageParam: link });
      pages.push(page);
      links.push(link);
      link = getNextPageParam(page, pages, link, links);
    }
    return { pages, links };
  }

  test("follows the links of pages", async () => {
    const { client, sent } = connected(threePages);
    const { pages, links } = await read(client);
    expect(pages.map(({ value }) => value)).toEqual([[{ id: "1" }], [{ id: "2" }], [{ id: "3" }]]);
    expect(links).toEqual([`${root}/users`, `${root}/users?$skip=2`, `${root}/users?$skip=3`]);
    expect(sent.map(({ url }) => url)).toEqual(links);
    expect(sent.every(({ headers }) => headers["x-app"] !== undefined)).toBe(true);
  });

  test("ends where a link leads back", async () => {
    const { client } = connected(() => ({ value: [], "@odata.nextLink": "users?$skip=1" }));
    expect((await read(client)).links).toEqual([`${root}/users`, `${root}/users?$skip=1`]);
  });

  test("sends no token to another host", async () => {
    const { client, sent } = connected(() => ({ value: [], "@odata.nextLink": "https://other.example/users" }));
    expect(await failureOf(read(client))).toMatchObject({ code: "foreignLink" });
    expect(sent).toHaveLength(1);
  });

  test("refuses what is no collection", async () => {
    const { client } = connected(() => ({ id: "7" }));
    expect(await failureOf(read(client))).toMatchObject({ code: "notACollection" });
  });
});

describe("mutationOptions", () => {
  test("sends a request of the variables", async () => {
    const { client, sent } = connected(() => ({ id: "7" }));
    const { mutationFn } = mutationOptions((name: string) => client.users.post({ displayName: name }));
    expectTypeOf(mutationFn).toEqualTypeOf<(variables: string) => Promise<Person>>();
    expect(await mutationFn("Ann")).toEqual({ id: "7" });
    expect(sent).toMatchObject([{ method: "POST", body: '{"displayName":"Ann"}' }]);
    expectTypeOf(mutationOptions(() => client.me.get()).mutationFn).toEqualTypeOf<(v: void) => Promise<Person>>();
  });

  test("rejects where the request cannot be made", async () => {
    const { client } = connected();
    const { mutationFn } = mutationOptions((person: Person) =>
      client.users.byId(person.id).patch({}, { ifMatch: person }),
    );
    await expect(mutationFn({ id: "7" })).rejects.toThrow("ifMatch has no ETag");
  });
});
