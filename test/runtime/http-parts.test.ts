/** Literals, queries, pages and errors, as the client writes and reads them. */
import { describe, expect, it } from "vitest";
import { errorOf, failedOf, ODataError, retryAfterOf } from "../../src/runtime/http/error.js";
import { encode, literal, type LiteralKind } from "../../src/runtime/http/literal.js";
import { unwrapped } from "../../src/runtime/http/page.js";
import { type AnyQuery, queryString } from "../../src/runtime/http/query-string.js";

describe("a literal in a URL", () => {
  it.each<[value: unknown, kind: LiteralKind | undefined, text: string]>([
    ["a", undefined, "'a'"],
    ["it's", "String", "'it''s'"],
    ["a/b ü&", undefined, "'a%2Fb%20%C3%BC%26'"],
    ["P1D", "Duration", "duration'P1D'"],
    ["-_8=", "Binary", "binary'-_8%3D'"],
    ["red", "shop.Color", "shop.Color'red'"],
    ["01234567-89ab-cdef-0123-456789abcdef", "Guid", "01234567-89ab-cdef-0123-456789abcdef"],
    ["2020-01-02T03:04:05.6+01:00", "DateTimeOffset", "2020-01-02T03:04:05.6%2B01:00"],
    ["9223372036854775807", "Int64", "9223372036854775807"],
    [5, undefined, "5"],
    [-1.5, "Double", "-1.5"],
    [Infinity, undefined, "INF"],
    [-Infinity, undefined, "-INF"],
    [NaN, undefined, "NaN"],
    [true, undefined, "true"],
    [null, undefined, "null"],
    [9007199254740993n, undefined, "9007199254740993"],
  ])("%o as %s is %s", (value, kind, text) => expect(literal(value, kind)).toBe(text));

  it.each<[value: unknown, kind: LiteralKind | undefined]>([
    [{}, undefined],
    [undefined, undefined],
    [Symbol("x"), undefined],
    ["1 or true", "Int64"],
    ["", "Guid"],
    ["a'b", "Date"],
    ["a/b", "Guid"],
  ])("is none: %o as %s", (value, kind) => expect(() => literal(value, kind)).toThrow(TypeError));

  it("keeps the delimiters of OData", () =>
    expect(encode("$a,b:c;d=e@f/g?h&i#j k")).toBe("$a,b:c;d=e@f%2Fg%3Fh%26i%23j%20k"));
});

describe("the query of a URL", () => {
  it.each<[query: AnyQuery, further: readonly string[], text: string]>([
    [{}, [], ""],
    [{ select: [], expand: {}, filter: "" }, [], ""],
    [{}, ["@a=1", "@b=2"], "?@a=1&@b=2"],
    [{ select: ["a", "b/c"] }, ["@a=1"], "?@a=1&$select=a,b/c"],
    [
      {
        count: true,
        search: "x y",
        skip: 0,
        top: 1,
        orderby: ["a desc", "b"],
        filter: "a eq 'b/c'",
        levels: 2,
        select: ["a"],
      },
      [],
      "?$select=a&$levels=2&$filter=a%20eq%20'b%2Fc'&$orderby=a%20desc,b&$top=1&$skip=0&$search=x%20y&$count=true",
    ],
    [
      { apply: { toString: () => "groupby((a))" }, compute: "a add 1 as b" },
      [],
      "?$apply=groupby((a))&$compute=a%20add%201%20as%20b",
    ],
    [{ count: false }, [], "?$count=false"],
    [{ expand: { a: true, b: undefined, c: {} } }, [], "?$expand=a,c"],
    [
      { expand: { a: { select: ["b"], top: 1, expand: { d: { levels: "max" } } } } },
      [],
      "?$expand=a($select=b;$expand=d($levels=max);$top=1)",
    ],
    [
      { expand: { a: { as: "n.T", only: "$ref" }, b: { only: "$count", filter: "x" } } },
      [],
      "?$expand=a/n.T/$ref,b/$count($filter=x)",
    ],
    [{ custom: { a: "b&c", "d e": 1, $f: true } }, [], "?a=b%26c&d%20e=1&$f=true"],
    [{ top: 1, custom: { a: "b/c" } }, [], "?$top=1&a=b/c"],
  ])("%j", (query, further, text) => expect(queryString(query, further)).toBe(text));
});

