import { createMock, type MockService } from "../../../src/runtime/mock.js";

const text = { type: "Edm.String", nullable: true } as const;

/** The users of the sample, as far as tests of the client's functions need them. */
const service: MockService = {
  protocol: "4.0",
  baseUrl: "http://localhost/v1.0",
  types: {
    "sample.user": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.String" }, displayName: text, mail: text },
      navigation: { photo: { type: "sample.photo", contained: true, nullable: true } },
    },
    "sample.photo": { kind: "entity", key: ["id"], stream: true, properties: { id: { type: "Edm.String" } } },
  },
  enums: {},
  children: { users: { kind: "set", type: "sample.user" } },
};

/** A service with one user, which fails as it is told: `mock.fail`. */
export function mockedUsers() {
  return createMock<unknown>(service, {}, { data: { users: [{ id: "1", displayName: "Ann", mail: "ann@x" }] } });
}
