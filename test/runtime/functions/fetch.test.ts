import { describe, expect, expectTypeOf, test } from "vitest";
import { ODataError, type Fetch } from "../../../src/runtime/client.js";
import { logged, retry, timeout, withHeaders, type LoggedRequest } from "../../../src/runtime/odata.js";
import { createClient } from "../sample/client.js";
import { httpDate, inTurn, serveFaults, throttling } from "../support/faults.js";
import { mockedUsers } from "../support/mocked-users.js";
import { failureOf } from "./support/failure.js";

const user = { body: { id: "1", displayName: "Ann" } };
const quick = { delay: 1 };

/** A client of a mock that fails as it is told; `methods` are those of the requests so far. */
function mocked(wrap: (fetch: Fetch) => Fetch) {
  const mock = mockedUsers();
  const client = createClient({ baseUrl: mock.baseUrl, fetch: wrap(mock.fetch) });
  return { mock, client, methods: () => mock.requests.map(({ method }) => method) };
}

describe("retry", () => {
  test("waits as long as Retry-After says, in seconds", async () => {
    const { mock, client, methods } = mocked((fetch) => retry(fetch));
    mock.fail("GET /users/{id}", { status: 429, retryAfter: 1 });
    const start = Date.now();
    expect(await client.users.byId("1").get()).toMatchObject(user.body);
    expect(Date.now() - start).toBeGreaterThan(950);
    expect(methods()).toHaveLength(2);
  });

  // A mock has no clock, and gives seconds alone.
  test("waits until the date that Retry-After has", async () => {
    const { root, received } = await serveFaults(throttling(1, httpDate(2), user));
    const client = createClient({ baseUrl: root, fetch: retry() });
    const start = Date.now();
    await client.users.byId("1").get();
    expect(Date.now() - start).toBeGreaterThan(500);
    expect(received).toHaveLength(2);
  });

  test("repeats a POST that was refused with Retry-After, with its body", async () => {
    const { mock, client } = mocked((fetch) => retry(fetch));
    mock.fail("POST /users", { status: 429, retryAfter: 0, times: 2 });
    await client.users.post({ displayName: "Ann" });
    expect(mock.requests.map(({ status, body }) => [status, body])).toEqual(
      [429, 429, 201].map((status) => [status, { displayName: "Ann" }]),
    );
    expect(mock.data("users")).toHaveLength(2);
  });

  test.each([
    ["429 without Retry-After", { status: 429 }],
    ["503 without Retry-After", { status: 503 }],
    ["a gateway's timeout", { status: 504 }],
    ["a dropped connection", { drop: true }],
  ])("a POST is not repeated after %s, a GET is", async (_, fault) => {
    const { mock, client, methods } = mocked((fetch) => retry(fetch, quick));
    mock.fail("*", { ...fault, times: 2 });
    expect(await failureOf(client.users.post({ displayName: "Ann" }))).toBeInstanceOf(ODataError);
    expect(await client.users.byId("1").get()).toMatchObject(user.body);
    expect(methods()).toEqual(["POST", "GET", "GET"]);
  });

  test("gives up after `times`, with the last response", async () => {
    const { mock, client, methods } = mocked((fetch) => retry(fetch, { times: 2 }));
    mock.fail("GET /users/{id}", { status: 429, retryAfter: 0, times: 9 });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({ status: 429, code: "TooManyRequests" });
    expect(methods()).toHaveLength(3);
  });

  test("does not wait longer than `maxDelay`", async () => {
    const { mock, client, methods } = mocked((fetch) => retry(fetch));
    mock.fail("GET /users/{id}", { status: 429, retryAfter: 3600 });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({ status: 429, retryAfter: 3600 });
    expect(methods()).toHaveLength(1);
  });

  test("does not repeat what cannot succeed", async () => {
    const { client, methods } = mocked((fetch) => retry(fetch, quick));
    expect(await failureOf(client.users.byId("2").get())).toMatchObject({ status: 404 });
    expect(methods()).toHaveLength(1);
  });

  test("never sends a stream twice", async () => {
    const { mock, client } = mocked((fetch) => retry(fetch, quick));
    mock.fail("*", { status: 429, retryAfter: 0 });
    const body = new Blob(["text"]).stream();
    expect(await failureOf(client.request("PUT", "users/1/photo/$value", { body }))).toMatchObject({ status: 429 });
    expect(mock.requests.map((request) => request.body)).toEqual(["text"]);
  });

  test("the signal ends the wait", async () => {
    const { mock, client, methods } = mocked((fetch) => retry(fetch));
    mock.fail("GET /users/{id}", { status: 429, retryAfter: 30 });
    const controller = new AbortController();
    const request = failureOf(client.users.byId("1").get({ signal: controller.signal }));
    await expect.poll(() => methods().length).toBe(1);
    controller.abort(new Error("changed my mind"));
    expect(await request).toMatchObject({ message: "changed my mind" });
  });
});

