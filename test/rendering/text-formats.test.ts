import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { helpers } from "../../src/rendering/helpers.js";

const MARKS = "\\`*_{}[]()<>#+-=.:!|&~$@/\"'%; \n\r\t0a9w";
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...MARKS, "\u2028", "\u202e", "\u200b", "\u0085", "www.", "http://", "&amp;") }),
  fc.constantFrom(
    "<script>",
    "[a](javascript:b)",
    "![a](b)",
    "| - | - |",
    "---",
    "1. a",
    "a@b.example",
    "https://a.example/b_c",
    "www.a.example",
    "    indented",
    "<!-- a",
    "~~~",
  ),
);

/** What stays of a text in one line that is read. */
const visible = (value: string) =>
  value
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The text of tokens that are nothing but text. */
function plain(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      expect(["text", "escape"]).toContain(token.type);
      return (token as Tokens.Text).text;
    })
    .join("");
}

describe("text of a schema", () => {
  it("is plain text in a paragraph, a list item, a heading and a table cell of Markdown", () => {
    fc.assert(
      fc.property(text, (value) => {
        const printed = helpers.markdown(value);
        const document = `${printed}\n\n- Q ${printed}\n\n# Q ${printed}\n\n| a | b |\n| - | - |\n| Q ${printed} | c |\n`;
        const tokens = marked.lexer(document).filter(({ type }) => type !== "space");
        const wanted = visible(value);
        const types = [...(wanted === "" ? [] : ["paragraph"]), "list", "heading", "table"];
        expect(tokens.map(({ type }) => type)).toEqual(types);
        const [table, heading, list, paragraph] = tokens.toReversed() as [
          Tokens.Table,
          Tokens.Heading,
          Tokens.List,
          Tokens.Paragraph?,
        ];
        const item = list.items[0]?.tokens[0] as Tokens.Text;
        const cells = table.rows[0] ?? [];
        expect(plain(paragraph?.tokens).trim()).toBe(paragraph === undefined ? "" : wanted);
        for (const { tokens: inner } of [item, heading, { tokens: cells[0]?.tokens }])
          expect(plain(inner).replace(/^Q/, "").trim()).toBe(wanted);
        expect(cells).toHaveLength(2);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is a string of JSON and of YAML, of visible characters alone", () => {
    fc.assert(
      fc.property(text, (value) => {
        const printed = helpers.json(value);
        expect(JSON.parse(printed)).toBe(value);
        expect(parseYaml(`a: ${printed}\n`)).toEqual({ a: value });
        expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it("ends neither an element of HTML nor a quoted attribute", () => {
    fc.assert(
      fc.property(text, (value) => {
        const printed = helpers.html(value);
        expect(printed).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
        const read = printed
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&#96;", "`")
          .replaceAll("&amp;", "&");
        expect(visible(read)).toBe(visible(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is one part of a URL, also within a link of Markdown or an attribute", () => {
    fc.assert(
      fc.property(text, (value) => {
        const printed = helpers.uri(value);
        expect(printed).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(printed)).toBe(value.replace(/\p{Cs}/gu, "\ufffd"));
      }),
      { numRuns: 1_000 },
    );
  });
});
