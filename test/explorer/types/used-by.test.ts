import { describe, expect, it } from "vitest";
import { pageData } from "../../../src/explore/file/page-file.js";
import { openModel } from "../../../src/explorer/model/model.js";
import { operationsBoundTo } from "../../../src/explorer/model/types.js";
import { type Use, usesOf } from "../../../src/explorer/model/used-by.js";
import { mail } from "./small-data.js";

openModel(pageData(mail));

function text({ kind, text, note = "" }: Use): string {
  return `${kind}: ${text}${note}`;
}

describe("what uses a type", () => {
  it("members, one or many, parameters and results refer to it", () => {
    expect(usesOf("ns.Message").map(text)).toEqual([
      "Navigation properties: Folder/messages",
      "Navigation properties: User/sent",
      "Parameters: send/message on User",
      "Results: recent on Collection(ns.Message)",
    ]);
  });

  it("properties refer to an enumeration type, children of the container to an entity type", () => {
    expect(usesOf("ns.Importance").map(text)).toEqual(["Properties: Message/importance"]);
    expect(usesOf("ns.User").map(text)).toContain("Container: users EntitySet");
  });

  it("nothing uses a type that is used as a base alone", () => {
    expect(usesOf("ns.Entity")).toEqual([]);
  });

  it("operations are bound to a type and to collections of it", () => {
    const boundTo = (name: string) => operationsBoundTo(name).map((operation) => operation.name);
    expect(boundTo("ns.Message")).toEqual(["ns.recent"]);
    expect(boundTo("ns.User")).toEqual(["ns.send"]);
  });
});
