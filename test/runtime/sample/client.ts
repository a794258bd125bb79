/** What a generated client looks like, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";
import {
  connect,
  type Action,
  type Action0,
  type ClientOptions,
  type Collection,
  type CollectionFunctionRequest,
  type Facts,
  type FunctionRequest,
  type Item,
  type Many,
  type One,
  type Page,
  type Post,
  type SendRequest,
} from "../../../src/runtime/client.js";
import type * as types from "./types.js";
import type * as writes from "./writes.js";

export interface ImportedDeviceIdentityNavigation {
  owner: One<UserEntity>;
}

export interface ImportedDeviceIdentityCollectionSegments {
  importDeviceIdentityList: Action<writes.ImportDeviceIdentityListParameters, Page<types.ImportedDeviceIdentityResult>>;
}

export interface ImportedDeviceIdentityEntity {
  read: types.ImportedDeviceIdentity;
  create: writes.AnyImportedDeviceIdentityCreate;
  update: writes.ImportedDeviceIdentityUpdate;
  navigation: ImportedDeviceIdentityNavigation;
  collectionSegments: ImportedDeviceIdentityCollectionSegments;
  derived: Pick<EntityMap, "microsoft.graph.importedDeviceIdentityResult">;
  collection: ImportedDeviceIdentityCollectionRequests;
}

export type ImportedDeviceIdentityItemRequests = Item<ImportedDeviceIdentityEntity>;

export interface ImportedDeviceIdentityCollectionRequests extends Collection<ImportedDeviceIdentityEntity> {
  /** Creates an imported device identity. */
  post: Post<writes.AnyImportedDeviceIdentityCreate, types.ImportedDeviceIdentity>;
}

export interface ImportedDeviceIdentityResultEntity {
  read: types.ImportedDeviceIdentityResult;
  update: writes.ImportedDeviceIdentityUpdate;
  navigation: ImportedDeviceIdentityNavigation;
}

export interface DirectoryObjectEntity {
  read: types.DirectoryObject;
  update: writes.DirectoryObjectUpdate;
  derived: Pick<EntityMap, "microsoft.graph.user">;
}

export interface UserNavigation {
  manager: One<DirectoryObjectEntity>;
  devices: Many<ImportedDeviceIdentityEntity>;
  /** Devices that cannot be added, counted or changed there. */
  oldDevices: Many<
    ImportedDeviceIdentityEntity,
    {
      noMethods: "post" | "$count";
      noOptions: "search";
      noExpand: "owner";
      item: { noMethods: "patch" | "put"; below: { owner: One<UserEntity, { noMethods: "delete" }> } };
    }
  >;
}

export interface UserSegments {
  revokeSessions: Action0<boolean>;
  reminderView(parameters: { StartDateTime: string; EndDateTime?: string }): FunctionRequest<Page<{ subject: string }>>;
  between(parameters: {
    from: edm.Date;
    span: edm.Duration;
    platform: types.Platform;
    ids?: readonly string[];
  }): FunctionRequest<number>;
}

export interface UserCollectionSegments {
  delta(): CollectionFunctionRequest<UserEntity>;
  /** A function of the service that is called like a verb. */
  get_(): FunctionRequest<string>;
}

export interface UserEntity {
  read: types.User;
  create: writes.UserCreate;
  update: writes.UserUpdate;
  navigation: UserNavigation;
  segments: UserSegments;
  collectionSegments: UserCollectionSegments;
}

export type UserCollectionRequests = Collection<UserEntity>;

export interface SettingsEntity {
  read: types.Settings;
  create: writes.SettingsCreate;
  update: writes.SettingsCreate;
  key: number | { id: number; name: string };
  navigation: { owner: One<UserEntity> };
}

export interface ProfileEntity {
  read: types.Profile;
}

export interface EntityMap {
  "microsoft.graph.importedDeviceIdentityResult": ImportedDeviceIdentityResultEntity;
  "microsoft.graph.user": UserEntity;
}

export interface DeviceManagementItemRequests {
  importedDeviceIdentities: ImportedDeviceIdentityCollectionRequests;
}

export interface Client {
  deviceManagement: DeviceManagementItemRequests;
  users: UserCollectionRequests;
  settings: Collection<SettingsEntity>;
  profiles: Collection<ProfileEntity>;
  request: SendRequest;
}

export const facts: Facts = {
  keyStyle: "segment",
  scopes: ["https://graph.microsoft.com/.default"],
  segments: { get_: "ns.get" },
  parameters: { "between.from": "Date", "between.span": "Duration", "between.platform": "ns.platform" },
};

export function createClient(options: ClientOptions = {}): Client {
  return connect<Client>(options, facts);
}
