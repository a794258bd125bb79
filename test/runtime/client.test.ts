import { describe, expect, test, vi } from "vitest";
import { connect, ODataError, type ClientOptions, type Facts } from "../../src/runtime/client.js";
import { createClient, type Client } from "./sample/client.js";
import { serve, type Answer, type Received, type Service, type ServiceOptions } from "./support/service.js";

interface Connected extends Service {
  readonly client: Client;
}

async function connected(
  answer: Answer | ((request: Received) => Answer) = {},
  options: ClientOptions = {},
  serviceOptions: ServiceOptions = {},
): Promise<Connected> {
  const service = await serve(typeof answer === "function" ? answer : () => answer, serviceOptions);
  return { ...service, client: createClient({ baseUrl: service.root, ...options }) };
}

/** The one request that was received, as `METHOD /path?query`. */
function line({ received }: Service): string {
  expect(received).toHaveLength(1);
  return received.map(({ method, url }) => `${method} ${url}`).join();
}

async function failureOf(promise: Promise<unknown>): Promise<ODataError> {
  const error: unknown = await promise.then(
    () => "no error",
    (reason: unknown) => reason,
  );
  if (!ODataError.is(error)) throw new Error(`not an ODataError: ${String(error)}`);
  return error;
}

describe("requests", () => {
  test("get reads an entity", async () => {
    const service = await connected({
      body: { "@odata.context": "$metadata#users/$entity", id: "1", displayName: "Ann" },
    });
    const user = await service.client.users.byId("a/b'c?d#e f").get({ select: ["displayName"] });
    expect(user.displayName).toBe("Ann");
    expect(line(service)).toBe("GET /v1.0/users/a%2Fb'c%3Fd%23e%20f?$select=displayName");
    expect(service.received[0]?.headers).toMatchObject({ accept: "application/json" });
  });

  test("post, patch and put send JSON; delete sends nothing", async () => {
    const { client, received } = await connected((request) =>
      request.method === "POST" ? { status: 201, body: { id: "7" } } : { status: 204 },
    );
    const devices = client.deviceManagement.importedDeviceIdentities;
    expect(await devices.post({ importedDeviceIdentifier: "1", platform: "ios" })).toEqual({ id: "7" });
    expect(await devices.byId("7").patch({ platform: null })).toBeUndefined();
    expect(await devices.byId("7").put({ tags: [] })).toBeUndefined();
    expect(await devices.byId("7").delete({ headers: { "If-Match": "*" } })).toBeUndefined();
    expect(received.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual([
      'POST /v1.0/deviceManagement/importedDeviceIdentities {"importedDeviceIdentifier":"1","platform":"ios"}',
      'PATCH /v1.0/deviceManagement/importedDeviceIdentities/7 {"platform":null}',
      'PUT /v1.0/deviceManagement/importedDeviceIdentities/7 {"tags":[]}',
      "DELETE /v1.0/deviceManagement/importedDeviceIdentities/7 ",
    ]);
    expect(received.map(({ headers }) => headers["content-type"])).toEqual([
      ...Array(3).fill("application/json"),
      undefined,
    ]);
    expect(received[3]?.headers["if-match"]).toBe("*");
  });

  test("what is not awaited is sent all the same, but for collections", async () => {
    const { client, received } = await connected({ status: 204 });
    void client.users.byId("1").get();
    void client.users.get();
    void client.users.delta().get();
    void client.users.byId("2").delete();
    await expect.poll(() => received.length).toBe(2);
    expect(received.map(({ url }) => url).sort()).toEqual(["/v1.0/users/1", "/v1.0/users/2"]);
  });

  test("a body that is undefined by mistake is no empty entity, and null is null", async () => {
    const bodies: unknown[] = [];
    const fetch = async (_: string, { body }: { body?: unknown }): Promise<Response> => {
      bodies.push(body);
      return new Response("{}");
    };
    type Any = Readonly<Record<string, { post(...args: unknown[]): Promise<unknown> }>>;
    const { users } = connect<Any>({ baseUrl: "https://service.example", fetch }, {});
    await users?.post();
    await users?.post(undefined, {});
    await users?.post(undefined);
    await users?.post(null);
    expect(bodies).toEqual(["{}", "{}", undefined, "null"]);
  });

  test("names tell which paths are collections, and facts where they do not", async () => {
    const sent: string[] = [];
    const fetch = async (url: string): Promise<Response> => new Response(sent.push(url) > 0 ? "{}" : "");
    type Any = Readonly<Record<string, { get(): Promise<unknown> }>>;
    const facts: Facts = { irregular: ["people", "settings"] };
    const client = connect<Any>({ baseUrl: "https://service.example", fetch }, facts);
    for (const name of ["people", "settings", "users", "manager"]) void client[name]?.get();
    await expect.poll(() => sent.length).toBe(2);
    expect(sent.map((url) => new URL(url).pathname)).toEqual(["/settings", "/manager"]);
  });

  test("query options are encoded, so that no value ends its option", async () => {
    const service = await connected({ body: { value: [] } });
    await service.client.users.get({
      select: ["id", "displayName"],
      expand: {
        manager: true,
        devices: { select: ["id"], filter: "platform eq 'a&b'", top: 2, expand: { owner: { select: ["mail"] } } },
      },
      filter: "displayName eq 'R&D #1 + 50%'",
      orderby: ["displayName desc", "id"],
      top: 5,
      skip: 10,
      search: '"a b"',
      count: true,
      take: 3,
      custom: { startDateTime: "2020-01-01T00:00:00+01:00" },
    });
    expect(line(service)).toBe(
      "GET /v1.0/users?$select=id,displayName" +
        "&$expand=manager,devices($select=id;$expand=owner($select=mail);$filter=platform%20eq%20%27a%26b%27;$top=2)" +
        "&$filter=displayName%20eq%20%27R%26D%20%231%20%2B%2050%25%27&$orderby=displayName%20desc,id" +
        "&$top=5&$skip=10&$search=%22a%20b%22&$count=true&startDateTime=2020-01-01T00:00:00%2B01:00",
    );
  });

  test("casts are segments in paths and in expand", async () => {
    const service = await connected({ body: {} });
    const cast = service.client.users.byId("1").manager.as("microsoft.graph.user").devices.byId("2");
    await cast.owner.get({ expand: { manager: { as: "microsoft.graph.user", select: ["mail"] } } });
    expect(line(service)).toBe(
      "GET /v1.0/users/1/manager/microsoft.graph.user/devices/2/owner?$expand=manager/microsoft.graph.user($select=mail)",
    );
  });

  test("$count gives a number", async () => {
    const service = await connected({ headers: { "content-type": "text/plain" }, body: "42" });
    expect(
      await service.client.users.$count({ filter: "startswith(mail,'a')", headers: { ConsistencyLevel: "eventual" } }),
    ).toBe(42);
    expect(line(service)).toBe("GET /v1.0/users/$count?$filter=startswith(mail,%27a%27)");
    expect(service.received[0]?.headers).toMatchObject({ accept: "*/*", consistencylevel: "eventual" });
  });

  test("functions are called with their parameters, actions are posted", async () => {
    const { client, received } = await connected((request) => ({
      body: { value: request.method === "POST" ? true : [{ subject: "x" }] },
    }));
    const user = client.users.byId("1");
    expect(await user.reminderView({ StartDateTime: "it's 5/6" }).get()).toEqual({ value: [{ subject: "x" }] });
    await user.between({ from: "2020-01-01", span: "P1D", platform: "ios", ids: ["a", "b'"] }).get();
    await client.users.delta().get({ select: ["id"] });
    await client.users.get_().get();
    expect(await user.revokeSessions.post()).toBe(true);
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /v1.0/users/1/reminderView(StartDateTime='it''s%205%2F6')",
      "GET /v1.0/users/1/between(from=2020-01-01,span=duration'P1D',platform=ns.platform'ios',ids=@ids)?@ids=%5B%22a%22,%22b%27%22%5D",
      "GET /v1.0/users/delta()?$select=id",
      "GET /v1.0/users/ns.get()",
      "POST /v1.0/users/1/revokeSessions",
    ]);
    expect(received[4]).toMatchObject({ headers: { "content-type": "application/json" }, body: "{}" });
  });

  test("numbers in a collection of parameters have no quotes", async () => {
    const service = await connected({ body: {} });
    const client = connect<Client>({ baseUrl: service.root }, { parameters: { "between.ids": "Int64" } });
    await client.users
      .byId("1")
      .between({ from: "a", span: "P1D", platform: "ios", ids: ["9007199254740993", "2"] })
      .get();
    expect(line(service)).toMatch(/\?@ids=%5B9007199254740993,2%5D$/);
    const ids = ['1"]'];
    expect(() => client.users.byId("1").between({ from: "a", span: "P1D", platform: "ios", ids })).toThrow(TypeError);
  });

  test("a value of a parameter that stands without quotes cannot bring others", () => {
    const { users } = createClient({ baseUrl: "https://service.example" });
    expect(() => users.byId("1").between({ from: "2020-01-01,span=1)/x(", span: "P1D", platform: "ios" })).toThrow(
      TypeError,
    );
  });

  test("request is the way out, below the service root", async () => {
    const { client, received, root } = await connected({ body: "plain", headers: { "x-answer": "1" } });
    const response = await client.request("PUT", "/users/1/photo/$value", {
      body: new Uint8Array([104, 105]),
      headers: { "Content-Type": "image/png" },
      raw: true,
    });
    expect([response.headers.get("x-answer"), await response.text()]).toEqual(["1", "plain"]);
    expect(received[0]).toMatchObject({
      method: "PUT",
      url: "/v1.0/users/1/photo/$value",
      body: "hi",
      headers: { "content-type": "image/png" },
    });
    expect((await failureOf(client.request("GET", `${root}/users`))).code).toBe("notJson");
    for (const path of [
      "../beta/users",
      "users/../../x",
      "https://evil.example/v1.0/",
      `${root}evil`,
      "users/%2e%2e/%2e%2e/x",
      "\\..\\x",
    ]) {
      expect(() => client.request("GET", path)).toThrow(expect.objectContaining({ code: "outsideService" }));
    }
    expect(received).toHaveLength(2);
  });

  test("a request names a resource in whole, or is an error", async () => {
    const otherUrls = "the slash in the string of the filter is not encoded by hand";
    const { client, received } = await connected({ status: 204 }, {}, { otherUrls });
    await client.request("DELETE", "me/drive/root:/Docs/report#1.docx");
    expect(received[0]?.url).toBe("/v1.0/me/drive/root:/Docs/report%231.docx");
    for (const end of ["\u0000", "\u0001", "\u001f", "\t", "\n", " "]) {
      await client.request("DELETE", `users/..${end}`);
      expect(received.pop()?.url).toBe(`/v1.0/users/..${encodeURIComponent(end)}`);
    }
    for (const id of ["..", ".", "%2e%2E", "..?x=1", "a/..", "a/./b", "a\\..\\b"]) {
      expect(() => client.request("DELETE", `users/${id}`)).toThrow(/outside/);
    }
    expect(received).toHaveLength(1);
    await client.request("GET", "users?$filter=mail eq '../..'");
    expect(received).toHaveLength(2);
  });

  test("a raw read takes any type", async () => {
    const { client, received } = await connected({ body: "x" });
    await client.request("GET", "me/photo/$value", { raw: true });
    await client.request("GET", "me/photo/$value", { raw: true, headers: { Accept: "image/png" } });
    expect(received.map(({ headers }) => headers.accept)).toEqual(["*/*", "image/png"]);
  });
});

