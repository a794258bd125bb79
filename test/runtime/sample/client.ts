/** What a generated client looks like, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";
import {
  connect,
  type Action,
  type Action0,
  type ClientOptions,
  type CollectionFunctionRequest,
  type CollectionRequests,
  type Facts,
  type FunctionRequest,
  type ItemRequests,
  type Many,
  type One,
  type Page,
  type Post,
  type SendRequest,
} from "../../../src/runtime/client.js";
import type * as types from "./types.js";
import type * as writes from "./writes.js";

export interface ImportedDeviceIdentityNavigation {
  owner: One<types.User, UserNavigation>;
}

export interface ImportedDeviceIdentitySegments {
  owner: UserItemRequests;
}

export interface ImportedDeviceIdentityItemRequests
  extends
    ImportedDeviceIdentitySegments,
    ItemRequests<types.ImportedDeviceIdentity, ImportedDeviceIdentityNavigation, writes.ImportedDeviceIdentityUpdate> {
  as(type: "microsoft.graph.importedDeviceIdentityResult"): ImportedDeviceIdentityResultItemRequests;
}

export interface ImportedDeviceIdentityResultItemRequests
  extends
    ImportedDeviceIdentitySegments,
    ItemRequests<
      types.ImportedDeviceIdentityResult,
      ImportedDeviceIdentityNavigation,
      writes.ImportedDeviceIdentityUpdate
    > {}

export interface ImportedDeviceIdentityCollectionRequests extends CollectionRequests<
  types.ImportedDeviceIdentity,
  ImportedDeviceIdentityNavigation,
  writes.AnyImportedDeviceIdentityCreate,
  ImportedDeviceIdentityItemRequests
> {
  /** Creates an imported device identity. */
  post: Post<writes.AnyImportedDeviceIdentityCreate, types.ImportedDeviceIdentity>;
  importDeviceIdentityList: Action<writes.ImportDeviceIdentityListParameters, Page<types.ImportedDeviceIdentityResult>>;
}

export interface DirectoryObjectNavigation {}

export interface DirectoryObjectDerived {
  "microsoft.graph.user": One<types.User, UserNavigation>;
}

export interface DirectoryObjectItemRequests extends ItemRequests<
  types.DirectoryObject,
  DirectoryObjectNavigation,
  writes.DirectoryObjectUpdate
> {
  as(type: "microsoft.graph.user"): UserItemRequests;
}

export interface UserNavigation extends DirectoryObjectNavigation {
  manager: One<types.DirectoryObject, DirectoryObjectNavigation, DirectoryObjectDerived>;
  devices: Many<types.ImportedDeviceIdentity, ImportedDeviceIdentityNavigation>;
}

export interface UserSegments {
  manager: DirectoryObjectItemRequests;
  devices: ImportedDeviceIdentityCollectionRequests;
  revokeSessions: Action0<boolean>;
  reminderView(parameters: { StartDateTime: string; EndDateTime?: string }): FunctionRequest<Page<{ subject: string }>>;
  between(parameters: {
    from: edm.Date;
    span: edm.Duration;
    platform: types.Platform;
    ids?: readonly string[];
  }): FunctionRequest<number>;
}

export interface UserItemRequests extends UserSegments, ItemRequests<types.User, UserNavigation, writes.UserUpdate> {}

export interface UserCollectionRequests extends CollectionRequests<
  types.User,
  UserNavigation,
  writes.UserCreate,
  UserItemRequests
> {
  delta(): CollectionFunctionRequest<types.User, UserNavigation>;
  /** A function of the service that is called like a verb. */
  get_(): FunctionRequest<string>;
}

export interface SettingsCollectionRequests extends CollectionRequests<
  types.Settings,
  { owner: One<types.User, UserNavigation> },
  writes.SettingsCreate,
  ItemRequests<types.Settings, Record<never, never>, writes.SettingsCreate>,
  number | { id: number; name: string }
> {}

export interface DeviceManagementItemRequests {
  importedDeviceIdentities: ImportedDeviceIdentityCollectionRequests;
}

export interface Client {
  deviceManagement: DeviceManagementItemRequests;
  users: UserCollectionRequests;
  settings: SettingsCollectionRequests;
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
