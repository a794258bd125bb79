/** Requests at the edges of what a service takes. */
import { describe, expect, it } from "vitest";
import { createMock, type Mock, type MockOptions, type MockService } from "../../../../src/runtime/mock.js";
import { createMock as createMockV2 } from "../../../../src/runtime/mock-v2.js";
import { send } from "../truth/generated-mock.js";

const text = { type: "Edm.String", nullable: true } as const;
const denied = { methods: ["PATCH"], options: ["$filter"] } as const;

const service: MockService = {
  protocol: "4.0",
  types: {
    "n.Tag": {
      kind: "entity",
      key: ["name"],
      open: true,
      properties: { name: { type: "Edm.String" }, note: text, uses: { type: "Edm.Int32" } },
    },
    "n.File": { kind: "entity", key: ["id"], stream: true, properties: { id: { type: "Edm.Int32" } } },
    "n.Image": { kind: "entity", base: "n.File", properties: {} },
    "n.Wife": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.Int32" } },
      navigation: { husband: { type: "n.Husband", nullable: true, partner: "wife" } },
    },
    "n.Husband": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.Int32" } },
      navigation: { wife: { type: "n.Wife", nullable: true, partner: "husband" } },
    },
  },
  enums: {},
  children: {
    tags: { kind: "set", type: "n.Tag" },
    fixed: { kind: "set", type: "n.Tag", denied },
    files: { kind: "set", type: "n.File" },
    wives: { kind: "set", type: "n.Wife" },
    husbands: { kind: "set", type: "n.Husband" },
    size: { kind: "import", operation: "n.size" },
  },
  operations: [{ kind: "function", name: "n.size", parameters: { of: text }, returns: { type: "Edm.Int32" } }],
};

const tags = [{ name: "a" }, { name: "b" }, { name: "c" }];
const mockOf = (options: MockOptions = {}): Mock<unknown> => createMock(service, {}, options);
const statusOf = async (line: string, body?: unknown, options: MockOptions = {}): Promise<number> =>
  (await send(mockOf({ data: { tags, fixed: tags }, ...options }), line, body)).status;

describe("tokens", () => {
  it.each([
    ["GET tags?$skiptoken=-2", 400],
    ["GET tags?$skiptoken=1e1", 400],
    ["GET tags?$deltatoken=-1", 410],
    ["GET tags?$deltatoken=", 410],
  ])("%s is answered with %i", async (line, status) => {
    expect(await statusOf(line)).toBe(status);
  });

  it("pages have an item at least", async () => {
    const { body } = await send(mockOf({ data: { tags } }), "GET tags", undefined, { prefer: "maxpagesize=-1" });
    expect(body).toMatchObject({ value: [{ name: "a" }], "@odata.nextLink": "http://localhost/tags?$skiptoken=1" });
  });

  it("changes have the address of what was removed", async () => {
    const mock = mockOf({ data: { tags } });
    await send(mock, "DELETE tags('b')");
    const { body } = await send(mock, "GET tags?$deltatoken=0");
    expect(body.value).toEqual([{ "@removed": { reason: "deleted" }, id: "http://localhost/tags('b')" }]);
  });
});

describe("text that is not percent-encoded right", () => {
  it.each(["GET size()?of=%E0%A4%A", "GET size(of=@o)?@o=%ZZ", "GET $metadata?$format=%E0"])(
    "is refused: %s",
    async (line) => {
      const metadata = async (): Promise<string> => "<x/>";
      expect(await statusOf(line, undefined, { metadata })).toBe(400);
    },
  );

  it("is refused in OData 2.0", async () => {
    const mock = createMockV2({ ...service, protocol: "2.0" }, {}, {});
    expect((await send(mock, "GET tags?$select=%E0")).status).toBe(400);
  });
});

it("names of all objects are no parameters", async () => {
  expect(await statusOf("GET size()?constructor=1")).toBe(200);
});

it("entities of a type derived from that of media have media", async () => {
  const mock = mockOf({ data: { files: [{ "@odata.type": "#n.Image", id: 1 }] } });
  expect((await send(mock, "GET files(1)/$value")).text).toBe("content of files(1)");
});

it("media entities are created from their content, or from JSON", async () => {
  const mock = mockOf({ data: { files: [{ id: 1 }] } });
  const created = await send(mock, "POST files", "<p>", { "content-type": "text/html" });
  expect([created.status, created.body["id"]]).toEqual([201, 2]);
  const read = await send(mock, "GET files(2)/$value");
  expect([read.text, read.header("content-type")]).toEqual(["<p>", "text/html"]);
  expect((await send(mock, "POST files", { id: 3 })).status).toBe(201);
  expect((await send(mock, "POST tags", "<p>", { "content-type": "text/html" })).status).toBe(415);
});

it("the text of a primitive value is written whole, as a value of its type", async () => {
  const mock = mockOf({ data: { tags: [{ name: "a", note: "old", uses: 1 }] } });
  const put = async (path: string, body: string): Promise<number> =>
    (await mock.fetch(`${mock.baseUrl}/${path}`, { method: "PUT", body, headers: { "content-type": "text/plain" } }))
      .status;
  expect(await put("tags('a')/note/$value", `é😀${"x".repeat(200_000)}`)).toBe(204);
  expect(await put("tags('a')/uses/$value", "7")).toBe(204);
  const { body } = await send(mock, "GET tags('a')");
  expect(body).toMatchObject({ note: `é😀${"x".repeat(200_000)}`, uses: 7 });
  expect((await send(mock, "DELETE tags('a')/uses/$value")).status).toBe(400);
});

