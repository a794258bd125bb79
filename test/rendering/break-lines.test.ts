import ts from "typescript";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../src/rendering/break-lines.js";

/** The tokens of a text, which line breaks do not change. */
function tokensOf(text: string): readonly string[] {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const leaves = (node: ts.Node): readonly string[] => {
    const children = node.getChildren(file);
    return children.length === 0 ? [node.getText(file)] : children.flatMap(leaves);
  };
  return leaves(file);
}

const word = "a".repeat(30);

describe("breakLines", () => {
  it.each([
    ["a union", `export type Hue = "${word}" | "${word}" | "${word}" | "red, or | so";`],
    ["arguments", `\tv.object(o["${word}"], c, "it's, ${word}", check${word}, 'say "a, b"');`],
    [
      "generic types",
      `\tfirst: (parameters: writes.${word}Parameters) => Many<${word}Entity, { item: { noMethods: "get" } }>;`,
    ],
    ["templates", `\tfail(context, name, \`must, ${word} \${count} items\`, ${word}, \`\${${word}}\`);`],
  ])("breaks %s at 100 columns, and changes no token", (_, line) => {
    const broken = breakLines(line);
    expect(Math.max(...broken.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(tokensOf(broken)).toEqual(tokensOf(line));
  });

  it("shows where", () => {
    expect(breakLines(`export type Hue = "${word}" | "${word}" | "${word}";`)).toBe(
      `export type Hue = "${word}" | "${word}" |\n\t"${word}";`,
    );
  });

  it.each([
    ["a short line", "const a = [1, 2];"],
    ["a comment", ` * ${word}, ${word}, ${word}, ${word}`],
    ["a regular expression", `const form = /^${word}, ${word}, ${word}, ${word}$/;`],
    ["a template within a template", `const a = \`\${list.map((one) => \`${word}, ${word}, ${word}, ${word}\`)}\`;`],
  ])("leaves %s alone", (_, line) => {
    expect(breakLines(line)).toBe(line);
  });
});
