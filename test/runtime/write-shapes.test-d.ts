import { describe, expectTypeOf, test } from "vitest";
import type * as edm from "../../src/runtime/edm.js";
import type * as types from "./sample/types.js";
import type * as writes from "./sample/writes.js";

function accept<T>(value: T): T {
  return value;
}

function narrowed(platform: edm.Open<types.Platform>, is: (value: unknown) => value is types.Platform) {
  return is(platform) ? platform : undefined;
}

describe("as read", () => {
  test("plain strings fit flavoured ones, other flavours do not", () => {
    accept<edm.Guid>("01234567-89ab-cdef-0123-456789abcdef");
    const guid: edm.Guid = "x";
    accept<string>(guid);
    // @ts-expect-error -- a Guid is no Date
    accept<edm.Date>(guid);
    accept<edm.Double>("INF");
    // @ts-expect-error -- no such number
    accept<edm.Double>("infinite");
    accept<edm.GeographyPoint>({ type: "Point", coordinates: [8.5, 47.3] });
  });

  test("an open enumeration accepts any string and can be narrowed", () => {
    accept<edm.Open<types.Platform>>("visionOS");
    expectTypeOf(narrowed).returns.toEqualTypeOf<types.Platform | undefined>();
  });
});

describe("Create", () => {
  test("takes what can be written, requires what is stated, and takes undefined elsewhere", () => {
    accept<writes.ImportedDeviceIdentityCreate>({
      importedDeviceIdentifier: "x",
      platform: undefined,
      createdDateTime: undefined,
    });
    // @ts-expect-error -- required
    accept<writes.ImportedDeviceIdentityCreate>({ platform: "ios" });
    // @ts-expect-error -- required, so not undefined
    accept<writes.ImportedDeviceIdentityCreate>({ importedDeviceIdentifier: undefined });
    const given = { importedDeviceIdentifier: "x", lastModifiedDateTime: "2020-01-01T00:00Z" };
    // @ts-expect-error -- set by the service
    accept<writes.ImportedDeviceIdentityCreate>(given);
    // @ts-expect-error -- misspelled
    accept<writes.ImportedDeviceIdentityCreate>({ importedDeviceIdentifier: "x", platfrm: "ios" });
    accept<writes.ImportedDeviceIdentityCreate>({ importedDeviceIdentifier: "x", "owner@odata.bind": "users/1" });
    const read: types.ImportedDeviceIdentity = { id: "1" };
    // @ts-expect-error -- has what the service sets
    accept<writes.ImportedDeviceIdentityUpdate>({ ...read });
  });

  test("knows the members of enumerations, at any depth", () => {
    accept<writes.ImportedDeviceIdentityCreate["platform"]>("ios");
    accept<writes.ImportedDeviceIdentityCreate["platform"]>(null);
    // @ts-expect-error -- not a member
    accept<writes.ImportedDeviceIdentityCreate["platform"]>("iso");
    // @ts-expect-error -- not a member
    accept<writes.ImportedDeviceIdentityCreate["platforms"]>(["iso"]);
    // @ts-expect-error -- not a member
    accept<writes.ImportedDeviceIdentityCreate["state"]>({ phase: "old" });
    // @ts-expect-error -- required in a complex value
    accept<writes.ImportedDeviceIdentityCreate["state"]>({});
    accept<writes.ImportedDeviceIdentityCreate["state"]>({ phase: "new", note: undefined });
    accept<writes.ImportedDeviceIdentityCreate["rights"]>("read,write");
    accept<writes.ImportedDeviceIdentityCreate["size"]>("9007199254740993");
    expectTypeOf<writes.ImportedDeviceIdentityCreate["platforms"]>().toEqualTypeOf<
      readonly types.Platform[] | undefined
    >();
    expectTypeOf<writes.ImportedDeviceIdentityCreate["tags"]>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<writes.ImportedDeviceIdentityCreate["createdDateTime"]>().toEqualTypeOf<
      edm.DateTimeOffset | null | undefined
    >();
  });

  test("a derived type says which it is", () => {
    accept<writes.AnyImportedDeviceIdentityCreate>({ importedDeviceIdentifier: "x" });
    accept<writes.AnyImportedDeviceIdentityCreate>({
      "@odata.type": "#microsoft.graph.importedDeviceIdentityResult",
      importedDeviceIdentifier: "x",
      status: true,
    });
    const type = "microsoft.graph.importedDeviceIdentityResult";
    // @ts-expect-error -- not a property of any of them
    accept<writes.AnyImportedDeviceIdentityCreate>({ "@odata.type": type, importedDeviceIdentifier: "x", staus: true });
  });

  test("properties can be given a type outright, also one that refers back; deep inserts are write shapes", () => {
    accept<writes.UserCreate>({
      displayName: "x",
      manager: { "@odata.type": "microsoft.graph.user", displayName: "y", manager: undefined },
      devices: [{ importedDeviceIdentifier: "1", platform: "ios" }],
      "devices@odata.bind": ["devices/1"],
    });
    // @ts-expect-error -- the manager has to say its type
    accept<writes.UserCreate>({ displayName: "x", manager: { displayName: "y" } });
    // @ts-expect-error -- not a member, inside an inserted entity
    accept<writes.UserCreate>({ displayName: "x", devices: [{ importedDeviceIdentifier: "1", platform: "iso" }] });
  });

  test("a relation is bound to a URL, and to none where it may lead nowhere; within what is inserted, too", () => {
    accept<writes.UserCreate>({ displayName: "x", "manager@odata.bind": null });
    accept<writes.UserCreate>({ displayName: "x", "office@odata.bind": "offices/1" });
    // @ts-expect-error -- always leads to an entity
    accept<writes.UserCreate>({ displayName: "x", "office@odata.bind": null });
    accept<writes.UserCreate>({
      displayName: "x",
      devices: [{ importedDeviceIdentifier: "y", "owner@odata.bind": "users/1" }],
    });
    type Device = NonNullable<writes.UserCreate["devices"]>[number];
    // @ts-expect-error -- misspelled
    accept<Device>({ importedDeviceIdentifier: "y", "ownr@odata.bind": "users/1" });
  });

  test("an annotation of the service is read, and not written", () => {
    const read = { id: "1", "@odata.id": "users/1", "@odata.etag": "W/1" } satisfies types.User;
    accept<writes.UserUpdate>(read);
    // @ts-expect-error -- the service makes it
    accept<writes.UserUpdate>({ "@odata.etag": "W/2" });
  });

  test("an entity that exists is a reference where an action takes entities", () => {
    accept<writes.ImportDeviceIdentityListParameters>({
      importedDeviceIdentities: [{ "@odata.id": "devices/1" }, { importedDeviceIdentifier: "x" }],
    });
    // @ts-expect-error -- no reference, and no device
    accept<writes.ImportDeviceIdentityListParameters>({ importedDeviceIdentities: [{ "@odata.idd": "devices/1" }] });
  });
});

