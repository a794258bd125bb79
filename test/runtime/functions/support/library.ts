/** A client of a service with media, streams, relations and changes, as the generator would write it. */
import {
  connect,
  type Action,
  type ClientOptions,
  type Collection,
  type CollectionFunctionRequest,
  type FunctionRequest,
  type Item,
  type Many,
  type One,
  type SendRequest,
} from "../../../../src/runtime/client.js";
import type { Addressed } from "../../../../src/runtime/http/target.js";

export interface Thing {
  "@odata.etag"?: string;
  id: string;
}

export interface Person extends Thing {
  "@odata.type"?: "#library.person";
  displayName?: string | null;
  mail?: string | null;
}

export interface Group extends Thing {
  "@odata.type"?: "#library.group";
  description?: string | null;
}

export interface File extends Thing {
  name?: string;
  size?: number;
}

export type Stream = Addressed<unknown, "stream">;

export interface ThingEntity {
  read: Thing;
  derived: { "library.person": PersonEntity; "library.group": GroupEntity };
}

export interface PersonEntity {
  read: Person;
  create: { displayName: string };
  update: { displayName?: string };
  navigation: { manager: One<ThingEntity>; portrait: One<PortraitEntity>; drive: One<DriveEntity> };
  segments: { displayName: Addressed<string, "value">; then: One<PersonEntity>["place"] };
  collectionSegments: { delta(): CollectionFunctionRequest<PersonEntity> };
}

export interface GroupEntity {
  read: Group;
  navigation: { members: Many<ThingEntity>; owners: Many<PersonEntity> };
}

export interface PortraitEntity {
  read: { id: string; width?: number };
}

export interface DriveEntity {
  read: Thing;
  navigation: { root: One<FileEntity>; items: Many<FileEntity> };
}

export interface UploadSession {
  uploadUrl?: string | null;
  nextExpectedRanges?: string[];
}

export interface FileEntity {
  read: File;
  navigation: { children: Many<FileEntity> };
  segments: {
    content: Stream;
    createUploadSession: Action<{ item?: { name?: string } }, UploadSession>;
    copy: Action<{ name: string }, File | undefined>;
  };
}

export interface Library {
  users: Collection<PersonEntity>;
  groups: Collection<GroupEntity>;
  files: Collection<FileEntity>;
  sites: Collection<FileEntity>;
  me: Item<PersonEntity>;
  usageReport(parameters: { period: string }): FunctionRequest<Stream>;
  request: SendRequest;
}

export function libraryClient(options: ClientOptions): Library {
  return connect<Library>(options, { keyStyle: "segment", media: ["portrait"] });
}
