/** How tables are cut into rows and cells, and what is made of each by its header and section. */
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readMarkdown } from "../../src/pages/markdown/read-markdown.js";
import { tablesOf } from "../../src/pages/tables/table-roles.js";
import { read } from "./read.js";

function tablesIn(text: string) {
  return tablesOf(readMarkdown(new Sources().add("page.md", text), new Report()).sections);
}

function roleOf(heading: string, header: string): string | undefined {
  const delimiters = header.replaceAll(/[^|]+/g, "-");
  const [found] = tablesIn(`# Title\n\n## ${heading}\n|${header}|\n|${delimiters}|\n`);
  return found?.role;
}

describe("the role of a table", () => {
  it.each([
    ["Permissions", "Permission type|Permissions", "permissions"],
    ["Anything", "Permission type (by workflow)|Permissions", "permissions"],
    ["Anything", "Resource|Delegated (work or school account)|Application", "permissions"],
    ["Anything", "Resource|Delegated|Description", "unknown"],
    ["Properties", "Permission type|Property", "unknown"],
    ["Example", "Permission type|Permissions", "unknown"],
    ["Anything", "Global service|US Government L4", "clouds"],
    ["Example", "Global service|US Government L4", "clouds"],
    ["Methods", "Method|Return type|Description", "links"],
    ["Derived types", "Type|Description", "links"],
    ["See also", "Property|Type", "links"],
    ["Related content", "Link|Description", "links"],
    ["Next steps", "Link|Description", "links"],
    ["Anything", "Derived type|Description", "links"],
    ["Anything", "Derived types of it|Description", "links"],
    ["Anything", "Member|Value", "members"],
    ["Members", "Members|Description", "members"],
    ["Anything", "Member name|Description", "members"],
    ["Members", "Value|Description", "members"],
    ["Members", "Name|Description", "members"],
    ["mode values", "Value|Description", "members"],
    ["mode values", "Name|Description", "members"],
    ["mode values", "Property|Description", "unknown"],
    ["Anything", "Value|Description", "unknown"],
    ["Example", "Member|Value", "unknown"],
    ["Request headers", "Header|Value", "headers"],
    ["Request headers", "Name|Description", "headers"],
    ["Optional request headers", "Header name|Value", "headers"],
    ["Request header", "Request header|Value", "headers"],
    ["Request headers", "Value|Header", "unknown"],
    ["Optional query parameters", "Parameter|Type", "queryOptions"],
    ["Query parameters", "Query parameter|Type", "queryOptions"],
    ["Query options", "Name|Type", "queryOptions"],
    ["Optional OData query parameters", "Property|Type", "queryOptions"],
    ["Query parameters", "Case|Type", "unused"],
    ["Path parameters", "Parameter|Type", "unused"],
    ["Optional path parameters", "Parameter|Type", "unused"],
    ["Properties", "Property|Type|Description", "properties"],
    ["Properties:", "Property name|Type", "properties"],
    ["Common properties", "Name|Type", "properties"],
    ["Properties", "Field|Type", "properties"],
    ["Properties of a policy", "Property|Type", "unknown"],
    ["Properties", "Property|Description", "unknown"],
    ["Properties", "Item|Type", "unknown"],
    ["Relationships", "Relationship|Type|Description", "relationships"],
    ["Relationships", "Relationship name|Type", "relationships"],
    ["Parameters", "Parameter|Type|Description", "parameters"],
    ["Function parameters", "Parameter name|Type", "parameters"],
    ["Request body", "Property|Type|Description", "body"],
    ["Request body", "Parameter|Type|Description", "body"],
    ["Response", "Property|Type|Description", "unknown"],
  ])("under %s, with the columns %s: %s", (heading, header, role) => {
    expect(roleOf(heading, header)).toBe(role);
  });

  it("is that of the page's type below its title and under headings for groups, on resource pages", () => {
    const properties = (heading: string, header: string, title = "thing resource type") => {
      const table = `|${header}|\n|-|-|\n|a|String|\n`;
      return read(`# ${title}\n\nNamespace: n.s\n\nA thing.\n\n${heading}${table}\n## See also\n\n## Methods\n`)
        .document.types.length;
    };
    const reported = (heading: string, header: string) =>
      read(`# thing resource type\n\nNamespace: n.s\n\n${heading}|${header}|\n|-|-|\n|a|String|\n\n## Methods\n`)
        .reported.join()
        .includes("page-table-unknown");
    expect(properties("", "Name|Type")).toBe(1);
    expect(reported("", "Name|Type")).toBe(false);
    expect(reported("## Names\n", "Property|Type")).toBe(false);
    expect(reported("## Names\n", "Property name|Type")).toBe(false);
    expect(reported("## Names\n", "Name|Type")).toBe(true);
    expect(reported("", "Name|Description")).toBe(true);
    expect(reported("", "Item|Type")).toBe(true);
    expect(reported("## Names\n## Example\n", "Property|Type")).toBe(true);
    expect(reported("## A definition of it\n", "Property|Type")).toBe(true);
    expect(reported("## Its attributes\n", "Property|Type")).toBe(true);
  });
});

