import { describe, expect, expectTypeOf, test } from "vitest";
import { ODataError, type Fetch } from "../../../src/runtime/client.js";
import { logged, retry, timeout, withHeaders, type LoggedRequest } from "../../../src/runtime/odata.js";
import { createClient } from "../sample/client.js";
import { httpDate, inTurn, serveFaults, throttling } from "../support/faults.js";
import { failureOf } from "./support/failure.js";

const user = { body: { id: "1", displayName: "Ann" } };
const quick = { delay: 1 };

describe("retry", () => {
  test("waits as long as Retry-After says, in seconds", async () => {
    const { root, received } = await serveFaults(throttling(1, "1", user));
    const client = createClient({ baseUrl: root, fetch: retry() });
    const start = Date.now();
    expect(await client.users.byId("1").get()).toEqual(user.body);
    expect(Date.now() - start).toBeGreaterThan(950);
    expect(received).toHaveLength(2);
  });

  test("waits until the date that Retry-After has", async () => {
    const { root, received } = await serveFaults(throttling(1, httpDate(2), user));
    const client = createClient({ baseUrl: root, fetch: retry() });
    const start = Date.now();
    await client.users.byId("1").get();
    expect(Date.now() - start).toBeGreaterThan(500);
    expect(received).toHaveLength(2);
  });

  test("repeats a POST that was refused with Retry-After, with its body", async () => {
    const { root, received } = await serveFaults(throttling(2, "0", { status: 201, ...user }));
    const client = createClient({ baseUrl: root, fetch: retry() });
    await client.users.post({ displayName: "Ann" });
    expect(received.map(({ method, body }) => `${method} ${body}`)).toEqual(
      Array(3).fill('POST {"displayName":"Ann"}'),
    );
  });

  test.each([
    ["429 without Retry-After", { status: 429 }],
    ["503 without Retry-After", { status: 503 }],
    ["a gateway's timeout", { status: 504 }],
    ["a dropped connection", { cut: "before" }],
  ] as const)("a POST is not repeated after %s, a GET is", async (_, fault) => {
    const { root, received } = await serveFaults(inTurn(fault, fault, user));
    const client = createClient({ baseUrl: root, fetch: retry(undefined, quick) });
    expect(await failureOf(client.users.post({ displayName: "Ann" }))).toBeInstanceOf(ODataError);
    expect(await client.users.byId("1").get()).toEqual(user.body);
    expect(received.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  });

  test("gives up after `times`, with the last response", async () => {
    const { root, received } = await serveFaults(throttling(9, "0", user));
    const client = createClient({ baseUrl: root, fetch: retry(undefined, { times: 2 }) });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({ status: 429, code: "TooManyRequests" });
    expect(received).toHaveLength(3);
  });

  test("does not wait longer than `maxDelay`", async () => {
    const { root, received } = await serveFaults(throttling(1, "3600", user));
    const client = createClient({ baseUrl: root, fetch: retry() });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({ status: 429, retryAfter: 3600 });
    expect(received).toHaveLength(1);
  });

  test("does not repeat what cannot succeed", async () => {
    const { root, received } = await serveFaults(() => ({ status: 404 }));
    const client = createClient({ baseUrl: root, fetch: retry(undefined, quick) });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({ status: 404 });
    expect(received).toHaveLength(1);
  });

  test("never sends a stream twice", async () => {
    const { root, received } = await serveFaults(throttling(1, "0", user));
    const client = createClient({ baseUrl: root, fetch: retry(undefined, quick) });
    const body = new Blob(["text"]).stream();
    expect(await failureOf(client.request("PUT", "users/1/photo/$value", { body }))).toMatchObject({ status: 429 });
    expect(received.map((request) => request.body)).toEqual(["text"]);
  });

  test("the signal ends the wait", async () => {
    const { root, received } = await serveFaults(throttling(1, "30", user));
    const client = createClient({ baseUrl: root, fetch: retry() });
    const controller = new AbortController();
    const request = failureOf(client.users.byId("1").get({ signal: controller.signal }));
    await expect.poll(() => received.length).toBe(1);
    controller.abort(new Error("changed my mind"));
    expect(await request).toMatchObject({ message: "changed my mind" });
  });
});

describe("timeout", () => {
  test("rejects when the response does not begin in time", async () => {
    const { root } = await serveFaults(() => ({ ...user, delay: 500 }));
    const client = createClient({ baseUrl: root, fetch: timeout(undefined, 50) });
    expect(await failureOf(client.users.byId("1").get())).toMatchObject({ code: "timeout" });
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
    const { root } = await serveFaults(inTurn({ body: { value: [] } }, { cut: "before" }));
    const entries: LoggedRequest[] = [];
    const client = createClient({
      baseUrl: root,
      credential: () => "SECRET",
      fetch: logged(undefined, (entry) => entries.push(entry)),
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
    const { root, received } = await serveFaults(() => user);
    const client = createClient({
      baseUrl: root,
      fetch: withHeaders(undefined, { "X-Trace": "1", Accept: "text/html" }),
    });
    await client.users.byId("1").get();
    expect(received[0]?.headers).toMatchObject({ "x-trace": "1", accept: "application/json" });
  });

  test("a function gives them for each request, by its URL", async () => {
    const { root, received } = await serveFaults(() => user);
    let count = 0;
    const fetch = withHeaders(undefined, async (url) => (url.endsWith("/2") ? {} : { "x-count": String(++count) }));
    const { users } = createClient({ baseUrl: root, fetch });
    for (const id of ["1", "2", "3"]) await users.byId(id).get();
    expect(received.map(({ headers }) => headers["x-count"])).toEqual(["1", undefined, "2"]);
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
