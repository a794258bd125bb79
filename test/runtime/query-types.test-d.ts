import { describe, expectTypeOf, test } from "vitest";
import type { Collection, Item, Key, ListRequest, Page } from "../../src/runtime/client.js";
import {
  createClient,
  type ImportedDeviceIdentityCollectionRequests,
  type ImportedDeviceIdentityEntity,
  type UserCollectionRequests,
  type UserEntity,
  type UserNavigation,
} from "./sample/client.js";
import type * as types from "./sample/types.js";

const client = createClient({
  baseUrl: "https://service.example/v1",
  fetch: () => Promise.reject(new Error("not sent")),
});
const { users, settings, profiles } = client;

function pick<K extends Key<types.User, UserNavigation>>(from: UserCollectionRequests, name: K) {
  return from.get({ select: [name] });
}

function either(which: boolean) {
  return users.byId("x").get({ select: which ? ["mail"] : ["id"] });
}

function calls() {
  return {
    action: users.byId("x").revokeSessions.post(),
    functionOf: users.byId("x").reminderView({ StartDateTime: "x" }).get(),
    delta: users.delta().get({ select: ["id"] }),
    count: users.$count({ filter: "x" }),
    remove: users.byId("x").delete(),
    raw: client.request("GET", "users/x/photo/$value", { raw: true }),
    any: client.request("GET", "users"),
    changeCast: users.byId("x").manager.as("microsoft.graph.user").patch({ displayName: "x" }),
  };
}

describe("what a query gives", () => {
  test("without select: the type as it is", () => {
    expectTypeOf(users.get()).toEqualTypeOf<ListRequest<types.User>>();
    expectTypeOf(users.byId("x").get()).resolves.toEqualTypeOf<types.User>();
    expectTypeOf(users.get({ top: 5, orderby: ["displayName desc"] })).resolves.toEqualTypeOf<Page<types.User>>();
  });

  test("select makes the named properties present and hides the others", () => {
    const request = users.get({ select: ["displayName", "id"] });
    expectTypeOf(request).resolves.toEqualTypeOf<Page<{ displayName: string | null; id: string }>>();
    const item = users.byId("x").get({ select: ["mail"] });
    expectTypeOf(item).resolves.toEqualTypeOf<{ mail: string | null }>();
  });

  test("an expand with count gives the number beside the entities", () => {
    const request = users.byId("x").get({ select: ["id"], expand: { devices: { select: ["id"], count: true } } });
    expectTypeOf(request).resolves.toEqualTypeOf<{
      id: string;
      devices: { id: string }[];
      "devices@odata.count": number | string;
    }>();
  });

  test("one of two lists gives one of two results; a list known at run time gives any property, perhaps", () => {
    expectTypeOf(either).returns.resolves.toEqualTypeOf<{ mail: string | null } | { id: string }>();
    const names: Key<types.User, UserNavigation>[] = [];
    expectTypeOf(users.byId("x").get({ select: names })).resolves.toEqualTypeOf<{
      [P in keyof types.User]?: types.User[P];
    }>();
  });

  test("expand gives the related entities", () => {
    const request = users.byId("x").get({ select: ["id"], expand: { devices: { select: ["platform"], top: 3 } } });
    expectTypeOf(request).resolves.toEqualTypeOf<{
      id: string;
      devices: { platform: NonNullable<types.ImportedDeviceIdentity["platform"]> | null }[];
    }>();
    const whole = users.byId("x").get({ expand: { devices: true, manager: true } });
    expectTypeOf(whole).resolves.toHaveProperty("devices").toEqualTypeOf<types.ImportedDeviceIdentity[]>();
    expectTypeOf(whole).resolves.toHaveProperty("manager").toEqualTypeOf<types.DirectoryObject | null | undefined>();
    expectTypeOf(whole).resolves.toHaveProperty("mail").toEqualTypeOf<string | null | undefined>();
  });

  test("expand nests, and casts", () => {
    const nested = users
      .byId("x")
      .get({ select: ["id"], expand: { devices: { select: ["id"], expand: { owner: { select: ["mail"] } } } } });
    expectTypeOf(nested).resolves.toEqualTypeOf<{
      id: string;
      devices: { id: string; owner: { mail: string | null } | null | undefined }[];
    }>();
    const cast = users
      .byId("x")
      .get({ select: ["id"], expand: { manager: { as: "microsoft.graph.user", select: ["displayName"] } } });
    expectTypeOf(cast).resolves.toEqualTypeOf<{
      id: string;
      manager: { displayName: string | null } | null | undefined;
    }>();
  });

  test("an open type gives the names that are declared, and those of the pattern", () => {
    const request = settings.byId(1).get({ select: ["theme", "extension_1_color"] });
    expectTypeOf(request).resolves.toHaveProperty("extension_1_color").toEqualTypeOf<unknown>();
    // @ts-expect-error -- misspelled
    settings.byId(1).get({ select: ["them"] });
    const expanded = settings.get({ expand: { owner: { select: ["mail"] } } });
    expectTypeOf(expanded)
      .resolves.toHaveProperty("value")
      .items.toHaveProperty("owner")
      .toEqualTypeOf<{ mail: string | null } | null | undefined>();
  });

  test("an open type with a pattern gives its names and those by the pattern", () => {
    const request = profiles.byId("x").get({ select: ["nickname", "extension_badge"] });
    expectTypeOf(request).resolves.toEqualTypeOf<{ nickname: string | null; extension_badge: unknown }>();
  });

  test("a helper can be generic", () => {
    expectTypeOf(pick(users, "mail")).resolves.toEqualTypeOf<Page<{ mail: string | null }>>();
  });

  test("iteration gives items", async () => {
    const request = users.get({ select: ["mail"], take: 0 });
    for await (const item of request) expectTypeOf(item).toEqualTypeOf<{ mail: string | null }>();
  });
});

