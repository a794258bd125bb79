import { describe, expect, it } from "vitest";
import { indexOf } from "../../../src/explorer/model/model-index.js";
import { boundTo, type Use, usesOf } from "../../../src/explorer/model/used-by.js";
import { mail } from "./small-data.js";

const index = indexOf(mail);

function text(use: Use): string {
  if (use.kind === "Child") return `${use.kind} ${use.child.name}`;
  if ("owner" in use) return `${use.kind} ${use.owner.name}/${use.member.name}`;
  return `${use.kind} ${use.operation.name}`;
}

describe("what uses a type", () => {
  it("members, one or many, parameters and results refer to it", () => {
    expect(usesOf("ns.Message", index).map(text)).toEqual([
      "NavigationProperty ns.Folder/messages",
      "NavigationProperty ns.User/sent",
      "Parameter ns.send",
      "Result ns.recent",
    ]);
  });

  it("properties refer to an enumeration type, children of the container to an entity type", () => {
    expect(usesOf("ns.Importance", index).map(text)).toEqual(["Property ns.Message/importance"]);
    expect(usesOf("ns.User", index).map(text)).toContain("Child users");
  });

  it("nothing uses a type that is used as a base alone", () => {
    expect(usesOf("ns.Entity", index)).toEqual([]);
  });

  it("operations are bound to a type and to collections of it", () => {
    expect(boundTo("ns.Message", index).map(({ name }) => name)).toEqual(["ns.recent"]);
    expect(boundTo("ns.User", index).map(({ name }) => name)).toEqual(["ns.send"]);
  });
});
