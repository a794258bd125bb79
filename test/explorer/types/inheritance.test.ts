import { describe, expect, it } from "vitest";
import { descendants, inheritanceOf, type TypeTree } from "../../../src/explorer/model/inheritance.js";
import { indexOf, isStructuredData } from "../../../src/explorer/model/model-index.js";
import type { ModelData } from "../../../src/explore/data/format.js";
import { dataOf, mail, structured } from "./small-data.js";

function treeOf(name: string, data: ModelData): TypeTree {
  const index = indexOf(data);
  const type = index.types.get(name);
  if (type === undefined || !isStructuredData(type)) throw new Error(name);
  return inheritanceOf(type, index);
}

function lines({ type, derived }: TypeTree, indent = ""): readonly string[] {
  return [indent + type.name, ...derived.flatMap((tree) => lines(tree, `${indent}  `))];
}

describe("the inheritance of a type", () => {
  it("has its base types without their other children, and all that is derived from it", () => {
    expect(lines(treeOf("ns.Message", mail))).toEqual(["ns.Entity", "  ns.Message", "    ns.Note"]);
    expect(descendants(treeOf("ns.Entity", mail))).toBe(4);
  });

  it("ends where types are derived from each other", () => {
    const data = dataOf({ types: [structured("A", [], "B"), structured("B", [], "A")] });
    expect(lines(treeOf("ns.A", data))).toEqual(["ns.B", "  ns.A", "    ns.B"]);
  });
});