// A mock answers at once.
describe("timeout", () => {
  test("rejects when the response does not begin in time", async () => {
    const { root } = await serveFaults(() => ({ ...user, delay: 500 }));
    const client = createClient({ baseUrl: root, fetch: timeout(undefined, 50) });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({
      code: "timeout",
      method: "GET",
      url: `${root}/users/1`,
    });
  });

  test("lets through what is in time, and the signal of the request", async () => {
    const { root } = await serveFaults(inTurn(user, { ...user, delay: 500 }));
    const client = createClient({ baseUrl: root, fetch: timeout(undefined, 5000) });
    expect(await client.users.byId("1").get()).toEqual(user.body);
    const late = client.users.byId("1").get({ signal: AbortSignal.timeout(50) });
    expect(await failureOf(late)).toMatchObject({ name: "TimeoutError" });
  });

  test("a request that is late is repeated by retry", async () => {
    const { root, received } = await serveFaults(inTurn({ ...user, delay: 500 }, user));
    const client = createClient({ baseUrl: root, fetch: retry(timeout(undefined, 100), quick) });
    expect(await client.users.byId("1").get()).toEqual(user.body);
    expect(received).toHaveLength(2);
  });
});

describe("logged", () => {
  test("has method, URL, status and duration, but no secret of the query", async () => {
    const mock = mockedUsers();
    mock.fail("GET /users/{id}", { drop: true });
    const root = mock.baseUrl;
    const entries: LoggedRequest[] = [];
    const client = createClient({
      baseUrl: root,
      credential: () => "SECRET",
      fetch: logged(mock.fetch, (entry) => entries.push(entry)),
    });
    await client.users.get({ select: ["id"], top: 2, filter: "mail eq 'ann@x'", custom: { sig: "SECRET" } });
    await failureOf(client.users.byId("1").get());
    expect(entries).toEqual([
      {
        method: "GET",
        url: `${root}/users?$select=id&$filter=…&$top=2&sig=…`,
        status: 200,
        duration: expect.any(Number) as number,
      },
      { method: "GET", url: `${root}/users/1`, status: 0, duration: expect.any(Number) as number },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/SECRET|ann@x/);
  });
});

describe("withHeaders", () => {
  test("adds headers, but replaces none of the request", async () => {
    const { mock, client } = mocked((fetch) => withHeaders(fetch, { "X-Trace": "1", Accept: "text/html" }));
    await client.users.byId("1").get();
    expect(mock.requests[0]?.headers).toMatchObject({ "x-trace": "1", accept: "application/json" });
  });

  test("a function gives them for each request, by its URL", async () => {
    let count = 0;
    const { mock, client } = mocked((fetch) =>
      withHeaders(fetch, async (url) => (url.endsWith("/2") ? {} : { "x-count": String(++count) })),
    );
    mock.set(
      "users",
      ["1", "2", "3"].map((id) => ({ id, displayName: null, mail: null })),
    );
    for (const id of ["1", "2", "3"]) await client.users.byId(id).get();
    expect(mock.requests.map(({ headers }) => headers["x-count"])).toEqual(["1", undefined, "2"]);
  });
});

test("the functions compose, and take the global fetch", () => {
  expectTypeOf(
    retry(
      timeout(
        logged(withHeaders(fetch, {}), () => undefined),
        10_000,
      ),
    ),
  ).toEqualTypeOf<Fetch>();
  expectTypeOf(fetch).toExtend<Fetch>();
  expect(typeof retry(fetch)).toBe("function");
});
