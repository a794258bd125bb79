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
  "@odata.type"?: edm.TypeName<"microsoft.graph.importedDeviceIdentityResult">;
  status?: boolean | null;
}

export interface DirectoryObject {
  "@odata.type"?: string;
  "@odata.id"?: string;
  "@odata.etag"?: string;
  id: string;
}

export interface User extends DirectoryObject {
  displayName?: string | null;
  mail?: string | null;
  manager?: DirectoryObject | null;
  devices?: ImportedDeviceIdentity[];
  oldDevices?: ImportedDeviceIdentity[];
}

/** An open type, with names that every object has. */
export interface Settings {
  id: string;
  theme?: "dark" | "light" | edm.UnknownMember | null;
  constructor?: string | null | edm.Inherited<"constructor">;
  owner?: User | null;
  [extension: `extension_${string}`]: unknown;
}

/** The same where undeclared properties have any name (`--open-types any`). */
export interface AnySettings {
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
