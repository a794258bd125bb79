import { describe, expect, test } from "vitest";
import { connect, type Facts, type SendRequest } from "../../src/runtime/client.js";
import { serve, type Received } from "./support/service.js";

interface Client {
  request: SendRequest;
}

async function sent(body: unknown, facts: Facts = {}, exactNumbers?: boolean): Promise<Received> {
  const { root, received } = await serve(() => ({ status: 204 }));
  const client = connect<Client>({ baseUrl: root, exactNumbers }, facts);
  await client.request("PUT", "me/photo/$value", { body });
  expect(received).toHaveLength(1);
  return received[0] ?? expect.fail("nothing was sent");
}

const bytes = new TextEncoder().encode("hi");
const stream = (): ReadableStream => new Blob([bytes]).stream();

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield bytes.slice(0, 1);
  yield bytes.slice(1);
}

describe("a body", () => {
  test.each([
    ["Blob", () => new Blob([bytes], { type: "image/png" }), "image/png"],
    ["File", () => new File([bytes], "a.txt", { type: "text/plain" }), "text/plain"],
    ["ArrayBuffer", () => bytes.slice().buffer, undefined],
    ["DataView", () => new DataView(bytes.slice().buffer), undefined],
    ["Uint8Array", () => bytes, undefined],
    ["Uint16Array", () => new Uint16Array(bytes.slice().buffer), undefined],
    ["Buffer", () => Buffer.from("hi"), undefined],
    ["ReadableStream", stream, undefined],
    ["async iterable", chunks, undefined],
    ["string", () => "hi", "text/plain;charset=UTF-8"],
  ])("%s is sent as it is", async (_, body, type) => {
    const { body: text, headers } = await sent(body());
    expect([text, headers["content-type"]]).toEqual(["hi", type]);
  });

  test("forms are sent as forms", async () => {
    expect(await sent(new URLSearchParams({ a: "b c" }))).toMatchObject({
      body: "a=b+c",
      headers: { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" },
    });
    const form = new FormData();
    form.set("a", new Blob([bytes]));
    const { body, headers } = await sent(form);
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain("hi");
  });

  class Point {
    x = 1;
  }
  const decimal = { toJSON: () => "1.5" };

  test.each([
    [{ a: [1, null, true], b: undefined }, '{"a":[1,null,true]}'],
    [[], "[]"],
    [null, "null"],
    [7, "7"],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ at: new Date(0), decimal }, '{"at":"1970-01-01T00:00:00.000Z","decimal":"1.5"}'],
    [new Point(), '{"x":1}'],
    [Object.create(null), "{}"],
  ])("%j is JSON", async (body, text) => {
    expect(await sent(body)).toMatchObject({ body: text, headers: { "content-type": "application/json" } });
  });

  test.each([
    ["Map", new Map([[1, 2]])],
    ["Set", new Set([1])],
    ["Promise", Promise.resolve(1)],
    ["RegExp", /a/],
    ["Function", () => 1],
    ["SharedArrayBuffer", new SharedArrayBuffer(1)],
    ["bytes inside an object", { contentBytes: bytes }],
    ["a Buffer inside an object", { contentBytes: Buffer.from("hi") }],
    ["a Blob inside an object", { content: { parts: [new Blob([])] } }],
    ["a Map inside an object", { map: new Map() }],
  ])("%s is an error, and nothing is sent", async (_, body) => {
    const fetch = () => Promise.reject(new Error("sent"));
    const client = connect<Client>({ baseUrl: "https://service.example", fetch }, {});
    expect(() => client.request("POST", "x", { body })).toThrow(TypeError);
  });
});

describe("exact numbers", () => {
  const facts: Facts = { exactNumbers: ["price"] };
  const body = { price: 1.5, nested: [{ price: 9007199254740993n, count: 2 }, { price: null }] };
  const exact = "application/json;IEEE754Compatible=true";

  test("are sent and requested as strings where the service has them", async () => {
    expect(await sent(body, facts)).toMatchObject({
      body: '{"price":"1.5","nested":[{"price":"9007199254740993","count":2},{"price":null}]}',
      headers: { accept: exact, "content-type": exact },
    });
    expect(await sent({ count: 2 }, facts)).toMatchObject({
      headers: { accept: exact, "content-type": "application/json" },
    });
  });

  test("are numbers with exactNumbers: false, and where the service has none", async () => {
    for (const { body: text, headers } of [await sent({ price: 1.5 }, facts, false), await sent({ price: 1.5 })]) {
      expect([text, headers.accept, headers["content-type"]]).toEqual([
        '{"price":1.5}',
        "application/json",
        "application/json",
      ]);
    }
  });

  test("can be requested of a service without such facts", async () => {
    expect((await sent({ price: 1.5 }, {}, true)).headers.accept).toBe(exact);
  });
});
