import { createMock, type MockService } from "../../../src/runtime/mock.js";

const text = { type: "Edm.String", nullable: true } as const;
const number = { type: "Edm.Int32", nullable: true } as const;
const thing = "library.thing";

/** The service of the client of `functions/support/library.ts`. */
const service: MockService = {
  protocol: "4.0",
  baseUrl: "http://localhost/v1.0",
  defaultNamespaces: ["library"],
  types: {
    [thing]: { kind: "entity", key: ["id"], properties: { id: { type: "Edm.String" } } },
    "library.person": {
      kind: "entity",
      base: thing,
      properties: { displayName: text, mail: text },
      navigation: {
        manager: { type: thing, nullable: true },
        portrait: { type: "library.portrait", contained: true, nullable: true },
      },
    },
    "library.group": {
      kind: "entity",
      base: thing,
      properties: { description: text },
      navigation: {
        members: { type: thing, collection: true },
        owners: { type: "library.person", collection: true },
      },
    },
    "library.portrait": { kind: "entity", base: thing, stream: true, properties: { width: number } },
    "library.file": {
      kind: "entity",
      base: thing,
      properties: { name: text, size: number, content: { type: "Edm.Stream", nullable: true } },
    },
  },
  enums: {},
  children: {
    users: { kind: "set", type: "library.person", etag: true },
    groups: { kind: "set", type: "library.group", bindings: { members: "users", owners: "users" } },
    files: { kind: "set", type: "library.file" },
    me: { kind: "singleton", type: "library.person", bindings: { manager: "users" } },
  },
  operations: [
    {
      kind: "function",
      name: "library.delta",
      on: { type: "library.person", collection: true },
      parameters: {},
      returns: { type: "library.person", collection: true },
    },
    {
      kind: "action",
      name: "library.copy",
      on: { type: "library.file" },
      parameters: { name: { type: "Edm.String" } },
      returns: { type: "library.file", nullable: true },
    },
  ],
};

const data = {
  users: [
    { id: "1", displayName: "Ann", mail: "ann@x" },
    { id: "2", displayName: "Ben", mail: "ben@x" },
    { id: "3", displayName: "Cem", mail: null },
  ],
  groups: [{ id: "g", description: "All" }],
  files: [{ id: "f", name: "a.txt", size: 1 }],
  me: { id: "1", displayName: "Ann", mail: "ann@x" },
};

/** A library with three users, in pages of two. */
export function mockedLibrary() {
  return createMock<unknown>(service, {}, { data, pageSize: 2 });
}
