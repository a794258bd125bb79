import { describe, expect, it } from "vitest";
import { type PatternNode, patternTree } from "../../src/patterns/pattern-tree.js";

/** A pattern in one form: repetitions as `{least,most}`, groups in parentheses, `ε` for what takes no character. */
function shown(node: PatternNode): string {
  switch (node.kind) {
    case "empty":
      return "ε";
    case "character":
      return `‹${node.source}›`;
    case "sequence":
      return node.items.map(shown).join("");
    case "choice":
      return `(${node.items.map(shown).join("|")})`;
    case "repeat":
      return `(${shown(node.item)}){${node.least},${node.most}}`;
  }
}

function tree(source: string, unicode = true): string {
  const found = patternTree(source, unicode);
  return found === undefined ? "none" : [found.root, ...found.assertions].map(shown).join(" with ");
}

describe("the structure of a pattern", () => {
  it.each([
    ["", ""],
    ["ab", "‹a›‹b›"],
    ["a|b|", "(‹a›|‹b›|)"],
    ["a*b+c?", "(‹a›){0,Infinity}(‹b›){1,Infinity}(‹c›){0,1}"],
    ["a*?b+?c??", "(‹a›){0,Infinity}(‹b›){1,Infinity}(‹c›){0,1}"],
    ["a{2}b{2,}c{2,13}d{0}?", "(‹a›){2,2}(‹b›){2,Infinity}(‹c›){2,13}(‹d›){0,0}"],
    ["(a)(?:b)(?<n>c)", "‹a›‹b›‹c›"],
    ["(a|b)*", "((‹a›|‹b›)){0,Infinity}"],
    ["^a$\\bb\\B", "ε‹a›εε‹b›ε"],
    [".[^x\\]y][[]\\d", "‹.›‹[^x\\]y]›‹[[]›‹\\d›"],
    ["\\u0041\\x41\\cA\\n\\/", "‹\\u0041›‹\\x41›‹\\cA›‹\\n›‹\\/›"],
    ["\\u{1f600}\\p{L}\\P{Lu}", "‹\\u{1f600}›‹\\p{L}›‹\\P{Lu}›"],
    ["\u{1f600}+", "(‹\u{1f600}›){1,Infinity}"],
    ["a(?=b)c(?!d*)(?<=e)(?<!f)", "‹a›ε‹c›εεε with ‹b› with (‹d›){0,Infinity} with ‹e› with ‹f›"],
  ])("%s", (source, expected) => expect(tree(source)).toBe(expected));

  it("has no code points without the flag u", () => {
    expect(tree("\\p{2}", false)).toBe("(‹\\p›){2,2}");
    expect(tree("\\u{2}", false)).toBe("(‹\\u›){2,2}");
    expect(tree("\u{1f600}", false)).toBe("‹\ud83d›‹\ude00›");
  });

  it.each(["(a)\\1", "(?<n>a)\\k<n>"])("is not known of %s, which refers back", (source) => {
    expect(tree(source)).toBe("none");
  });
});
