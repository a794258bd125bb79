/** Which type a short name on a page stands for. */
import { describe, expect, it } from "vitest";
import { singularOf } from "../../src/merge/names/type-names.js";
import { isStructured } from "../../src/edm/model.js";
import { modelOf } from "../support/model.js";

it.each([
  ["identities", "identity"],
  ["boxes", "box"],
  ["classes", "class"],
  ["quizzes", "quizz"],
  ["branches", "branch"],
  ["dishes", "dish"],
  ["users", "user"],
  ["user", "user"],
])("the singular of %s is %s", (plural, singular) => {
  expect(singularOf(plural)).toBe(singular);
});

function resource(name: string, rows: string, namespace = "microsoft.graph"): string {
  return `# ${name} resource type\n\nNamespace: ${namespace}\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n${rows}\n`;
}

/** The type of the property `p` of `thing`. */
function meant(cell: string, others: Readonly<Record<string, string>>, namespace?: string): string | undefined {
  const { model } = modelOf({ "thing.md": resource("thing", `|p|${cell}|x|`, namespace), ...others });
  const types = model.schemas.flatMap(({ elements }) => elements.filter(isStructured));
  const thing = types.find(({ name }) => name.endsWith(".thing"));
  return [...(thing?.properties ?? []), ...(thing?.navigationProperties ?? [])][0]?.type?.type;
}

describe("a short name stands for", () => {
  const part = (namespace?: string, name = "part") => resource(name, "|a|String|x|", namespace);

  it("the type that the linked page describes", () => {
    const others = { "a/part.md": part("n.a"), "b/other-part.md": part("n.b") };
    expect(meant("[part](../b/other-part.md)", others)).toBe("n.b.part");
    expect(meant("[Part](../b/OTHER-PART.md#rows)", others)).toBe("n.b.part");
  });

  it("the type in the namespace of the page, else in that of Graph", () => {
    const others = { "a.md": part("n.a"), "b.md": part("microsoft.graph") };
    expect(meant("part", others, "n.a")).toBe("n.a.part");
    expect(meant("part", others, "n.c")).toBe("microsoft.graph.part");
  });

  it("the only type that the linked page describes, if the name is a part of it", () => {
    const others = { "range.md": part("n.a", "workbookRange") };
    expect(meant("[Range](range.md)", others)).toBe("n.a.workbookRange");
    expect(meant("[workbooks](range.md)", others)).toBe("n.a.workbookRange");
    expect(meant("[cell](range.md)", others)).toBe("microsoft.graph.cell");
  });

  it("the only type of that name anywhere, or of its singular", () => {
    expect(meant("part", { "a.md": part("n.a") })).toBe("n.a.part");
    expect(meant("parts", { "a.md": part("n.a") })).toBe("n.a.part");
    expect(meant("part", { "a.md": part("n.a"), "b.md": part("n.b") })).toBe("microsoft.graph.part");
  });

  it("a type that no page describes, with a small letter, in the namespace of the page", () => {
    expect(meant("Part", {})).toBe("microsoft.graph.part");
    expect(meant("Part", {}, "n.a")).toBe("n.a.part");
  });
});