/** Three pages of two; links are absolute or relative. */
function pages(request: Received): Answer {
  const page = Number(new URL(request.url, "http://x").searchParams.get("$skiptoken") ?? 0);
  const base = `http://${request.headers.host}/v1.0/users`;
  const link = page < 2 ? { "@odata.nextLink": page === 0 ? `${base}?$skiptoken=1` : "users?$skiptoken=2" } : {};
  return {
    body: { "@odata.context": "x", "@odata.count": 6, value: [{ id: `${page}a` }, { id: `${page}b` }], ...link },
  };
}

/** Iterates a list whose pages all have this link; gives the numbers of items and requests before it failed. */
async function iterate(nextLink: string): Promise<{ error: ODataError; items: number; requests: number }> {
  const { client, received } = await connected(
    { body: { value: [{ id: "1" }], "@odata.nextLink": nextLink } },
    { credential: () => "secret" },
  );
  let items = 0;
  const error = await failureOf(
    (async () => {
      for await (const _ of client.users.get()) items++;
    })(),
  );
  return { error, items, requests: received.length };
}

describe("lists", () => {
  test("awaited: one page, sent once", async () => {
    const { client, received, root } = await connected(pages);
    const request = client.users.get({ count: true });
    expect(await request).toEqual({
      value: [{ id: "0a" }, { id: "0b" }],
      nextLink: `${root}/users?$skiptoken=1`,
      count: 6,
    });
    expect(
      await Promise.all([request, request.then((page) => page.value.length), request.finally(() => undefined)]),
    ).toHaveLength(3);
    expect(received).toHaveLength(1);
  });

  test("iterated: all items, with the headers of the first request", async () => {
    const { client, received } = await connected(pages);
    const request = client.users.get({ headers: { ConsistencyLevel: "eventual" } });
    await request;
    for (const _ of [1, 2]) {
      const ids: string[] = [];
      for await (const { id } of request) ids.push(id);
      expect(ids).toEqual(["0a", "0b", "1a", "1b", "2a", "2b"]);
    }
    const followed = ["/v1.0/users?$skiptoken=1", "/v1.0/users?$skiptoken=2"];
    expect(received.map(({ url }) => url)).toEqual(["/v1.0/users", ...followed, ...followed]);
    expect(received.every(({ headers }) => headers["consistencylevel"] === "eventual")).toBe(true);
  });

  test("take ends the iteration, and no page is read for nothing", async () => {
    const { client, received } = await connected(pages);
    const ids: string[] = [];
    for await (const { id } of client.users.get({ take: 2 })) ids.push(id);
    for await (const { id } of client.users.get({ take: 0 })) ids.push(id);
    expect([ids, received.map(({ url }) => url)]).toEqual([["0a", "0b"], ["/v1.0/users"]]);
  });

  test("a link to another host is not followed, and a loop ends", async () => {
    expect(await iterate("https://evil.example/next")).toMatchObject({
      error: { code: "foreignLink" },
      items: 1,
      requests: 1,
    });
    expect(await iterate("users?$skiptoken=1")).toMatchObject({
      error: { code: "endlessPages" },
      items: 2,
      requests: 2,
    });
  });

  test("relative links are resolved against the context URL, else against that of the request", async () => {
    const { client, received, root } = await connected(({ url }) => ({
      body: url.includes("skiptoken")
        ? { "@odata.context": "../$metadata#users", value: [], "@odata.deltaLink": "users/delta()?$deltatoken=2" }
        : { "@odata.context": "../../$metadata#users", value: [], "@odata.nextLink": "users?$skiptoken=2" },
    }));
    const devices = client.users.byId("1").devices.get();
    expect(devices.deltaLink).toBeUndefined();
    for await (const _ of devices) expect.unreachable();
    expect(received.map(({ url }) => url)).toEqual(["/v1.0/users/1/devices", "/v1.0/users?$skiptoken=2"]);
    expect(devices.deltaLink).toBe(`${new URL(root).origin}/users/delta()?$deltatoken=2`);
  });

  test("a link to http of the same host is followed by https", async () => {
    const sent: string[] = [];
    const fetch = async (url: string) => {
      const link = sent.push(url) === 1 ? { "@odata.nextLink": "http://service.example/users?$skip=1" } : {};
      return new Response(JSON.stringify({ value: [], ...link }));
    };
    const { users } = createClient({ baseUrl: "https://service.example", fetch });
    for await (const _ of users.get()) expect.unreachable();
    expect(sent).toEqual(["https://service.example/users", "https://service.example/users?$skip=1"]);
  });

  test("pages without end are an error", async () => {
    let pagesSent = 0;
    const fetch = async () => {
      pagesSent++;
      const value = pagesSent % 50 === 0 ? [{ id: "1" }] : [];
      return new Response(JSON.stringify({ value, "@odata.nextLink": `users?$skip=${pagesSent}` }));
    };
    const { users } = createClient({ baseUrl: "https://service.example", fetch });
    const all = async (maxPages?: number): Promise<void> => {
      for await (const _ of users.get({ maxPages }));
    };
    expect((await failureOf(all(120))).code).toBe("endlessPages");
    expect(pagesSent).toBe(120);
    const empty = async () =>
      new Response(JSON.stringify({ value: [], "@odata.nextLink": `users?$skip=${pagesSent++}` }));
    pagesSent = 0;
    const list = createClient({ baseUrl: "https://service.example", fetch: empty }).users.get();
    expect((await failureOf(list[Symbol.asyncIterator]().next())).code).toBe("endlessPages");
    expect(pagesSent).toBe(101);
  });

  test("iterating what is no collection says so", async () => {
    const { client } = await connected({ body: { id: "1" } });
    const iterated = client.users.get()[Symbol.asyncIterator]().next();
    expect((await failureOf(iterated)).code).toBe("notACollection");
  });
});

