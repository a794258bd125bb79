/** Into which blocks the text of a rendered page is cut, each with its place. */
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { readPlain } from "../../src/pages/plain/read-plain.js";
import type { Block } from "../../src/pages/page.js";

function textOf(block: Block): string {
  const { kind, at } = block;
  if (block.kind !== "Table") return `${at} ${kind} ${JSON.stringify(block.text)}`;
  const rows = block.rows.map(({ at: rowAt, cells }) => ` ${rowAt}: ${cells.map(({ text }) => text).join("|")}`);
  return `${at} ${kind} ${block.header.join("|")}${rows.join("")}`;
}

/** The sections with the headings above them and their blocks, in order. */
function sectionsOf(text: string): readonly (readonly string[])[] {
  const { sections } = readPlain(new Sources().add("page.txt", text));
  return sections.map(({ title, at, ancestors, blocks }) => [
    [`${at}`, ...ancestors.slice(1), title].join(" / "),
    ...blocks.map(textOf),
  ]);
}

describe("the text of a rendered page", () => {
  it.each<[what: string, text: string, ...sections: (readonly string[])[]]>([
    [
      "with prose",
      "\ufeff\n T t \nprose\nmore\n\n\nlast",
      ["3 / T t", '8 Paragraph "prose\\nmore"', '21 Paragraph "last"'],
    ],
    ["with line breaks of Windows", "T\r\na\r\nb\r\n\r\nc", ["0 / T", '3 Paragraph "a \\nb"', '11 Paragraph "c"']],
    ["with other line breaks and blanks", "T\ra\u2028b\u2029\tc\u00a0d", ["0 / T", '2 Paragraph "a\\nb\\n c d"']],
    [
      "with headings, which stand alone",
      "T\n\nRemarks\n\na\nRemarks\n\nRemarks\nb\n\nMethods",
      ["0 / T"],
      ["3 / Remarks", '12 Paragraph "a\\nRemarks"', '23 Paragraph "Remarks\\nb"'],
      ["34 / Methods"],
    ],
    [
      "with requests and responses below examples",
      "T\n\nExample\n\nRequest\n\na\n\nResponse\n\nRemarks\n\nResponse\n",
      ["0 / T"],
      ["3 / Example"],
      ["12 / example / Request", '21 Paragraph "a"'],
      ["24 / example / Response"],
      ["34 / Remarks"],
      ["43 / Response"],
    ],
    [
      "with a request before its examples",
      "T\n\nRequest\n\nExample 1: a\n",
      ["0 / T"],
      ["3 / Request"],
      ["12 / request / Example 1: a"],
    ],
    [
      "with several examples",
      "T\n\nExamples\n\nExample 1: a\n\nRequest\n\nExample 2: b\n\nResponse\n",
      ["0 / T"],
      ["3 / Examples"],
      ["13 / examples / Example 1: a"],
      ["27 / examples / example 1: a / Request"],
      ["36 / examples / Example 2: b"],
      ["50 / examples / example 2: b / Response"],
    ],
    [
      "with a table, up to a blank line",
      "T\na\nProperty Type Description\nb String c d\ne Int32\n \nf",
      [
        "0 / T",
        '2 Paragraph "a"',
        "4 Table property|type|description 30: b|String|c d 43: e|Int32|",
        '53 Paragraph "f"',
      ],
    ],
    ["with a table at its end", "T\n  Header Value\na b c", ["0 / T", "4 Table header|value 17: a|b c"]],
    [
      "with the header of a table alone",
      "T\nMember\n\nMember\na\n",
      ["0 / T", '2 Paragraph "Member"', "10 Table member 17: a"],
    ],
    ["with a header of several columns alone", "T\nHeader Value\n", ["0 / T", "2 Table header|value"]],
    [
      "with a request",
      "T\nGET /a\nAccept: x\n\nB: y\nprose",
      ["0 / T", '2 Code "GET /a\\nAccept: x\\n\\nB: y"', '25 Paragraph "prose"'],
    ],
    [
      "with several requests in a row",
      "T\nGET /a\nPOST https://b.c\nPATCH me/d\n\nDELETE ~/e\n",
      ["0 / T", '2 Code "GET /a\\nPOST https://b.c\\nPATCH me/d"', '38 Code "DELETE ~/e"'],
    ],
    [
      "with a response and its body",
      'T\nHTTP/1.1 200 OK\n\n {\n "a": [1]\n} b\n',
      ["0 / T", '2 Code "HTTP/1.1 200 OK\\n\\n {\\n \\"a\\": [1]\\n}"', '34 Paragraph "b"'],
    ],
    [
      "with a list as a body",
      "T\nHTTP/1.1 200 OK\n[\n1 ]\nb",
      ["0 / T", '2 Code "HTTP/1.1 200 OK\\n[\\n1 ]"', '24 Paragraph "b"'],
    ],
    [
      "with JSON alone",
      'T\na\n { \n\n"b": 1 }\nc',
      ["0 / T", '2 Paragraph "a"', '5 Code "{ \\n\\n\\"b\\": 1 }"', '18 Paragraph "c"'],
    ],
    [
      "with words that are no code",
      "T\nGET it\n{a}\nHTTP is used",
      ["0 / T", '2 Paragraph "GET it\\n{a}\\nHTTP is used"'],
    ],
    ["of a title alone", "  T", ["2 / T"]],
  ])("%s", (_, text, ...sections) => expect(sectionsOf(text)).toEqual(sections));
});

