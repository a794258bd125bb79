import { describe, expect, it } from "vitest";
import { changeStateOf } from "../../../src/explorer/model/changes-index.js";
import { pageData } from "../../../src/explore/file/page-file.js";
import { openModel } from "../../../src/explorer/model/model.js";
import {
  listedChanges,
  ownerIn,
  type OwnerChanges,
  shortMessage,
} from "../../../src/explorer/pages/changes/listed-changes.js";
import { fragmentOf, routeOf } from "../../../src/explorer/routes/route.js";
import { twoVersions } from "./two-versions.js";

openModel(pageData(twoVersions));
const all = twoVersions.changes?.changes ?? [];

function owners(of: readonly OwnerChanges[]): readonly string[] {
  return of.map(({ owner, changes }) => `${owner} ${changes.length}`);
}

describe("the state of an element", () => {
  it.each([
    ["ns.User/city", { state: "removed", breaking: true }],
    ["ns.User", { state: "changed", breaking: true }],
    ["ns.User/mail", { state: "changed", breaking: false }],
    ["ns.Old", { state: "removed", breaking: true }],
    ["ns.New", { state: "added", breaking: false }],
    ["ns.move", { state: "added", breaking: false }],
    ["ns.send", { state: "changed", breaking: false }],
    ["/groups", { state: "added", breaking: false }],
    ["GET /users/{anyName}", { state: "changed", breaking: false }],
    ["ns.Other", undefined],
  ])("of %s", (element, expected) => {
    expect(changeStateOf(element)).toEqual(expected);
  });
});

describe("the page of the changes of one owner", () => {
  it.each(["ns.User", "/groups", "GET /users/{id}"])("of %s has an address", (owner) => {
    expect(ownerIn(routeOf(fragmentOf(["changes", owner])).slice(1))).toBe(owner);
  });

  it("may be typed with the slashes of a path", () => {
    expect(ownerIn(routeOf("#/changes/GET /users/{id}").slice(1))).toBe("GET /users/{id}");
    expect(["#/changes", "#/changes/"].map((fragment) => ownerIn(routeOf(fragment).slice(1)))).toEqual(["", ""]);
  });
});

describe("the list of changes", () => {
  it("has breaking changes, what is new, and others, by owner", () => {
    const { breaking, added, other, count } = listedChanges(all, "", "");
    expect(owners(breaking)).toEqual(["ns.User 1", "ns.Old 1"]);
    expect(owners(added)).toEqual(["ns.move 1", "/groups 1", "ns.New 1"]);
    expect(owners(other)).toEqual(["ns.send 1", "GET /users/{id} 1", "ns.User 1"]);
    expect(count).toBe(all.length);
  });

  it("has what an audience notices, and as breaking what breaks it", () => {
    const { breaking, other, added, count } = listedChanges(all, "readers", "");
    expect(owners(breaking)).toEqual(["ns.User 1"]);
    expect(owners(other)).toEqual(["GET /users/{id} 1"]);
    expect(added).toEqual([]);
    expect(count).toBe(2);
  });

  it("finds what is removed by words of names and codes", () => {
    const { breaking, count } = listedChanges(all, "", "OLD removed");
    expect(owners(breaking)).toEqual(["ns.Old 1"]);
    expect(count).toBe(1);
  });

  it("says below its owner the name of the member alone", () => {
    expect(all.slice(0, 2).map(shortMessage)).toEqual(["city is gone.", "ns.Old is gone."]);
  });
});
