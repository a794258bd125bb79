import { describe, expect, it } from "vitest";
import { optionsOf } from "../../../src/explorer/search/options.js";
import { found, resultsOf } from "./small-model.js";

describe("a search", () => {
  it("has whole names first, then starts, humps, and what is inside; entities before all else", () => {
    expect(found("mail")).toEqual([
      "Property mail · ns.user",
      "Member mail · ns.kind",
      "EntityType mailFolder · ns",
      "ComplexType mailTips · ns",
      "Scope Mail.Send · opens 1 request",
      "EntityType electronicMail · ns",
      "Action sendMail · ns.user, ns.mailFolder",
      "Request POST /users/{id}/sendMail · Send mail",
      "Property automail · ns.electronicMail",
    ]);
  });

  it("folds members of one name, which open below it", () => {
    expect(found("displayName")).toEqual(["Property displayName · 3"]);
    const results = resultsOf("displayName");
    const opened = new Set(results.rows.map(({ named }) => named));
    const states = (open: typeof opened) => optionsOf(results, open, "").map(({ state }) => state);
    expect(states(new Set())).toEqual(["folded", "all"]);
    expect(states(opened)).toEqual(["open", "inside", "inside", "inside", "all"]);
  });

  it("takes the words before the last to narrow by name or owner", () => {
    expect(found("user displayName")).toEqual(["Property displayName · ns.user"]);
    expect(found("folder mail")).toEqual(["EntityType mailFolder · ns", "Action sendMail · ns.user, ns.mailFolder"]);
  });

  it("takes prefixes for kinds", () => {
    expect(found("type:mail")[0]).toBe("EntityType mailFolder · ns");
    expect(found("prop:mail")).toEqual(["Property mail · ns.user", "Property automail · ns.electronicMail"]);
    expect(found("op:mail")).toEqual(["Action sendMail · ns.user, ns.mailFolder"]);
    expect(found("enum:mail")).toEqual(["Member mail · ns.kind"]);
    expect(found("scope:mail")).toEqual(["Scope Mail.Send · opens 1 request"]);
    expect(found("req:users")).toEqual(["Request POST /users/{id}/sendMail · Send mail"]);
    expect(found("scope:")).toEqual(["Scope Mail.Send · opens 1 request"]);
  });

  it("filters operations by the types of their results and what they are bound to", () => {
    expect(found("returns:mailFolder")).toEqual(["Action sendMail · ns.user, ns.mailFolder"]);
    expect(found("takes:ns.user send")).toEqual(["Action sendMail · ns.user, ns.mailFolder"]);
    expect(found("takes:kind")).toEqual([]);
  });

  it("filters by what changed, with what is gone", () => {
    expect(found("changed:added")).toEqual(["Property mail · ns.user"]);
    expect(found("changed:removed fax")).toEqual(["Removed fax · ns.user"]);
    expect(found("changed:breaking fax")).toEqual(["Removed fax · ns.user"]);
    expect(found("type:user changed:")).toEqual(["EntityType user · ns"]);
  });

  it("finds a qualified name, and a path with its method", () => {
    expect(found("ns.user")[0]).toBe("EntityType user · ns");
    expect(found("POST /users/{id}/sendmail")).toEqual(["Request POST /users/{id}/sendMail · Send mail"]);
  });

  it("looks into descriptions where few names match", () => {
    expect(found("unique tenant")).toEqual(["Property id · ns.user"]);
  });

  it("finds what is written alike only where nothing has the name", () => {
    expect(found("sendmial")).toEqual(["Action sendMail · ns.user, ns.mailFolder"]);
    expect(resultsOf("sendmial").alike).toBe(true);
    expect(resultsOf("sendmail").alike).toBe(false);
    expect(found("zzzzzz")).toEqual([]);
  });

  it("counts all and gives as many as are asked for, the best of them", () => {
    expect(found("mail", 2)).toEqual(["Property mail · ns.user", "Member mail · ns.kind"]);
    expect(resultsOf("mail").total).toBe(9);
    expect(resultsOf("  ").total).toBe(0);
  });
});
