import { describe, expect, expectTypeOf, test } from "vitest";
import { content, type Download } from "../../../src/runtime/odata.js";
import { inTurn, serveFaults, type Behavior, type FaultyService } from "../support/faults.js";
import { libraryClient, type Library } from "./support/library.js";
import { failureOf } from "./support/failure.js";

const bytes = Uint8Array.of(137, 80, 0, 255);
const image = { bytes, headers: { "content-type": "image/png", etag: '"7"' } };

async function connected(behavior: Behavior): Promise<FaultyService & { client: Library }> {
  const service = await serveFaults(behavior);
  return { ...service, client: libraryClient({ baseUrl: service.root, credential: () => "TOKEN" }) };
}

describe("reading a stream", () => {
  test("as bytes, blob, text or stream, with its type, ETag and length", async () => {
    const { client, received } = await connected(() => image);
    const photo = content(client.me.portrait);
    const asBytes = await photo.get("bytes");
    expectTypeOf(asBytes).toEqualTypeOf<Download<Uint8Array<ArrayBuffer>>>();
    expect(asBytes).toEqual({ body: bytes, type: "image/png", etag: '"7"', length: 4 });
    const { body: blob } = await photo.get("blob");
    expectTypeOf(blob).toEqualTypeOf<Blob>();
    expect([blob.type, new Uint8Array(await blob.arrayBuffer())]).toEqual(["image/png", bytes]);
    const { body: stream } = await photo.get();
    expectTypeOf(stream).toExtend<ReadableStream<Uint8Array>>();
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(bytes);
    expect((await photo.get("text")).body).toHaveLength(4);
    expect(new Set(received.map(({ method, url, headers }) => `${method} ${url} ${headers.accept}`))).toEqual(
      new Set(["GET /v1.0/me/portrait/$value */*"]),
    );
  });

  test("of a media entity at $value, of a property and of a function at their own path", async () => {
    const { client, received } = await connected(() => image);
    await content(client.users.byId("1").portrait).get("bytes");
    await content(client.files.byId("content").content).get("bytes", { custom: { format: "pdf" } });
    await content(client.files.byId("content")).get("bytes");
    await content(client.usageReport({ period: "D7" })).get("text", { headers: { accept: "text/csv" } });
    expect(received.map(({ url, headers }) => `${url} ${headers.accept}`)).toEqual([
      "/v1.0/users/1/portrait/$value */*",
      "/v1.0/files/content/content?format=pdf */*",
      "/v1.0/files/content/$value */*",
      "/v1.0/usageReport(period='D7') text/csv",
    ]);
  });

  test("follows redirects to other origins without the token", async () => {
    const store = await serveFaults(() => image);
    const { client, received } = await connected(() => ({
      status: 302,
      headers: { location: `${store.origin}/blob?sig=1` },
    }));
    const { body } = await content(client.files.byId("1").content).get("bytes", { headers: { "x-secret": "1" } });
    expect(body).toEqual(bytes);
    expect(received[0]?.headers).toMatchObject({ authorization: "Bearer TOKEN", "x-secret": "1" });
    expect(store.received[0]?.url).toBe("/blob?sig=1");
    expect(store.received[0]?.headers).not.toHaveProperty("authorization");
    expect(store.received[0]?.headers).not.toHaveProperty("x-secret");
  });

  test("redirects in a circle end", async () => {
    const { client } = await connected(() => ({ status: 302, headers: { location: "content" } }));
    expect(await failureOf(content(client.files.byId("1").content).get())).toMatchObject({ status: 302 });
  });

  test("a stream that is null is empty", async () => {
    const { client } = await connected(() => ({ status: 204 }));
    const { get } = content(client.me.portrait);
    expect((await get("bytes")).body).toHaveLength(0);
    expect(await new Response((await get()).body).text()).toBe("");
  });

  test("fails as other requests do", async () => {
    const { client } = await connected(
      inTurn({ status: 404, body: { error: { code: "none", message: "No picture." } } }, { ...image, cut: "within" }),
    );
    expect(await failureOf(content(client.me.portrait).get())).toMatchObject({ status: 404, code: "none" });
    expect(await failureOf(content(client.me.portrait).get("bytes"))).toBeInstanceOf(Error);
  });
});

describe("changing a stream", () => {
  test("sends bodies of every kind with their media types", async () => {
    const { client, received } = await connected(() => ({ status: 204, headers: { etag: '"8"' } }));
    const { put } = content(client.files.byId("1").content);
    const generated = async function* () {
      yield bytes;
    };
    expect(await put(bytes)).toEqual({ etag: '"8"', value: undefined });
    await put(bytes.buffer);
    await put(new Blob([bytes], { type: "image/png" }));
    await put(new Blob([bytes]).stream(), { type: "image/png" });
    await put(generated());
    await put("text");
    await put("<svg/>", { type: "image/svg+xml", ifMatch: '"7"' });
    expect(received.slice(0, 5).map((request) => new Uint8Array(request.bytes))).toEqual(Array(5).fill(bytes));
    expect(received.slice(5).map(({ body }) => body)).toEqual(["text", "<svg/>"]);
    expect(received.map(({ headers }) => headers["content-type"])).toEqual([
      "application/octet-stream",
      "application/octet-stream",
      "image/png",
      "image/png",
      "application/octet-stream",
      "text/plain;charset=UTF-8",
      "image/svg+xml",
    ]);
    expect(received[6]?.headers["if-match"]).toBe('"7"');
    expect(new Set(received.map(({ method, url }) => `${method} ${url}`))).toEqual(
      new Set(["PUT /v1.0/files/1/content"]),
    );
  });

  test("gives what the service answers; delete sets it to null", async () => {
    const { client, received } = await connected((request) =>
      request.method === "PUT" ? { status: 201, body: { id: "9" } } : { status: 204 },
    );
    expect(await content(client.files.byId("1").content).put("text")).toMatchObject({ value: { id: "9" } });
    expect(await content(client.me.portrait).delete({ ifMatch: "*" })).toBeUndefined();
    expect(received[1]).toMatchObject({ method: "DELETE", url: "/v1.0/me/portrait/$value" });
    expect(received[1]?.headers).toMatchObject({ "if-match": "*" });
  });

  test("only entities, streams and functions have a stream, and objects are none", async () => {
    const { client } = await connected(() => ({ status: 204 }));
    const body = { size: 1 };
    // @ts-expect-error -- a collection has no stream
    expect(() => content(client.users)).not.toThrow();
    // @ts-expect-error -- an object is no stream
    expect(await content(client.me.portrait).put(body)).toEqual({ etag: undefined, value: undefined });
  });
});
