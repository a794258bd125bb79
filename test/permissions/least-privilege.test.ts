import { describe, expect, it } from "vitest";
import { type GrantedRequest, leastPrivilege } from "../../src/permissions/least-privilege.js";

type Permission = NonNullable<GrantedRequest["permissions"]>[number];

function permission(alternatives: readonly (readonly string[])[], more: Partial<Permission> = {}): Permission {
  return { scheme: "application", alternatives, ordered: false, ...more };
}

function request(
  path: string,
  permissions: GrantedRequest["permissions"],
  more: Partial<GrantedRequest> = {},
): GrantedRequest {
  return { method: "GET", path, permissions, ...more };
}

function application(...requests: readonly GrantedRequest[]) {
  const grant = leastPrivilege(requests).find(({ scheme }) => scheme === "application");
  if (grant === undefined) throw new Error("no grant");
  return grant;
}

describe("the grant of a scheme", () => {
  it("is there for each scheme, which is unknown where nothing states it", () => {
    const grants = leastPrivilege([request("/a", [permission([["A.Read"]])]), request("/b", null)]);
    expect(grants.map(({ scheme, scopes, unknown }) => [scheme, scopes.map(({ scope }) => scope), unknown])).toEqual([
      ["delegatedWork", [], ["GET /a", "GET /b"]],
      ["delegatedPersonal", [], ["GET /a", "GET /b"]],
      ["application", ["A.Read"], ["GET /b"]],
    ]);
  });

  it("has each scope with the requests that need it", () => {
    const { scopes, exact, open, notSupported } = application(
      request("/a", [permission([["A.Read"], ["A.ReadWrite"]], { ordered: true })]),
      request("/b", [permission([["A.Read", "B.Read"]])]),
      request("/c", [permission([])]),
    );
    expect(scopes).toEqual([
      { scope: "A.Read", for: ["GET /a", "GET /b"] },
      { scope: "B.Read", for: ["GET /b"] },
    ]);
    expect([exact, open, notSupported]).toEqual([true, [], ["GET /c"]]);
  });

  it("takes the first of an ordered list, and what only reads of others", () => {
    const scopes = (one: Permission) => application(request("/a", [one])).scopes.map(({ scope }) => scope);
    expect(scopes(permission([["Z.ReadWrite"], ["A.Read"]], { ordered: true }))).toEqual(["Z.ReadWrite"]);
    expect(scopes(permission([["A.ReadWrite"], ["Z.Read"]]))).toEqual(["Z.Read"]);
    expect(scopes(permission([["A.Manage"], ["Z.ReadBasic.All"]]))).toEqual(["Z.ReadBasic.All"]);
  });

  it("is not exact where a page leaves open what is needed", () => {
    const { exact, open } = application(
      request("/a", [permission([["A.Read", "B.Read"]], { exact: false })]),
      request("/b", [permission([["A.Read"]])]),
    );
    expect([exact, open]).toEqual([false, ["GET /a"]]);
  });

  it("names what is needed besides in a case", () => {
    const { scopes, depends, notSupported } = application(
      request("/a", [
        permission([["A.Read"]]),
        permission([["A.Read"]], { when: "for me" }),
        permission([["B.Read"], ["A.Read", "C.Read"]], { when: "for all", exact: false }),
      ]),
    );
    expect(scopes.map(({ scope }) => scope)).toEqual(["A.Read"]);
    expect(depends).toEqual([
      { request: "GET /a", when: "for me", supported: true, add: [], exact: true },
      { request: "GET /a", when: "for all", supported: true, add: ["B.Read"], exact: false },
    ]);
    expect(notSupported).toEqual([]);
  });

  it("has cases alone where the row of the scheme is empty, and none where no case is supported", () => {
    const cases = application(
      request("/a", [permission([]), permission([["B.Read"]], { when: "x" }), permission([], { when: "y" })]),
    );
    expect([
      cases.scopes,
      cases.notSupported,
      cases.depends.map(({ when, supported, add }) => [when, supported, add]),
    ]).toEqual([
      [],
      [],
      [
        ["x", true, ["B.Read"]],
        ["y", false, []],
      ],
    ]);
    const none = application(request("/a", [permission([]), permission([], { when: "y" })]));
    expect([none.notSupported, none.depends]).toEqual([["GET /a"], []]);
  });

  it("names other pages that take more", () => {
    const { alsoDocumentedBy } = application(
      request("/a", [permission([["A.Read"]])], {
        alsoDocumentedBy: [
          { title: "Same", permissions: [permission([["A.Read"], ["B.Read"]])] },
          { title: "More", link: "https://h", permissions: [permission([["A.Read", "B.Read"]], { when: "x" })] },
          { title: "Other scheme", permissions: [permission([["C.Read"]], { scheme: "delegatedWork" })] },
          { title: "None", permissions: [permission([])] },
          { title: "Unknown" },
        ],
      }),
    );
    expect(alsoDocumentedBy).toEqual([
      { request: "GET /a", title: "More", link: "https://h", when: "x", supported: true, add: ["B.Read"], exact: true },
    ]);
  });
});
