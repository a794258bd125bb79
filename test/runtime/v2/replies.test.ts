import { describe, expect, test } from "vitest";
import { lightJson, type Facts } from "../../../src/runtime/client-v2.js";
import { recorded, root } from "./support/recorded.js";
import type { Shop } from "./support/shop.js";

const guid = "01234567-89ab-cdef-0123-456789abcdef";
const books = (shop: Shop) => shop.Books.get();
const book = (shop: Shop) => shop.Books.byId(guid).get();
const stockOf = (shop: Shop) => shop.stockOf({ book: guid }).get();
const addressOf = (shop: Shop) => shop.addressOf({ name: "x" }).get();

/** What a request gives for a body. */
interface Reply {
  readonly name: string;
  readonly use: (shop: Shop) => PromiseLike<unknown>;
  readonly body: unknown;
  readonly result: unknown;
  readonly facts?: Partial<Facts>;
}

const address = { __metadata: { type: "shop.Address" }, since: "/Date(0)/" };

const replies: readonly Reply[] = [
  {
    name: "an entity",
    use: book,
    body: {
      d: {
        __metadata: {
          uri: `${root}/Books(1)`,
          type: "shop.Book",
          etag: 'W/"1"',
          media_src: "m",
          edit_media: "n",
          content_type: "image/png",
          media_etag: "e",
        },
        ID: guid,
        title: "/Date(1)/",
        price: "11.10",
        stock: "500",
        weight: "0.5",
        published: "/Date(-3852662400000)/",
        createdAt: "/Date(1577934245678+0000)/",
        opens: "PT01H02M03S",
        code: null,
        author: { __deferred: { uri: "x" } },
      },
    },
    result: {
      "@odata.id": `${root}/Books(1)`,
      "@odata.type": "shop.Book",
      "@odata.etag": 'W/"1"',
      "@odata.mediaReadLink": "m",
      "@odata.mediaEditLink": "n",
      "@odata.mediaContentType": "image/png",
      "@odata.mediaEtag": "e",
      ID: guid,
      title: "/Date(1)/",
      price: "11.10",
      stock: "500",
      weight: 0.5,
      published: "1847-12-01T00:00:00",
      createdAt: "2020-01-02T03:04:05.678Z",
      opens: "PT01H02M03S",
      code: null,
    },
  },
  {
    name: "a collection with count and link",
    use: books,
    body: { d: { results: [{ ID: "1" }], __count: "2", __next: `${root}/Books?$skiptoken=1` } },
    result: { value: [{ ID: "1" }], count: 2, nextLink: `${root}/Books?$skiptoken=1` },
  },
  {
    name: "a count that is a number",
    use: books,
    body: { d: { results: [], __count: 2 } },
    result: { value: [], count: 2 },
  },
  { name: "a collection of OData 1.0", use: books, body: { d: [{ price: 5 }] }, result: { value: [{ price: "5" }] } },
  {
    name: "a link to changes",
    use: books,
    body: { d: { results: [], __delta: "Books?!deltatoken=1" } },
    result: { value: [], deltaLink: `${root}/Books?!deltatoken=1` },
  },
  {
    name: "related entities",
    use: book,
    body: {
      d: {
        author: { __metadata: { type: "shop.Author" }, born: "/Date(0)/", price: "x", address },
        chapters: { results: [{ number: 5 }], __next: "more" },
        editions: [{ number: 6 }],
        country: null,
        notes: { results: [] },
      },
    },
    result: {
      author: {
        "@odata.type": "shop.Author",
        born: "1970-01-01T00:00:00",
        price: "x",
        address: { "@odata.type": "shop.Address", since: "1970-01-01T00:00:00" },
      },
      chapters: [{ number: "5" }],
      "chapters@odata.nextLink": "more",
      editions: [{ number: "6" }],
      country: null,
      notes: [],
    },
  },
  {
    name: "a complex value without its type",
    use: book,
    body: { d: { address: { since: "/Date(0)/", other: { since: "/Date(0)/" } } } },
    result: { address: { since: "1970-01-01T00:00:00", other: { since: "/Date(0)/" } } },
  },
  {
    name: "named streams",
    use: book,
    body: { d: { ID: 1, cover: { __mediaresource: { media_src: "m", content_type: "image/png" } } } },
    result: { ID: 1, "cover@odata.mediaReadLink": "m", "cover@odata.mediaContentType": "image/png" },
  },
  {
    name: "a property",
    use: (shop) => shop.Books.byId(guid).price.get(),
    body: { d: { price: "1.50" } },
    result: "1.50",
  },
  {
    name: "a property of a complex value",
    use: (shop) => shop.Authors.byId(1).address.since.get(),
    body: { d: { since: "/Date(0)/" } },
    result: "1970-01-01T00:00:00",
  },
  {
    name: "a complex property",
    use: (shop) => shop.Authors.byId(1).address.get(),
    body: { d: { address } },
    result: { "@odata.type": "shop.Address", since: "1970-01-01T00:00:00" },
  },
  { name: "the number of a function", use: stockOf, body: { d: { stockOf: 5 } }, result: "5" },
  {
    name: "the wrapped number of a function",
    use: stockOf,
    body: { d: { stockOf: { value: "5", __metadata: { type: "Edm.Int64" } } } },
    result: "5",
  },
  {
    name: "the complex value of a function",
    use: addressOf,
    body: { d: { addressOf: address } },
    result: { "@odata.type": "shop.Address", since: "1970-01-01T00:00:00" },
  },
  {
    name: "the entities of a function",
    use: (shop) => shop.newest({ count: 1 }).get(),
    body: { d: { results: [{ price: "1" }], __count: "1" } },
    result: { value: [{ price: "1" }], count: 1 },
  },
  {
    name: "the values of a function",
    use: (shop) => shop.newest({ count: 1 }).get(),
    body: { d: { newest: { __metadata: { type: "Collection(Edm.String)" }, results: ["a"] } } },
    result: { value: ["a"] },
  },
  {
    name: "the entity of an action",
    use: (shop) => shop.order.post({ book: guid, quantity: "1" }),
    body: { d: { __metadata: { uri: "u" }, ID: guid } },
    result: { "@odata.id": "u", ID: guid },
  },
  { name: "no content", use: book, body: "", result: undefined },
  {
    name: "an entity with one property",
    use: (shop) => shop.Books.byId(guid).author.get(),
    body: { d: { __metadata: { uri: "u" }, author: "x" } },
    result: { "@odata.id": "u", author: "x" },
  },
  {
    name: "any request",
    use: (shop) => shop.request("GET", "Books"),
    body: { d: { results: [{ price: 1 }] } },
    result: { value: [{ price: "1" }] },
  },
];

