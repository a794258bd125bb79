import { describe, expect, expectTypeOf, test } from "vitest";
import type { Page } from "../../../src/runtime/client.js";
import { batch, multipart, type Settled } from "../../../src/runtime/odata.js";
import { createClient, type Client } from "../sample/client.js";
import type * as types from "../sample/types.js";
import {
  batched,
  batchService,
  inTurn,
  serveFaults,
  type BatchedAnswer,
  type BatchedRequest,
  type Behavior,
  type FaultyService,
} from "../support/faults.js";
import { failureOf } from "./support/failure.js";

async function connected(behavior: Behavior): Promise<FaultyService & { client: Client }> {
  const service = await serveFaults(behavior);
  return { ...service, client: createClient({ baseUrl: service.root, credential: () => "TOKEN" }) };
}

function batching(answer: (request: BatchedRequest) => BatchedAnswer) {
  return connected(batchService(answer));
}

/** Answers requests to `/users/x` with that user, all others with 404. */
function userOf({ url }: BatchedRequest): BatchedAnswer {
  const id = /^users\/(\w+)/.exec(url)?.[1];
  if (id === undefined || id === "none") return { status: 404, body: { error: { code: "notFound", message: "No." } } };
  return { status: 200, headers: { "Content-Type": "application/json" }, body: { id } };
}