it("a property may be called __proto__ where one is changed", async () => {
  const mock = mockOf({ data: { tags: [{ name: "a" }] } });
  const body = JSON.parse('{ "__proto__": "x" }') as unknown;
  expect((await send(mock, "PATCH tags('a')", body)).status).toBe(204);
  expect(JSON.stringify((await send(mock, "GET tags('a')")).body)).toContain('"__proto__":"x"');
});

it("strict mode refuses changes of parts of an entity, and options of references", async () => {
  const lines: readonly (readonly [string, unknown])[] = [
    ["PUT fixed('a')/note", { value: "x" }],
    ["DELETE fixed('a')/note", undefined],
    ["GET fixed/$ref?$filter=name eq 'a'", undefined],
  ];
  const statuses = lines.map(async ([line, body]) => [
    await statusOf(line, body),
    await statusOf(line, body, { strict: true }),
  ]);
  expect(await Promise.all(statuses)).toEqual([
    [204, 405],
    [204, 405],
    [200, 400],
  ]);
});

describe("a relation of one to one", () => {
  const data = { wives: [{ id: 1 }, { id: 2 }], husbands: [{ id: 1 }, { id: 2 }] };
  const pairs = async (mock: Mock<unknown>): Promise<unknown> => {
    const { body } = await send(mock, "GET wives?$expand=husband($select=id)");
    return body.value?.map((wife) => (wife as { husband: { id: number } | null }).husband?.id);
  };

  it.each(["wives(1)/husband", "husbands(2)/wife"])("is replaced from either side: %s", async (path) => {
    const mock = mockOf({ data });
    await send(mock, "PUT wives(1)/husband/$ref", { "@odata.id": "husbands(1)" });
    await send(mock, "DELETE wives(2)/husband/$ref");
    const other = path.startsWith("wives") ? "husbands(2)" : "wives(1)";
    expect((await send(mock, `PUT ${path}/$ref`, { "@odata.id": other })).status).toBe(204);
    expect((await send(mock, "GET husbands(2)/wife")).body).toMatchObject({ id: 1 });
    expect((await send(mock, "GET husbands(1)/wife")).status).toBe(204);
    expect(await pairs(mock)).toEqual([2, undefined]);
  });

  it("ends where a change says so from either side", async () => {
    for (const [path, name] of [
      ["wives(1)", "husband"],
      ["husbands(1)", "wife"],
    ] as const) {
      const mock = mockOf({ data });
      await send(mock, "PUT wives(1)/husband/$ref", { "@odata.id": "husbands(1)" });
      await send(mock, `PATCH ${path}`, { [name]: null });
      expect((await send(mock, "GET wives(1)/husband")).status).toBe(204);
      expect((await send(mock, "GET husbands(1)/wife")).status).toBe(204);
    }
  });
});

it("keys of numbers that are texts go on from the highest", async () => {
  const types = {
    "n.Big": { kind: "entity", key: ["id"], properties: { id: { type: "Edm.Int64" }, note: text } },
  } as const;
  const big: MockService = { protocol: "2.0", types, enums: {}, children: { bigs: { kind: "set", type: "n.Big" } } };
  const mock = createMockV2(big, {}, { data: { bigs: [{ id: "7" }] } });
  const created = [await send(mock, "POST bigs", { note: "x" }), await send(mock, "POST bigs", { note: "y" })];
  expect(created.map(({ body }) => (body["d"] as { id: string }).id)).toEqual(["8", "9"]);
});

it("members of any name are members", async () => {
  const mock = mockOf({ data: { tags } });
  await send(mock, "POST tags", '{ "name": "d", "__proto__": { "note": "inherited" } }', {
    "content-type": "application/json",
  });
  const { text: json } = await send(mock, "GET tags('d')");
  expect(JSON.parse(json)).toHaveProperty("note", null);
  expect(json).toContain('"__proto__":{"note":"inherited"}');
});

it("the service root is written in any way", async () => {
  const mock = mockOf({ baseUrl: "HTTP://Host.Example:80/api/" });
  expect(mock.baseUrl).toBe("http://host.example/api");
  const response = await mock.fetch("http://HOST.example:80/api/tags?$top=1");
  expect(response.status).toBe(200);
});

it("HEAD has no body where it is refused", async () => {
  const sent = await send(mockOf(), "HEAD tagz");
  expect([sent.status, sent.text]).toEqual([404, ""]);
});

it("requests are recorded as they are written, those in a batch before it", async () => {
  const mock = mockOf({ data: { tags: [{ name: "a+b" }] } });
  await send(mock, "GET tags('a+b')?$filter=name+eq+'a%2Bb'");
  await send(mock, "POST $batch", { requests: [{ id: "1", method: "GET", url: "tags/$count" }] });
  expect(mock.requests.map(({ method, path, query, status }) => [method, path, query, status])).toEqual([
    ["GET", "/tags('a+b')", { $filter: "name eq 'a+b'" }, 400],
    ["GET", "/tags/$count", {}, 200],
    ["POST", "/$batch", {}, 200],
  ]);
});
