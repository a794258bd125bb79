import { describe, expect, it } from "vitest";
import { faultsOf, withFault } from "./faults.js";

function changed(code: string): readonly string[] {
  return faultsOf("a.ts", code).map((fault) => withFault(code, fault));
}

describe("the faults of a file", () => {
  it.each([
    ["a + b;", ["a - b;"]],
    ["a && b;", ["b;", "a;", "a || b;"]],
    ["a ?? b;", ["b;", "a;"]],
    ["a | b;", ["b;", "a;", "a & b;"]],
    ["x = !a;", ["x = a;"]],
    ["if (a) b = c;", ["if (true) b = c;", "if (false) b = c;"]],
    ["x = a ? b : c;", ["x = (b);", "x = (c);"]],
    ["x = 0.5;", ["x = 1.5;"]],
    ["x = true;", ["x = false;"]],
    ['x = "a";', ['x = "";']],
    ["x = /^a+$/i;", ["x = /a+$/i;", "x = /^a+/i;", "x = /^a*$/i;", "x = /^a+$/;"]],
    ["x = [a, b];", ["x = [b];", "x = [a, ];"]],
    ["x = a.find(b);", ["x = a.findLast(b);"]],
    ["x = a.trim();", ["x = a;"]],
    ["say(a);", [";"]],
  ])("%s", (code, expected) => {
    expect(changed(code).toSorted()).toEqual(expected.toSorted());
  });

  it.each(['import a from "a";', 'type A = "a" | 1;', "interface A { readonly a: 1 }", 'const a = { "b": c };'])(
    "are none in %s",
    (code) => {
      expect(changed(code)).toEqual([]);
    },
  );
});