describe("what a query refuses", () => {
  test("names that do not exist", () => {
    // @ts-expect-error -- not a property
    users.get({ select: ["displayNme"] });
    // @ts-expect-error -- not a property of the open type, nor a name by its pattern
    profiles.get({ select: ["nicknme"] });
    // @ts-expect-error -- an annotation of the open type
    profiles.get({ select: ["@odata.type"] });
    // @ts-expect-error -- an annotation, not a property
    users.get({ select: ["@odata.type"] });
    // @ts-expect-error -- a navigation property is expanded
    users.get({ select: ["manager"] });
    // @ts-expect-error -- not a navigation property
    users.get({ expand: { devces: true } });
    // @ts-expect-error -- not a navigation property, beside one that is
    users.get({ expand: { devices: true, mangr: true } });
    // @ts-expect-error -- not a property of the related type
    users.get({ expand: { devices: { select: ["platfrm"] } } });
    // @ts-expect-error -- not an option
    users.get({ expand: { devices: { selct: ["platform"] } } });
    // @ts-expect-error -- not an option of a single entity
    users.get({ expand: { manager: { top: 3 } } });
    // @ts-expect-error -- not a navigation property, further in
    users.get({ expand: { devices: { expand: { ownr: true } } } });
    // @ts-expect-error -- not a derived type
    users.get({ expand: { manager: { as: "microsoft.graph.group" } } });
    // @ts-expect-error -- not an option
    users.get({ tpo: 3 });
    // @ts-expect-error -- an entity has no filter
    users.byId("x").get({ filter: "a eq 1" });
  });

  test("properties that were not asked for", () => {
    expectTypeOf(users.byId("x").get({ select: ["id"] })).resolves.not.toHaveProperty("mail");
    expectTypeOf(users.get({ select: ["id"] }))
      .resolves.toHaveProperty("value")
      .items.not.toHaveProperty("mail");
  });

  test("segments and keys of the wrong kind", () => {
    // @ts-expect-error -- no such segment
    expectTypeOf(client.usrs).toBeAny();
    // @ts-expect-error -- a key is a string here
    users.byId(1);
    settings.byId({ id: 1, name: "x" });
    // @ts-expect-error -- half a key
    settings.byId({ id: 1 });
    // @ts-expect-error -- no such parameter
    users.byId("x").reminderView({ StartDateTim: "x" });
  });
});

