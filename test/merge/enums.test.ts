import { describe, expect, it } from "vitest";
import type { EnumType } from "../../src/edm/elements.js";
import { modelOf } from "../support/model.js";

interface Listed {
  readonly members: readonly string[];
  readonly date?: string;
  readonly localizationPriority?: "old" | "new";
}

/** A page on a request, with an inline list of the members of `colour`. */
function apiPage({ members, date, localizationPriority = "old" }: Listed): string {
  const priority = localizationPriority === "old" ? "localization_priority: Normal" : "ms.localizationpriority: medium";
  return `---
title: "Create thing"
doc_type: apiPageType
${priority}
${date === undefined ? "" : `ms.date: ${date}\n`}---

# Create thing

Namespace: microsoft.graph

## HTTP request
\`\`\` http
POST /things
\`\`\`

## Request body
Supply a JSON representation of the [thing](../resources/thing.md) object.

|Property|Type|Description|
|:---|:---|:---|
|id|String|Key.|
|colour|[colour](../resources/colour.md)|Its colour. Possible values are: ${members.map((member) => `\`${member}\``).join(", ")}.|

## Response
Returns \`201 Created\` and a [thing](../resources/thing.md) object in the response body.
`;
}

function enumPage(members: readonly string[]): string {
  return `---
title: "colour enum type"
doc_type: enumPageType
---

# colour enum type

Namespace: microsoft.graph

## Members
|Member|Value|Description|
|:---|:---|:---|
${members.map((member, index) => `|${member}|${index * 10}|The colour ${member}.|`).join("\n")}
`;
}

function membersOf(texts: Readonly<Record<string, string>>) {
  const { model, said } = modelOf(texts);
  const colour = model.schemas
    .flatMap(({ elements }) => elements)
    .find((element): element is EnumType => element.kind === "EnumType");
  return {
    members: colour?.members.map(({ name }) => name),
    values: colour?.members.map(({ value }) => Number(value)),
    said: said.filter((line) => line.includes("enum-lists")),
  };
}

describe("lists of one enum within one authority", () => {
  it("the newer stands where each has members that the other lacks, and a warning shows both", () => {
    const { members, said } = membersOf({
      "old.md": apiPage({ members: ["red", "green"], date: "01/31/2022" }),
      "new.md": apiPage({ members: ["red", "blue"], date: "02/01/2023" }),
    });
    expect(members).toEqual(["red", "blue"]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^old\.md:\d+:\d+ - warning enum-lists-differ: .*it lacks blue and it adds green\.\n {2}new\.md:\d+:\d+ - the list that stands$/,
    );
  });

  it("age alone deletes nothing: a longer list stands with a notice, however old", () => {
    const { members, said } = membersOf({
      "old.md": apiPage({ members: ["red", "green", "blue"], date: "01/31/2022" }),
      "new.md": apiPage({ members: ["red", "blue"], date: "02/01/2023" }),
    });
    expect(members).toEqual(["red", "green", "blue"]);
    expect(said).toEqual([expect.stringMatching(/^old\.md:\d+:\d+ - notice enum-lists-nested: /)]);
  });

  it("without dates, the generation that the form of the page shows decides", () => {
    const { members } = membersOf({
      "a.md": apiPage({ members: ["red", "green"] }),
      "b.md": apiPage({ members: ["red", "blue"], localizationPriority: "new" }),
    });
    expect(members).toEqual(["red", "blue"]);
  });

  it("unknownFutureValue alone is no difference, and stays where any list has it", () => {
    const { members, said } = membersOf({
      "old.md": apiPage({ members: ["red", "unknownFutureValue"], date: "01/31/2022" }),
      "new.md": apiPage({ members: ["red"], date: "02/01/2023" }),
    });
    expect(members).toEqual(["red", "unknownFutureValue"]);
    expect(said).toEqual([]);
  });
});

describe("lists of one enum across authorities", () => {
  it("the enum page stands over an inline list, with its numbers; a difference is a warning", () => {
    const { members, values, said } = membersOf({
      "api.md": apiPage({ members: ["green", "red", "blue"], date: "02/01/2023" }),
      "enum.md": enumPage(["red", "green"]),
    });
    expect(members).toEqual(["red", "green"]);
    expect(values).toEqual([0, 10]);
    expect(said).toEqual([
      expect.stringMatching(
        /^api\.md:\d+:\d+ - warning enum-lists-differ: .*it adds blue\.\n {2}enum\.md:\d+:\d+ - the list that stands$/,
      ),
    ]);
  });

  it("a member has the number and the description of the first list that has one", () => {
    const bare = `# colour enum type\n\nNamespace: microsoft.graph\n\n## Members\n|Member|\n|:---|\n|red|\n|green|\n`;
    const values = `# Enums\n\nNamespace: microsoft.graph\n\n## Remarks\n\n### colour values\n|Member|Value|Description|\n|:---|:---|:---|\n|red|5|Like fire.|\n`;
    const { model } = modelOf({ "a.md": bare, "b.md": values });
    const type = model.elements.find((element) => element.kind === "EnumType");
    expect(
      type?.members.map(({ name, value, annotations = [] }) => [name, value, ...annotations.map((one) => one.value)]),
    ).toEqual([
      ["red", 5n, { kind: "Constant", type: "String", value: "Like fire." }],
      ["green", 6n],
    ]);
  });

  it("CSDL stands over every page", () => {
    const csdl = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
      <Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EnumType Name="colour"><Member Name="green" Value="7"/></EnumType></Schema>
    </edmx:DataServices></edmx:Edmx>`;
    const { members, values, said } = membersOf({ "enum.md": enumPage(["red", "green"]), "metadata.xml": csdl });
    expect([members, values]).toEqual([["green"], [7]]);
    expect(said).toHaveLength(1);
  });
});

describe("the numbers of flags", () => {
  const numbersOf = (members: readonly string[]) => {
    const page = enumPage([]).replace("# colour enum type\n", "# colour enum type\n\nFlags enum.\n");
    const rows = page.replace(
      "|Member|Value|Description|\n|:---|:---|:---|\n",
      `|Member|\n|:---|\n${members.map((member) => `|${member}|\n`).join("")}`,
    );
    const { model } = modelOf({ "colour.md": rows });
    return model.elements.flatMap((element) =>
      element.kind === "EnumType" ? element.members.map(({ value }) => Number(value)) : [],
    );
  };

  it("are bits, with 0 for none", () => {
    expect(numbersOf(["none", "red", "green", "blue"])).toEqual([0, 1, 2, 4]);
    expect(numbersOf(["red", "green", "blue"])).toEqual([1, 2, 4]);
  });

  it("are those of the CSDL, which declares flags or not", () => {
    const csdl = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EnumType Name="colour"><Member Name="red"/></EnumType></Schema></edmx:DataServices></edmx:Edmx>`;
    const page = enumPage(["red"]).replace("# colour enum type\n", "# colour enum type\n\nFlags enum.\n");
    const flagsIn = (texts: Readonly<Record<string, string>>) =>
      modelOf(texts).model.elements.map((element) => element.kind === "EnumType" && element.flags);
    expect(flagsIn({ "colour.md": page })).toEqual([true]);
    expect(flagsIn({ "colour.md": page, "n.xml": csdl })).toEqual([undefined]);
  });
});
