import { describe, expect, expectTypeOf, test } from "vitest";
import type { ODataRequest, Page } from "../../../src/runtime/client.js";
import {
  ifNoneMatch,
  isNotFound,
  isPreconditionFailed,
  isThrottled,
  pages,
  response,
  segmentOf,
  take,
  toRequest,
  value,
  type ODataResponse,
} from "../../../src/runtime/odata.js";
import { endlessPages, inTurn, serveFaults, type Behavior, type FaultyService } from "../support/faults.js";
import { failureOf } from "./support/failure.js";
import { libraryClient, type Library, type Person, type PersonEntity } from "./support/library.js";

async function connected(behavior: Behavior): Promise<FaultyService & { client: Library }> {
  const service = await serveFaults(behavior);
  return { ...service, client: libraryClient({ baseUrl: service.root, credential: () => "TOKEN" }) };
}

/** Three pages with an item each. */
const threePages: Behavior = ({ url }) => {
  const page = Number(/skip=(\d)/.exec(url)?.[1] ?? 1);
  const link = page < 3 ? { "@odata.nextLink": `users?$skip=${page + 1}` } : {};
  return { body: { "@odata.count": 3, value: [{ id: String(page) }], ...link } };
};

describe("toRequest", () => {
  test("gives what would be sent, without the token, and sends nothing", async () => {
    const { client, root, received } = await connected(() => ({ status: 204 }));
    expect(toRequest(client.users.byId("1").patch({ displayName: "Ann" }, { ifMatch: '"1"' }))).toEqual({
      method: "PATCH",
      url: `${root}/users/1`,
      headers: { accept: "application/json", "content-type": "application/json", "if-match": '"1"' },
      body: '{"displayName":"Ann"}',
    });
    expect(toRequest(client.users.get({ top: 1 }))).not.toHaveProperty("body");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(received).toHaveLength(0);
  });

  test("comes too late once the request is sent", async () => {
    const { client } = await connected(() => ({ body: { id: "1" } }));
    const request = client.users.byId("1").get();
    await request;
    expect(() => toRequest(request)).toThrow("already sent");
  });
});

describe("pages and take", () => {
  test("pages come with their counts, each read when it is needed", async () => {
    const { client, received } = await connected(threePages);
    const seen: Page<Person>[] = [];
    for await (const page of pages(client.users.get({ count: true }))) {
      expectTypeOf(page).toEqualTypeOf<Page<Person>>();
      expect(received).toHaveLength(seen.push(page));
    }
    expect(seen.map(({ value: items, count }) => [items[0]?.id, count])).toEqual([
      ["1", 3],
      ["2", 3],
      ["3", 3],
    ]);
  });

  test("take reads no more pages than it has to", async () => {
    const { client, received } = await connected(threePages);
    expect(await take(client.users.get(), 0)).toEqual([]);
    expect(received).toHaveLength(0);
    const two = await take(client.users.get({ select: ["id"] }), 2);
    expectTypeOf(two).toEqualTypeOf<{ id: string }[]>();
    expect(two).toEqual([{ id: "1" }, { id: "2" }]);
    expect(received).toHaveLength(2);
    expect(await take(client.users.get(), 9)).toHaveLength(3);
  });

  test("pages without end are an error", async () => {
    const { client } = await connected(endlessPages(() => []));
    expect(await failureOf(take(client.users.get(), 1))).toMatchObject({ code: "endlessPages" });
  });
});

describe("response", () => {
  test("has status, headers and the Location beside the result", async () => {
    const { client, root } = await connected(() => ({
      status: 201,
      headers: { location: "users/7", "x-trace": "5" },
      body: { id: "7" },
    }));
    const created = await response(client.users.post({ displayName: "Ann" }));
    expectTypeOf(created).toEqualTypeOf<ODataResponse<Person>>();
    expect(created).toMatchObject({ status: 201, location: `${root}/users/7`, value: { id: "7" } });
    expect(created.headers.get("x-trace")).toBe("5");
  });

  test("303 is a result, as are responses without Location", async () => {
    const { client, root } = await connected(
      inTurn({ status: 303, headers: { location: "/v1.0/users/8" } }, { status: 204 }),
    );
    const { users } = client;
    expect(await response(users.post({ displayName: "Ann" }))).toMatchObject({ location: `${root}/users/8` });
    expect(await response(users.byId("1").delete())).toMatchObject({ status: 204, location: undefined });
  });
});

describe("ifNoneMatch", () => {
  test("gives undefined for what has not changed", async () => {
    const { client, received } = await connected(({ headers }) =>
      headers["if-none-match"] === '"1"' ? { status: 304 } : { body: { "@odata.etag": '"1"', id: "1" } },
    );
    const person = await client.users.byId("1").get();
    const again = ifNoneMatch(client.users.byId("1").get(), person);
    expectTypeOf(again).toEqualTypeOf<ODataRequest<Person | undefined>>();
    expect(await again).toBeUndefined();
    expect(await ifNoneMatch(client.users.byId("1").get(), '"0"')).toEqual(person);
    expect(await ifNoneMatch(client.users.get(), '"1"')).toBeUndefined();
    expect(received.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"', '"0"', '"1"']);
  });

  test("an entity without ETag is an error", async () => {
    const { client } = await connected(() => ({ body: {} }));
    expect(() => ifNoneMatch(client.users.get(), { id: "1" })).toThrow(TypeError);
  });
});

test("the errors that apps ask for are recognized", async () => {
  let status = 404;
  let headers = {};
  const { client } = await connected(() => ({ status, headers }));
  const kinds = async () => {
    const error = await failureOf(client.users.byId("1").get());
    return [isNotFound(error), isPreconditionFailed(error), isThrottled(error)];
  };
  expect(await kinds()).toEqual([true, false, false]);
  status = 412;
  expect(await kinds()).toEqual([false, true, false]);
  status = 429;
  expect(await kinds()).toEqual([false, false, true]);
  status = 503;
  expect(await kinds()).toEqual([false, false, false]);
  headers = { "retry-after": "1" };
  expect(await kinds()).toEqual([false, false, true]);
  expect([isNotFound(new Error("404")), isThrottled(undefined)]).toEqual([false, false]);
});

describe("segmentOf", () => {
  test("leads to names that nodes cannot have", async () => {
    const { client, received } = await connected(() => ({ body: { id: "1" } }));
    const next = segmentOf(client.users.byId("1"), "then");
    expectTypeOf(next).toEqualTypeOf<PersonEntity["segments"]["then"]>();
    await next.get();
    await segmentOf(next, "manager").get();
    expect(received.map(({ url }) => url)).toEqual(["/v1.0/users/1/then", "/v1.0/users/1/then/manager"]);
    expect(() => segmentOf(client.me, "..")).toThrow(TypeError);
  });
});

test("value reads a property as text", async () => {
  const { client, received } = await connected(inTurn({ bytes: Buffer.from("Ann") }, { status: 204 }));
  const name = value(client.me.displayName);
  expectTypeOf(name).toEqualTypeOf<ODataRequest<string | undefined>>();
  expect(await name).toBe("Ann");
  expect(await value(client.me.displayName)).toBeUndefined();
  expect(received[0]).toMatchObject({ method: "GET", url: "/v1.0/me/displayName/$value" });
  expect(received[0]?.headers.accept).toBe("text/plain");
});
