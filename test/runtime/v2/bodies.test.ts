import { describe, expect, test } from "vitest";
import { lightJson, type ClientOptions, type Facts } from "../../../src/runtime/client-v2.js";
import { recorded, type Sent } from "./support/recorded.js";
import type { BookCreate, Shop } from "./support/shop.js";

const guid = "01234567-89ab-cdef-0123-456789abcdef";

async function sentBy(
  use: (shop: Shop) => Promise<unknown>,
  options: ClientOptions = {},
  facts: Partial<Facts> = {},
): Promise<Sent> {
  const { shop, sent } = recorded(undefined, { options, facts });
  await use(shop);
  const [only] = sent;
  if (only === undefined) throw new Error("nothing was sent");
  return { ...only, body: typeof only.body === "string" ? JSON.parse(only.body) : only.body };
}

const book: BookCreate = {
  ID: guid,
  title: "/Date(1)/",
  price: "11.10",
  stock: "9007199254740993",
  weight: 0.5,
  published: "1847-12-01T00:00:00",
  createdAt: "2020-01-02T04:04:05.678+01:00",
  opens: "PT7H",
};

describe("bodies of OData 2.0", () => {
  test("have values in the form of the protocol", async () => {
    const { body, line, headers } = await sentBy((shop) => shop.Books.post(book));
    expect(line).toBe("POST /Books");
    expect(headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      dataserviceversion: "2.0",
      maxdataserviceversion: "2.0",
    });
    expect(body).toEqual({
      ID: guid,
      title: "/Date(1)/",
      price: "11.10",
      stock: "9007199254740993",
      weight: "0.5",
      published: "/Date(-3852662400000)/",
      createdAt: "/Date(1577934245678+0000)/",
      opens: "PT07H00M00S",
    });
  });

  test("have complex values and new related entities, by the tables of their types", async () => {
    const { body } = await sentBy((shop) =>
      shop.Books.post({
        author: {
          "@odata.type": "#shop.Author",
          name: "x",
          price: "5",
          born: "1970-01-01T00:00:00",
          address: { since: "1970-01-01T00:00:01", note: { since: "2" } },
        } as object,
        chapters: [{ number: "1" }, { number: "2", text: null }],
      }),
    );
    expect(body).toEqual({
      author: {
        __metadata: { type: "shop.Author" },
        name: "x",
        price: "5",
        born: "/Date(0)/",
        address: { since: "/Date(1000)/", note: { since: "2" } },
      },
      chapters: [{ number: "1" }, { number: "2", text: null }],
    });
  });

  test("relate entities that exist, and have no other annotation", async () => {
    const { body } = await sentBy((shop) =>
      shop.Books.post({
        "@odata.etag": "x",
        "author@odata.bind": "Authors(101)",
        "chapters@odata.bind": ["Chapters(1)", "Chapters(2)"],
        "cover@odata.mediaReadLink": "x",
        country: { "@odata.id": "Countries('DE')" },
      } as BookCreate),
    );
    expect(body).toEqual({
      author: { __metadata: { uri: "Authors(101)" } },
      chapters: [{ __metadata: { uri: "Chapters(1)" } }, { __metadata: { uri: "Chapters(2)" } }],
      country: { __metadata: { uri: "Countries('DE')" } },
    });
    const none = await sentBy((shop) => shop.Books.byId(guid).patch({ "author@odata.bind": null }));
    expect(none.body).toEqual({ author: null });
  });

  test("that would be rounded are not sent", async () => {
    const { shop, sent } = recorded();
    expect(() => shop.Books.post({ published: "2020-01-01T00:00:00.0001" })).toThrow(/finer than the milliseconds/);
    expect(sent).toEqual([]);
  });

  test("replace one property under its name", async () => {
    const price = await sentBy((shop) => shop.Books.byId(guid).price.put({ value: "1.5" }));
    expect([price.line, price.body]).toEqual([`PUT /Books(guid'${guid}')/price`, { price: "1.5" }]);
    const since = await sentBy((shop) => shop.Authors.byId(1).address.since.put({ value: "1970-01-01T00:00:00" }));
    expect([since.line, since.body]).toEqual(["PUT /Authors(1)/address/since", { since: "/Date(0)/" }]);
  });

  test("may be anything that fetch takes", async () => {
    const bytes = new Uint8Array([1]);
    const { body, headers } = await sentBy((shop) => shop.request("POST", "Media", { body: bytes }));
    expect(body).toBe(bytes);
    expect(headers["content-type"]).toBeUndefined();
  });

  test("a property may be called __proto__", async () => {
    const { body } = await sentBy((shop) => shop.upsert.post(JSON.parse('{"__proto__": {"a": 1}}') as object));
    expect(JSON.stringify(body)).toBe('{"__proto__":{"a":1}}');
  });
});

