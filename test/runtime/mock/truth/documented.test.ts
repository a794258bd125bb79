/** What documentation adds: scopes that requests need, and examples that they are answered with. */
import { expect, it } from "vitest";
import { createMock, type MockService } from "../../../../src/runtime/mock.js";
import { send } from "./generated-mock.js";

const service: MockService = {
  protocol: "4.0",
  types: {
    "n.User": { kind: "entity", key: ["id"], properties: { id: { type: "Edm.String" }, name: { type: "Edm.String" } } },
  },
  enums: {},
  children: {
    users: { kind: "set", type: "n.User" },
    best: { kind: "import", operation: "n.best" },
    worst: { kind: "import", operation: "n.worst" },
  },
  operations: [
    { kind: "function", name: "n.best", parameters: {}, returns: { type: "Edm.String" } },
    { kind: "function", name: "n.worst", parameters: {}, returns: { type: "Edm.String" } },
  ],
  requests: [
    {
      method: "GET",
      path: "/users",
      scopes: { delegatedWork: [["User.Read"], ["Directory.Read", "Group.Read"]], application: [["User.Read.All"]] },
    },
    { method: "GET", path: "/users/{id}", example: { status: 200, body: { id: "ada", name: "Ada" } } },
    { method: "DELETE", path: "/users/{id}", scopes: { delegatedWork: [] } },
    { method: "GET", path: "/best()", example: { status: 200, body: { value: "of the page" } } },
  ],
};

it.each([
  [["User.Read"], 200],
  [["Directory.Read"], 403],
  [["Directory.Read", "Group.Read"], 200],
  [["User.Read.All"], 200],
  [[], 403],
])("scopes %j are answered with %i", async (scopes, status) => {
  expect((await send(createMock(service, {}, { scopes }), "GET users")).status).toBe(status);
});

it("tells which scopes would do, of the scheme alone where one is given", async () => {
  const mock = createMock(service, {}, { scopes: ["Directory.Read"], scheme: "delegatedWork" });
  const { body } = await send(mock, "GET users");
  expect(body["error"]).toMatchObject({
    code: "Forbidden",
    message: "The scopes do not cover GET /users. It needs User.Read.",
    details: [{ message: "User.Read" }, { message: "Directory.Read and Group.Read" }],
  });
  const other = createMock(service, {}, { scopes: ["User.Read.All"], scheme: "delegatedWork" });
  expect((await send(other, "GET users")).status).toBe(403);
});

it("lets requests pass that are not documented, and none where no scope allows one", async () => {
  const mock = createMock(service, {}, { scopes: [] });
  expect((await send(mock, "GET users/ada")).status).toBe(200);
  expect((await send(mock, "POST users", { id: "b" })).status).toBe(201);
  expect((await send(mock, "DELETE users/ada")).status).toBe(403);
});

it("answers with the example of a page, else with what it makes, and says so", async () => {
  const mock = createMock(service, {});
  expect((await send(mock, "GET users/ada")).body).toMatchObject({ id: "ada", name: "Ada" });
  const [best, worst] = [await send(mock, "GET best()"), await send(mock, "GET worst()")];
  expect([best.body.value, best.header("x-mock")]).toEqual(["of the page", null]);
  expect([typeof worst.body.value, worst.header("x-mock")]).toEqual(["string", "generated"]);
});