async function read(body: unknown, root = "http://service.example/v1.0"): Promise<unknown> {
  const fetch = async () => new Response(JSON.stringify(body));
  return createClient({ baseUrl: root, fetch }).users.byId("1").get();
}

async function called(body: unknown): Promise<unknown> {
  const { client } = await connected({ body });
  return client.users.byId("1").between({ from: "2020-01-01", span: "P1D", platform: "ios" }).get();
}

describe("what comes in value", () => {
  test("an entity with a property value stays as it is", async () => {
    expect(await read({ id: "1", value: [1] })).toEqual({ id: "1", value: [1] });
    expect(await read({ "@odata.context": "$metadata#x(value)/$entity", value: [1] })).toMatchObject({
      "@odata.context": expect.any(String),
    });
    expect(await read({ value: "x" })).toEqual({ value: "x" });
    const related = (await connected({ body: { value: "x" } })).client.users.byId("1").manager;
    expect(await related.get()).toEqual({ value: "x" });
  });

  test("a function gives the bare value, or a page of values", async () => {
    expect(await called({ "@odata.context": "$metadata#Edm.Int32", value: 5 })).toBe(5);
    expect(await called({ "@odata.context": "x", value: null })).toBeNull();
    expect(await called({ value: ["a"] })).toEqual({ value: ["a"] });
    expect(await called({ id: "1", value: 5 })).toEqual({ id: "1", value: 5 });
  });

  test("annotations of OData 4.01 need no odata.", async () => {
    expect(await read({ "@context": "x", "@nextLink": "n", "@deltaLink": "d", "@count": "3", value: [] })).toEqual({
      value: [],
      nextLink: "http://service.example/v1.0/users/n",
      deltaLink: "http://service.example/v1.0/users/d",
      count: 3,
    });
  });
});