describe("a JSON batch", () => {
  test("gives each result by its name, and settles the promises of the requests", async () => {
    const { client, received } = await batching(({ url }) => {
      if (url.startsWith("users?")) return { status: 200, body: { value: [{ id: "2" }], "@odata.count": 9 } };
      return userOf({ url } as BatchedRequest);
    });
    const none = client.users.byId("none").get();
    const result = await batch(client, {
      one: client.users.byId("1").get({ select: ["id"] }),
      list: client.users.get({ top: 1 }),
      none,
    });
    expect(result).toEqual({
      one: { ok: true, value: { id: "1" } },
      list: { ok: true, value: { value: [{ id: "2" }], count: 9 } },
      none: { ok: false, error: expect.objectContaining({ status: 404, code: "notFound", method: "GET" }) as object },
    });
    expect(await failureOf(none)).toMatchObject({ status: 404 });
    expectTypeOf(result.one).toEqualTypeOf<Settled<{ id: string }>>();
    expectTypeOf(result.list).toEqualTypeOf<Settled<Page<types.User>>>();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ method: "POST", url: "/v1.0/$batch" });
    expect(received[0]?.headers).toMatchObject({ authorization: "Bearer TOKEN", "content-type": "application/json" });
    const accept = { accept: "application/json" };
    expect(batched(received[0] as never)).toEqual([
      { id: "1", method: "GET", url: "users/1?$select=id", headers: accept },
      { id: "2", method: "GET", url: "users?$top=1", headers: accept },
      { id: "3", method: "GET", url: "users/none", headers: accept },
    ]);
  });

  test("has JSON inline, text as text and bytes as base64url", async () => {
    const { client, received } = await batching(() => ({ status: 204 }));
    const put = (body: unknown, headers?: Record<string, string>) =>
      client.request("PUT", "users/1/photo/$value", { body, ...(headers && { headers }) });
    const result = await batch(client, {
      json: client.users.byId("1").patch({ displayName: "Ä" }),
      long: put('{"size":9007199254740993}', { "content-type": "application/json" }),
      text: put("two\nlines"),
      bytes: put(Uint8Array.of(251, 255, 0)),
      blob: put(new Blob([Uint8Array.of(1)], { type: "image/png" })),
      delete: client.users.byId("1").delete({ ifMatch: '"1"' }),
    });
    expect(Object.values(result).map(({ ok }) => ok)).toEqual(Array(6).fill(true));
    expect(received[0]?.body).toContain('"body":{"size":9007199254740993}');
    const bodies = batched(received[0] as never).map(({ headers, body }) => [headers?.["content-type"], body]);
    expect(bodies).toEqual([
      ["application/json", { displayName: "Ä" }],
      ["application/json", { size: 9007199254740992 }],
      ["text/plain;charset=UTF-8", "two\nlines"],
      ["application/octet-stream", "-_8A"],
      ["image/png", "AQ=="],
      [undefined, undefined],
    ]);
  });

  test("reads bytes and text of responses", async () => {
    const { client } = await batching(({ url }) => {
      if (url.endsWith("/$count")) return { status: 200, headers: { "content-type": "text/plain" }, body: "42" };
      return { status: 200, headers: { "content-type": "image/png" }, body: "-_8A" };
    });
    const result = await batch(client, {
      count: client.users.$count(),
      photo: client.request("GET", "users/1/photo/$value", { raw: true }),
    });
    expect(result.count).toEqual({ ok: true, value: 42 });
    const bytes = result.photo.ok ? await result.photo.value.arrayBuffer() : undefined;
    expect(new Uint8Array(bytes as ArrayBuffer)).toEqual(Uint8Array.of(251, 255, 0));
  });

  test("dependsOn orders the requests; those that depend on a failed one fail", async () => {
    const { client, received } = await batching(userOf);
    const { users } = client;
    const result = await batch(
      client,
      { last: users.byId("3").get(), middle: users.byId("none").get(), first: users.byId("1").get() },
      { dependsOn: { last: ["middle"], middle: ["first"] } },
    );
    expect(batched(received[0] as never).map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ["3", undefined],
      ["2", ["3"]],
      ["1", ["2"]],
    ]);
    expect(result).toMatchObject({
      first: { ok: true },
      middle: { error: { status: 404 } },
      last: { error: { status: 424 } },
    });
  });

  test("change sets are adjacent; others depend on the set", async () => {
    const { client, received } = await batching(userOf);
    const { users } = client;
    await batch(
      client,
      {
        a: users.byId("1").patch({ displayName: "A" }),
        read: users.byId("1").get(),
        b: users.byId("2").patch({ displayName: "B" }),
      },
      { changeSets: [["a", "b"]], dependsOn: { read: ["b"], b: ["a"] } },
    );
    expect(
      batched(received[0] as never).map(({ id, dependsOn, atomicityGroup }) => ({ id, dependsOn, atomicityGroup })),
    ).toEqual([
      { id: "1", atomicityGroup: "g1" },
      { id: "3", atomicityGroup: "g1", dependsOn: ["1"] },
      { id: "2", dependsOn: ["g1"] },
    ]);
  });

  test("is split at the limit of the service, and dependencies hold beyond it", async () => {
    const { client, received } = await batching(userOf);
    const requests = Object.fromEntries(
      Array.from({ length: 45 }, (_, index) => [
        `n${index}`,
        client.users.byId(index === 0 ? "none" : `u${index}`).get(),
      ]),
    );
    const result = await batch(client, requests, { dependsOn: { n44: ["n0"] } });
    expect(received.map((request) => batched(request).length)).toEqual([20, 20, 4]);
    expect(result["n43"]).toEqual({ ok: true, value: { id: "u43" } });
    expect(result["n44"]).toMatchObject({ ok: false, error: { status: 424 } });
  });

  test("a request that is refused with 429 is repeated after Retry-After, with those that depend on it", async () => {
    let refused = 1;
    const { client, received } = await batching((request) =>
      request.url === "users/2" && refused-- > 0 ? { status: 429, headers: { "Retry-After": "1" } } : userOf(request),
    );
    const { users } = client;
    const start = Date.now();
    const result = await batch(
      client,
      { one: users.byId("1").get(), two: users.byId("2").get(), three: users.byId("3").get() },
      { dependsOn: { three: ["two"] } },
    );
    expect(Date.now() - start).toBeGreaterThan(950);
    expect(result).toMatchObject({ one: { ok: true }, two: { ok: true }, three: { ok: true } });
    expect(received.map((request) => batched(request).map(({ url }) => url))).toEqual([
      ["users/1", "users/2", "users/3"],
      ["users/2", "users/3"],
    ]);
  });

  test("gives up a refused request after `times`", async () => {
    const { client, received } = await batching(() => ({ status: 429, headers: { "Retry-After": "0" } }));
    const result = await batch(client, { one: client.users.byId("1").get() }, { times: 2 });
    expect(result.one).toMatchObject({ ok: false, error: { status: 429 } });
    expect(received).toHaveLength(3);
  });

  test("follows the links of partial responses, but to no other origin", async () => {
    const answer = (id: string, link?: string) => ({
      body: { responses: [{ id, status: 200, body: { id } }], ...(link !== undefined && { "@nextLink": link }) },
    });
    const { client, received } = await connected(
      inTurn(answer("2", "more?$skiptoken=1"), answer("1"), answer("1", "https://other.example/more")),
    );
    const requests = () => ({ one: client.users.byId("1").get(), two: client.users.byId("2").get() });
    expect(await batch(client, requests())).toEqual({
      one: { ok: true, value: { id: "1" } },
      two: { ok: true, value: { id: "2" } },
    });
    expect(await batch(client, requests())).toMatchObject({ two: { error: { code: "foreignLink" } } });
    expect(received.map(({ method, url, headers }) => `${method} ${url} ${headers["content-type"]}`)).toEqual([
      "POST /v1.0/$batch application/json",
      "GET /v1.0/more?$skiptoken=1 undefined",
      "POST /v1.0/$batch application/json",
    ]);
  });

  test("a request that got no response fails, also when the whole batch does", async () => {
    const { client } = await connected((request) =>
      request.headers.prefer === "continue-on-error=false"
        ? { body: { responses: [{ id: "1", status: 404 }] } }
        : { status: 401, body: { error: { code: "InvalidAuthenticationToken", message: "No." } } },
    );
    const requests = () => ({ one: client.users.byId("1").get(), two: client.users.byId("2").get() });
    expect(await batch(client, requests(), { continueOnError: false })).toMatchObject({
      one: { error: { status: 404 } },
      two: { error: { code: "notAnswered" } },
    });
    expect(await batch(client, requests())).toMatchObject({
      one: { error: { code: "InvalidAuthenticationToken" } },
      two: { error: { code: "InvalidAuthenticationToken" } },
    });
  });

  test("wrong names, circles and requests that are already sent are refused before anything is sent", async () => {
    const { client, received } = await batching(userOf);
    const pair = () => ({ a: client.users.byId("1").get(), b: client.users.byId("2").get() });
    // @ts-expect-error -- there is no such request
    expect(await failureOf(batch(client, pair(), { dependsOn: { a: ["c"] } }))).toBeInstanceOf(TypeError);
    expect(await failureOf(batch(client, pair(), { dependsOn: { a: ["b"], b: ["a"] } }))).toBeInstanceOf(TypeError);
    expect(await failureOf(batch(client, pair(), { changeSets: [["a"], ["a", "b"]] }))).toBeInstanceOf(TypeError);
    expect(await failureOf(batch(client, pair(), { changeSets: [["a", "b"]], size: 1 }))).toBeInstanceOf(TypeError);
    const other = createClient({ baseUrl: "https://other.example" });
    expect(await failureOf(batch(client, { ...pair(), c: other.users.get() }))).toBeInstanceOf(TypeError);
    expect(received).toHaveLength(0);
    const sent = client.users.byId("1").get();
    await sent.catch(() => undefined);
    expect(await failureOf(batch(client, { sent, ...pair() }))).toMatchObject({ code: "alreadySent" });
    expect(received).toHaveLength(1);
  });

  test("a request whose signal is aborted is left out", async () => {
    const { client, received } = await batching(userOf);
    const result = await batch(client, {
      one: client.users.byId("1").get(),
      two: client.users.byId("2").get({ signal: AbortSignal.abort("enough") }),
    });
    expect(result).toMatchObject({ one: { ok: true }, two: { ok: false, error: "enough" } });
    expect(batched(received[0] as never)).toHaveLength(1);
  });

  test("nothing is sent for no requests", async () => {
    const { client, received } = await batching(userOf);
    expect(await batch(client, {})).toEqual({});
    expect(received).toHaveLength(0);
  });
});

