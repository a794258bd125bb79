import { describe, expect, test } from "vitest";
import { connect, edmDateTime, edmDecimal, edmGuid, edmInt64 } from "../../../src/runtime/client-v2.js";
import { linesOf, recorded } from "./support/recorded.js";

const guid = "01234567-89ab-cdef-0123-456789abcdef";

describe("addresses", () => {
  test("keys are literals of their type", async () => {
    expect(
      await linesOf(({ Books, Authors, Chapters }) => [
        Books.byId(guid).get(),
        Authors.byId(7).get(),
        Chapters.byId({ book_ID: guid, number: "9007199254740993" }).get(),
        Books.byId(guid).author.books.get(),
      ]),
    ).toEqual([
      `GET /Books(guid'${guid}')`,
      "GET /Authors(7)",
      `GET /Chapters(book_ID=guid'${guid}',number=9007199254740993L)`,
      `GET /Books(guid'${guid}')/author/books`,
    ]);
  });

  test("a key of a date has its colons encoded", async () => {
    const lines = await linesOf(({ Books }) => [Books.byId("2020-01-02T03:04:05").get()], {
      keys: { Books: edmDateTime },
    });
    expect(lines).toEqual(["GET /Books(datetime'2020-01-02T03%3A04%3A05')"]);
  });

  test("what is no key is refused", () => {
    const { shop } = recorded();
    expect(() => shop.Books.byId("7")).toThrow('"7" is no Edm.Guid.');
    expect(() => shop.Authors.byId(NaN)).toThrow("NaN is no key.");
    // @ts-expect-error -- a key is a number here
    expect(() => shop.Authors.byId(null)).toThrow("null is no key.");
    // @ts-expect-error -- a key is a number here
    expect(() => shop.Authors.byId({})).toThrow("{} is no key.");
  });

  test("a key has the kind that it has at the type before it", async () => {
    const lines = await linesOf(({ Books }) => [Books.byId("x").author.books.byId("5").get()], {
      keys: { Books: "", "shop.Author/books": edmInt64, books: edmGuid },
      types: { author: "shop.Author" },
    });
    expect(lines).toEqual(["GET /Books('x')/author/books(5L)"]);
  });

  test("a part of a key has the kind that it has in most sets, but where its set is listed", async () => {
    const lines = await linesOf(({ Chapters }) => [Chapters.byId({ book_ID: guid, number: "5" }).get()], {
      keys: { ".book_ID": edmGuid, ".number": edmDecimal, "Chapters.number": edmInt64 },
    });
    expect(lines).toEqual([`GET /Chapters(book_ID=guid'${guid}',number=5L)`]);
  });

  test("every set is a collection, whatever its name, and is requested when it is awaited", async () => {
    const sent: string[] = [];
    const fetch = async (url: string): Promise<Response> => new Response(sent.push(url) > 0 ? "{}" : "");
    type Any = Readonly<Record<string, Readonly<Record<"to", { get(): unknown }>> & { get(): unknown }>>;
    const client = connect<Any>({ baseUrl: "https://service.example", fetch }, { protocol: "2.0" });
    client["C_Supplier"]?.get();
    client["C_Supplier"]?.to.get();
    await expect.poll(() => sent).toEqual(["https://service.example/C_Supplier/to"]);
  });
});

describe("queries", () => {
  test("options have the names of OData 2.0, and no value ends its option", async () => {
    const lines = await linesOf(({ Books }) => [
      Books.get({
        select: ["ID", "title"],
        filter: "title eq 'R&D #1 + 50%' and substringof('a/b',title)",
        orderby: ["title desc", "ID"],
        top: 5,
        skip: 10,
        count: true,
        search: "a b",
        take: 3,
        custom: { "sap-client": "100", $format: "json" },
      }),
      Books.get({ select: [], filter: "", count: false }),
    ]);
    expect(lines).toEqual([
      "GET /Books?$select=ID,title&$filter=title%20eq%20'R%26D%20%231%20%2B%2050%25'" +
        "%20and%20substringof('a%2Fb',title)" +
        "&$orderby=title%20desc,ID&$top=5&$skip=10&$inlinecount=allpages&search=a%20b&sap-client=100&$format=json",
      "GET /Books",
    ]);
  });

  test("select and expand within expand become paths", async () => {
    const lines = await linesOf(({ Books }) => [
      Books.get({ expand: { author: true } }),
      Books.get({ expand: { author: { expand: { country: true } }, chapters: {} } }),
      Books.get({ select: ["ID"], expand: { author: { select: ["name"] }, chapters: true } }),
      Books.get({ expand: { author: { select: ["name"], expand: { country: { select: ["code"] } } } } }),
      Books.get({ expand: { author: { expand: { country: { select: ["code"] } } } } }),
    ]);
    expect(lines).toEqual([
      "GET /Books?$expand=author",
      "GET /Books?$expand=author/country,chapters",
      "GET /Books?$select=ID,author/name,chapters&$expand=author,chapters",
      "GET /Books?$select=*,author/name,author/country/code&$expand=author/country",
      "GET /Books?$select=*,author/*,author/country/code&$expand=author/country",
    ]);
  });

  test("$count is read as text", async () => {
    const { shop, sent } = recorded("42");
    expect(await shop.Books.$count({ filter: "stock gt 5L" })).toBe(42);
    expect(sent).toMatchObject([{ line: "GET /Books/$count?$filter=stock%20gt%205L", headers: { accept: "*/*" } }]);
  });
});

describe("function imports", () => {
  test("parameters are literals in the query, with every method", async () => {
    const { shop, sent } = recorded();
    await shop.stockOf({ book: guid, day: "2020-01-02T00:00:00" }).get();
    await shop.newest({ count: 3 }).get({ select: ["title"], top: 2 });
    await shop.addressOf({ name: "it's" }).get();
    await shop.order.post({ book: guid, quantity: "3", at: "2020-01-02T03:04:05Z" });
    await shop.reprice.post({ factor: "1.5" });
    expect(sent.map(({ line }) => line)).toEqual([
      `GET /stockOf?book=guid'${guid}'&day=datetime'2020-01-02T00%3A00%3A00'`,
      "GET /newest?count=3&$select=title&$top=2",
      "GET /addressOf?name='it''s'",
      `POST /order?book=guid'${guid}'&quantity=3L&at=datetimeoffset'2020-01-02T03%3A04%3A05Z'`,
      "POST /reprice?factor=1.5m",
    ]);
    expect(sent.map(({ body }) => body)).toEqual(Array(5).fill(undefined));
    expect(sent[4]?.headers).toMatchObject({ "x-http-method": "MERGE" });
    expect(sent.map(({ headers }) => headers["content-type"])).toEqual([
      ...Array(3).fill(undefined),
      ...Array(2).fill("application/json"),
    ]);
  });

  test("one that takes a payload gets a body", async () => {
    const { shop, sent } = recorded();
    await shop.upsert.post({ "@odata.id": "User('x')", hired: "a", published: "2020-01-02T00:00:00" });
    expect(sent[0]?.line).toBe("POST /upsert");
    expect(JSON.parse(String(sent[0]?.body))).toEqual({
      __metadata: { uri: "User('x')" },
      hired: "a",
      published: "/Date(1577923200000)/",
    });
  });
});