const light = (context: string) => ({ "odata.metadata": `${root}/$metadata#${context}` });

const lightReplies: readonly Reply[] = [
  {
    name: "a page without metadata",
    use: books,
    body: { value: [{ price: "1" }], "odata.count": "1" },
    result: { value: [{ price: "1" }], count: 1 },
  },
  {
    name: "an entity",
    use: book,
    body: {
      ...light("Books/@Element"),
      "odata.type": "shop.Book",
      "odata.id": "i",
      "odata.etag": "e",
      "author@odata.navigationLinkUrl": "x",
      "chapters@odata.associationLinkUrl": "x",
      "cover@odata.mediaReadLink": "m",
      price: "1.5",
      weight: 0.5,
      published: "2020-01-02T03:04:05Z",
      createdAt: "2020-01-02T03:04:05+01:00",
    },
    result: {
      "@odata.type": "shop.Book",
      "@odata.id": "i",
      "@odata.etag": "e",
      "cover@odata.mediaReadLink": "m",
      price: "1.5",
      weight: 0.5,
      published: "2020-01-02T03:04:05",
      createdAt: "2020-01-02T03:04:05+01:00",
    },
  },
  {
    name: "a collection",
    use: books,
    body: { ...light("Books"), "odata.count": "7", "odata.nextLink": "Books?$skiptoken=1", value: [{ ID: "1" }] },
    result: { value: [{ ID: "1" }], count: 7, nextLink: `${root}/Books?$skiptoken=1` },
  },
  {
    name: "an entity with the one property value",
    use: book,
    body: { ...light("Books/@Element"), value: 1 },
    result: { value: 1 },
  },
  { name: "a function", use: stockOf, body: { ...light("Edm.Int64"), value: "5" }, result: "5" },
  {
    name: "a property",
    use: (shop) => shop.Books.byId(guid).weight.get(),
    body: { ...light("Edm.Double"), value: 0.5 },
    result: 0.5,
  },
  {
    name: "a property that is null",
    use: (shop) => shop.Books.byId(guid).weight.get(),
    body: { ...light("Edm.Null"), "odata.null": true },
    result: null,
  },
  { name: "a complex value", use: addressOf, body: { ...light("shop.Address"), street: "x" }, result: { street: "x" } },
];

