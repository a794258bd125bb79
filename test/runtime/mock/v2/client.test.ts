/** The client of OData 2.0 against a mock of its service. */
import { expect, it } from "vitest";
import { filter, orderby, ref } from "../../../../src/runtime/odata-v2.js";
import { createMock } from "../../../../src/runtime/mock-v2.js";
import type { MockService } from "../../../../src/runtime/mock/service.js";
import { createShop, type BookEntity, type Shop } from "../../v2/support/shop.js";
import { of } from "../../../support/mock-properties.js";

const service: MockService = {
  protocol: "2.0",
  types: {
    "shop.Book": {
      kind: "entity",
      key: ["ID"],
      properties: {
        ID: { type: "Edm.Guid" },
        title: of("Edm.String"),
        price: of("Edm.Decimal"),
        stock: of("Edm.Int64"),
        weight: of("Edm.Double"),
        published: of("Edm.DateTime"),
        createdAt: of("Edm.DateTimeOffset"),
        opens: of("Edm.Time"),
      },
      navigation: {
        author: { type: "shop.Author", nullable: true },
        chapters: { type: "shop.Chapter", collection: true },
      },
    },
    "shop.Author": {
      kind: "entity",
      key: ["ID"],
      properties: {
        ID: { type: "Edm.Int32" },
        name: of("Edm.String"),
        born: of("Edm.DateTime"),
        address: of("shop.Address"),
      },
      navigation: { books: { type: "shop.Book", collection: true } },
    },
    "shop.Chapter": {
      kind: "entity",
      key: ["book_ID", "number"],
      properties: { book_ID: { type: "Edm.Guid" }, number: { type: "Edm.Int64" }, text: of("Edm.String") },
    },
    "shop.Address": { kind: "complex", properties: { street: of("Edm.String"), since: of("Edm.DateTime") } },
  },
  enums: {},
  children: {
    Books: { kind: "set", type: "shop.Book", bindings: { author: "Authors", chapters: "Chapters" }, etag: true },
    Authors: { kind: "set", type: "shop.Author", bindings: { books: "Books" } },
    Chapters: { kind: "set", type: "shop.Chapter" },
    stockOf: { kind: "import", operation: "shop.stockOf" },
    addressOf: { kind: "import", operation: "shop.addressOf" },
    newest: { kind: "import", operation: "shop.newest", set: "Books" },
    order: { kind: "import", operation: "shop.order", set: "Books" },
  },
  operations: [
    { kind: "function", name: "shop.stockOf", parameters: { book: of("Edm.Guid") }, returns: { type: "Edm.Int64" } },
    {
      kind: "function",
      name: "shop.addressOf",
      parameters: { name: of("Edm.String") },
      returns: { type: "shop.Address" },
    },
    {
      kind: "function",
      name: "shop.newest",
      parameters: { count: of("Edm.Int32") },
      returns: { type: "shop.Book", collection: true },
    },
    {
      kind: "action",
      name: "shop.order",
      parameters: { book: of("Edm.Guid"), quantity: of("Edm.Int64") },
      returns: { type: "shop.Book" },
    },
  ],
};

const ids = [1, 2, 3].map((n) => `00000000-0000-0000-0000-00000000000${n}`);
const [first = "", second = "", third = ""] = ids;
const data = {
  Books: [
    {
      ID: first,
      title: "Emma's",
      price: "11.10",
      stock: "9007199254740993",
      weight: 0.5,
      published: "1815-12-23T00:00:00",
      createdAt: "2020-01-02T03:04:05.678Z",
      opens: "PT08H30M00S",
    },
    {
      ID: second,
      title: "Persuasion",
      price: "9",
      stock: "5",
      weight: 2,
      published: null,
      createdAt: null,
      opens: null,
    },
  ],
  Authors: [
    { ID: 7, name: "Jane", born: "1775-12-16T00:00:00", address: { street: "Main", since: "1801-01-01T00:00:00" } },
  ],
  Chapters: [{ book_ID: first, number: "1", text: "One" }],
};

function shopOf(options: object = {}): { readonly shop: Shop; readonly mock: ReturnType<typeof createMock> } {
  const mock = createMock(service, {} as never, { data, ...options });
  return { mock, shop: createShop({ baseUrl: mock.baseUrl, fetch: mock.fetch as typeof fetch }) };
}

