/** What a page tells of itself: its subject, its namespace, its age. */
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readMarkdown } from "../../src/pages/markdown/read-markdown.js";
import { kindOf } from "../../src/pages/page-kind.js";
import { tablesOf } from "../../src/pages/tables/table-roles.js";
import { read } from "./read.js";

function kind(title: string, body = ""): string {
  const page = readMarkdown(new Sources().add("page.md", `# ${title}\n\n${body}`), new Report());
  const found = kindOf({ page, tables: tablesOf(page.sections) });
  return "name" in found ? `${found.kind} ${found.name}` : found.kind;
}

describe("the subject of a page", () => {
  const request = "```http\nGET /things\n```\n";

  it.each([
    ["thing resource type", "", "resource thing"],
    ["thing Resource", "", "resource thing"],
    ["thing complex type", "", "resource thing"],
    ["thing entity type", "", "resource thing"],
    ["thing facet", "", "resource thing"],
    ["thing resource type (deprecated)", "", "resource thing"],
    ["thing enum", "", "enum thing"],
    ["thing enum type", "", "enum thing"],
    ["thing enumeration", "", "enum thing"],
    ["thing Enumeration type (preview)", "", "enum thing"],
    ["thing resource type", `## HTTP request\n${request}`, "resource thing"],
    ["Get thing", `## HTTP request\n${request}`, "api"],
    ["Get thing", "## HTTP requests\n", "api"],
    ["Get thing", `## Permissions\n${request}`, "api"],
    ["Get thing", `## Permissions\nSome.\n`, "concept"],
    ["Get thing", `## Request\n${request}`, "concept"],
    ["Get a resource", `## HTTP request\n${request}`, "api"],
    ["Some thing resource type", "", "resource Some thing"],
    ["thing", "## Properties\n", "resource thing"],
    ["thing", "## Properties\n|Property|Type|\n|-|-|\n", "resource thing"],
    ["Enums", "## mode values\n|Value|Description|\n|-|-|\n", "enums"],
    ["Enums", "## Modes\n|Member|Value|\n|-|-|\n", "enums"],
    ["Overview", "Some prose.\n", "concept"],
  ])("%s\n%s", (title, body, expected) => expect(kind(title, body)).toBe(expected));
});

const page = (top: string, frontMatter = "doc_type: resourcePageType") =>
  read(
    `---\n${frontMatter}\n---\n# thing resource type\n\n${top}\n\n## Properties\n|Property|Type|\n|-|-|\n|a|String|\n`,
  );

describe("the namespace of a page", () => {
  const namespace = (top: string) => page(top).document.namespace;

  it.each([
    ["Namespace: a.b", "a.b"],
    ["namespace:a.b", "a.b"],
    ["  Namespace: a.b.", "a.b"],
    ["**Namespace:** a.b", "a.b"],
    ["Namespace: `a.b`", "a.b"],
    ["A thing.\nNamespace: a.b", "a.b"],
    ["A thing.\n\nNamespace: a.b", "a.b"],
    ["Its Namespace: a.b", undefined],
    ["## More\n\nNamespace: a.b", undefined],
    ['<!-- { "type": "#page.annotation", "namespace": "c.d" } -->', "c.d"],
    ['<!-- { "type": "#page.annotation", "namespace": "c.d" } -->\n\nNamespace: a.b', "a.b"],
    ['<!-- { "type": "other", "namespace": "c.d" } -->', undefined],
    ['<!-- { "type": "#page.annotation", "namespace": 1 } -->', undefined],
    ["Namespace:", undefined],
  ])("%j: %s", (top, expected) => expect(namespace(top)).toBe(expected));

  it("is reported where it is none", () => {
    expect(page("Namespace: a b").reported).toEqual(["6:12 page-namespace-illegal"]);
    expect(page('<!-- { "type": "#page.annotation", "namespace": "a-b" } -->').reported).toEqual([
      "6:50 page-namespace-illegal",
    ]);
  });
});

describe("the age of a page", () => {
  it.each([
    ["ms.date: 03/04/2024", { date: "2024-03-04", generation: 0 }],
    ["ms.date: 3/4/2024", { date: "2024-03-04", generation: 0 }],
    ['ms.date: "2024-03-04"', { date: "2024-03-04", generation: 0 }],
    ["ms.localizationpriority: high", { generation: 1 }],
    ["ms.localizationpriority: high\nms.subservice: x", { generation: 3 }],
    ["ms.subservice: x\nms.date: 12/31/2023", { date: "2023-12-31", generation: 3 }],
    ['ms.date: ""', { generation: 0 }],
  ])("%j", (frontMatter, age) => {
    const { document, reported } = page("A thing.", `doc_type: x\n${frontMatter}`);
    expect(document.age).toEqual(age);
    expect(reported).toEqual([]);
  });

  it.each(["02/30/2023", "13/01/2023", "2023-02-30", "2023-2-3", "1/2/23", "today", "0123-04-0567"])(
    "is reported where the date is none: %s",
    (date) => {
      const { document, reported } = page("A thing.", `ms.date: ${date}\nms.prod: x`);
      expect(document.age).toEqual({ generation: 0 });
      expect(reported).toEqual(["2:10 page-date-unreadable"]);
    },
  );

  it("is shown by a table of clouds or its include", () => {
    const clouds = "|Global service|US Government L4|\n|-|-|\n|✅|✅|";
    expect(page(clouds, "ms.localizationpriority: high").document.age).toEqual({ generation: 2 });
    const include = "[!INCLUDE [national-cloud-support](../includes/all-clouds.md)]";
    expect(page(include).document.age).toEqual({ generation: 2 });
  });
});
