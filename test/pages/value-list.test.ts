import { describe, expect, it } from "vitest";
import { valueListIn } from "../../src/pages/tables/value-list.js";

function listed(text: string): string {
  const list = valueListIn({ text, at: 100 });
  if (list === undefined) return "none";
  const words = list.words.map((word) => `${word.text}@${word.at}`).join(" ");
  const sentence = text.slice(list.start - 100, list.end - 100);
  return `${words} of ${JSON.stringify(sentence)}${list.broken ? ", broken" : ""}`;
}

describe("a list of values", () => {
  it.each([
    ["Possible values are: `a`, `b`.", 'a@122 b@127 of "Possible values are: `a`, `b`."'],
    ["Possible values: a, b", 'a@117 b@120 of "Possible values: a, b"'],
    ["The valid values include `a` and `b`. More.", 'a@126 b@134 of "The valid values include `a` and `b`."'],
    ["supported values are the following: `a`; `b`", 'a@137 b@142 of "supported values are the following: `a`; `b`"'],
    ["Allowed values: \"a\", 'b'", 'a@117 b@122 of "Allowed values: \\"a\\", \'b\'"'],
    ["Can be one of the following: **a** or **b**.", 'a@131 b@140 of "Can be one of the following: **a** or **b**."'],
    ["can be one of the following values: a; b.", 'a@136 b@139 of "can be one of the following values: a; b."'],
    ["Possible values are a, b.", 'a@120 b@123 of "Possible values are a, b."'],
    ["Possible values are: `a`<br>", 'a@122 of "Possible values are: `a`"'],
    ["Possible values are:<br/> `a`,<br />`b`.", 'a@127 b@137 of "Possible values are:<br/> `a`,<br />`b`."'],
    ["Possible values are: ` a `, `b`.", 'a@122 b@129 of "Possible values are: ` a `, `b`."'],
    ["Possible values are: `a` (the first), `b`.", 'a@122 b@139 of "Possible values are: `a` (the first), `b`."'],
    [
      "Possible values are: `a` for one thing, `b` to see, or `c`.",
      'a@122 b@141 c@156 of "Possible values are: `a` for one thing, `b` to see, or `c`."',
    ],
    ["Possible values are: `a`, `b`, and so on.", 'a@122 b@127 of "Possible values are: `a`, `b`", broken'],
    ["Possible values are: `a`|`b`.", 'a@122 of "Possible values are: `a`"'],
    ["Possible values are: `a`, `b` Inherited from c.", 'a@122 b@127 of "Possible values are: `a`, `b`"'],
    ["Possible values are: `a`. The possible values are: `b`.", 'a@122 of "Possible values are: `a`."'],
    ["Allowed values: 0 to 9. Valid values: `b`.", 'b@139 of "Valid values: `b`."'],
    ["Possible values are: größe, _b.", 'größe@121 _b@128 of "Possible values are: größe, _b."'],
  ])("%s", (text, expected) => expect(listed(text)).toBe(expected));

  it.each([
    "Possible values are described below.",
    "Possible values are: see there for more.",
    "Possible values are: a-b, c.",
    "Possible values are: a.b, c.",
    "Possible values are a or more.",
    "Impossible values: `a`.",
    "The values are `a`, `b`.",
    "Possible values:",
  ])("is none in: %s", (text) => expect(listed(text)).toBe("none"));
});