it("gives entities with the values of an app, and writes them as the protocol does", async () => {
  const { shop, mock } = shopOf();
  const book = await shop.Books.byId(first).get();
  expect(book).toMatchObject(data.Books[0] ?? {});
  expect(book).toMatchObject({
    "@odata.id": `${mock.baseUrl}/Books(guid'${first}')`,
    "@odata.type": "shop.Book",
    "@odata.etag": expect.stringMatching(/^W\//) as unknown,
  });
  const response = await mock.fetch(`${mock.baseUrl}/Books(guid'${first}')?$select=title,stock,createdAt,author`);
  expect(response.headers.get("dataserviceversion")).toBe("2.0");
  expect(JSON.parse(await response.text())).toEqual({
    d: {
      __metadata: {
        uri: `${mock.baseUrl}/Books(guid'${first}')`,
        type: "shop.Book",
        etag: expect.any(String) as unknown,
      },
      ID: first,
      title: "Emma's",
      stock: "9007199254740993",
      createdAt: "/Date(1577934245678+0000)/",
      author: { __deferred: { uri: `${mock.baseUrl}/Books(guid'${first}')/author` } },
    },
  });
});

it("gives pages with count and link, filtered, in order, and the number of items", async () => {
  const { shop } = shopOf({ pageSize: 1 });
  const page = await shop.Books.get({ count: true, orderby: orderby<BookEntity>((one) => one.title.desc()) });
  expect(page).toMatchObject({ value: [{ title: "Persuasion" }], count: 2 });
  const titles: unknown[] = [];
  for await (const book of shop.Books.get({ select: ["title"] })) titles.push(book.title);
  expect(titles).toEqual(["Emma's", "Persuasion"]);
  const found = await shop.Books.get({ filter: filter<BookEntity>((one) => one.title.contains("mma'")) });
  expect(found.value.map(({ ID }) => ID)).toEqual([first]);
  expect(await shop.Books.$count()).toBe(2);
});

it("creates, changes and removes entities, with MERGE and ETags", async () => {
  const { shop } = shopOf();
  const created = await shop.Books.post({
    ID: third,
    title: "Sanditon",
    published: "1925-01-01T00:00:00",
    weight: 1.5,
  });
  expect(created).toMatchObject({ ID: third, published: "1925-01-01T00:00:00", weight: 1.5 });
  await shop.Books.byId(third).patch({ stock: "7" }, { ifMatch: created });
  expect(await shop.Books.byId(third).get()).toMatchObject({ title: "Sanditon", stock: "7" });
  await expect(shop.Books.byId(third).patch({ stock: "8" }, { ifMatch: created })).rejects.toMatchObject({
    status: 412,
  });
  await shop.Books.byId(third).delete({ ifMatch: "*" });
  await expect(shop.Books.byId(third).get()).rejects.toMatchObject({ status: 404, code: "ResourceNotFound" });
});

it("follows and changes links, and expands what they lead to", async () => {
  const { shop, mock } = shopOf();
  await ref(shop.Books.byId(second).author).set(shop.Authors.byId(7));
  const { author } = await shop.Books.byId(second).get({ expand: { author: { select: ["name", "born"] } } });
  expect(author).toMatchObject({ ID: 7, name: "Jane", born: "1775-12-16T00:00:00" });
  expect(await ref(shop.Books.byId(second).author).get()).toBe(`${mock.baseUrl}/Authors(7)`);
  expect(await shop.Books.byId(second).author.get()).toMatchObject({ address: { since: "1801-01-01T00:00:00" } });
});

it("calls function imports by the query, with results in their form", async () => {
  const { shop, mock } = shopOf();
  expect(await shop.stockOf({ book: first }).get()).toMatch(/^-?\d+$/);
  expect(await shop.addressOf({ name: "x" }).get()).toHaveProperty("street");
  expect((await shop.newest({ count: 2 }).get()).value.length).toBeGreaterThan(0);
  const ordered = await shop.order.post({ book: first, quantity: "5" });
  expect(ordered).toHaveProperty("title");
  expect(mock.requests.at(-1)?.query).toEqual({ book: `guid'${first}'`, quantity: "5L" });
});

it("has errors in the form of the protocol, and tokens that are asked for", async () => {
  const { mock } = shopOf();
  const response = await mock.fetch(`${mock.baseUrl}/Books?$filter=titel%20eq%20'a'`, {
    headers: { "x-csrf-token": "Fetch" },
  });
  expect(response.status).toBe(400);
  expect(response.headers.get("x-csrf-token")).toBe("mock");
  expect(JSON.parse(await response.text())).toMatchObject({
    error: {
      code: "BadRequest",
      message: { lang: "en", value: "titel is no property of shop.Book; the nearest is title." },
    },
  });
});

it("lists its sets in the service document", async () => {
  const { mock } = shopOf();
  const response = await mock.fetch(mock.baseUrl);
  expect(JSON.parse(await response.text())).toEqual({ d: { EntitySets: ["Books", "Authors", "Chapters"] } });
});

it("gives each request one identifier", async () => {
  const { mock } = shopOf();
  const asked = [await mock.fetch(`${mock.baseUrl}/Books`), await mock.fetch(`${mock.baseUrl}/None`)];
  expect(asked.map(({ headers }) => headers.get("request-id")?.slice(-1))).toEqual(["1", "2"]);
});
