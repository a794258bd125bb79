import { describe, expect, expectTypeOf, test } from "vitest";
import type { Page } from "../../../../src/runtime/client-v2.js";
import {
  CheckError,
  checked,
  dateTime,
  decimal,
  etagOf,
  filter,
  guid,
  ifNoneMatch,
  isNotFound,
  isThrottled,
  logged,
  odata,
  orderby,
  pages,
  response,
  retry,
  segmentOf,
  take,
  timeout,
  toRequest,
  withHeaders,
  type LoggedRequest,
  type StandardSchema,
} from "../../../../src/runtime/odata-v2.js";
import { inTurn } from "../../support/faults.js";
import { failureOf } from "../../functions/support/failure.js";
import type { Book, BookEntity } from "./support/books.js";
import { connected } from "./support/service.js";

const id = "01234567-89ab-cdef-0123-456789abcdef";
const metadata = { uri: `Books(guid'${id}')`, etag: 'W/"1"' };
const raw = { __metadata: metadata, ID: id, title: "A", published: "/Date(1577934245000)/" };

describe("a query", () => {
  test("takes the expressions of functions, which know the item of the place where they stand", async () => {
    const service = await connected(({ url }) => ({ body: url.includes("$count") ? "5" : { d: { results: [] } } }));
    const { Books } = service.client;
    const page = Books.get({
      select: ["title"],
      filter: filter((b) => b.title.contains("it's").and(b.published.ge(dateTime("2020-01-02T03:04:05")))),
      orderby: orderby((b) => [b.author.name.desc(), b.title]),
    });
    expectTypeOf(page).resolves.toEqualTypeOf<Page<{ title: string }>>();
    await page;
    const cheap = filter<BookEntity>((b) => b.price.lt(decimal("1.50")));
    expect(await Books.$count({ filter: cheap })).toBe(5);
    await Books.get({ filter: odata`${cheap} or ID eq ${guid(id)}`, orderby: odata`title desc` });
    expect(service.received.map(({ url }) => [...new URL(url, service.root).searchParams])).toEqual([
      [
        ["$select", "title"],
        ["$filter", "substringof('it''s',title) and published ge datetime'2020-01-02T03:04:05'"],
        ["$orderby", "author/name desc,title"],
      ],
      [["$filter", "price lt 1.50m"]],
      [
        ["$filter", `(price lt 1.50m) or ID eq guid'${id}'`],
        ["$orderby", "title desc"],
      ],
    ]);
  });
});

describe("requests of OData 2.0", () => {
  test("are described, paged, taken from and answered with their status", async () => {
    const service = await connected(({ url }) => {
      if (url.includes("skip")) return { body: { d: { results: [raw] } } };
      const __next = `${service.root}/Books?$skiptoken=1`;
      return { headers: { etag: 'W/"7"' }, body: { d: { results: [raw, raw], __next, __count: "3" } } };
    });
    const { Books } = service.client;
    expect(toRequest(Books.byId(id).patch({ title: "B" }))).toEqual({
      method: "MERGE",
      url: `${service.root}/Books(guid'${id}')`,
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        dataserviceversion: "2.0",
        maxdataserviceversion: "2.0",
      },
      body: '{"title":"B"}',
    });
    const counts: unknown[] = [];
    for await (const { value, count } of pages(Books.get({ count: true }))) counts.push([value.length, count]);
    expect(counts).toEqual([
      [2, 3],
      [1, undefined],
    ]);
    expect(await take(Books.get(), 1)).toEqual([
      { "@odata.id": metadata.uri, "@odata.etag": 'W/"1"', ID: id, title: "A", published: "2020-01-02T03:04:05" },
    ]);
    const { status, headers, value } = await response(Books.get());
    expect([status, headers.get("etag"), value.value.length]).toEqual([200, 'W/"7"', 2]);
  });

  test("are conditional on the ETag that __metadata had", async () => {
    const service = await connected(({ headers }) =>
      headers["if-none-match"] === undefined ? { body: { d: raw } } : { status: 304 },
    );
    const { Books } = service.client;
    const book = await Books.byId(id).get();
    expect(etagOf(book)).toBe('W/"1"');
    expect(await ifNoneMatch(Books.byId(id).get(), book)).toBeUndefined();
    expect(service.received[1]?.headers).toMatchObject({ "if-none-match": 'W/"1"' });
  });

  test("are checked in the form that an app sees", async () => {
    const service = await connected(() => ({ body: { d: { results: [raw] } } }));
    const schema: StandardSchema<Book> = {
      "~standard": {
        version: 1,
        vendor: "test",
        validate: (value) => {
          const { published } = value as Book;
          return published === "2020-01-02T03:04:05" ? { value: value as Book } : { issues: [{ message: "no" }] };
        },
      },
    };
    const page = await checked(service.client.Books.get(), schema);
    expectTypeOf(page).toEqualTypeOf<Page<Book>>();
    expect(page.value).toHaveLength(1);
    expect(() => checked({ ID: id, published: "2021-01-01T00:00:00" } as Book, schema)).toThrow(CheckError);
  });

  test("are sent by a fetch that repeats, logs and adds headers", async () => {
    const lines: LoggedRequest[] = [];
    const service = await connected(inTurn({ status: 503, headers: { "retry-after": "0" } }, { body: { d: raw } }), {
      fetch: logged(retry(timeout(withHeaders(undefined, { "sap-client": "100" }), 5000)), (line) => lines.push(line)),
    });
    expect((await service.client.Books.byId(id).get()).title).toBe("A");
    expect(service.received.map(({ headers }) => headers["sap-client"])).toEqual(["100", "100"]);
    expect(lines).toMatchObject([{ method: "GET", status: 200 }]);
  });

  test("fail with errors of known kinds", async () => {
    const error = { code: "SY/530", message: { lang: "en", value: "No." } };
    const service = await connected(inTurn({ status: 404, body: { error } }, { status: 429, body: { error } }));
    const { Books } = service.client;
    expect(isNotFound(await failureOf(Books.byId(id).get()))).toBe(true);
    expect(isThrottled(await failureOf(Books.byId(id).get()))).toBe(true);
  });

  test("go to segments that no node has", async () => {
    const service = await connected(() => ({ body: { d: { results: [] } } }));
    const segment = segmentOf(service.client.Books.byId(id), "then") as typeof service.client.Books;
    await segment.get();
    expect(service.lines()).toEqual([`GET /Books(guid'${id}')/then`]);
  });
});
