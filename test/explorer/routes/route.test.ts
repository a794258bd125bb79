import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragmentOf, type Route, routeOf } from "../../../src/explorer/routes/route.js";

/** Texts of any code units, half surrogate pairs too, with many of the characters that have a meaning in an address. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0xd7ff, max: 0xe000 }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(..."/%#?&{}. \u202E<>\"'u+D8:@$,") }),
  fc.constantFrom("__proto__", "constructor", "..", "%u0041", "%2F", "//"),
);
const page = fc.oneof(fc.constantFrom("type", "op", ""), text).filter((name) => name !== "req");
const request = fc.tuple(
  fc.constant("req"),
  text,
  text.map((path) => `/${path}`),
);
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.tuple(page, fc.array(text, { maxLength: 4 })).map(([name, parts]): Route => [name, ...parts]),
  request,
);

describe("routes", () => {
  it("come back from their fragment, whatever their parts are", () => {
    fc.assert(
      fc.property(route, (any) => {
        expect(routeOf(fragmentOf(any))).toEqual(any);
      }),
      { numRuns: 3000 },
    );
  });

  it("come back from the address of a document", () => {
    fc.assert(
      fc.property(route, (any) => {
        const { hash } = new URL(fragmentOf(any), "file:///service.html");
        expect(routeOf(hash)).toEqual(any);
      }),
    );
  });

  it("are readable where a name has letters and slashes", () => {
    expect(fragmentOf(["type", "microsoft.graph.user", "mail"])).toBe("#/type/microsoft.graph.user/mail");
    expect(fragmentOf(["req", "GET", "/users/{id}/messages"])).toBe("#/req/GET/users/{id}/messages");
    expect(fragmentOf(["type", "a/b c"])).toBe("#/type/a%2Fb%20c");
  });

  it("take what a user writes into the address", () => {
    expect(routeOf("")).toEqual([""]);
    expect(routeOf("#type/ns.T")).toEqual(["type", "ns.T"]);
    expect(routeOf("#/type/100%")).toEqual(["type", "100%"]);
    expect(routeOf("#/req/GET")).toEqual(["req", "GET"]);
  });
});
