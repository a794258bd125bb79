import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/edm/requests.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { read } from "./read.js";
import { rendered } from "./rendered.js";
import { setsOf } from "../support/scope-sets.js";

/** The facts of a page without positions and without those in links, comments and front matter. */
function factsOf(text: string): JsonValue {
  const { types, requests, title } = read(text).document;
  const facts = JSON.stringify({ title, types, requests }, (key, value: unknown) => {
    if (key === "at" || key === "link" || key === "key") return undefined;
    return typeof value === "bigint" ? String(value) : value;
  });
  return JSON.parse(facts) as JsonValue; // what was just printed
}

function compare(path: string): void {
  const markdown = readFileSync(path, "utf8");
  expect(factsOf(rendered(markdown)), path).toEqual(factsOf(markdown));
}

describe("the plain text of a rendered page", () => {
  const folder = fileURLToPath(new URL("../../schemas/intune-enrollment/pages/", import.meta.url));

  it.each(readdirSync(join(folder, "api")).filter((name) => name.endsWith(".md")))("gives the same facts: %s", (name) =>
    compare(join(folder, "api", name)),
  );

  it("gives the same members of an enum page", () =>
    compare(join(folder, "resources", "intune-shared-enrollmentstate.md")));

  it("reports a row that cannot be split", () => {
    const text =
      "Create thing\n\nPermissions\n\nHTTP Request\n\nPOST /things\n\nRequest body\n\nA JSON representation of the thing object.\n\nProperty Type Description\nid String The key\nbroken\n\nResponse\n\nNothing.\n";
    const { reported, document } = read(text);
    expect(reported).toContain("15:1 page-row-unreadable");
    expect(document.types[0]).toMatchObject({ properties: [{ name: "id" }] });
  });

  it("lists scopes for each workflow, whose rows have no marks", () => {
    const text =
      "Get thing\n\nPermissions\n\nPermission type Permissions (from least to most privileged)\nDelegated (work or school account)\nPolicy Set DeviceManagementApps.Read.All, DeviceManagementApps.ReadWrite.All\nTroubleshooting DeviceManagementManagedDevices.Read.All\nDelegated (personal Microsoft account) Not supported.\n\nHTTP request\n\nGET things/{id}\n\nResponse\n\nA 200 OK response code and an androidThing object.\n";
    const [request] = read(text).document.requests;
    expect(request?.permissions?.map(({ scheme, when, alternatives }) => [scheme, when, setsOf(alternatives)])).toEqual(
      [
        ["delegatedWork", "Policy Set", ["DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All"]],
        ["delegatedWork", "Troubleshooting", ["DeviceManagementManagedDevices.Read.All"]],
        ["delegatedPersonal", undefined, []],
      ],
    );
    expect(request).toMatchObject({ template: "/things/{id}", returns: { type: { short: "androidThing" } } });
  });

  const withPermissions = (table: string): string =>
    `Get thing\n\nPermissions\n\n${table}\n\nHTTP request\n\nGET /things/{id}\n\nResponse\n\nA 200 OK response code and a thing object.\n`;

  it("reads the table with columns for the least and the higher privileged permissions", () => {
    const header = "Permission type Least privileged permission Higher privileged permissions";
    const { document } = read(withPermissions(`${header}\nApplication A.Read A.Write, B.Write`));
    expect(document.requests[0]?.permissions).toMatchObject([
      { scheme: "application", alternatives: [["A.Read"], ["A.Write"], ["B.Write"]] },
    ]);
  });

  it("reads scopes that are needed together", () => {
    const header = "Permission type Least privileged permission Higher privileged permissions";
    const listed = (table: string) =>
      read(withPermissions(table)).document.requests[0]?.permissions?.map(({ when, alternatives }) => [
        when,
        setsOf(alternatives),
      ]);
    expect(listed(`${header}\nApplication A.Read and B.Read C.Write, or both D.Write and E.Write`)).toEqual([
      [undefined, ["A.Read and B.Read", "C.Write", "D.Write and E.Write"]],
    ]);
    expect(
      listed("Permission type Permissions\nApplication For user: A.Read and B.Read, C.All For device: D.Read"),
    ).toEqual([
      ["user", ["A.Read and B.Read", "C.All"]],
      ["device", ["D.Read"]],
    ]);
    expect(
      listed(
        "Supported resource Delegated (work or school account) Delegated (personal Microsoft account) Application\ngroup A.Read + B.Read Not supported. C.Read plus D.Read",
      ),
    ).toEqual([
      ["group", ["A.Read and B.Read"]],
      ["group", []],
      ["group", ["C.Read and D.Read"]],
    ]);
  });

  it.each([
    ["Permission type Permissions (from least to most privileged)", ["A.Read", "A.Write"]],
    ["Permission type Permissions (from most to least privileged)", ["A.Write", "A.Read"]],
    ["Permission type (by workflow) Permissions (from most to least privileged)", ["A.Write", "A.Read"]],
    ["Permission type Permissions", ["A.Read", "A.Write"]],
    ["Permission type Permission (from least to most privileged)", ["A.Read", "A.Write"]],
  ])("reads the table with the header: %s", (header, scopes) => {
    const { document, reported } = read(withPermissions(`${header}\nApplication A.Read, A.Write`));
    expect(document.requests[0]?.permissions?.map(({ alternatives }) => setsOf(alternatives))).toEqual([scopes]);
    expect(reported.filter((one) => one.includes("row"))).toEqual([]);
  });

  it("knows a scheme whose parenthesis is left open, and one permission in the header", () => {
    const { document, reported } = read(
      withPermissions(
        "Permission type Permission\nDelegated (personal Microsoft account Not supported.\nApplication A.Read",
      ),
    );
    expect(
      document.requests[0]?.permissions?.map(({ scheme, alternatives }) => [scheme, setsOf(alternatives)]),
    ).toEqual([
      ["delegatedPersonal", []],
      ["application", ["A.Read"]],
    ]);
    expect(reported.filter((one) => one.includes("row"))).toEqual([]);
  });

  it("splits permissions whose schemes are columns, and reports a row that it cannot", () => {
    const { document, reported } = read(
      withPermissions(
        "Supported resource Delegated (work or school account) Delegated (personal Microsoft account) Application\ngroup event A.Read, A.Write Not supported. B.Read.All\nuser event nothing at all",
      ),
    );
    expect(
      document.requests[0]?.permissions?.map(({ scheme, when, alternatives }) => [scheme, when, setsOf(alternatives)]),
    ).toEqual([
      ["delegatedWork", "group event", ["A.Read", "A.Write"]],
      ["delegatedPersonal", "group event", []],
      ["application", "group event", ["B.Read.All"]],
    ]);
    expect(reported).toContain("7:1 page-row-unreadable");
  });

  it("reports a scheme that cannot be separated from its scopes", () => {
    const { reported } = read(
      withPermissions(
        "Permission type Least privileged permissions Higher privileged permissions\nApplication\nDelegated (work or school account) A.Read B.Read",
      ),
    );
    expect(reported).toContain("6:1 page-row-unreadable");
  });

  it("splits least and higher privileged permissions", () => {
    const text =
      "Get thing\n\nPermissions\n\nPermission type Least privileged permissions Higher privileged permissions\nDelegated (work or school account) A.Read B.Read, C.Read\nDelegated (personal Microsoft account) Not supported. Not supported.\nApplication A.Read.All, D.Read Not available.\n\nHTTP request\n\nGET /things/{id}\n\nResponse\n\nA 200 OK response code and a thing object.\n";
    expect(read(text).document.requests[0]?.permissions?.map(({ alternatives }) => setsOf(alternatives))).toEqual([
      ["A.Read", "B.Read", "C.Read"],
      [],
      ["A.Read.All", "D.Read"],
    ]);
  });
});

describeWithCorpus("the plain text of a rendered page of the documentation", () => {
  const folder = join(corpus, "docs/api-reference/beta/api");
  const names = readdirSync(folder).filter((name) =>
    /^intune-enrollment-imported.*-(?:create|update|delete|get)\.md$/.test(name),
  );

  it("gives the same facts", () => {
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) compare(join(folder, name));
  });
});
