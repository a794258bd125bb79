import { expect, describe, it } from "vitest";
import type { ModelData } from "../../../src/explore/data/format.js";
import { pageData } from "../../../src/explore/file/page-file.js";
import { openModel } from "../../../src/explorer/model/model.js";
import { allDerivedFrom, basesOf, derivedFrom, structuredType } from "../../../src/explorer/model/types.js";
import { dataOf, mail, structured } from "./small-data.js";

/** The base types of a type, the types directly derived from it, and all. */
function around(name: string, data: ModelData) {
  openModel(pageData(data));
  const type = structuredType(name);
  if (type === undefined) throw new Error(name);
  const names = (all: readonly { readonly name: string }[]) => all.map((one) => one.name);
  return [basesOf(type), derivedFrom(type), allDerivedFrom(type)].map(names);
}

describe("the inheritance of a type", () => {
  it("has its base types, nearest first, and all that is derived from it", () => {
    expect(around("ns.Note", mail)).toEqual([["ns.Message", "ns.Entity"], [], []]);
    expect(around("ns.Message", mail)).toEqual([["ns.Entity"], ["ns.Note"], ["ns.Note"]]);
    const derived = ["ns.Folder", "ns.Message", "ns.User"];
    expect(around("ns.Entity", mail)).toEqual([[], derived, derived.toSpliced(2, 0, "ns.Note")]);
  });

  it("ends where types are derived from each other", () => {
    const data = dataOf({ types: [structured("A", [], "B"), structured("B", [], "A")] });
    expect(around("ns.A", data)).toEqual([["ns.B"], ["ns.B"], ["ns.B"]]);
  });
});
