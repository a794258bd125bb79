import { describe, expect, expectTypeOf, test } from "vitest";
import type { ODataRequest } from "../../../../src/runtime/client-v2.js";
import { content, download, isPreconditionFailed, value } from "../../../../src/runtime/odata-v2.js";
import { failureOf } from "../../functions/support/failure.js";
import type { Cover } from "./support/books.js";
import { connected } from "./support/service.js";

const bytes = Uint8Array.of(251, 255, 0);
const image = { bytes, headers: { "content-type": "image/png", etag: 'W/"2"' } };

describe("the stream of a media entity", () => {
  test("is its $value", async () => {
    const service = await connected(() => image);
    const { Covers } = service.client;
    expect(await content(Covers.byId(1)).get("bytes")).toEqual({
      body: bytes,
      type: "image/png",
      etag: 'W/"2"',
      length: 3,
    });
    const text = await content(Covers.byId(1).thumbnail).get("text", { custom: { "sap-language": "EN" } });
    expect(text.body).toHaveLength(3);
    expect(service.lines()).toEqual(["GET /Covers(1)/$value", "GET /Covers(1)/thumbnail?sap-language=EN"]);
    expect(service.received[0]?.headers).toMatchObject({ accept: "*/*", maxdataserviceversion: "2.0" });
  });

  test("is replaced and deleted", async () => {
    const service = await connected(({ method }) =>
      method === "PUT" ? { status: 204, headers: { etag: 'W/"3"' } } : { status: 204 },
    );
    const { Covers } = service.client;
    const stored = await content(Covers.byId(1)).put(bytes, { type: "image/png", ifMatch: 'W/"2"' });
    expect(stored).toEqual({ etag: 'W/"3"', value: undefined });
    await content(Covers.byId(1)).delete();
    expect(service.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "PUT /sap/shop/Covers(1)/$value",
      "DELETE /sap/shop/Covers(1)/$value",
    ]);
    expect(service.received[0]?.headers).toMatchObject({ "content-type": "image/png", "if-match": 'W/"2"' });
    expect(service.received[0]?.bytes).toEqual(Buffer.from(bytes));
  });

  test("creates its entity, under the name of a file", async () => {
    const metadata = { uri: "Covers(2)", media_src: "Covers(2)/$value", content_type: "image/png" };
    const service = await connected(() => ({ status: 201, body: { d: { __metadata: metadata, ID: 2 } } }));
    const { Covers } = service.client;
    const created = content(Covers).create(bytes, { type: "image/png", slug: "Fünf 100%.png" });
    expectTypeOf(created).toEqualTypeOf<ODataRequest<Cover>>();
    expect(await created).toEqual({
      "@odata.id": "Covers(2)",
      "@odata.mediaReadLink": "Covers(2)/$value",
      "@odata.mediaContentType": "image/png",
      ID: 2,
    });
    await content(Covers).create(bytes);
    const [first, second] = service.received;
    expect(first).toMatchObject({ method: "POST", url: "/sap/shop/Covers", bytes: Buffer.from(bytes) });
    expect(first?.headers).toMatchObject({ "content-type": "image/png", slug: "F%C3%BCnf 100%25.png" });
    expect(second?.headers).toMatchObject({ "content-type": "application/octet-stream" });
    expect(second?.headers).not.toHaveProperty("slug");
  });

  test("is read by the link of an entity, which is relative or has the host that the service knows", async () => {
    const service = await connected(() => image);
    const { client } = service;
    const links = ["Covers(1)/$value", "http://internal:8000/sap/shop/Covers(1)/$value", `${service.root}/Files/a.png`];
    for (const link of links) {
      const { body } = await download(client, { "@odata.mediaReadLink": link }, "bytes");
      expect(body).toEqual(bytes);
    }
    await download(client, { "photo@odata.mediaReadLink": "Covers(1)/photo" }, "bytes", { name: "photo" });
    expect(service.lines()).toEqual([
      "GET /Covers(1)/$value",
      "GET /Covers(1)/$value",
      "GET /Files/a.png",
      "GET /Covers(1)/photo",
    ]);
  });

  test("is not read from elsewhere, nor without a link", async () => {
    const service = await connected(() => image);
    const { client } = service;
    const foreign = { "@odata.mediaReadLink": "https://elsewhere.example/a.png" };
    expect(() => download(client, foreign)).toThrow(expect.objectContaining({ code: "outsideService" }));
    expect(() => download(client, { ID: 1 })).toThrow(TypeError);
    expect(service.received).toEqual([]);
  });

  test("fails with the error of the service", async () => {
    const error = { code: "A/1", message: { lang: "en", value: "Locked." } };
    const service = await connected(() => ({ status: 412, body: { error } }));
    const failure = await failureOf(content(service.client.Covers.byId(1)).put(bytes));
    expect(isPreconditionFailed(failure)).toBe(true);
    expect(failure).toMatchObject({ message: "Locked." });
  });
});

describe("the text of a property", () => {
  test("is read by $value", async () => {
    const service = await connected(({ url }) => (url.includes("title") ? { body: "Ä" } : { status: 204 }));
    const book = service.client.Books.byId("01234567-89ab-cdef-0123-456789abcdef");
    expect(await value(book.title)).toBe("Ä");
    expect(await value(book.price)).toBeUndefined();
    expect(service.received[0]).toMatchObject({ headers: { accept: "text/plain" } });
    expect(service.received[0]?.url).toMatch(/\/title\/\$value$/);
  });
});
