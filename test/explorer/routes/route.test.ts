import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragmentOf, requestRoute, routeOf, typeRoute } from "../../../src/explorer/routes/route.js";

/** Texts of any code units, half surrogate pairs too, with many of the characters that have a meaning in an address. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0xd7ff, max: 0xe000 }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(..."/%#?&{}. \u202E<>\"'u+D8:@$,") }),
  fc.constantFrom("__proto__", "constructor", "..", "%u0041", "%2F", "//"),
);
const page = fc.oneof(fc.constantFrom("type", "req", "op", ""), text);

describe("routes", () => {
  it("come back from their fragment, whatever their parts are", () => {
    fc.assert(
      fc.property(page, fc.array(text, { maxLength: 4 }), (page, parts) => {
        expect(routeOf(fragmentOf({ page, parts }))).toEqual({ page, parts });
      }),
      { numRuns: 3000 },
    );
  });

  it("come back from the address of a document", () => {
    fc.assert(
      fc.property(page, fc.array(text, { maxLength: 3 }), (page, parts) => {
        const { hash } = new URL(fragmentOf({ page, parts }), "file:///service.html");
        expect(routeOf(hash)).toEqual({ page, parts });
      }),
    );
  });

  it("are readable where a name has letters and slashes", () => {
    expect(fragmentOf(typeRoute("microsoft.graph.user", "mail"))).toBe("#/type/microsoft.graph.user/mail");
    expect(fragmentOf(requestRoute("GET", "/users/{id}/messages"))).toBe("#/req/GET/users/{id}/messages");
    expect(fragmentOf(typeRoute("a/b c"))).toBe("#/type/a%2Fb%20c");
  });

  it("take what a user writes into the address", () => {
    expect(routeOf("")).toEqual({ page: "", parts: [] });
    expect(routeOf("#type/ns.T")).toEqual({ page: "type", parts: ["ns.T"] });
    expect(routeOf("#/type/100%")).toEqual({ page: "type", parts: ["100%"] });
    expect(routeOf("#/req/GET")).toEqual({ page: "req", parts: ["GET"] });
  });
});
