import { describe, expect, it } from "vitest";
import { readHttpMessage } from "../../src/pages/api/http-message.js";

function message(text: string) {
  return readHttpMessage({ kind: "Code", language: "http", at: 100, text });
}

describe("a message", () => {
  it.each([
    ["GET /a", { kind: "request", at: 100, method: "GET", url: "/a", headers: [] }],
    ["\n  GET /a\n", { kind: "request", at: 103, method: "GET", url: "/a", headers: [] }],
    [
      "POST https://b.c/a\nAccept: x\nX-y:\tz \n\n{ }\n",
      {
        kind: "request",
        at: 100,
        method: "POST",
        url: "https://b.c/a",
        headers: [
          { name: "Accept", value: "x" },
          { name: "X-y", value: "z" },
        ],
        body: { text: "{ }", at: 138 },
      },
    ],
    [
      "GET /a\n  ?$top=1\n&$skip=2\nA: b\n&c\n",
      {
        kind: "request",
        at: 100,
        method: "GET",
        url: "/a?$top=1&$skip=2",
        headers: [{ name: "A", value: "b" }],
        body: { text: "&c", at: 131 },
      },
    ],
    [
      "HTTP/1.1 204 No Content\r\n\r\nA: b\r\n",
      { kind: "response", at: 100, status: 204, headers: [{ name: "A", value: "b" }] },
    ],
    [
      "HTTP/2 200\n   some text\n\nA: b\n  ",
      { kind: "response", at: 100, status: 200, headers: [], body: { text: "some text\n\nA: b", at: 114 } },
    ],
  ])("%j", (text, expected) => expect(message(text)).toEqual(expected));

  it.each(["", "{ }", "HTTP/1.1 OK", "HTTP/1.1 2000", "A: b\nGET /a", "GET"])("is none in %j", (text) => {
    expect(message(text)).toBeUndefined();
  });
});