describe("a place with restrictions", () => {
  const old = users.byId("x").oldDevices;

  test("has the other methods and options", () => {
    expectTypeOf(old.get({ select: ["id"], top: 1 })).resolves.toEqualTypeOf<Page<{ id: string }>>();
    expectTypeOf(old.byId("d").get()).resolves.toEqualTypeOf<types.ImportedDeviceIdentity>();
    expectTypeOf(old.importDeviceIdentityList).toEqualTypeOf<
      ImportedDeviceIdentityCollectionRequests["importDeviceIdentityList"]
    >();
    expectTypeOf(old.byId("d").owner.patch({ mail: "x" })).resolves.toEqualTypeOf<types.User | undefined>();
    expectTypeOf(old.as("microsoft.graph.importedDeviceIdentityResult").get())
      .resolves.toHaveProperty("value")
      .items.toEqualTypeOf<types.ImportedDeviceIdentityResult>();
  });

  test("lacks what it restricts, for itself, its items and what is below them", () => {
    expectTypeOf(old).not.toHaveProperty("post");
    expectTypeOf(old).not.toHaveProperty("$count");
    expectTypeOf(old.byId("d")).not.toHaveProperty("patch");
    expectTypeOf(old.byId("d")).toHaveProperty("delete");
    expectTypeOf(old.byId("d").owner).not.toHaveProperty("delete");
    // @ts-expect-error -- the place does not search
    old.get({ search: "x" });
    // @ts-expect-error -- nor expand that
    old.get({ expand: { owner: true } });
    users.byId("x").devices.get({ search: "x", expand: { owner: true } });
  });
});

test("a part of a client has a type", () => {
  expectTypeOf(users).toEqualTypeOf<Collection<UserEntity>>();
  expectTypeOf(users.byId("x")).toEqualTypeOf<Item<UserEntity>>();
  expectTypeOf(client.deviceManagement.importedDeviceIdentities).toExtend<Collection<ImportedDeviceIdentityEntity>>();
});

test("operations give their results", () => {
  type Calls = ReturnType<typeof calls>;
  expectTypeOf<Calls["action"]>().resolves.toBeBoolean();
  expectTypeOf<Calls["functionOf"]>().resolves.toEqualTypeOf<Page<{ subject: string }>>();
  expectTypeOf<Calls["delta"]>().resolves.toEqualTypeOf<Page<{ id: string }>>();
  expectTypeOf<Calls["count"]>().resolves.toBeNumber();
  expectTypeOf<Calls["remove"]>().resolves.toBeVoid();
  expectTypeOf<Calls["raw"]>().resolves.toEqualTypeOf<Response>();
  expectTypeOf<Calls["any"]>().resolves.toBeUnknown();
  expectTypeOf<Calls["changeCast"]>().resolves.toEqualTypeOf<types.User | undefined>();
});

test("any standard fetch and credential fits", () => {
  createClient({ baseUrl: "https://service.example", fetch });
  createClient({ baseUrl: "https://service.example", credential: () => "token" });
  // As @azure/core-auth declares it.
  const credential = {
    getToken: async (
      scopes: string | string[],
      _options?: { abortSignal?: { readonly aborted: boolean }; tenantId?: string },
    ) => ({
      token: `for ${String(scopes)}`,
      expiresOnTimestamp: 0,
    }),
  };
  createClient({ baseUrl: "https://service.example", credential });
});
