/** The functions of the client against the mock: what one sends, the other answers as a service does. */
import { beforeEach, describe, expect, test } from "vitest";
import { batch, changes, content, isRemoved, multipart, ref } from "../../../src/runtime/odata.js";
import { mockedLibrary } from "../support/mocked-library.js";
import { libraryClient } from "./support/library.js";
import { failureOf } from "./support/failure.js";

const mock = mockedLibrary();
const client = libraryClient({ baseUrl: mock.baseUrl, fetch: mock.fetch as typeof fetch });

beforeEach(() => mock.reset());

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("lists go over all pages", async () => {
  const found = await all(client.users.get({ select: ["id"], orderby: ["displayName desc"] }));
  expect(found.map(({ id }) => id)).toEqual(["3", "2", "1"]);
  expect(mock.requests.map(({ status }) => status)).toEqual([200, 200]);
});

describe.each([
  ["JSON", {}],
  ["multipart/mixed", { format: multipart }],
] as const)("a batch as %s", (_, options) => {
  test("gives the results and errors of its requests", async () => {
    const result = await batch(
      client,
      { ann: client.users.byId("1").get({ select: ["id"] }), none: client.users.byId("9").get() },
      options,
    );
    expect(result.ann).toMatchObject({ ok: true, value: { id: "1" } });
    expect(result.none).toMatchObject({ ok: false, error: { status: 404, code: "ResourceNotFound" } });
    expect(mock.requests.map(({ path }) => path)).toEqual(["/users/1", "/users/9", "/$batch"]);
  });
});

test("references are added, listed and removed", async () => {
  const members = ref(client.groups.byId("g").members);
  for (const id of await all(members.list())) await ref(client.groups.byId("g").members.byId(lastOf(id))).remove();
  await members.add(client.users.byId("1"));
  await members.add(client.users.byId("3"));
  expect((await all(members.list())).map(lastOf)).toEqual(["1", "3"]);
  await members.remove(client.users.byId("1"));
  expect((await all(client.groups.byId("g").members.get())).map(({ id }) => id)).toEqual(["3"]);
  const manager = ref(client.me.manager);
  await manager.set(client.users.byId("2"));
  expect(await manager.get()).toBe(`${mock.baseUrl}/users('2')`);
  await manager.remove();
  expect(await manager.get()).toBeUndefined();
});

function lastOf(url: string): string {
  return /'([^']*)'\)$/.exec(url)?.[1] ?? "";
}

test("content is read as it was written, with its type", async () => {
  const bytes = Uint8Array.of(137, 80, 0, 255);
  const file = content(client.files.byId("f").content);
  await file.put(bytes, { type: "image/png" });
  expect(await file.get("bytes")).toMatchObject({ body: bytes, type: "image/png" });
});

test("changes since a round are those entities, and what was removed", async () => {
  const first = changes(client.users.delta());
  expect(await all(first)).toHaveLength(3);
  await client.users.byId("2").patch({ displayName: "Bea" }, { ifMatch: "*" });
  await client.users.byId("3").delete({ ifMatch: "*" });
  const second = changes(client.users.delta(), first.deltaLink);
  const [changed, removed] = await all(second);
  expect(changed).toMatchObject({ id: "2", displayName: "Bea" });
  expect(removed !== undefined && isRemoved(removed) && removed.id).toBe("3");
  expect(await all(changes(client.users.delta(), second.deltaLink))).toEqual([]);
});

test("an update needs the ETag that the entity has", async () => {
  const ann = client.users.byId("1");
  const before = await ann.get();
  expect(await failureOf(ann.patch({ displayName: "Anna" }))).toMatchObject({ status: 428 });
  await ann.patch({ displayName: "Anna" }, { ifMatch: before });
  expect(await failureOf(ann.patch({ displayName: "An" }, { ifMatch: before }))).toMatchObject({ status: 412 });
  expect((await ann.get()).displayName).toBe("Anna");
});
