/** Batches as multipart/mixed, as our client sends them, and in another form. */
import { describe, expect, it } from "vitest";
import { createMock, type MockService } from "../../../../src/runtime/mock.js";

const service: MockService = {
  protocol: "4.0",
  baseUrl: "http://host/shop",
  types: {
    "n.Item": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.Int32" }, name: { type: "Edm.String", nullable: true } },
      navigation: { like: { type: "n.Item", nullable: true } },
    },
  },
  enums: {},
  children: { items: { kind: "set", type: "n.Item" } },
};

const crlf = (...lines: readonly string[]) => lines.join("\r\n");

/** A part that has a request; with a Content-ID where one is given. */
const part = (line: string, body?: unknown, id?: string) =>
  crlf(
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(id === undefined ? [] : [`Content-ID: ${id}`]),
    "",
    `${line} HTTP/1.1`,
    "Host: host",
    ...(body === undefined ? ["", ""] : ["Content-Type: application/json", "", JSON.stringify(body)]),
  );

const enclosed = (boundary: string, parts: readonly string[]) =>
  crlf(...parts.flatMap((one) => [`--${boundary}`, one]), `--${boundary}--`, "");

const changeSet = (...parts: readonly string[]) =>
  crlf('Content-Type: multipart/mixed; boundary="set (1)"', "", enclosed("set (1)", parts));

async function sent(parts: readonly string[], headers: Readonly<Record<string, string>> = {}) {
  const mock = createMock<unknown>(service, {}, { data: { items: [{ id: 1, name: "ä" }] } });
  const response = await mock.fetch(`${mock.baseUrl}/$batch`, {
    method: "POST",
    headers: { "content-type": "multipart/mixed;boundary=b", ...headers },
    body: `preamble\r\n${enclosed("b", parts)}epilogue`,
  });
  const text = await response.text();
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text,
    statuses,
    items: mock.data("items"),
  };
}

describe("a batch as multipart/mixed", () => {
  it("has an answer for each request, in its order", async () => {
    const { status, type, text, statuses } = await sent([
      part("GET items(1)", undefined, "one"),
      part("GET /shop/items/$count"),
    ]);
    expect({ status, type, statuses }).toEqual({
      status: 200,
      type: "multipart/mixed;boundary=batch",
      statuses: [200, 200],
    });
    const [first = ""] = text.split("--batch").slice(1);
    const body = '{"@odata.context":"http://host/shop/$metadata#items/$entity","id":1,"name":"ä"}';
    expect(first.trim().split("\r\n")).toEqual([
      "Content-Type: application/http",
      "Content-Transfer-Encoding: binary",
      "Content-ID: one",
      "",
      "HTTP/1.1 200 ",
      "content-type: application/json",
      "odata-version: 4.0",
      "request-id: 00000000-0000-4000-8000-000000000002",
      `content-length: ${new TextEncoder().encode(body).length}`,
      "",
      body,
    ]);
  });

  it("makes the changes of a set, which may name each other by Content-ID", async () => {
    const { text, statuses, items } = await sent([
      changeSet(
        part("POST items", { id: 7, name: "$1" }, "1"),
        part("PATCH $1", { name: "new" }, "2"),
        part("POST http://host/shop/items", { id: 8, "like@odata.bind": "$1" }, "3"),
      ),
      part("GET items(8)/like"),
    ]);
    expect(statuses).toEqual([201, 204, 201, 200]);
    expect(text).toMatch(/^--batch\r\nContent-Type: multipart\/mixed;boundary=changeset\r\n\r\n--changeset\r\n/);
    expect(items.map(({ id, name }) => [id, name])).toEqual([
      [1, "ä"],
      [7, "new"],
      [8, null],
    ]);
    expect(text).toContain('"id":7,"name":"new"}');
  });

  it("undoes a set that fails, which has one answer, and ends there", async () => {
    const parts = [changeSet(part("POST items", { id: 7 }), part("PATCH items(9)", { name: "a" })), part("GET items")];
    const ended = await sent(parts);
    expect([ended.statuses, ended.items.length]).toEqual([[404], 1]);
    expect((await sent(parts, { prefer: "odata.continue-on-error" })).statuses).toEqual([404, 200]);
    expect((await sent(parts, { prefer: "continue-on-error=false" })).statuses).toEqual([404]);
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ["without a boundary", [], { "content-type": "multipart/mixed" }],
    ["of another boundary", [], { "content-type": "multipart/mixed;boundary=c" }],
    ["with a part that is no request", [crlf("Content-Type: application/http", "", "nothing")], {}],
    ["with an identifier twice", [part("GET items", undefined, "1"), part("GET items", undefined, "1")], {}],
  ])("%s is refused", async (_, parts, headers) => {
    expect((await sent(parts, headers)).status).toBe(400);
  });

  it("is read with line feeds alone, and bytes stay what they are", async () => {
    const text = enclosed("b", [part("PATCH items(1)", { name: "Bätch" }), part("GET items(1)")]).replaceAll(
      "\r\n",
      "\n",
    );
    const mock = createMock<unknown>(service, {}, { data: { items: [{ id: 1, name: "a" }] } });
    const headers = { "content-type": "multipart/mixed;boundary=b" };
    const response = await mock.fetch(`${mock.baseUrl}/$batch`, { method: "POST", headers, body: text });
    expect(await response.text()).toContain('"name":"Bätch"');
  });
});
