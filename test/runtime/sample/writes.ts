/** What generated write shapes look like, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";
import type * as types from "./types.js";

export interface ImportedDeviceIdentityCreate
  extends edm.Insertable<types.ImportedDeviceIdentity, "id" | "lastModifiedDateTime" | "owner">, edm.Bind<"owner"> {
  id?: edm.NotWritable;
  importedDeviceIdentifier: string | null;
  lastModifiedDateTime?: edm.NotWritable;
  owner?: UserCreate | null | undefined;
}

export interface ImportedDeviceIdentityUpdate extends edm.Writable<types.ImportedDeviceIdentity, "id"> {
  id?: edm.NotWritable;
}

export interface ImportedDeviceIdentityResultCreate extends edm.Insertable<
  types.ImportedDeviceIdentityResult,
  "id" | "lastModifiedDateTime"
> {
  id?: edm.NotWritable;
  importedDeviceIdentifier: string | null;
  lastModifiedDateTime?: edm.NotWritable;
}

export type AnyImportedDeviceIdentityCreate =
  | ImportedDeviceIdentityCreate
  | edm.Derived<ImportedDeviceIdentityResultCreate, "microsoft.graph.importedDeviceIdentityResult">;

export type DirectoryObjectUpdate = edm.Writable<types.DirectoryObject>;

// `manager` may be any directory object, so its write shape names itself; `devices` refers back.
export interface UserCreate
  extends
    edm.Insertable<types.User, "manager" | "devices">,
    edm.Bind<"manager">,
    edm.BindOne<"office">,
    edm.BindMany<"devices"> {
  displayName: string | null;
  manager?: edm.Derived<UserCreate, "microsoft.graph.user"> | null | undefined;
  devices?: readonly ImportedDeviceIdentityCreate[] | undefined;
}

export type UserUpdate = edm.Writable<types.User> & edm.Bind<"manager">;

export interface SettingsCreate extends edm.Insertable<types.Settings, "id" | "constructor"> {
  id?: edm.NotWritable;
  theme: "dark" | "light" | null;
  constructor?: string | null | undefined | edm.Inherited<"constructor">;
}

export interface AnySettingsCreate extends edm.Insertable<types.AnySettings, "id"> {
  id?: edm.NotWritable;
  theme: "dark" | "light" | null;
}

export interface ImportDeviceIdentityListParameters {
  importedDeviceIdentities: readonly (ImportedDeviceIdentityCreate | edm.Reference)[];
  overwriteImportedDeviceIdentities?: boolean | undefined;
}
