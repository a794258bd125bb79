import { describe, expect, it } from "vitest";
import { includesOf, linksOf, plainText, trimSlice } from "../../src/pages/inline-text.js";

describe("a text as it is rendered", () => {
  it.each([
    ["&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;", `<a> & "b" 'c'`],
    ["a&nbsp;b &ndash; c &mdash; d &hellip;", "a b – c — d …"],
    ["&NBSP;a &Lt;", "a <"],
    ["&#65;&#x42;&#X43;", "ABC"],
    ["&#1114111;", "\u{10ffff}"],
    ["&#0; &#1114112; &#x110000; &none;", "&#0; &#1114112; &#x110000; &none;"],
  ])("has characters for entities: %s", (text, shown) => expect(plainText(text)).toBe(shown));

  it.each([
    ["[a](x.md) and [b][c] and [d]", "a and b and [d]"],
    ['[a](x.md "A title") b', "a b"],
    ["[a](x_(y).md) b", "a b"],
    ["![a](x.png) b", "a b"],
    ["**a** `b` *c*", "a b c"],
    ["a*b*c, 2 * 3 * 4, *d *e", "a*b*c, 2 * 3 * 4, *d *e"],
    ["a <b>c</b> d<br/>e <Br> f", "a c d e f"],
    ["a < b > c", "a < b > c"],
    ["a <!-- note\nmore --> b <!-- open", "a b"],
    ["\\*a\\* \\[b\\] d\\\\e f\\g", "*a* [b] d\\e f\\g"],
    ['"\\*\\*\\*\\*", `\\`', '"****", \\'],
    ["  a\n\tb\u200b c ", "a b c"],
  ])("has no marks, on one line: %j", (text, shown) => expect(plainText(text)).toBe(shown));
});

describe("the links of a text", () => {
  const definitions = new Map([
    ["b", "b.md"],
    ["label", "c.md"],
  ]);
  const links = (text: string) =>
    linksOf({ text, at: 100 }, definitions).map(
      ({ text: whole, at, shown, target }) => `${at} ${whole} ${shown.at} ${shown.text} ${target}`,
    );

  it("have a target of their own or that of their label", () => {
    expect(links("[a](a.md), [B], [b][], [c][Label]; [d], [e][unknown]")).toEqual([
      "100 [a](a.md) 101 a a.md",
      "111 [B] 112 B b.md",
      "116 [b][] 117 b b.md",
      "123 [c][Label] 124 c c.md",
    ]);
  });

  it("are no images", () => expect(links("![a](a.png) [b](b.md)")).toEqual(["112 [b](b.md) 113 b b.md"]));
});

it("the files that a text includes have their names and places", () => {
  const text = "a [!INCLUDE [one](x/y.md)] [!include [Two Words](../z.md) ] [!NOTE [no](w.md)]";
  expect(includesOf({ text, at: 10 })).toEqual([
    { name: "one", target: "x/y.md", at: 12 },
    { name: "Two Words", target: "../z.md", at: 37 },
  ]);
});

it.each([
  ["  a b \n", { text: "a b", at: 7 }],
  ["a", { text: "a", at: 5 }],
  [" \n ", { text: "", at: 8 }],
])("%j starts at its first character that is not blank", (text, slice) => {
  expect(trimSlice({ text, at: 5 })).toEqual(slice);
});
