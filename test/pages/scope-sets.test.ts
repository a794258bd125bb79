import { describe, expect, it } from "vitest";
import { scopesListed } from "../../src/pages/permissions/scope-sets.js";

describe("a cell of a permissions table", () => {
  it.each([
    ["A.Read", [["A.Read"]]],
    ["A.Read, B.Read", [["A.Read"], ["B.Read"]]],
    ["A.Read; B.Read", [["A.Read"], ["B.Read"]]],
    ["A.Read or B.Read", [["A.Read"], ["B.Read"]]],
    ["A.Read, B.Read, or C.Read", [["A.Read"], ["B.Read"], ["C.Read"]]],
    ["A.Read AND B.Read", [["A.Read", "B.Read"]]],
    ["A.Read and B.Read, C.Read", [["A.Read", "B.Read"], ["C.Read"]]],
    ["A.Read, or both B.Read and C.Read", [["A.Read"], ["B.Read", "C.Read"]]],
    ["A.Read + B.Read", [["A.Read", "B.Read"]]],
    ["A.Read plus B.Read", [["A.Read", "B.Read"]]],
    [
      "A.Read, B.Read plus C.Read",
      [
        ["A.Read", "C.Read"],
        ["B.Read", "C.Read"],
      ],
    ],
    [
      "One from A.Read, B.Read plus either C.Read or D.Read",
      [
        ["A.Read", "C.Read"],
        ["A.Read", "D.Read"],
        ["B.Read", "C.Read"],
        ["B.Read", "D.Read"],
      ],
    ],
    ["One of A.Read, B.Read and C.Read", [["A.Read"], ["B.Read"], ["C.Read"]]],
    ["All of A.Read, B.Read", [["A.Read", "B.Read"]]],
    ["A.Read B.Read", [["A.Read"], ["B.Read"]]],
  ])("%s", (text, alternatives) => {
    expect(scopesListed(text)).toEqual({ alternatives, ambiguous: false, lost: [], mended: [] });
  });

  it("whose list ends with `and` is read as all of them, and not as certain", () => {
    const { alternatives, ambiguous } = scopesListed("A.Read, B.Read and C.Read");
    expect({ alternatives, ambiguous }).toEqual({ alternatives: [["A.Read", "B.Read", "C.Read"]], ambiguous: true });
  });

  it("has a scope whose first dot is a space", () => {
    expect(scopesListed("Directory AccessAsUser.All, A.Read")).toMatchObject({
      alternatives: [["Directory.AccessAsUser.All"], ["A.Read"]],
      mended: ["Directory.AccessAsUser.All"],
    });
  });

  it("names what is prose, and keeps the scopes in it", () => {
    expect(scopesListed("see the note on A.Read below")).toMatchObject({
      alternatives: [["A.Read"]],
      lost: ["see the note on A.Read below"],
    });
  });

  it("that would make too many sets needs all of its scopes", () => {
    const choice = (letter: string) =>
      `either ${Array.from({ length: 7 }, (_, index) => `${letter}${index}.Read`).join(" or ")}`;
    const { alternatives, ambiguous } = scopesListed([choice("A"), choice("B"), choice("C")].join(" and "));
    expect(alternatives).toHaveLength(1);
    expect(alternatives[0]).toHaveLength(21);
    expect(ambiguous).toBe(true);
  });
});