describe("replies of OData 2.0", () => {
  test.each(replies)("$name", async ({ use, body, result }) => {
    expect(await use(recorded(body).shop)).toEqual(result);
  });
});

describe("replies of OData 3.0", () => {
  test.each([...lightReplies, ...replies])("$name", async ({ use, body, result }) => {
    expect(await use(recorded(body, { facts: { protocol: "3.0", light: lightJson } }).shop)).toEqual(result);
  });
});

test("a name of an object that every object has is a property like others", async () => {
  const { shop } = recorded('{"d":{"__proto__":{"x":1},"constructor":"/Date(0)/"}}');
  const result = await shop.Books.byId(guid).get();
  expect(JSON.stringify(result)).toBe('{"__proto__":{"x":1},"constructor":"/Date(0)/"}');
});

describe("links to the next page", () => {
  const linked = (next: string, base = root) =>
    recorded({ d: { results: [], __next: next } }, { options: { baseUrl: base } }).shop.Books.get();

  test.each([
    ["Books?$skiptoken=1", `${root}/Books?$skiptoken=1`],
    ["http://shop.example/sap/shop/Books?$skiptoken=1", `${root}/Books?$skiptoken=1`],
    ["http://localhost:4004/sap/shop/Books?$skiptoken=1", `${root}/Books?$skiptoken=1`],
    ["http://user:secret@inner/sap/shop/Books", "http://user:secret@inner/sap/shop/Books"],
    ["http://other.example/elsewhere/Books", "http://other.example/elsewhere/Books"],
    ["http://other.example/sap/shop/../Books", "http://other.example/sap/Books"],
  ])("%s", async (next, link) => {
    expect((await linked(next)).nextLink).toBe(link);
  });

  test("of another service are not followed", async () => {
    const read = async () => {
      for await (const _ of linked("http://other.example/elsewhere/Books"));
    };
    await expect(read()).rejects.toMatchObject({ code: "foreignLink" });
  });

  test("of another host are foreign where the service has no path of its own", async () => {
    const link = "http://other.example/Books";
    expect((await linked(link, "https://shop.example")).nextLink).toBe(link);
  });

  test("are followed", async () => {
    const pages: unknown[] = [
      { d: { results: [{ ID: "1" }], __next: "http://localhost:1/sap/shop/Books?$skiptoken=1" } },
      { d: { results: [{ ID: "2" }] } },
    ];
    const urls: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      urls.push(url);
      return Response.json(pages[urls.length - 1]);
    };
    const found: string[] = [];
    for await (const { ID } of recorded(undefined, { options: { fetch } }).shop.Books.get()) found.push(ID);
    expect(found).toEqual(["1", "2"]);
    expect(urls).toEqual([`${root}/Books`, `${root}/Books?$skiptoken=1`]);
  });
});
