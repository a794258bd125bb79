/** Related entities in bodies and answers, with their ETags, and the control information of OData 4.01. */
import { describe, expect, it } from "vitest";
import { createMock, type MockService } from "../../../../src/runtime/mock.js";
import { send } from "../truth/generated-mock.js";

const service: MockService = {
  protocol: "4.0",
  types: {
    "n.Item": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.Int32" }, name: { type: "Edm.String", nullable: true } },
      navigation: { maker: { type: "n.Maker", nullable: true }, parts: { type: "n.Item", collection: true } },
    },
    "n.Maker": {
      kind: "entity",
      key: ["code"],
      properties: { code: { type: "Edm.String" }, name: { type: "Edm.String", nullable: true } },
    },
    "n.Box": { kind: "entity", base: "n.Item", properties: { width: { type: "Edm.Int32", nullable: true } } },
  },
  enums: {},
  operations: [
    { kind: "action", name: "n.open", on: { type: "n.Box" }, parameters: {}, returns: { type: "Edm.String" } },
  ],
  children: {
    items: { kind: "set", type: "n.Item", etag: true, bindings: { maker: "makers", parts: "items" } },
    makers: { kind: "set", type: "n.Maker", etag: true },
  },
};
const data = {
  items: [1, 2, 3].map((id) => ({ id, name: `item ${id}` })),
  makers: ["a", "b"].map((code) => ({ code, name: code })),
};
const mockOf = () => createMock<Builder>(service, {}, { data });

/** Whatever the builders of a client have. */
interface Builder {
  readonly [name: string]: Builder;
  (given: unknown): Builder;
}

const any = { "if-match": "*" };

describe("PATCH", () => {
  it.each<[string, object]>([
    ["@odata.bind", { "maker@odata.bind": "makers('b')", "parts@odata.bind": ["items(2)", "items(3)"] }],
    [
      "@odata.id",
      { maker: { "@odata.id": "makers('b')" }, parts: [{ "@odata.id": "items(2)" }, { "@odata.id": "items(3)" }] },
    ],
    ["@bind", { "maker@bind": "makers('b')", "parts@bind": ["items(2)", "items(3)"] }],
    ["@id", { maker: { "@id": "makers('b')" }, parts: [{ "@id": "items(2)" }, { "@id": "items(3)" }] }],
  ])("relates by %s", async (_, body) => {
    const mock = mockOf();
    expect((await send(mock, "PATCH items(1)", body, any)).status).toBe(204);
    const { body: read } = await send(mock, "GET items(1)?$expand=maker,parts");
    expect(read).toMatchObject({ maker: { code: "b" }, parts: [{ id: 2 }, { id: 3 }] });
  });

  it("changes nothing where a part of it fails", async () => {
    const mock = mockOf();
    const before = (await send(mock, "GET items?$expand=maker")).text;
    const body = { name: "new", "maker@odata.bind": "makers('missing')" };
    expect((await send(mock, "PATCH items(1)", body, any)).status).toBe(400);
    expect((await send(mock, "POST items", { ...body, id: 9 })).status).toBe(400);
    expect((await send(mock, "GET items?$expand=maker")).text).toBe(before);
  });

  it("takes a related entity with its ETag alone", async () => {
    const mock = mockOf();
    await send(mock, "PATCH items(1)", { "maker@odata.bind": "makers('a')" }, any);
    const { maker } = (await send(mock, "GET items(1)?$expand=maker")).body as { maker: { "@odata.etag": string } };
    expect(maker["@odata.etag"]).toMatch(/^W\//);
    const change = { maker: { ...maker, name: "new" } };
    expect((await send(mock, "PATCH items(1)", change, any)).status).toBe(204);
    expect((await send(mock, "PATCH items(1)", change, any)).status).toBe(412);
    expect((await send(mock, "GET makers('a')")).body).toMatchObject({ name: "new" });
  });
});

describe("a request that takes OData 4.01", () => {
  const headers = { "odata-maxversion": "4.01" };

  it("is answered with control information without a prefix", async () => {
    const mock = mockOf();
    await send(mock, "PATCH items(1)", { "maker@odata.bind": "makers('a')" }, any);
    const answer = await send(
      mock,
      "GET items?$top=1&$count=true&$expand=maker,parts($count=true)",
      undefined,
      headers,
    );
    expect(answer.header("odata-version")).toBe("4.01");
    const item = { "@etag": expect.any(String) as string, id: 1, name: "item 1" };
    const maker = { "@etag": expect.any(String) as string, code: "a", name: "a" };
    const one = { ...item, maker, "parts@count": expect.any(Number) as number, parts: expect.any(Array) as [] };
    expect(answer.body).toEqual({ "@context": "http://localhost/$metadata#items", "@count": 3, value: [one] });
    expect((await send(mock, "GET nothing", undefined, headers)).header("odata-version")).toBe("4.01");
  });

  it("is answered in the form of OData 4.0 without it, and with a lower version", async () => {
    for (const version of [undefined, { "odata-maxversion": "4.0" }]) {
      const answer = await send(mockOf(), "GET items(1)", undefined, version);
      expect([answer.header("odata-version"), Object.keys(answer.body)[0]]).toEqual(["4.0", "@odata.context"]);
    }
  });
});

describe("values that the service sets", () => {
  const computed: MockService = {
    ...service,
    types: {
      ...service.types,
      "n.Maker": { ...service.types["n.Maker"], schema: "maker" } as MockService["types"][string],
    },
  };
  const readOnly = {
    validate: (value: unknown) => ({
      issues: Object.keys(value as object).includes("name")
        ? [{ path: ["name"], code: "read-only", message: "is read-only" }]
        : [],
    }),
  };
  const schemas = { makerSchema: { validate: () => ({}) }, makerCreateSchema: readOnly, makerUpdateSchema: readOnly };

  it("are ignored, which the answer says, and refused where the mock is strict", async () => {
    const mock = createMock<unknown>(computed, schemas, { data });
    const created = await send(mock, "POST makers", { code: "c", name: "given" });
    expect([created.status, created.header("x-mock"), created.body["name"]]).toEqual([201, "ignored name", null]);
    const changed = await send(mock, "PATCH makers('a')", { name: "given" }, any);
    expect([changed.status, changed.header("x-mock")]).toEqual([204, "ignored name"]);
    expect((await send(mock, "GET makers('a')")).body["name"]).toBe("a");
    const strict = createMock<unknown>(computed, schemas, { data, strict: true });
    expect((await send(strict, "POST makers", { code: "c", name: "given" })).status).toBe(400);
  });
});

it("a stub stands behind a cast", async () => {
  const mock = createMock<Builder>(
    service,
    {},
    { data: { items: [{ "@odata.type": "#n.Box", id: 1, name: null, width: 1 }] } },
  );
  const on = mock.on as unknown as Builder; // the builders of this client are any
  on["items"]?.["byId"]?.["as"]?.("n.Box")["open"]?.["post"]?.(() => "opened");
  expect((await send(mock, "POST items(1)/n.Box/n.open", {})).body.value).toBe("opened");
});