describe("a multipart batch", () => {
  /** The lines of a request with `boundary` in place of the random boundaries. */
  function linesOf(body: string): string[] {
    return body.replace(/(batch|changeset)_\w+/g, "$1").split("\r\n");
  }

  const parts = [
    "--r",
    "Content-Type: application/http",
    "",
    "HTTP/1.1 200 OK",
    "Content-Type: application/json",
    "",
    '{"id":"1"}',
    "--r",
    'Content-Type: multipart/mixed; boundary="c d"',
    "",
    "--c d",
    "Content-Type: application/http",
    "Content-ID: 3",
    "",
    "HTTP/1.1 204 No Content",
    "",
    "",
    "--c d",
    "Content-Type: application/http",
    "Content-ID: 2",
    "",
    "HTTP/1.1 201 Created",
    "Content-Type: application/json",
    "",
    '{"id":"2"}',
    "--c d--",
    "--r",
    "Content-Type: application/http",
    "",
    "HTTP/1.1 404 Not Found",
    "Content-Type: application/json",
    "",
    '{"error":{"code":"notFound","message":"No."}}',
    "--r--",
  ];

  test("is written and read by the rules of MIME", async () => {
    const { client, received } = await connected(() => ({
      headers: { "content-type": "multipart/mixed; boundary=r" },
      body: parts.join("\r\n"),
    }));
    const { users } = client;
    const result = await batch(
      client,
      {
        read: users.byId("1").get(),
        create: users.post({ displayName: "Ä" }),
        change: client.request("PUT", "users/1/photo/$value", { body: Uint8Array.of(255) }),
        none: users.byId("none").get(),
      },
      { format: multipart, changeSets: [["create", "change"]] },
    );
    expect(result).toMatchObject({
      read: { ok: true, value: { id: "1" } },
      create: { ok: true, value: { id: "2" } },
      change: { ok: true, value: undefined },
      none: { ok: false, error: { status: 404, code: "notFound" } },
    });
    expect(received[0]?.headers).toMatchObject({
      "content-type": expect.stringMatching(/^multipart\/mixed;boundary=batch_\w+$/) as string,
      accept: "multipart/mixed",
      prefer: "odata.continue-on-error",
    });
    const text = Buffer.from('{"displayName":"Ä"}').toString("latin1");
    const lines = `--batch
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 1

GET users/1 HTTP/1.1
accept: application/json


--batch
Content-Type: multipart/mixed;boundary=changeset

--changeset
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 2

POST users HTTP/1.1
accept: application/json
content-type: application/json

${text}
--changeset
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 3

PUT users/1/photo/$value HTTP/1.1
accept: application/json
content-type: application/octet-stream

\xff
--changeset--

--batch
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 4

GET users/none HTTP/1.1
accept: application/json


--batch--
`;
    expect(linesOf(received[0]?.bytes.toString("latin1") ?? "")).toEqual(lines.split("\n"));
  });

  test("a change set that failed has one answer", async () => {
    const failed = [...parts.slice(0, 7), ...parts.slice(26)].join("\n");
    const { client } = await connected(() => ({
      headers: { "content-type": 'multipart/mixed; boundary="r"' },
      body: failed,
    }));
    const { users } = client;
    const result = await batch(
      client,
      { read: users.byId("1").get(), a: users.post({ displayName: "A" }), b: users.post({ displayName: "B" }) },
      { format: multipart, changeSets: [["a", "b"]] },
    );
    expect(result).toMatchObject({ read: { ok: true }, a: { error: { status: 404 } }, b: { error: { status: 404 } } });
  });

  test("dependent requests come in batches of their own, as the format has no word for them", async () => {
    const { client, received } = await connected(() => ({
      headers: { "content-type": "multipart/mixed; boundary=r" },
      body: [...parts.slice(0, 1), ...parts.slice(27)].join("\r\n"),
    }));
    const result = await batch(
      client,
      { a: client.users.byId("1").get(), b: client.users.byId("2").get() },
      { format: multipart, dependsOn: { b: ["a"] } },
    );
    expect(result).toMatchObject({ a: { error: { status: 404 } }, b: { error: { status: 424 } } });
    expect(received).toHaveLength(1);
  });

  test("line breaks in headers are refused", async () => {
    const { client, received } = await batching(userOf);
    const sent = async () => {
      const request = client.users.byId("1").get({ headers: { "x-a": "1\r\nauthorization: SECRET" } });
      return batch(client, { request }, { format: multipart });
    };
    const error = await failureOf(sent());
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toContain("SECRET");
    expect(received).toHaveLength(0);
  });
});