describe("the rows of a table in rendered text", () => {
  const rowOf = (header: string, row: string) =>
    sectionsOf(`T\n${header}\n${row}\n`)[0]?.[1]?.replace(/^.*? \d+: /, "");

  it.each([
    ["Property Type Description", "a String", "a|String|"],
    [
      "Property Type Description",
      "a (deprecated) Collection(String) The a.",
      "a (deprecated)|Collection(String)|The a.",
    ],
    ["property name type description", "a collection(n.b) x", "a|collection(n.b)|x"],
    ["Name Type Description", "@odata.type String collection x y", "@odata.type|String collection|x y"],
    ["Relationship Type Description", "a (preview) b c", "a (preview)|b|c"],
    ["Parameter Type Description", "$top (optional) Int32 c", "$top (optional)|Int32|c"],
    ["Field Type Description", "1 String c", "1 String c"],
    ["Property Type", "a Int32 collection", "a|Int32 collection"],
    ["Property Type", "a Int32 more", "a Int32 more"],
    ["Member Value Description", "a -1 The a.", "a|-1|The a."],
    ["Member Value Description", "a one", "a one"],
    ["Member Value", "a 12", "a|12"],
    ["Member Value", "a 12 b", "a 12 b"],
    ["Header Value", "Authorization Bearer {token}", "Authorization|Bearer {token}"],
    ["Name Description", "a The a.", "a|The a."],
    ["Member Description", "a", "a|"],
    ["Value Description", "a The a.", "a|The a."],
    ["Member", "a", "a"],
    ["Method Return Type Description", "Get a thing", "Get a thing"],
    ["Global service US Government L4 US Government L5 (DOD) China operated by 21Vianet", "✅ ✅ ❌ ❌", "✅|✅|❌|❌"],
    ["Permission type Permissions", "Application A.Read, B.Read", "Application|A.Read, B.Read"],
    [
      "Permission type Permission",
      "Delegated (work or school account) A.Read",
      "Delegated (work or school account)|A.Read",
    ],
    [
      "Permission type Permissions",
      "Delegated (personal Microsoft account Not supported.",
      "Delegated (personal Microsoft account|Not supported.",
    ],
    ["Permission type Permissions", "Policy Set Apps.Read.All", "Policy Set|Apps.Read.All"],
    ["Permission type Permissions", "Application", "Application|"],
    [
      "Permission type Least privileged permissions Higher privileged permissions",
      "Application A.Read B.Read, C.Read",
      "Application|A.Read|B.Read, C.Read",
    ],
    [
      "Permission type Least privileged permission Higher privileged permissions",
      "Application A.Read and B.Read Not available.",
      "Application|A.Read and B.Read|Not available.",
    ],
    [
      "Permission type Permissions acting on self (from least to most privileged) Permissions acting on others (from least to most privileged)",
      "Application Not supported. A.Read, or B.Read",
      "Application|Not supported.|A.Read, or B.Read",
    ],
    [
      "Calendar Delegated (work or school account) Delegated (personal Microsoft account) Application",
      "my calendar A.Read A.Read, B.Read Not applicable",
      "my calendar|A.Read|A.Read, B.Read|Not applicable",
    ],
  ])("below %s: %s", (header, row, cells) => expect(rowOf(header, row)).toBe(cells));
});
