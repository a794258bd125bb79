/** What tables of permissions list, by scheme and case. */
import { describe, expect, it } from "vitest";
import { schemeOf } from "../../src/pages/permissions/permission-scopes.js";
import { setsOf } from "../support/scope-sets.js";
import { read } from "./read.js";

describe("the scheme of a row or column", () => {
  it.each([
    ["Delegated (work or school account)", "delegatedWork"],
    [" delegated (Work or School account", "delegatedWork"],
    ["Delegated (personal Microsoft account)", "delegatedPersonal"],
    ["(personal account", "delegatedPersonal"],
    ["Application", "application"],
    ["application permissions", "application"],
    ["Delegated", "delegatedWork"],
    ["Delegated something", undefined],
    ["An application", undefined],
    ["", undefined],
  ])("%s: %s", (name, scheme) => expect(schemeOf(name)).toBe(scheme));
});

function listed(table: string, above = "## Permissions\n"): readonly string[] {
  const page = read(`# Get thing\n\n## HTTP request\n\`\`\`http\nGET /a\n\`\`\`\n\n${above}${table}\n`);
  const permissions = page.document.requests[0]?.permissions ?? [];
  return [
    ...permissions.map(
      ({ scheme, when, alternatives, ordered, exact }) =>
        `${scheme}${when === undefined ? "" : ` (${when})`}: ${setsOf(alternatives).join(", ")}${ordered ? " in order" : ""}${exact === false ? ", not exact" : ""}`,
    ),
    ...page.reported,
  ];
}

const cell = (text: string): readonly string[] =>
  listed(`|Permission type|Permissions|\n|-|-|\n|Application|${text}|`).map((one) =>
    one.replace(/^application:? /, ""),
  );

describe("a cell of permissions", () => {
  it.each([
    ["Not supported.", [""]],
    ["not yet supported", [""]],
    ["Not available", [""]],
    ["Not applicable; see there.", [""]],
    ["None", [""]],
    ["n/a", [""]],
    ["-", [""]],
    ["--.", [""]],
    ["None of these", ["11:14 page-scope-unreadable"]],
    ["`A.Read`, **B.Read**", ["A.Read, B.Read"]],
    ["A.Read<br>B.Read</br>C.Read<BR />D.Read", ["A.Read, B.Read, C.Read, D.Read"]],
    ["A.Read<br>A.Read", ["A.Read"]],
    ["A.Read<br>Note: B.Read is not needed<br>C.Read", ["A.Read"]],
    ["**Note**: A.Read", []],
    ["A.Read<br>Only for those who use B.Read", ["A.Read", "11:14 page-scope-unreadable"]],
    ["For user: A.Read<br>B.Read<br>In group: C.Read", ["(user): A.Read, B.Read", "(group): C.Read"]],
    ["For user:<br>A.Read", ["(user): A.Read"]],
    ["For user: A.Read For group: B.Read In a chat: C.Read", ["(user): A.Read", "(group): B.Read", "(a chat): C.Read"]],
    ["One of the following: A.Read, B.Read and C.Read", ["A.Read, B.Read, C.Read"]],
    ["Any of: A.Read, B.Read", ["A.Read, B.Read"]],
    ["All of: A.Read, B.Read", ["A.Read and B.Read"]],
    ["A.Read for a chat.<br>B.Read, C.Read for a channel", ["(a chat): A.Read", "(a channel): B.Read, C.Read"]],
    ["A.Read: B.Read", ["A.Read, B.Read, not exact", "11:14 page-scope-unreadable"]],
    ["Directory Read.All", ["Directory.Read.All", "11:14 page-scope-spaced"]],
  ])("%s", (text, expected) => expect(cell(text)).toEqual(expected));
});

