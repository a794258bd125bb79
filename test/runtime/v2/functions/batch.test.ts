import { describe, expect, expectTypeOf, test } from "vitest";
import type { Page } from "../../../../src/runtime/client-v2.js";
import { batch, created, uriOf, type Settled } from "../../../../src/runtime/odata-v2.js";
import { failureOf } from "../../functions/support/failure.js";
import type { Book } from "./support/books.js";
import type { ReceivedBytes } from "../../support/faults.js";
import { batchOf, changeSetOf, connected, multipartAnswer, type InnerAnswer } from "./support/service.js";

const id = "01234567-89ab-cdef-0123-456789abcdef";
const book = { d: { __metadata: { uri: `Books(guid'${id}')`, etag: 'W/"1"' }, ID: id, title: "Ä", price: "1.50" } };
const read = { "@odata.id": `Books(guid'${id}')`, "@odata.etag": 'W/"1"', ID: id, title: "Ä", price: "1.50" };

describe("a batch of OData 2.0", () => {
  test("has reads by themselves and each change in a change set of its own", async () => {
    const service = await connected(() =>
      multipartAnswer(
        { status: 200, body: { d: { results: [book.d], __count: "9" } } },
        [{ status: 201, body: book }],
        [{ status: 204 }],
        [{ status: 204 }],
      ),
    );
    const { client } = service;
    const result = await batch(client, {
      list: client.Books.get({ top: 1, count: true }),
      create: client.Books.post({ title: "Ä", published: "2020-01-02T03:04:05" }),
      change: client.Books.byId(id).patch({ price: "1.50" }, { ifMatch: 'W/"1"' }),
      call: client.restock.post({ book: id, amount: 5 }),
    });
    expect(result).toEqual({
      list: { ok: true, value: { value: [read], count: 9 } },
      create: { ok: true, value: read },
      change: { ok: true, value: undefined },
      call: { ok: true, value: undefined },
    });
    expectTypeOf(result.list).toEqualTypeOf<Settled<Page<Book>>>();
    expectTypeOf(result.create).toEqualTypeOf<Settled<Book>>();
    const [received] = service.received as [ReceivedBytes];
    expect(received).toMatchObject({ method: "POST", url: "/sap/shop/$batch" });
    expect(received.headers).toMatchObject({
      accept: "multipart/mixed",
      dataserviceversion: "2.0",
      prefer: "odata.continue-on-error",
    });
    const versions = { dataserviceversion: "2.0", maxdataserviceversion: "2.0", accept: "application/json" };
    const typed = { ...versions, "content-type": "application/json" };
    expect(batchOf(received)).toEqual([
      { line: "GET Books?$top=1&$inlinecount=allpages", headers: versions, body: "" },
      [
        {
          line: "POST Books",
          headers: { ...typed, "content-id": "2" },
          body: '{"title":"Ä","published":"/Date(1577934245000)/"}',
        },
      ],
      [
        {
          line: `MERGE Books(guid'${id}')`,
          headers: { ...typed, "if-match": 'W/"1"', "content-id": "3" },
          body: '{"price":"1.50"}',
        },
      ],
      [{ line: `POST restock?book=guid'${id}'&amount=5`, headers: { ...typed, "content-id": "4" }, body: "" }],
    ]);
  });

  test("has the change sets of the plan, whose requests refer to what others of them create", async () => {
    const service = await connected(() =>
      multipartAnswer([
        { status: 201, body: book },
        { status: 201, body: { d: { ID: 1, stars: 5 } } },
        { status: 204 },
      ]),
    );
    const { client } = service;
    const create = client.Books.post({ title: "A" });
    const same = created(client.Books, create);
    const result = await batch(
      client,
      {
        create,
        review: same.reviews.post({ stars: 5 }),
        other: client.Books.byId(id).patch({}),
      },
      { changeSets: [["create", "review", "other"]] },
    );
    expect(result.review).toEqual({ ok: true, value: { ID: 1, stars: 5 } });
    const [first, second, third] = changeSetOf(service.received[0]);
    const reference = uriOf(same);
    expect(reference).toMatch(/^\$new\d+$/);
    expect(first).toMatchObject({ line: "POST Books", headers: { "content-id": reference.slice(1) } });
    expect(second).toMatchObject({ line: `POST ${reference}/reviews` });
    expect(second?.headers).toMatchObject({ "content-id": "2" });
    expect(third).toMatchObject({ line: `MERGE Books(guid'${id}')` });
  });

  test("reads the responses of services that write Content-ID, and those to a change set that failed", async () => {
    const failed = {
      error: {
        code: "SY/530",
        message: { lang: "en", value: "No such book." },
        innererror: { errordetails: [{ code: "A/1", message: "Look again.", propertyref: "ID", severity: "error" }] },
      },
    };
    const service = await connected(() =>
      multipartAnswer([{ status: 204, id: "7" }], { status: 400, body: failed }, { status: 404, body: failed }),
    );
    const { client } = service;
    const { Books } = client;
    const result = await batch(
      client,
      { done: Books.byId(id).delete(), one: Books.post({}), two: Books.post({}), none: Books.byId(id).get() },
      { changeSets: [["one", "two"]] },
    );
    expect(result.done).toEqual({ ok: true, value: undefined });
    const error = { status: 400, code: "SY/530", message: "No such book.", details: [{ message: "Look again." }] };
    expect(result.one).toMatchObject({ ok: false, error });
    expect(result.two).toMatchObject({ ok: false, error });
    expect(result.none).toMatchObject({ ok: false, error: { ...error, status: 404 } });
  });

  test("relates responses to requests by Content-ID, whatever their order", async () => {
    const service = await connected((request) => {
      const [first = "", second = ""] = changeSetOf(request).map(({ headers }) => headers["content-id"] ?? "");
      return multipartAnswer([
        { status: 201, id: second, isOutside: true, body: { d: { ID: 2, stars: 5 } } },
        { status: 201, id: first, isOutside: true, body: book },
      ]);
    });
    const { client } = service;
    const create = client.Books.post({ title: "A" });
    const review = created(client.Books, create).reviews.post({ stars: 5 });
    const result = await batch(client, { create, review }, { changeSets: [["create", "review"]] });
    expect(result).toEqual({ create: { ok: true, value: read }, review: { ok: true, value: { ID: 2, stars: 5 } } });
  });

  test("keeps the order of its plan over several batches", async () => {
    const ok: readonly InnerAnswer[] = [{ status: 204 }];
    const service = await connected((request) => multipartAnswer(...batchOf(request).map(() => ok)));
    const { client } = service;
    const change = (title: string) => client.Books.byId(id).patch({ title });
    const changes = { a: change("a"), b: change("b"), c: change("c"), d: change("d"), e: change("e") };
    const result = await batch(client, changes, { size: 2, dependsOn: { a: ["e"] } });
    expect(Object.values(result).every(({ ok: done }) => done)).toBe(true);
    const bodies = service.received.map((one) => batchOf(one).map((_, index) => changeSetOf(one, index)[0]?.body));
    expect(bodies).toEqual(
      [["e"], ["a", "b"], ["c", "d"]].map((titles) => titles.map((title) => `{"title":"${title}"}`)),
    );
  });

  test("gets a CSRF token for the whole, and has it in no request within", async () => {
    const service = await connected(
      ({ method, headers }) => {
        if (method === "GET") return { headers: { "x-csrf-token": "TOKEN" }, body: {} };
        if (headers["x-csrf-token"] !== "TOKEN") return { status: 403, headers: { "x-csrf-token": "Required" } };
        return multipartAnswer([{ status: 204 }]);
      },
      { csrf: true },
    );
    const { client } = service;
    const result = await batch(client, { change: client.Books.byId(id).delete() });
    expect(result.change).toEqual({ ok: true, value: undefined });
    expect(changeSetOf(service.received[1])[0]?.headers).not.toHaveProperty("x-csrf-token");
  });

  test("refuses change sets that a service would refuse, and sends nothing", async () => {
    const service = await connected(() => multipartAnswer());
    const { client } = service;
    const { Books } = client;
    const list = Books.get();
    const lone = Books.post({});
    const outcome = batch(client, { list, lone }, { changeSets: [["list", "lone"]] });
    expect(await failureOf(outcome)).toEqual(new TypeError("A change set has a read."));
    expect(await failureOf(lone)).toBeInstanceOf(TypeError);
    const create = Books.post({});
    const review = created(Books, create).reviews.post({});
    expect(await failureOf(batch(client, { create, review }))).toBeInstanceOf(TypeError);
    const late = Books.post({});
    const early = created(Books, late).reviews.post({});
    const order = batch(client, { late, early }, { changeSets: [["early", "late"]] });
    expect(await failureOf(order)).toBeInstanceOf(TypeError);
    // @ts-expect-error -- no such request
    expect(await failureOf(batch(client, { a: Books.get() }, { changeSets: [["b"]] }))).toBeInstanceOf(TypeError);
    expect(service.received).toEqual([]);
  });
});