describe("the body of a response", () => {
  const url = "https://h/s/things";
  const page = (body: unknown, ofOperation = false) => unwrapped(body, ofOperation, url);

  it.each([
    [{ value: [1] }, { value: [1] }],
    [
      { value: [], "@odata.count": "12" },
      { value: [], count: 12 },
    ],
    [
      { value: [], "@count": 3, "@nextLink": "things?$skip=1" },
      { value: [], count: 3, nextLink: "https://h/s/things?$skip=1" },
    ],
    [
      { value: [], "@odata.deltaLink": "https://h/s/d" },
      { value: [], deltaLink: "https://h/s/d" },
    ],
    [
      { value: [], "@odata.context": "https://h/r/$metadata#x", "@odata.nextLink": "next" },
      { value: [], nextLink: "https://h/r/next" },
    ],
    [
      { value: [], other: 1 },
      { value: [], other: 1 },
    ],
    [{ value: "a" }, { value: "a" }],
    [{ value: "a", "@odata.context": "$metadata#things('1')/name" }, "a"],
    [
      { value: "a", "@context": "$metadata#Edm.String" },
      { value: "a", "@context": "$metadata#Edm.String" },
    ],
    [
      { value: ["a"], "@odata.context": "$metadata#things/$entity" },
      { value: ["a"], "@odata.context": "$metadata#things/$entity" },
    ],
    [{ id: "1" }, { id: "1" }],
    [undefined, undefined],
    ["text", "text"],
    [null, null],
  ])("%j", (body, expected) => expect(page(body)).toEqual(expected));

  it("is the value alone of an operation", () => {
    expect(page({ value: 5 }, true)).toBe(5);
    expect(page({ value: 5, other: 1 }, true)).toEqual({ value: 5, other: 1 });
    expect(page({ value: [5] }, true)).toEqual({ value: [5] });
  });
});

describe("an error of a service", () => {
  const failed = { method: "GET", url: "https://h/a?secret=1" };
  const read = (body: string, headers: Record<string, string> = {}, token?: string) =>
    errorOf(new Response(body, { status: 400, headers }), failed, token);

  it("has what OData gives it", async () => {
    const error = {
      code: "bad",
      message: "No.",
      target: "a",
      details: [{ code: "b", message: "c" }],
      innererror: { "request-id": "7" },
    };
    expect(await read(JSON.stringify({ error }))).toMatchObject({
      name: "ODataError",
      status: 400,
      code: "bad",
      message: "No.",
      target: "a",
      details: [{ code: "b", message: "c" }],
      innerError: { "request-id": "7" },
      requestId: "7",
      method: "GET",
      url: "https://h/a",
    });
    expect((await read(JSON.stringify({ error: { innerError: { a: 1 } } }))).innerError).toEqual({ a: 1 });
  });

  it.each([
    ['{"error":{"message":{"value":"Old."}}}', "400", "Old."],
    ['{"error":"invalid","error_description":"Why."}', "invalid", "Why."],
    ['{"detail":"Detail.","title":"Title."}', "400", "Detail."],
    ['{"title":"Title."}', "400", "Title."],
    ['{"message":"Message."}', "400", "Message."],
    ["{}", "400", "The service answered with status 400."],
    ["null", "400", "The service answered with status 400."],
    ["", "400", "The service answered with status 400."],
    ["<html><head><title>Oh no</title></head><body>x</body></html>", "400", "Oh no"],
    ["<p>Oh</p><p>no</p>", "400", " Oh  no "],
    ["x".repeat(400), "400", "x".repeat(300)],
  ])("reads %s", async (body, code, message) => {
    expect(await read(body)).toMatchObject({ code, message, details: [] });
  });

  it("has the identifier of the request from the headers first", async () => {
    const body = '{"error":{"innerError":{"request-id":"3"}}}';
    const headers = { "x-ms-request-id": "2" };
    expect((await read(body, { ...headers, "request-id": "1" })).requestId).toBe("1");
    expect((await read(body, headers)).requestId).toBe("2");
    expect((await read(body)).requestId).toBe("3");
  });

  it("does not repeat the token", async () => {
    expect((await read("You sent TOKEN and TOKEN.", {}, "TOKEN")).message).toBe("You sent … and ….");
  });

  it("is told by its mark, prints as JSON and has a place without the query", () => {
    const error = new ODataError({ status: 0, code: "x", message: "m" });
    expect([ODataError.is(error), ODataError.is(new Error("x")), ODataError.is(null), ODataError.is("x")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ status: 0, code: "x", message: "m", details: [] });
    expect(failedOf(failed)).toEqual({ method: "GET", url: "https://h/a" });
  });
});

describe("the wait that a response demands", () => {
  const wait = (value?: string) => retryAfterOf(new Headers(value === undefined ? {} : { "retry-after": value }));

  it("has seconds or a date", () => {
    expect([wait("5"), wait("0"), wait("1.5"), wait("-3"), wait("soon"), wait("")]).toEqual([
      5,
      0,
      1.5,
      0,
      undefined,
      undefined,
    ]);
    expect([wait(), retryAfterOf(undefined)]).toEqual([undefined, undefined]);
    expect(wait(new Date(Date.now() - 60_000).toUTCString())).toBe(0);
    const later = wait(new Date(Date.now() + 60_000).toUTCString()) ?? 0;
    expect(later).toBeGreaterThan(50);
    expect(later).toBeLessThanOrEqual(60);
  });
});
