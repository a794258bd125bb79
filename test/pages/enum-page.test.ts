import { describe, expect, it } from "vitest";
import { enums, enumTable, read } from "./read.js";

function page(body: string, title = "mode enum type", top = "Namespace: n.s\n\nHow a lamp shines."): string {
  return `---\ndoc_type: enumPageType\n---\n# ${title}\n\n${top}\n\n${body}\n`;
}

const table = (header: string, ...rows: readonly string[]): string =>
  [`|${header}|`, `|${header.replaceAll(/[^|]+/g, "-")}|`, ...rows].join("\n");

/** The members with their numbers and descriptions, and what is reported. */
function membersOf(text: string): readonly string[] {
  const found = read(text);
  const members = enums(found).flatMap((type) =>
    type.members.map(({ name, value, annotations = [] }) => {
      const [description] = annotations.flatMap(({ value: one }) => (one.kind === "Constant" ? [one.value] : []));
      return `${name}=${value ?? "?"}${description === undefined ? "" : ` ${description}`}`;
    }),
  );
  return [...members, ...found.reported];
}

describe("an enum page", () => {
  it("has the enum of its title, in its namespace, with its description", () => {
    const [type, ...more] = enums(read(page(`## Members\n${table("Member|Value|Description", "|off|0|No light.|")}`)));
    expect(more).toEqual([]);
    expect(type).toMatchObject({
      name: "n.s.mode",
      by: "enumPage",
      members: [{ name: "off", value: 0n, by: "enumPage" }],
      annotations: [{ term: "Org.OData.Core.V1.Description", value: { value: "How a lamp shines." } }],
    });
    expect(type).not.toHaveProperty("flags");
  });

  it("has a short name and no description where it states none", () => {
    const [type] = enums(read(page(`## Members\n${table("Member", "|off|")}`, "mode enum", "")));
    expect(type?.name).toEqual({ short: "mode" });
    expect(type).not.toHaveProperty("annotations");
    expect(type?.members[0]).not.toHaveProperty("annotations");
  });

  it("is of flags by a sentence of its introduction or above its table", () => {
    const isFlags = (top: string, above: string) =>
      enums(read(page(`## Members\n${above}\n\n${table("Member", "|off|")}`, "mode enum", top)))[0]?.flags;
    expect(isFlags("A flags enum.", "")).toBe(true);
    expect(isFlags("", "The values can be combined.")).toBe(true);
    expect(isFlags("An enum.", "The members.")).toBeUndefined();
  });

  it("is of flags by five bits", () => {
    const rows = ["1", "2", "4", "8", "16"].map((value, index) => `|m${index}|${value}|`);
    expect(enums(read(page(`## Members\n${table("Member|Value", ...rows)}`)))[0]?.flags).toBe(true);
  });

  it.each<[what: string, table: string, ...members: readonly string[]]>([
    ["numbers", table("Member|Value", "|a|0|", "|b|-1|", "|c|0x10|"), "a=0", "b=-1", "c=16"],
    ["numbers under another word", table("Member|Int value|Description", "|a|7|A.|"), "a=7 A."],
    ["numeric values", table("Member|Numeric value", "|a|7|"), "a=7"],
    ["the numbers behind descriptions", table("Member|Description|Value", "|a|A.|7|"), "a=7 A."],
    ["no numbers", table("Value|Description", "|a|A.|", "|b|Not yet documented|"), "a=? A.", "b=?"],
    ["a number left out", table("Member|Value", "|a||", "|b|2|"), "a=?", "b=2"],
    ["a text for a number", table("Member|Value", "|a|one|"), "a=?", "13:4 page-number-unreadable"],
    ["a number too long", table("Member|Value", `|a|${"1".repeat(20)}|`), "a=?", "13:4 page-number-unreadable"],
    ["marks around a name", table("Member|Value", "|**a**|1|", "|`b`|2|"), "a=1", "b=2"],
    ["a subheading", table("Member|Value", "|**Group**||", "|a|1|"), "a=1"],
    [
      "a name that is none",
      table("Member|Value", "|a b|1|", "|`b-c`|2|"),
      "13:2 page-name-illegal",
      "14:3 page-name-illegal",
    ],
    ["a name twice", table("Member|Value", "|a|1|", "|a|2|"), "a=1", "14:2 page-row-twice"],
    ["a row without a name", table("Member|Value", "||1|"), "13:1 page-row-unreadable"],
    ["a description under a longer header", table("Member|Value|Description and use", "|a|1|A.|"), "a=1 A."],
  ])("reads %s", (_, text, ...members) => expect(membersOf(page(`## Members\n${text}`))).toEqual(members));

  it("has no enum of a title that is no name, nor without a table", () => {
    expect(membersOf(page(`## Members\n${table("Member", "|a|")}`, "the mode enum"))).toEqual([
      "4:3 page-name-illegal",
      "4:3 page-says-nothing",
    ]);
    expect(membersOf(page("Nothing."))).toEqual(["4:3 page-says-nothing"]);
  });

  it("has the enums of further headings", () => {
    const text = page(
      `## Members\n${table("Member", "|a|")}\n\n## color values\n${table("Value|Description", "|red||")}\n\n## color values\n${table("Value|Description", "|blue||")}`,
    );
    expect(enumTable(read(text))).toEqual({ "enumPage n.s.mode": ["a"], "valuesTable n.s.color": ["red"] });
    expect(read(text).reported).toEqual(["20:4 page-values-twice"]);
  });
});

describe("a page of several enums", () => {
  it("has those of its headings, in its namespace", () => {
    const text = page(
      `## color values\n${table("Value|Description", "|red|Red.|")}\n\n## mode values\n${table("Name|Description", "|on||")}\n\n## b-c values\n${table("Value|Description", "|on||")}`,
      "Enumerations of lamps",
    );
    expect(enumTable(read(text))).toEqual({ "valuesTable n.s.color": ["red"], "valuesTable n.s.mode": ["on"] });
    expect(read(text).reported).toEqual(["20:4 page-name-illegal"]);
  });

  it("has short names without a namespace", () => {
    const text = page(`## color values\n${table("Value|Description", "|red||")}`, "Enumerations", "");
    expect(enumTable(read(text))).toEqual({ "valuesTable ? ~color": ["red"] });
  });
});