describe("credentials", () => {
  const body = { value: [] };

  test("a function gives a token to each request", async () => {
    let calls = 0;
    const { client, received } = await connected({ body }, { credential: async () => `t${++calls}` });
    await client.users.get();
    await client.users.get();
    expect(received.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("a credential is asked for the scopes: the option's, the facts', else the host's", async () => {
    const asked: string[][] = [];
    const credential = { getToken: async (scopes: string[]) => ({ token: String(asked.push(scopes)) }) };
    const { root, received } = await serve(() => ({ body }));
    await createClient({ baseUrl: root, credential, scopes: "a" }).users.get();
    await createClient({ baseUrl: root, credential }).users.get();
    await connect<Client>({ baseUrl: root, credential }, {}).users.get();
    expect(asked).toEqual([["a"], ["https://graph.microsoft.com/.default"], [`${new URL(root).origin}/.default`]]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(["Bearer 1", "Bearer 2", "Bearer 3"]);
  });

  test("without a token nothing is sent", async () => {
    const { client, received } = await connected({ body }, { credential: { getToken: async () => null } });
    expect((await failureOf(client.users.get())).code).toBe("noToken");
    expect(received).toEqual([]);
  });

  test("headers of the options go with every request, and the request's own win in any case of letters", async () => {
    const { client, received } = await connected({ body }, { headers: { "X-Api-Key": "k", Prefer: "a" } });
    await client.users.get({ headers: { prefer: "b", ACCEPT: "application/json;IEEE754Compatible=true" } });
    expect(received[0]?.headers).toMatchObject({
      "x-api-key": "k",
      prefer: "b",
      accept: "application/json;IEEE754Compatible=true",
    });
  });

  test("a redirect is not followed, so nothing goes to another host", async () => {
    const other = await serve(() => ({ body }));
    const { client } = await connected(
      { status: 302, headers: { location: other.root } },
      { credential: () => "secret", headers: { "x-key": "k" } },
    );
    const error = await failureOf(client.users.get());
    expect([error.status, error.headers?.get("location"), other.received]).toEqual([302, other.root, []]);
    expect(JSON.stringify(error) + error.stack).not.toContain("secret");
  });

  test.each(["\r\nx-c: d", "\n", "\0"])("%j in a header or token is an error that does not show it", async (end) => {
    const fetch = () => Promise.reject(new Error("sent"));
    const failing = async (options: ClientOptions, headers = {}): Promise<string> => {
      const client = createClient({ baseUrl: "https://service.example", fetch, ...options });
      try {
        return String(await client.users.get({ headers }));
      } catch (error) {
        return String(error);
      }
    };
    expect(await failing({}, { "X-A": `b${end}` })).toBe('TypeError: The header "X-A" has a line break.');
    expect(await failing({ credential: () => `secret${end}` })).toBe(
      'TypeError: The header "authorization" has a line break.',
    );
  });
});

describe("errors", () => {
  test("what the service says about an error", async () => {
    const error = {
      code: "badRequest",
      message: "No.",
      target: "x",
      details: [{ code: "a", message: "b", target: "c" }],
      innerError: { "request-id": "r1", date: "d" },
    };
    const { client } = await connected({ status: 400, body: { error } });
    const failure = await failureOf(client.users.byId("1").get());
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ ...error, name: "ODataError", status: 400, requestId: "r1" });
  });

  test.each([
    ["no body", undefined, "The service answered with status 502."],
    ["HTML", "<html><head><title>Bad gateway</title></head><body>…</body></html>", "Bad gateway"],
    ["HTML without title", "<h1>Bad gateway</h1>", " Bad gateway "],
    ["text", "Bad gateway", "Bad gateway"],
    ["a string", '"no"', "The service answered with status 502."],
    ["null", "null", "The service answered with status 502."],
    ["no error", { error: null }, "The service answered with status 502."],
    ["an error of OData 2.0", { error: { message: { lang: "en", value: "No." } } }, "No."],
    ["problem details", { title: "Bad", detail: "No gateway." }, "No gateway."],
    ["problem details without detail", { title: "Bad" }, "Bad"],
    ["a message", { message: "No gateway." }, "No gateway."],
  ])("a failed response with %s", async (_, body, message) => {
    const { client, root } = await connected({ status: 502, headers: { "request-id": "r2" }, body });
    const failure = await failureOf(client.users.byId("1").patch({}));
    expect(failure).toMatchObject({
      status: 502,
      code: "502",
      message,
      requestId: "r2",
      details: [],
      method: "PATCH",
      url: `${root}/users/1`,
    });
    expect(JSON.parse(JSON.stringify(failure))).toMatchObject({ name: "ODataError", message, code: "502" });
  });

  test("an error of OAuth", async () => {
    const { client } = await connected({
      status: 401,
      body: { error: "invalid_token", error_description: "Expired." },
    });
    expect(await failureOf(client.users.get())).toMatchObject({ code: "invalid_token", message: "Expired." });
  });

  test.each([
    ["7", 7],
    [new Date(Date.now() + 60_000).toUTCString(), expect.closeTo(60, -1)],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ])("retryAfter from %s", async (value, seconds) => {
    const { client } = await connected({ status: 429, headers: { "retry-after": value } });
    expect((await failureOf(client.users.get())).retryAfter).toEqual(seconds);
  });

  test("a failure of the network keeps its cause, and the URL has no secrets", async () => {
    const cause = new TypeError("fetch failed");
    const fetch = () => Promise.reject(cause);
    const client = createClient({ baseUrl: "https://service.example", fetch, credential: () => "secret" });
    const failure = await failureOf(client.users.get({ custom: { key: "secret" } }));
    expect(failure).toMatchObject({ code: "network", status: 0, cause, url: "https://service.example/users" });
    expect(JSON.stringify(failure) + failure.stack).not.toContain("secret");
  });

  test("the token is not repeated from a response", async () => {
    const { client } = await connected(
      (request) => ({ status: 400, body: `You sent ${request.headers.authorization}` }),
      {
        credential: () => "t0k3n",
      },
    );
    expect((await failureOf(client.users.get())).message).toBe("You sent Bearer …");
  });

  test("errors of another copy of the runtime are known", () => {
    const copy = Object.assign(new Error("x"), { [Symbol.for("odata-codegen.ODataError")]: true });
    expect([copy, new Error("x"), null, "x"].map((value) => ODataError.is(value))).toEqual([true, false, false, false]);
  });

  test("a success that is no JSON", async () => {
    const { client, root } = await connected({ body: "<html>" });
    const expected = { status: 200, code: "notJson", url: `${root}/users` };
    expect(await failureOf(client.users.get({ top: 1 }))).toMatchObject(expected);
    expect((await failureOf(client.users.get())).headers?.get("content-type")).toBe("application/json");
  });

  test("a response that ends early is a failure of the network", async () => {
    const cause = new TypeError("terminated");
    const response = Object.assign(new Response("{"), { text: () => Promise.reject(cause) });
    const { users } = createClient({ baseUrl: "https://service.example", fetch: async () => response });
    expect(await failureOf(users.get())).toMatchObject({ code: "network", status: 200, cause });
  });

  test("an aborted request rejects with the reason", async () => {
    const { client } = await connected({ body: {} });
    await expect(client.users.byId("1").get({ signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
      "enough",
    );
  });
});

describe("nodes", () => {
  const fetched: string[] = [];
  const fetch: NonNullable<ClientOptions["fetch"]> = async (url) => {
    fetched.push(url.slice("https://service.example".length));
    return new Response("{}");
  };
  interface Any {
    (...args: unknown[]): Any & Promise<unknown>;
    [name: string]: Any;
  }
  const anyClient = (facts: Facts = {}): Any => connect<Any>({ baseUrl: "https://service.example/", fetch }, facts);
  const urlOf = async (node: (client: Any) => Any | undefined, facts?: Facts): Promise<string | undefined> => {
    await node(anyClient(facts))?.["get"]?.();
    return fetched.pop();
  };

  test("any name is a segment, also one that functions or clients have", async () => {
    for (const name of [
      "name",
      "length",
      "call",
      "apply",
      "bind",
      "prototype",
      "toString",
      "constructor",
      "__proto__",
      "get",
      "post",
      "byId",
      "request",
      "as",
      "arguments",
    ]) {
      expect(await urlOf((client) => client[name])).toBe(`/${name}`);
    }
    expect(await urlOf((client) => client["users"]?.["$ref"])).toBe("/users/$ref");
    expect(await urlOf((client) => client["a b/ö"])).toBe("/a%20b%2F%C3%B6");
    expect(await urlOf((client) => client)).toBe("/");
  });

  test("a node is no promise and has no JSON", async () => {
    const node = anyClient()["users"];
    expect(await Promise.resolve(node)).toBe(node);
    expect(JSON.stringify({ node })).toBe("{}");
    expect(`${typeof node}`).toBe("function");
  });

  test("keys in a path", async () => {
    const facts: Facts = { keyStyle: "segment" };
    expect(await urlOf((client) => client["users"]?.["byId"]?.("a/../b"), facts)).toBe("/users/a%2F..%2Fb");
    expect(await urlOf((client) => client["users"]?.["byId"]?.(7), facts)).toBe("/users/7");
    expect(await urlOf((client) => client["users"]?.["byId"]?.({ name: "a'b", n: 1 }), facts)).toBe(
      "/users(name='a''b',n=1)",
    );
    for (const key of ["", ".", "..", undefined, null, NaN, {}, [], new Date(), () => 1, { a: undefined }, { a: {} }]) {
      expect(() => anyClient(facts)["users"]?.["byId"]?.(key), String(key)).toThrow(TypeError);
      if (typeof key !== "string") expect(() => anyClient()["users"]?.["byId"]?.(key)).toThrow(TypeError);
    }
    expect(await urlOf((client) => client["users"]?.["byId"]?.({ "a=1)/x": 1 }), facts)).toBe("/users(a%3D1)%2Fx=1)");
    expect(await urlOf((client) => client["f"]?.({ "a)/x?y=": 1, "b&c": [] }))).toBe(
      "/f(a)%2Fx%3Fy%3D=1,b%26c=@b%26c)?@b%26c=%5B%5D",
    );
    expect(() => anyClient(facts)["users"]?.["byId"]?.("\ud800")).toThrow(URIError);
  });

  test("keys in parentheses, of every kind", async () => {
    const facts: Facts = {
      segments: { orders_: "orders" },
      keys: {
        orders_: "Guid",
        "lines.at": "DateTimeOffset",
        "lines.colour": "ns.Colour",
        notes: "Binary",
        "ns.Archive/orders_": "Int64",
        "ns.Page/notes": "String",
      },
      types: {
        archive: "ns.Archive",
        "./pages": "ns.Page",
        "ns.Archive/notes": "ns.Page",
        "ns.Page/ns.Old": "ns.Archive",
      },
    };
    const key = async (path: readonly string[], value: unknown): Promise<string | undefined> =>
      urlOf((client) => path.reduce<Any | undefined>((node, name) => node?.[name], client)?.["byId"]?.(value), facts);
    expect(await key(["people"], "a'b/c")).toBe("/people('a''b%2Fc')");
    expect(await key(["people"], "..")).toBe("/people('..')");
    expect(await key(["people"], 7)).toBe("/people(7)");
    expect(await key(["people"], true)).toBe("/people(true)");
    expect(await key(["orders_"], "01234567-89ab-cdef-0123-456789abcdef")).toBe(
      "/orders(01234567-89ab-cdef-0123-456789abcdef)",
    );
    expect(await key(["archive", "orders_"], "9223372036854775807")).toBe("/archive/orders(9223372036854775807)");
    expect(await key(["archive", "notes", "notes"], "a")).toBe("/archive/notes/notes('a')");
    expect(await key(["archive", "notes", "notes", "orders_"], "1")).toBe("/archive/notes/notes/orders(1)");
    expect(await key(["pages", "notes"], "a")).toBe("/pages/notes('a')");
    expect(await key(["people", "pages", "notes"], "Zg")).toBe("/people/pages/notes(binary'Zg')");
    const cast = (client: Any) => client["pages"]?.["as"]?.("ns.Old")?.["orders_"]?.["byId"]?.("7");
    expect(await urlOf(cast, facts)).toBe("/pages/ns.Old/orders(7)");
    expect(await key(["lines"], { at: "2020-01-01T00:00+01:00", colour: "red" })).toBe(
      "/lines(at=2020-01-01T00:00%2B01:00,colour=ns.Colour'red')",
    );
    expect(await key(["notes"], "Zg==")).toBe("/notes(binary'Zg%3D%3D')");
    expect(() => anyClient(facts)["orders_"]?.["byId"]?.("1)/x")).toThrow(TypeError);
  });

  test("segments cannot leave the service", () => {
    const client = connect<Any>({ baseUrl: "https://service.example/v1", fetch }, {});
    for (const name of ["", ".", ".."]) {
      expect(() => client[name]).toThrow(TypeError);
      expect(() => client["users"]?.["as"]?.(name)).toThrow(TypeError);
    }
  });

  test("the service root has to be one", () => {
    for (const baseUrl of [
      undefined,
      "",
      "service.example",
      "ftp://service.example",
      "https://service.example?x=1",
      "https://service.example#x",
      "https://user:secret@service.example",
    ]) {
      expect(() => connect({ baseUrl }, {})).toThrow(TypeError);
      expect(() => connect({ baseUrl }, {})).not.toThrow(/secret/);
    }
    expect(() => connect({}, { baseUrl: "https://service.example/v1/" })).not.toThrow();
  });

  test("a path as service root is one of the page's host in a browser, and an error elsewhere", async () => {
    vi.stubGlobal("location", undefined);
    expect(() => connect({ baseUrl: "/api/v1" }, {})).toThrow(TypeError);
    vi.stubGlobal("location", { href: "https://app.example/start?x=1" });
    const sent: string[] = [];
    const client = connect<Any>(
      { baseUrl: "/api/v1", fetch: async (url) => new Response(sent.push(url) ? "{}" : "") },
      {},
    );
    await client["users"]?.["get"]?.();
    expect(sent).toEqual(["https://app.example/api/v1/users"]);
    vi.unstubAllGlobals();
  });
});
