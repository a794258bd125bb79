import { describe, expect, expectTypeOf, test } from "vitest";
import { changes, isRemoved, type Removed } from "../../../src/runtime/odata.js";
import { serveFaults, type Behavior, type FaultyService } from "../support/faults.js";
import { libraryClient, type Library, type Person } from "./support/library.js";

async function connected(behavior: Behavior): Promise<FaultyService & { client: Library }> {
  const service = await serveFaults(behavior);
  return { ...service, client: libraryClient({ baseUrl: service.root, credential: () => "TOKEN" }) };
}

/** A first round of two pages, then one with a change and two removals. */
const rounds: Behavior = ({ url }) => {
  if (url.includes("deltatoken=1")) {
    return {
      body: {
        "@odata.deltaLink": "/v1.0/users/delta()?$deltatoken=2",
        value: [
          { id: "1", displayName: "Anna" },
          { id: "2", "@removed": { reason: "changed" } },
          { id: "3", "@removed": { reason: "deleted" } },
        ],
      },
    };
  }
  return url.includes("skiptoken")
    ? { body: { "@odata.deltaLink": "/v1.0/users/delta()?$deltatoken=1", value: [{ id: "2" }] } }
    : { body: { "@odata.nextLink": `${url}?$skiptoken=2`, value: [{ id: "1", displayName: "Ann" }] } };
};

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("changes", () => {
  test("a round ends with the link that the next one starts with", async () => {
    const { client, root, received } = await connected(rounds);
    const first = changes(client.users.delta());
    expect(await all(first)).toEqual([{ id: "1", displayName: "Ann" }, { id: "2" }]);
    expect(first.deltaLink).toBe(`${root}/users/delta()?$deltatoken=1`);
    const second = changes(client.users.delta(), first.deltaLink);
    const [changed, moved, deleted] = await all(second);
    expect(changed).toEqual({ id: "1", displayName: "Anna" });
    expect(moved).toEqual({ id: "2", "@removed": { reason: "changed" } });
    expect(second.deltaLink).toBe(`${root}/users/delta()?$deltatoken=2`);
    expect([changed, moved, deleted].map((item) => item !== undefined && isRemoved(item))).toEqual([false, true, true]);
    expect(received.map(({ url }) => url)).toEqual([
      "/v1.0/users/delta()",
      "/v1.0/users/delta()?$skiptoken=2",
      "/v1.0/users/delta()?$deltatoken=1",
    ]);
    expect(received.every(({ headers }) => headers.prefer === undefined)).toBe(true);
  });

  test("items are entities, with what has changed, or removals", async () => {
    const { client } = await connected(rounds);
    for await (const item of changes(client.users.delta())) {
      expectTypeOf(item.id).toEqualTypeOf<string>();
      if (isRemoved(item)) expectTypeOf(item).toEqualTypeOf<Removed>();
      else expectTypeOf(item.displayName).toEqualTypeOf<Person["displayName"]>();
    }
    for await (const item of changes(client.users.delta().get({ select: ["mail"] }))) {
      // @ts-expect-error -- not selected
      expect(isRemoved(item) ? undefined : item.displayName).toSatisfy(() => true);
    }
  });

  test("other collections are asked to track changes, beside other preferences", async () => {
    const { client, received } = await connected(() => ({ body: { "@deltaLink": "users?$deltatoken=9", value: [] } }));
    await all(changes(client.users));
    await all(changes(client.users.get({ select: ["id"], prefer: "maxpagesize=5" })));
    await all(changes(client.users, "users?$deltatoken=9"));
    expect(received.map(({ url, headers }) => `${url} ${headers.prefer}`)).toEqual([
      "/v1.0/users odata.track-changes",
      "/v1.0/users?$select=id maxpagesize=5, odata.track-changes",
      "/v1.0/users?$deltatoken=9 undefined",
    ]);
  });

  test("removals of OData 4.0 and of other writers look the same", async () => {
    const { client } = await connected(() => ({
      body: {
        value: [
          { "@odata.context": "#users/$deletedEntity", id: "users/1", reason: "deleted" },
          { "@removed": {}, "@id": "users/2" },
          { "@odata.removed": { reason: "changed" }, "@odata.id": "users/3" },
        ],
      },
    }));
    const items = await all(changes(client.users));
    expect(items.map((item) => isRemoved(item) && [item.id, item["@removed"].reason])).toEqual([
      ["users/1", "deleted"],
      ["users/2", "deleted"],
      ["users/3", "changed"],
    ]);
  });

  test("a link to another origin is refused, so that the token stays", async () => {
    const other = await serveFaults(rounds);
    const { client } = await connected(rounds);
    expect(() => changes(client.users.delta(), `${other.root}/users/delta()?$deltatoken=1`)).toThrow("leads out of");
    expect(other.received).toHaveLength(0);
  });
});
