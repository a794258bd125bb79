/** Into which blocks the text of a page is cut, each with its place. */
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readMarkdown } from "../../src/pages/markdown/read-markdown.js";
import type { Block, Page } from "../../src/pages/page.js";

function pageOf(text: string): { readonly page: Page; readonly said: readonly string[] } {
  const sources = new Sources();
  const report = new Report();
  const page = readMarkdown(sources.add("page.md", text), report);
  return { page, said: report.diagnostics.map(({ code }) => code) };
}

function textOf(block: Block): string {
  const { kind, at } = block;
  if (block.kind === "Table") return `${at} ${kind} ${block.header.join()} (${block.rows.length})`;
  const language = block.kind === "Code" ? `:${block.language}` : "";
  return `${at} ${kind}${language} ${JSON.stringify(block.text)}`;
}

/** The sections with their blocks, in order. */
function sectionsOf(text: string): readonly (readonly string[])[] {
  return pageOf(text).page.sections.map(({ title, at, blocks }) => [`${at} ${title}`, ...blocks.map(textOf)]);
}

describe("a page in markdown", () => {
  it.each<[what: string, text: string, ...sections: (readonly string[])[]]>([
    [
      "with prose before its title",
      "Hello\n\n# T #\nprose\r\nmore",
      ["0 ", '0 Paragraph "Hello"'],
      ["9 T", '13 Paragraph "prose \\nmore"'],
    ],
    [
      "with an underlined heading, which counts as prose",
      "Setext\n===\n## B ##\n####### no",
      ["0 ", '0 Paragraph "Setext\\n==="'],
      ["14 B", '19 Paragraph "####### no"'],
    ],
    ["with a fence", "# T\n```json\n\t{}\n```\nend", ["0 "], ["2 T", '12 Code:json "\\t{}"', '20 Paragraph "end"']],
    [
      "with a fence without content",
      "# T\n```http\n```\nend",
      ["0 "],
      ["2 T", '12 Code:http ""', '16 Paragraph "end"'],
    ],
    ["with a fence of tildes that holds backquotes", "~~~~\n```\na\n```\n~~~~\n", ["0 ", '5 Code: "```\\na\\n```"']],
    ["with a fence that ends with the page", "```js\na\nuse ```", ["0 ", '6 Code:js "a\\nuse ```"']],
    [
      "with a fence in a list",
      "- a\n  ```js\n  b\n  ```\n- c",
      ["0 ", '0 Paragraph "- a"', '12 Code:js "  b"', '22 Paragraph "- c"'],
    ],
    [
      "with a table after prose",
      "intro\n|A|B|\n|-|-|\n|1|2|\n\nend",
      ["0 ", '0 Paragraph "intro"', "6 Table a,b (1)", '25 Paragraph "end"'],
    ],
    ["with a comment in prose", "a <!-- note --> b", ["0 ", '0 Paragraph "a"', '16 Paragraph "b"']],
    [
      "with metadata",
      'a\n<!-- { "x": 1 } -->\nb',
      ["0 ", '0 Paragraph "a"', '7 Metadata "{ \\"x\\": 1 }"', '22 Paragraph "b"'],
    ],
    ["with a rule", "a\n\n---\n\nb", ["0 ", '0 Paragraph "a"', '8 Paragraph "b"']],
    [
      "with a heading of a tab",
      "# T\na\n# [HTTP](#tab/http)\nb",
      ["0 "],
      ["2 T", '4 Paragraph "a"', '26 Paragraph "b"'],
    ],
  ])("%s", (_, text, ...sections) => {
    expect(sectionsOf(text)).toEqual(sections);
  });

  it("has the targets of its links by label", () => {
    const { page } = pageOf('# T\n[Some Label]: ../x.md "title"\n   [b]: y.md\nprose [c]: z');
    expect([...page.definitions]).toEqual([
      ["some label", "../x.md"],
      ["b", "y.md"],
    ]);
  });
});

describe("front matter", () => {
  const valuesOf = (text: string) => {
    const { page, said } = pageOf(text);
    const values = [...page.frontMatter].map(([key, { text: value, at }]) => `${key}=${value}@${at}`);
    return { values, said, title: `${page.title}@${page.titleAt}` };
  };

  it.each<[text: string, values: readonly string[], title: string, said: readonly string[]]>([
    ["---\ntitle: A b\n---\ntext", ["title=A b@11"], "A b@11", []],
    ['---\ntitle: "A: b"\nms.date: 01/02/2024\n---\n# T\n', ["title=A: b@11", "ms.date=01/02/2024@27"], "T@44", []],
    ["---\r\ntitle: 'A'\r\n---\r\n# T\r\n", ["title=A@12"], "T@24", []],
    ["---\ntitle: A: b\n---\n# T\n", ["title=A: b@11"], "T@22", ["page-front-matter-faulty"]],
    ["---\n---\n# T\n", [], "T@10", []],
    ["---\n# a note\ntitle: A # another\n---\n", ["title=A@20"], "A@20", []],
    ["---\ntitle: >-\n  A\n  b\ntags: [x, y]\nms.date: 1\n---\n", ["title=A b@11", "ms.date=1@44"], "A b@11", []],
    ['---\ntitle: "A \\u0042"\n---\n', ["title=A B@11"], "A B@11", []],
    [
      '---\ntitle: "A"\nbroken: a: b  \n  odd\n---\n',
      ["title=A@11", "broken=a: b@23"],
      "A@11",
      ["page-front-matter-faulty"],
    ],
    ["---\n- a\n---\n# T\n", [], "T@14", []],
    ["\ufeff---\ntitle: A\n---\n", ["title=A@12"], "A@12", []],
    ["\ufeff# T\n", [], "T@3", []],
    ["---\n# T\n", [], "T@6", []],
    ["text\n---\ntitle: A\n---\n", [], "@0", []],
  ])("%j", (text, values, title, said) => {
    expect(valuesOf(text)).toEqual({ values, said, title });
  });
});