describe("changes", () => {
  const patch = (shop: Shop) => shop.Books.byId(guid).patch({ title: "x" }, { ifMatch: { "@odata.etag": 'W/"1"' } });

  test.each<[ClientOptions, string, string | undefined]>([
    [{}, "POST", "MERGE"],
    [{ tunnel: false }, "MERGE", undefined],
    [{ updateVerb: "PATCH" }, "PATCH", undefined],
    [{ updateVerb: "PUT" }, "PUT", undefined],
  ])("patch with %j is %s", async (options, method, tunneled) => {
    const { line, headers } = await sentBy(patch, options);
    expect(line).toBe(`${method} /Books(guid'${guid}')`);
    expect(headers["x-http-method"]).toBe(tunneled);
    expect(headers["if-match"]).toBe('W/"1"');
  });

  test("put and delete are verbs", async () => {
    expect(await sentBy((shop) => shop.Books.byId(guid).put({ title: "x" }))).toMatchObject({
      line: `PUT /Books(guid'${guid}')`,
      body: { title: "x" },
    });
    expect(await sentBy((shop) => shop.Books.byId(guid).delete({ ifMatch: "*" }))).toMatchObject({
      line: `DELETE /Books(guid'${guid}')`,
      headers: { "if-match": "*" },
    });
  });

  test("the answer may have the entity, or no content", async () => {
    const { shop } = recorded({ d: { ID: guid, price: "1.50", __metadata: { etag: "y" } } });
    expect(await patch(shop)).toEqual({ ID: guid, price: "1.50", "@odata.etag": "y" });
    expect(await patch(recorded().shop)).toBeUndefined();
    expect(await recorded().shop.Books.byId(guid).delete()).toBeUndefined();
  });
});

describe("bodies of OData 3.0", () => {
  const body: BookCreate = {
    "@odata.type": "#shop.Book",
    price: "1.5",
    published: "2020-01-02T03:04:05.1234567",
    "author@odata.bind": "Authors(1)",
    "@odata.etag": "x",
  } as BookCreate;

  test("are light, with values as they are", async () => {
    const sent = await sentBy((shop) => shop.Books.post(body), {}, { protocol: "3.0", light: lightJson });
    expect(sent.body).toEqual({
      "odata.type": "shop.Book",
      price: "1.5",
      published: "2020-01-02T03:04:05.1234567",
      "author@odata.bind": "Authors(1)",
    });
    expect(sent.headers).toMatchObject({
      accept: "application/json;odata=minimalmetadata",
      "content-type": "application/json;odata=minimalmetadata",
      dataserviceversion: "3.0",
      maxdataserviceversion: "3.0",
    });
  });

  test("are verbose where that is asked for", async () => {
    const sent = await sentBy(
      (shop) => shop.Books.post(body),
      { format: "verbose" },
      { protocol: "3.0", light: lightJson },
    );
    expect(sent.body).toEqual({
      __metadata: { type: "shop.Book" },
      price: "1.5",
      published: "2020-01-02T03:04:05.1234567",
      author: { __metadata: { uri: "Authors(1)" } },
    });
    expect(sent.headers).toMatchObject({
      accept: "application/json;odata=verbose",
      "content-type": "application/json;odata=verbose",
    });
  });

  test("have the parameters of actions", async () => {
    const sent = await sentBy(
      (shop) => shop.reprice.post({ factor: "2" }),
      {},
      { protocol: "3.0", light: lightJson, methods: {} },
    );
    expect([sent.line, sent.body]).toEqual(["POST /reprice", { factor: "2" }]);
  });

  test("replace one property under the name value", async () => {
    const sent = await sentBy(
      (shop) => shop.Books.byId(guid).price.put({ value: "1.5" }),
      {},
      { protocol: "3.0", light: lightJson },
    );
    expect(sent.body).toEqual({ value: "1.5" });
  });
});