describe("a table of permissions", () => {
  it("has a column for each scheme, and a case for each row", () => {
    const header =
      "|Resource|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|Note|";
    expect(
      listed(
        `${header}\n|-|-|-|-|-|\n|[chat](x.md)|A.Read|Not supported.|For me: B.Read|C.Read|\n||D.Read||||\n|**Group**|||||`,
      ),
    ).toEqual([
      "delegatedWork (chat): A.Read",
      "delegatedPersonal (chat): ",
      "application (chat, me): B.Read",
      "delegatedWork: D.Read",
    ]);
  });

  it("reports rows without a scheme, but not subheadings", () => {
    expect(
      listed(
        "|Permission type|Permissions|\n|-|-|\n|**Group**||\n|Something|A.Read|\n|Application|B.Read|\n|Something|C.Read|",
      ),
    ).toEqual(["application: B.Read", "12:1 page-row-unreadable", "14:1 page-row-unreadable"]);
  });

  it("reports what it cannot read at each place where a cell repeats it", () => {
    expect(
      listed("|Permission type|Permissions|\n|-|-|\n|Application|None of these|\n|Delegated|None of these|"),
    ).toEqual(["11:14 page-scope-unreadable", "12:12 page-scope-unreadable"]);
  });

  it("has columns of one list or a case for each column", () => {
    const rows = (header: string) =>
      listed(`|Permission type|${header}|\n|-|-|-|\n|Application|A.Read, B.Read|B.Read, C.Read|`);
    expect(rows("Least privileged permissions|Higher privileged permissions")).toEqual([
      "application: A.Read, B.Read, C.Read in order",
    ]);
    expect(rows("Least privileged permissions|More privileged permissions")).toEqual([
      "application: A.Read, B.Read, C.Read in order",
    ]);
    expect(rows("Permissions|Higher privileged permissions")).toEqual(["application: A.Read, B.Read, C.Read in order"]);
    expect(rows("on self (from least to most privileged)|on others")).toEqual([
      "application (On self): A.Read, B.Read in order",
      "application (On others): B.Read, C.Read",
    ]);
    expect(rows("on self (from most to least privileged)|on others")).toEqual([
      "application (On self): B.Read, A.Read in order",
      "application (On others): B.Read, C.Read",
    ]);
  });

  it("has cases in both columns of one list", () => {
    expect(
      listed(
        "|Permission type|Least privileged permissions|Higher privileged permissions|\n|-|-|-|\n|Application|For user: A.Read<br>For group: B.Read|For group: C.Read, D.Read and E.Read|",
      ),
    ).toEqual([
      "application (user): A.Read in order",
      "application (group): B.Read, C.Read and D.Read and E.Read in order, not exact",
      "11:2 page-scopes-ambiguous",
    ]);
  });

  it("is one of several by its heading or the line above it", () => {
    const table = "|Permission type|Permissions|\n|-|-|\n|Application|A.Read|\n";
    expect(listed(`### For chats:\n${table}\n### For teams\n${table}`)).toEqual([
      "application (For chats): A.Read",
      "application (For teams): A.Read",
    ]);
    expect(listed(`Some words.\nFor a chat:\n\n${table}\nTo read teams\n\n${table}`)).toEqual([
      "application (a chat): A.Read",
      "application (To read teams): A.Read",
    ]);
    expect(listed(`Some words.\n\n${table}`)).toEqual(["application: A.Read"]);
    expect(listed(`Chats\n\n${table}\nThis is a whole sentence.\n\n${table}`)).toEqual([
      "application: A.Read",
      "17:1 page-permissions-several",
    ]);
  });

  it("has an order that is not trusted on pages of Intune", () => {
    const table = "|Permission type|Permissions (from least to most privileged)|\n|-|-|\n|Application|A.Read, B.Read|";
    expect(listed(table)).toEqual(["application: A.Read, B.Read in order"]);
    expect(listed(table, "## Prerequisites\n")).toEqual(["application: A.Read, B.Read"]);
    const note = "> **Note:** The Microsoft Graph API for Intune requires a license.\n\n";
    const page = (top: string, below: string) =>
      read(`# Get thing\n\n${top}## HTTP request\n\`\`\`http\nGET /a\n\`\`\`\n\n${below}## Permissions\n${table}\n`)
        .document.requests[0]?.permissions?.[0]?.ordered;
    expect(page(note, "")).toBe(false);
    expect(page("", note)).toBe(true);
  });
});
