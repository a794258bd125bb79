import { describe, expect, it } from "vitest";
import { elementRoute, ownerOf, partOf } from "../../../src/explorer/model/element-names.js";
import { findingsAt, findingsByCause, findingsOf } from "../../../src/explorer/model/findings-index.js";
import { pageData } from "../../../src/explore/file/page-file.js";
import { openModel } from "../../../src/explorer/model/model.js";
import { saidText } from "../../../src/explorer/model/said-texts.js";
import { fragmentOf } from "../../../src/explorer/routes/route.js";
import { twoVersions } from "./two-versions.js";

openModel(pageData(twoVersions));

describe("the names of elements in findings and changes", () => {
  it.each([
    ["ns.User", "ns.User", undefined],
    ["ns.User/mail", "ns.User", "mail"],
    ["ns.send(ns.User)/to", "ns.send", "(ns.User)/to"],
    ["/users/manager", "/users", "manager"],
    ["GET /users/{user-id}", "GET /users/{id}", undefined],
  ])("%s belongs to %s", (element, owner, part) => {
    expect([ownerOf(element), partOf(element)]).toEqual([owner, part]);
  });

  it.each([
    ["ns.User/mail", "#/type/ns.User/mail"],
    ["ns.User/gone", "#/type/ns.User"],
    ["ns.send(ns.User)/to", "#/op/ns.send"],
    ["GET /users/{user-id}", "#/req/GET/users/{userId}"],
    ["ns.Gone", undefined],
    ["POST /users", undefined],
  ])("the page shows %s at %s", (element, fragment) => {
    const route = elementRoute(element);
    expect(route && fragmentOf(route)).toBe(fragment);
  });
});

describe("findings", () => {
  it("are those of a type with its members, or of one element", () => {
    const causes = (of: readonly { readonly cause: string }[]) => of.map(({ cause }) => cause);
    expect(causes(findingsOf("ns.User"))).toEqual(["property-letter-case", "property-undocumented"]);
    expect(causes(findingsAt("ns.User/mail"))).toEqual(["property-undocumented"]);
    expect(causes(findingsOf("ns.send"))).toEqual(["operation-undocumented"]);
    expect(causes(findingsOf("GET /users/{id}"))).toEqual(["path-unresolved"]);
    expect(findingsOf("ns.Other")).toEqual([]);
    expect(findingsByCause().size).toBe(4);
  });
});

describe("who declares an element", () => {
  it("counts sources once, and those that differ", () => {
    const csdl = { source: 1, line: 3, by: "csdl" };
    const page = { source: 0, line: 9, by: "resourceList", differs: "Edm.String" };
    expect(saidText([csdl])).toBe("1 source");
    expect(saidText([csdl, { ...page, line: 4 }, page])).toBe("2 sources, 2 differ");
  });
});
