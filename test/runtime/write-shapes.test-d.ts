import { describe, expectTypeOf, test } from "vitest";
import type * as edm from "../../src/runtime/edm.js";
import type * as types from "./sample/types.js";

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
    accept<types.ImportedDeviceIdentityCreate>({
      importedDeviceIdentifier: "x",
      platform: undefined,
      createdDateTime: undefined,
    });
    // @ts-expect-error -- required
    accept<types.ImportedDeviceIdentityCreate>({ platform: "ios" });
    // @ts-expect-error -- required, so not undefined
    accept<types.ImportedDeviceIdentityCreate>({ importedDeviceIdentifier: undefined });
    const given = { importedDeviceIdentifier: "x", lastModifiedDateTime: "2020-01-01T00:00Z" };
    // @ts-expect-error -- set by the service
    accept<types.ImportedDeviceIdentityCreate>(given);
    // @ts-expect-error -- misspelled
    accept<types.ImportedDeviceIdentityCreate>({ importedDeviceIdentifier: "x", platfrm: "ios" });
    accept<types.ImportedDeviceIdentityCreate>({ importedDeviceIdentifier: "x", "owner@odata.bind": "users/1" });
    const read: types.ImportedDeviceIdentity = { id: "1" };
    // @ts-expect-error -- has what the service sets
    accept<types.ImportedDeviceIdentityUpdate>({ ...read });
  });

  test("knows the members of enumerations, at any depth", () => {
    accept<types.ImportedDeviceIdentityCreate["platform"]>("ios");
    accept<types.ImportedDeviceIdentityCreate["platform"]>(null);
    // @ts-expect-error -- not a member
    accept<types.ImportedDeviceIdentityCreate["platform"]>("iso");
    // @ts-expect-error -- not a member
    accept<types.ImportedDeviceIdentityCreate["platforms"]>(["iso"]);
    // @ts-expect-error -- not a member
    accept<types.ImportedDeviceIdentityCreate["state"]>({ phase: "old" });
    // @ts-expect-error -- required in a complex value
    accept<types.ImportedDeviceIdentityCreate["state"]>({});
    accept<types.ImportedDeviceIdentityCreate["state"]>({ phase: "new", note: undefined });
    accept<types.ImportedDeviceIdentityCreate["rights"]>("read,write");
    accept<types.ImportedDeviceIdentityCreate["size"]>("9007199254740993");
    expectTypeOf<types.ImportedDeviceIdentityCreate["platforms"]>().toEqualTypeOf<
      readonly types.Platform[] | undefined
    >();
    expectTypeOf<types.ImportedDeviceIdentityCreate["tags"]>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<types.ImportedDeviceIdentityCreate["createdDateTime"]>().toEqualTypeOf<
      edm.DateTimeOffset | null | undefined
    >();
  });

  test("a derived type says which it is", () => {
    accept<types.AnyImportedDeviceIdentityCreate>({ importedDeviceIdentifier: "x" });
    accept<types.AnyImportedDeviceIdentityCreate>({
      "@odata.type": "#microsoft.graph.importedDeviceIdentityResult",
      importedDeviceIdentifier: "x",
      status: true,
    });
    const type = "microsoft.graph.importedDeviceIdentityResult";
    // @ts-expect-error -- not a property of any of them
    accept<types.AnyImportedDeviceIdentityCreate>({ "@odata.type": type, importedDeviceIdentifier: "x", staus: true });
  });

  test("properties can be given a type outright, also one that refers back; deep inserts are write shapes", () => {
    accept<types.UserCreate>({
      displayName: "x",
      manager: { "@odata.type": "microsoft.graph.user", displayName: "y", manager: undefined },
      devices: [{ id: "1", platform: "ios" }],
      "devices@odata.bind": ["devices/1"],
    });
    // @ts-expect-error -- the manager has to say its type
    accept<types.UserCreate>({ displayName: "x", manager: { displayName: "y" } });
    // @ts-expect-error -- not a member, inside an inserted entity
    accept<types.UserCreate>({ displayName: "x", devices: [{ id: "1", platform: "iso" }] });
  });

  test("an open type accepts further properties, but not those that cannot be written", () => {
    accept<types.SettingsCreate>({ theme: "dark", colour: "blue" });
    // @ts-expect-error -- required
    accept<types.SettingsCreate>({ colour: "blue" });
    // @ts-expect-error -- not a member
    accept<types.SettingsCreate>({ theme: "drak" });
    // @ts-expect-error -- set by the service
    accept<types.SettingsCreate>({ theme: "dark", id: "1" });
  });
});

test("CreateKeyless leaves the keys of what is created within to the service, and requires what is stated", () => {
  type UserCreate = edm.CreateKeyless<types.User, { require: "displayName" | "devices" }>;
  accept<UserCreate>({ displayName: "x", devices: [{ platform: "ios" }] });
  accept<UserCreate>({ displayName: "x", devices: [{ id: "given", platform: "ios" }] });
  // @ts-expect-error -- required
  accept<UserCreate>({ devices: [] });
  // @ts-expect-error -- not a member, inside an inserted entity
  accept<UserCreate>({ displayName: "x", devices: [{ platform: "iso" }] });
});

test("Update requires nothing, at any depth", () => {
  accept<types.ImportedDeviceIdentityUpdate>({});
  accept<types.ImportedDeviceIdentityUpdate>({ state: {}, platform: undefined });
  // @ts-expect-error -- keys do not change
  accept<types.ImportedDeviceIdentityUpdate>({ id: "x" });
  // @ts-expect-error -- not a member
  accept<types.ImportedDeviceIdentityUpdate>({ state: { phase: "old" } });
  accept<types.UserUpdate>({ "manager@odata.bind": "users/1" });
});
