import { describe, expect, expectTypeOf, test } from "vitest";
import type { ItemAt, Page } from "../../src/runtime/client.js";
import { createClient, type UserEntity } from "./sample/client.js";
import { serve, type Answer } from "./support/service.js";
import type * as types from "./sample/types.js";

async function device(answer: Answer) {
  const { root, received } = await serve(() => answer);
  const { importedDeviceIdentities } = createClient({ baseUrl: root }).deviceManagement;
  return { device: importedDeviceIdentities.byId("1"), received };
}

describe("paths to properties", () => {
  test("a structured value", async () => {
    const { device: path, received } = await device({ body: { phase: "new" } });
    const state = await path.state.get();
    expectTypeOf(state).toEqualTypeOf<types.ImportedState | undefined>();
    expect(state?.phase).toBe("new");
    await path.state.patch({ phase: "done" });
    await path.state.delete();
    expect(received.map(({ method, url, body }) => `${method} ${url.split("/1/")[1]} ${body}`)).toEqual([
      "GET state ",
      'PATCH state {"phase":"done"}',
      "DELETE state ",
    ]);
  });

  test("a primitive value comes bare, and null has no content", async () => {
    const context = "$metadata#users('1')/platform";
    const { device: path } = await device({ body: { "@odata.context": context, value: "ios" } });
    const platform = await path.platform.get();
    expect(platform).toBe("ios");
    expectTypeOf(await path.id.get()).toEqualTypeOf<string>();
    const { device: empty } = await device({ status: 204 });
    expect(await empty.platform.get()).toBeUndefined();
  });

  test("a property inside a structured value, written", async () => {
    const { device: path, received } = await device({ status: 204 });
    await path.state.note.put({ value: "x" });
    expect(received[0]).toMatchObject({ method: "PUT", body: '{"value":"x"}' });
    expect(received[0]?.url).toMatch(/\/1\/state\/note$/);
  });

  test("a collection of values comes as a page", async () => {
    const { device: path } = await device({ body: { "@odata.context": "$metadata#x/1/tags", value: ["a"] } });
    const tags = await path.tags.get();
    expectTypeOf(tags).toEqualTypeOf<Page<string>>();
    expect(tags).toEqual({ value: ["a"] });
  });

  test("navigation properties and annotations are none", async () => {
    const { device: path, received } = await device({});
    expectTypeOf<keyof typeof path>().not.toExtend<"@odata.type">();
    // @ts-expect-error -- the requests to an entity, not to a value
    await path.owner.put({ value: {} });
    expect(received[0]?.url).toMatch(/\/1\/owner$/);
  });
});

describe("places that need an ETag", () => {
  type Place = ItemAt<UserEntity, { needsETag: true; noMethods: "put" }>;

  test("patch and delete take it from an entity or as text, and not without", async () => {
    const { root, received } = await serve(() => ({ status: 204 }));
    const client = createClient({ baseUrl: root });
    const place = client.users.byId("1") as unknown as Place;
    await place.patch({ mail: "x" }, { ifMatch: { "@odata.etag": 'W/"1"', id: "1" } });
    await place.delete({ ifMatch: 'W/"2"' });
    expect(received.map(({ headers }) => headers["if-match"])).toEqual(['W/"1"', 'W/"2"']);
    expect(() => place.patch({ mail: "x" }, { ifMatch: { id: "1" } })).toThrow(TypeError);
    // @ts-expect-error -- the option ifMatch is required
    await place.delete();
    await place.revokeSessions.post(undefined, { ifMatch: 'W/"3"' });
    // @ts-expect-error -- the option ifMatch is required
    await place.revokeSessions.post();
    expect(received[3]?.headers["if-match"]).toBe('W/"3"');
    // @ts-expect-error -- the place has no such method
    expectTypeOf<Place["put"]>().toBeAny();
  });
});

describe("places that may lead to nothing", () => {
  type Optional = ItemAt<UserEntity, { optional: true; noOptions: "search" }>;

  test("give undefined then, and say so in their type", async () => {
    const { root } = await serve(() => ({ status: 204 }));
    const place = createClient({ baseUrl: root }).users.byId("1") as unknown as Optional;
    const user = await place.get({ select: ["mail"] });
    expectTypeOf(user).toEqualTypeOf<{ mail: string | null } | undefined>();
    expect(user).toBeUndefined();
    const unrestricted = place as unknown as ItemAt<UserEntity, { optional: true }>;
    expectTypeOf(await unrestricted.get()).toEqualTypeOf<types.User | undefined>();
  });
});
