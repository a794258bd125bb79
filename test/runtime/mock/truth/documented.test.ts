/** What documentation adds: scopes that requests need, and examples that they are answered with. */
import { describe, expect, it } from "vitest";
import { spelledValue } from "../../../../src/runtime/mock/query/spelling.js";
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
    { method: "GET", path: "/files:/{path}:/size", returns: { type: "Edm.Int32" } },
    { method: "POST", path: "/users/{id}/wake", status: 202, scopes: { application: [["User.Wake"]] } },
    { method: "PUT", path: "/best()", status: 204 },
    { method: "GET", path: "/users/all", example: { status: 200, body: { value: [] } } },
    { method: "GET", path: "/users/{id}/notes" },
    { method: "POST", path: "/users", sends: "text/html", status: 201 },
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

describe("a documented request that the metadata lacks", () => {
  const page = { "content-type": "text/html" };
  it.each([
    ["GET files:/a/b.txt:/size", 200],
    ["POST users/ada/wake", 202],
    ["PUT best()", 204],
    ["GET users/all", 200],
    ["GET users/ada/notes", 501],
    ["GET users/nobody", 404],
    ["GET users/ada/pages", 404],
    ["PUT users", 405],
  ])("%s is answered with %i", async (line, status) => {
    const sent = await send(createMock(service, {}), line);
    expect(sent.status).toBe(status);
    expect(sent.header("x-mock")).toBe(status < 300 ? "documented" : null);
  });

  it("may have a body that is no JSON", async () => {
    expect((await send(createMock(service, {}), "POST users", "<p>", page)).status).toBe(201);
    expect((await send(createMock(service, {}), "POST users", "<p>", { "content-type": "text/plain" })).status).toBe(
      415,
    );
  });

  it("needs its scopes, and fails where a test plans it", async () => {
    const mock = createMock(service, {}, { scopes: ["User.Read"] });
    expect((await send(mock, "POST users/ada/wake")).status).toBe(403);
    mock.fail("POST /users/{id}/wake", { status: 429 });
    expect((await send(mock, "POST users/ada/wake")).status).toBe(429);
  });
});

describe("names in other letters' case", () => {
  const any: MockService = {
    ...service,
    anyCase: true,
    enums: {
      "n.Color": {
        members: [
          ["red", "0"],
          ["RED", "1"],
          ["blue", "2"],
        ],
      },
    },
    operations: [
      {
        kind: "action",
        name: "n.paint",
        on: { type: "n.User" },
        parameters: { Color: { type: "n.Color" } },
        schema: "paintSchema",
      },
      { kind: "function", name: "n.best", parameters: { Of: { type: "Edm.String" } }, returns: { type: "Edm.String" } },
    ],
    defaultNamespaces: ["n"],
    requests: [],
  };

  it("are found where the documentation writes such names, and nowhere else", async () => {
    const lines = ["GET Users", "GET users?$select=Name&$filter=NAME ne null&$orderby=Name", "GET BEST(of='a')"];
    for (const line of lines) {
      expect((await send(createMock(any, {}), line)).status).toBe(200);
      expect((await send(createMock(service, {}), line)).status).toBeGreaterThanOrEqual(400);
    }
    const isBlue = (value: unknown) => (value as { readonly Color?: unknown }).Color === "blue";
    const issue = { code: "member", path: ["Color"], message: "must be blue" };
    const schemas = { paintSchema: { validate: (value: unknown) => ({ issues: isBlue(value) ? [] : [issue] }) } };
    const mock = createMock(any, schemas);
    const [id] = mock.data("users").map((user) => user["id"]);
    expect((await send(mock, `POST users/${String(id)}/Paint`, { color: "Blue" })).status).toBe(204);
    expect(mock.requests).toHaveLength(1);
    await send(mock, "POST Users", { ID: "x", NAME: "X" });
    expect((await send(mock, "GET users/x")).body).toMatchObject({ id: "x", name: "X" });
  });

  it("are those of values, unless two members differ in case alone", () => {
    expect(["BLUE", "Red", "red", "Blue, red"].map((one) => spelledValue(one, "n.Color", any))).toEqual([
      "blue",
      "Red",
      "red",
      "blue, red",
    ]);
  });
});
