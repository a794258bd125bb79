/** What generated types look like, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";

export type Platform = "unknown" | "ios" | "android";
export const platformValues = ["unknown", "ios", "android"] as const satisfies readonly Platform[];

export type Right = "read" | "write";
export const rightValues = ["read", "write"] as const satisfies readonly Right[];

export interface ImportedState {
  phase: edm.Open<"new" | "done">;
  note?: string | null;
}

export interface ImportedDeviceIdentity {
  "@odata.type"?: string;
  /** The key. */
  id: string;
  /** Serial number or IMEI. */
  importedDeviceIdentifier?: string | null;
  lastModifiedDateTime?: edm.DateTimeOffset | null;
  platform?: edm.Open<Platform> | null;
  rights?: edm.Flags<Right> | null;
  createdDateTime?: edm.DateTimeOffset | null;
  tags?: string[];
  platforms?: edm.Open<Platform>[];
  state?: ImportedState | null;
  size?: edm.Int64 | null;
  owner?: User | null;
}

export interface ImportedDeviceIdentityResult extends ImportedDeviceIdentity {
  "@odata.type"?: "#microsoft.graph.importedDeviceIdentityResult" | "microsoft.graph.importedDeviceIdentityResult";
  status?: boolean | null;
}

export interface DirectoryObject {
  "@odata.type"?: string;
  id: string;
}

export interface User extends DirectoryObject {
  displayName?: string | null;
  mail?: string | null;
  manager?: DirectoryObject | null;
  devices?: ImportedDeviceIdentity[];
  oldDevices?: ImportedDeviceIdentity[];
}

/** An open type. */
export interface Settings {
  id: string;
  theme?: edm.Open<"dark" | "light"> | null;
  owner?: User | null;
  [property: string]: unknown;
}

/** An open type whose further properties have a pattern. */
export interface Profile {
  "@odata.type"?: string;
  id: string;
  nickname?: string | null;
  [extension: `extension_${string}`]: unknown;
}

export type ImportedDeviceIdentityCreate = edm.Create<
  ImportedDeviceIdentity,
  { omit: "id" | "lastModifiedDateTime" | "owner"; require: "importedDeviceIdentifier"; bind: "owner" }
>;
export type ImportedDeviceIdentityUpdate = edm.Update<ImportedDeviceIdentity, { omit: "id" }>;
export type ImportedDeviceIdentityResultCreate = edm.Create<
  ImportedDeviceIdentityResult,
  { omit: "id" | "lastModifiedDateTime"; require: "importedDeviceIdentifier" }
>;
export type AnyImportedDeviceIdentityCreate =
  | ImportedDeviceIdentityCreate
  | edm.Derived<ImportedDeviceIdentityResultCreate, "microsoft.graph.importedDeviceIdentityResult">;
// `manager` may be any directory object, so its write shape names itself; `devices` refers back.
export type UserCreate = edm.Create<
  User,
  {
    require: "displayName";
    bind: "manager";
    bindMany: "devices";
    replace: { manager: edm.Derived<UserCreate, "microsoft.graph.user"> };
  }
>;
export type UserUpdate = edm.Update<User, { omit: "id"; bind: "manager" }>;
export type SettingsCreate = edm.Create<Settings, { omit: "id"; require: "theme" }>;

export interface ImportDeviceIdentityListParameters {
  importedDeviceIdentities: readonly ImportedDeviceIdentityCreate[];
  overwriteImportedDeviceIdentities?: boolean | undefined;
}