describe("open types", () => {
  test("have the properties that are declared, and those of the pattern", () => {
    accept<writes.SettingsCreate>({ theme: "dark", extension_1_color: "blue" });
    // @ts-expect-error -- misspelled
    accept<writes.SettingsCreate>({ theme: "dark", extenson_1_color: "blue" });
    // @ts-expect-error -- required
    accept<writes.SettingsCreate>({ extension_1_color: "blue" });
    // @ts-expect-error -- not a member
    accept<writes.SettingsCreate>({ theme: "drak" });
    // @ts-expect-error -- set by the service
    accept<writes.SettingsCreate>({ theme: "dark", id: "1" });
  });

  test("take further properties where that is said", () => {
    accept<edm.Dynamic<writes.SettingsCreate>>({ theme: "dark", color: "blue" });
    const body: edm.Dynamic<writes.SettingsCreate> = { theme: "dark", color: "blue" };
    accept<writes.SettingsCreate>(body);
    const read: types.Settings = { id: "1" };
    expectTypeOf((read as edm.Dynamic<types.Settings>)["color"]).toBeUnknown();
    // @ts-expect-error -- declared, and of another type
    accept<edm.Dynamic<writes.SettingsCreate>>({ theme: 1 });
  });

  test("take any with --open-types any, but not what cannot be written", () => {
    accept<writes.AnySettingsCreate>({ theme: "dark", color: "blue" });
    // @ts-expect-error -- required
    accept<writes.AnySettingsCreate>({ color: "blue" });
    // @ts-expect-error -- not a member
    accept<writes.AnySettingsCreate>({ theme: "drak" });
    // @ts-expect-error -- set by the service
    accept<writes.AnySettingsCreate>({ theme: "dark", id: "1" });
  });

  test("a property may have a name that every object has", () => {
    accept<types.Settings>({ id: "1" });
    accept<writes.SettingsCreate>({ theme: "dark" });
    accept<writes.SettingsCreate>({ theme: "dark", constructor: "x" });
    // @ts-expect-error -- neither a string nor what every object has
    accept<writes.SettingsCreate>({ theme: "dark", constructor: 1 });
  });
});

test("without Insertable, nested objects need no properties", () => {
  interface KeylessCreate extends edm.Writable<types.User> {
    displayName: string | null;
    devices: NonNullable<edm.Writable<types.User>["devices"]>;
  }
  accept<KeylessCreate>({ displayName: "x", devices: [{ platform: "ios" }] });
  accept<KeylessCreate>({ displayName: "x", devices: [{ id: "given", platform: "ios" }] });
  // @ts-expect-error -- required
  accept<KeylessCreate>({ devices: [] });
  // @ts-expect-error -- not a member, inside an inserted entity
  accept<KeylessCreate>({ displayName: "x", devices: [{ platform: "iso" }] });
});

test("Update requires nothing, at any depth", () => {
  accept<writes.ImportedDeviceIdentityUpdate>({});
  accept<writes.ImportedDeviceIdentityUpdate>({ state: {}, platform: undefined });
  // @ts-expect-error -- keys do not change
  accept<writes.ImportedDeviceIdentityUpdate>({ id: "x" });
  // @ts-expect-error -- not a member
  accept<writes.ImportedDeviceIdentityUpdate>({ state: { phase: "old" } });
  accept<writes.UserUpdate>({ "manager@odata.bind": "users/1" });
});