/** The tables of a text: the words of the header, then the cells of each row with their offsets. */
function cellsOf(text: string): readonly (readonly string[])[] {
  return tablesIn(text).flatMap(({ table }) => [
    [`${table.at}`, ...table.header],
    ...table.rows.map(({ at, cells, surplusAt }) => [
      `${at}${surplusAt === undefined ? "" : ` surplus at ${surplusAt}`}`,
      ...cells.map((cell) => `${cell.text}@${cell.at}`),
    ]),
  ]);
}

describe("the cells of a table", () => {
  it.each<[what: string, text: string, ...rows: (readonly string[])[]]>([
    ["with outer pipes", "|A|B|\n|-|-|\n| a | b |\n", ["0", "a", "b"], ["12", "a@14", "b@18"]],
    ["without outer pipes", "A | B\n--|--\na | b\n", ["0", "a", "b"], ["12", "a@12", "b@16"]],
    ["with marks in the header", "|**A b**|[C](c.md)|\n|:-:|--:|\n", ["0", "a b", "c"]],
    ["with one column", "|A|\n|-|\n|a|\n", ["0", "a"], ["8", "a@9"]],
    ["with escaped pipes", "|A|B|\n|-|-|\n|a\\|b|c\\\\|\n", ["0", "a", "b"], ["12", "a\\|b@13", "c\\\\@18"]],
    ["with empty cells", "|A|B|C|\n|-|-|-|\n||b||\n", ["0", "a", "b", "c"], ["16", "@17", "b@18", "@20"]],
    ["with a cell left out", "|A|B|\n|-|-|\n|a|\n", ["0", "a", "b"], ["12", "a@13"]],
    ["with empty cells too many", "|A|B|\n|-|-|\n|a|b|||\n", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["with a pipe too many", "|A|B|\n|-|-|\n|a|b|c||\n", ["0", "a", "b"], ["12 surplus at 16", "a@13", "b|c@15"]],
    ["that is indented", "x\n\n   |A|B|\n   |-|-|\n   |a|b|\n", ["6", "a", "b"], ["24", "a@25", "b@27"]],
    [
      "with a row that goes on in the next line",
      "|A|B|\n|-|-|\n|a|b\nc |\n|d|e|\n",
      ["0", "a", "b"],
      ["12", "a@13", "b\nc@15"],
      ["21", "d@22", "e@24"],
    ],
    [
      "with rows without an outer pipe at the start",
      "|A|B|\n|-|-|\n|a|b\nc|d\n",
      ["0", "a", "b"],
      ["12", "a@13", "b@15"],
      ["17", "c@17", "d@19"],
    ],
    [
      "behind a closed row, which prose ends",
      "|A|B|\n|-|-|\n|a|b|\nprose\n|c|d|\n",
      ["0", "a", "b"],
      ["12", "a@13", "b@15"],
    ],
    ["above a heading", "|A|B|\n|-|-|\n|a|b\n# c | d\n", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["above a fence", "|A|B|\n|-|-|\n|a|b\n```\n|c|d|\n```\n", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["above a comment", "|A|B|\n|-|-|\n|a|b\n<!-- c | d -->\n", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["above a quote", "|A|B|\n|-|-|\n|a|b\n> c | d\n", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["above a blank line", "|A|B|\n|-|-|\n|a|b|\n \n|c|d|\n", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["at the end of the page", "|A|B|\n|-|-|\n|a|b|", ["0", "a", "b"], ["12", "a@13", "b@15"]],
    ["with fewer delimiters than columns", "|A|B|\n|-|\n|a|b|\n", ["0", "a", "b"], ["10", "a@11", "b@13"]],
  ])("%s", (_, text, ...rows) => expect(cellsOf(text)).toEqual(rows));

  it.each(["|A|B|\nprose\n", "A\n---\n", "|A|\n---\n", "|A|B|\n|a|b|\n", "A\n|-|\n", "|A|B|"])(
    "are none in %j",
    (text) => expect(cellsOf(text)).toEqual([]),
  );
});
