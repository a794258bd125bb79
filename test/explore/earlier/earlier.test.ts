/** `--against` a file of `explore`: what it tells is told as by the inputs of that file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sources } from "../../../src/diagnostics/position.js";
import { MODEL_FORMAT, type ChangeData, type ChangesData, type ModelData } from "../../../src/explore/data/format.js";
import { misfit } from "../../../src/explore/earlier/data-shape.js";
import { rebuiltModel, sharedParts } from "../../../src/explore/earlier/rebuilt-model.js";
import { runCli } from "../../cli/run-cli.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

function metadata(children: string, container: string): string {
  return `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="s">${children}
<EntityContainer Name="c">${container}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}

const computed = '<Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/>';
const page = (scope: string) => `# Get thing
## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|${scope}|
## HTTP request
\`\`\`http
GET /things/{id}
\`\`\`
`;

const files = {
  "old/s.xml": metadata(
    `<EntityType Name="Thing"><Key><PropertyRef Name="Id"/></Key>
<Property Name="Id" Type="Edm.Guid" Nullable="false"/><Property Name="Size" Type="Edm.Int32"/>
<Property Name="Gone" Type="Edm.String"/><Property Name="Made" Type="Edm.Date"/>
<Property Name="Label" Type="Edm.String" MaxLength="40"/><Property Name="Tags" Type="Collection(Edm.String)"/></EntityType>
<EntityType Name="Old" BaseType="s.Thing"/>
<EnumType Name="Color"><Member Name="red"/><Member Name="blue"/></EnumType>
<Action Name="turn" IsBound="true"><Parameter Name="it" Type="s.Thing"/><Parameter Name="by" Type="Edm.Int32"/></Action>
<Function Name="count"><ReturnType Type="Edm.Int32" Nullable="false"/></Function>`,
    '<EntitySet Name="things" EntityType="s.Thing"/><Singleton Name="first" Type="s.Thing"/>',
  ),
  "old/thing-get.md": page("Thing.Read.All, Thing.Manage"),
  "new/s.xml": metadata(
    `<EntityType Name="Thing" OpenType="true"><Key><PropertyRef Name="Id"/></Key>
<Property Name="Id" Type="Edm.Guid" Nullable="false"/><Property Name="Size" Type="Edm.String"/>
<Property Name="Made" Type="Edm.Date">${computed}</Property>
<Property Name="Label" Type="Edm.String" MaxLength="20" Nullable="false"/>
<Property Name="Tags" Type="Collection(Edm.String)"/><NavigationProperty Name="Parts" Type="Collection(s.Thing)"/></EntityType>
<ComplexType Name="Extra"/>
<EnumType Name="Color"><Member Name="red"/><Member Name="green"/></EnumType>
<Action Name="turn" IsBound="true"><Parameter Name="it" Type="s.Thing"/>
<Parameter Name="by" Type="Edm.Int32" Nullable="false"/><Parameter Name="fast" Type="Edm.Boolean"/></Action>
<Function Name="count"><ReturnType Type="Edm.String" Nullable="false"/></Function>`,
    '<EntitySet Name="things" EntityType="s.Thing"/><EntitySet Name="extras" EntityType="s.Thing"/>',
  ),
  "new/thing-get.md": page("Thing.Read.All"),
};

const EMPTY: ModelData = {
  format: MODEL_FORMAT,
  title: "",
  protocol: "4.0",
  namespaces: [],
  types: [],
  operations: [],
  children: [],
  requests: [],
};

async function changesSince(earlier: string, folder: string): Promise<ChangesData> {
  const args = ["explore", "new", "--against", earlier, "--format", "json", "--quiet"];
  const { stdout, stderr } = await runCli(folder, args);
  expect(stderr).not.toContain(" error ");
  const { changes } = JSON.parse(stdout) as ModelData; // as explore prints it
  return changes ?? { against: "", verdict: "", changes: [] };
}

describe("a file of an earlier version", () => {
  it.each(["old.html", "old.json"])("tells in %s what the inputs tell: elements, codes and effects", async (file) => {
    const folder = temporaryFolder(files);
    const format = file.endsWith(".json") ? ["--format", "json"] : [];
    const { code } = await runCli(folder, ["explore", "old", "-o", file, "--quiet", ...format]);
    expect(code).toBe(0);
    const [byFile, byInputs] = [await changesSince(file, folder), await changesSince("old", folder)];
    expect(byFile).toEqual({ ...byInputs, against: file });
    const told = byInputs.changes.map(({ code: of, element }: ChangeData) => `${of} ${element}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "type-removed s.Old",
        "property-type-changed s.Thing/Size",
        "read-only s.Thing/Made",
        "limit-narrowed s.Thing/Label",
        "property-non-null s.Thing/Label",
        "member-added s.Color/green",
        "parameter-non-null s.turn(s.Thing)/by",
        "result-changed s.count()",
        "path-removed /first",
        "permission-removed GET /things/{id}",
      ]),
    );
  });

  it("is no change against itself, and parts that one of both lacks are not compared", async () => {
    const folder = temporaryFolder(files);
    await runCli(folder, ["explore", "new", "-o", "same.html", "--quiet"]);
    await runCli(folder, ["explore", "new", "-o", "less.html", "--quiet", "--without", "docs,requests,provenance"]);
    for (const file of ["same.html", "less.html"])
      expect(await changesSince(file, folder)).toMatchObject({ verdict: "none", changes: [] });
  });

  it("is refused where it is damaged, at the place of its data", async () => {
    const folder = temporaryFolder(files);
    await runCli(folder, ["explore", "old", "-o", "old.html", "--quiet"]);
    const html = readFileSync(join(folder, "old.html"), "utf8");
    writeFileSync(join(folder, "cut.html"), html.replace(/(id="data">.{40})[^<]*/, "$1"));
    const { code, stderr } = await runCli(folder, ["explore", "new", "--against", "cut.html", "-o", "new.html"]);
    expect(code).toBe(1);
    const line = html.slice(0, html.indexOf('<script type="application/gzip"')).split("\n").length;
    expect(stderr).toContain(`cut.html:${line}:1 - error model-data-damaged`);
  });

  it("has the form that a comparison reads: the first value of another one is named", () => {
    const data = { protocol: "4.0", types: [], operations: [], children: [], requests: [] };
    expect(misfit(data)).toBeUndefined();
    expect(misfit({ ...data, types: [{ name: "s.T", kind: "EntityType", read: 1 }] })).toBe("types/0/read");
    expect(misfit({ ...data, requests: [{ method: "GET" }] })).toBe("requests/0/path");
    expect(misfit({ ...data, requests: [{ method: "GET", path: "/a", permissions: null }] })).toBeUndefined();
    expect(misfit({ ...data, operations: null })).toBe("operations");
    expect(misfit({ ...data, children: [{ name: "a", kind: "Other", target: "s.T" }] })).toBe("children/0/kind");
    expect(misfit({ ...data, types: [{ name: "s.T", kind: "EnumType", read: "T" }] })).toBe("types/0/members");
  });

  it("may have types that are their own bases, which are then without", () => {
    const type = (name: string, base: string) =>
      ({ kind: "ComplexType", name, base, read: "T", schema: "tSchema", members: [] }) as const;
    const data = { types: [type("s.A", "s.B"), type("s.B", "s.A"), type("s.C", "s.A")] };
    const all: ModelData = { ...EMPTY, ...data };
    const model = rebuiltModel(all, sharedParts(all, all), new Sources().add("a.json", ""));
    expect(model.structuredTypes.map(({ base }) => base)).toEqual([undefined, undefined, "s.A"]);
  });
});
