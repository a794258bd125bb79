import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../src/audit.js";
import { convert, nodeIo, type ConvertResult, type Notation } from "../src/index.js";
import type { Watch } from "../src/read/read.js";
import { lampCsdl, lampPages } from "./cli/lamp-inputs.js";
import { temporaryFolder } from "./support/temporary-folder.js";

function converted(files: Readonly<Record<string, string>>, to: Notation = "csdl-json"): Promise<ConvertResult> {
  const folder = temporaryFolder(files);
  return convert({ inputs: ["."], to }, nodeIo(folder));
}

type Json = { readonly [name: string]: Json };

function jsonOf({ text, report }: ConvertResult): Json {
  expect(report.failed).toBe(false);
  return JSON.parse(text ?? "null") as Json;
}

function schema(namespace: string, alias: string, content: string, references = ""): string {
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">${references}<edmx:DataServices>
<Schema Namespace="${namespace}" Alias="${alias}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${content}</Schema></edmx:DataServices></edmx:Edmx>`;
}

function reference(uri: string, namespace: string, alias: string): string {
  return `<edmx:Reference Uri="${uri}"><edmx:Include Namespace="${namespace}" Alias="${alias}" /></edmx:Reference>`;
}

const core = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1";

describe("one CSDL document", () => {
  it("states $IncludeInServiceDocument for the function imports that state it alone", async () => {
    const text = schema(
      "a",
      "self",
      '<Function Name="f"><ReturnType Type="Edm.String" /></Function><EntityContainer Name="C"><FunctionImport Name="one" Function="a.f" IncludeInServiceDocument="true" /><FunctionImport Name="two" Function="a.f" /></EntityContainer>',
    );
    const { a } = jsonOf(await converted({ "one.xml": text }));
    expect(a?.["C"]).toMatchObject({ one: { $IncludeInServiceDocument: true }, two: { $Function: "a.f" } });
    expect(a?.["C"]?.["two"]).not.toHaveProperty("$IncludeInServiceDocument");
  });

  it("is printed faithfully: what is external stays external, what it refers to need not be there", async () => {
    const text = schema(
      "a.b",
      "self",
      '<ComplexType Name="c"><Property Name="p" Type="far.away" /></ComplexType><Annotations Target="self.c"><Annotation Term="Core.Description" String="A thing." /></Annotations>',
      reference(`${core}.xml`, "Org.OData.Core.V1", "Core") + reference("far.xml", "far", "far"),
    );
    const json = jsonOf(await converted({ "one.xml": text }));
    expect(json["$Reference"]).toEqual({
      [`${core}.json`]: { $Include: [{ $Namespace: "Org.OData.Core.V1", $Alias: "Core" }] },
      "far.xml": { $Include: [{ $Namespace: "far", $Alias: "far" }] },
    });
    expect(json["a.b"]).toMatchObject({
      $Alias: "self",
      $Annotations: { "a.b.c": { "@Org.OData.Core.V1.Description": "A thing." } },
    });
  });

  it("survives the way to JSON and back", async () => {
    const first = await converted({ "lamps.xml": lampCsdl }, "csdl-xml");
    const json = await converted({ "lamps.xml": lampCsdl });
    const { text } = await converted({ "lamps.json": json.text ?? "" }, "csdl-xml");
    // JSON has another version, and has to say what XML means by saying nothing.
    expect(text?.replace('Version="4.01"', 'Version="4.0"').replace(' Nullable="true"', "")).toBe(first.text);
  });
});

describe("pages", () => {
  it("become a document that refers to the vocabularies whose terms it uses", async () => {
    const result = await converted(lampPages);
    const json = jsonOf(result);
    expect(json["$Version"]).toBe("4.01");
    expect(json["$Reference"]).toMatchObject({ [`${core}.json`]: { $Include: [{ $Namespace: "Org.OData.Core.V1" }] } });
    const used = new Set(
      [...(result.text ?? "").matchAll(/@(Org\.OData\.\w+\.V1)\./g)].map(([, namespace]) => namespace),
    );
    const included = Object.values(json["$Reference"] ?? {}).map(
      (reference) => reference["$Include"]?.["0"]?.["$Namespace"],
    );
    expect(included.toSorted()).toEqual([...used].toSorted());
    expect(json["contoso.home"]).toMatchObject({
      lampMode: { $Kind: "EnumType", off: 0, on: 1, blinking: 2 },
      lamp: {
        $Kind: "EntityType",
        $Key: ["id"],
        id: { "@Org.OData.Core.V1.Description": "What the lamp is known by." },
      },
    });
  });

  it("are merged with CSDL, which stands", async () => {
    const { text, report } = await converted({ ...lampPages, "lamps.xml": lampCsdl });
    expect(JSON.parse(text ?? "")).toMatchObject({
      $EntityContainer: "contoso.home.Home",
      "contoso.home": { lampMode: { off: 0, on: 5 }, lamp: { id: { $Type: "Edm.Int32" } } },
    });
    expect(report.diagnostics.map(({ code }) => code)).toContain("type-differs");
  });
});

describe("members that pages call read-only", () => {
  const lamp = `# lamp resource type

Namespace: contoso.home

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The identifier. Read-only.|
|serial|String|The number of the maker. Read-only.|
|made|String|When it was made. Read-only.|
|label|String|Its name.|
`;
  const create = `# Create lamp

Namespace: contoso.home

## HTTP request

\`\`\`http
POST /lamps
\`\`\`

## Request body

In the request body, supply a JSON representation of the [lamp](../resources/lamp.md) object.

## Response

If successful, this method returns a \`201 Created\` response code and a [lamp](../resources/lamp.md) object in the response body.

## Example

\`\`\`http
POST /lamps

{ "serial": "12", "label": "Desk" }
\`\`\`
`;

  it("are computed, but immutable where a request to create sends them; all else that is said of them stays", async () => {
    const json = jsonOf(await converted({ "lamp.md": lamp, "lamp-post.md": create }));
    const { serial, made, label } = json["contoso.home"]?.["lamp"] ?? {};
    const said = "@Org.OData.Core.V1";
    expect(made).toMatchObject({ [`${said}.Computed`]: true, [`${said}.Description`]: expect.any(String) });
    expect(made).not.toHaveProperty([`${said}.Immutable`]);
    expect(serial).toMatchObject({ [`${said}.Immutable`]: true, [`${said}.Description`]: expect.any(String) });
    expect(serial).not.toHaveProperty([`${said}.Computed`]);
    for (const term of ["Computed", "Immutable"]) expect(label).not.toHaveProperty([`${said}.${term}`]);
  });
});

describe("several documents", () => {
  const shared =
    reference("https://example.org/common.xml", "common", "c") + reference(`${core}.xml`, "Org.OData.Core.V1", "Core");
  const a = schema(
    "a",
    "self",
    '<ComplexType Name="one"><Property Name="two" Type="b.two" /></ComplexType>',
    reference("b.xml", "b", "b2") + shared,
  );
  const b = schema(
    "b",
    "self",
    '<ComplexType Name="two"><Annotation Term="Core.Description" String="Two." /></ComplexType>',
    shared,
  );

  it("refer to each other no more, and to others once", async () => {
    const json = jsonOf(await converted({ "a.xml": a, "b.xml": b }));
    expect(json["$Reference"]).toEqual({
      "https://example.org/common.xml": { $Include: [{ $Namespace: "common", $Alias: "c" }] },
      [`${core}.json`]: { $Include: [{ $Namespace: "Org.OData.Core.V1", $Alias: "Core" }] },
    });
    expect(json["a"]).toMatchObject({ one: { two: { $Type: "b.two" } } });
  });

  it("keep the first meaning of an alias, and say so", async () => {
    const { text, report, sources } = await converted({ "a.xml": a, "b.xml": b });
    const json = JSON.parse(text ?? "") as Json;
    expect([json["a"]?.["$Alias"], json["b"]?.["$Alias"]]).toEqual(["self", undefined]);
    const said = report.diagnostics.filter(({ code }) => code === "alias-taken");
    expect(said.map(({ place, severity }) => [typeof place === "number" && sources.locate(place), severity])).toEqual([
      [{ source: "b.xml", line: 2, column: 1 }, "notice"],
    ]);
  });

  it("do not depend on the order or the names of the inputs", async () => {
    const one = await converted({ "a.xml": a, "b.xml": b }, "csdl-xml");
    const two = await converted({ "x/b.xml": a, "x/a.xml": b }, "csdl-xml");
    expect(one.text?.split("\n").toSorted()).toEqual(two.text?.split("\n").toSorted());
    const again = await converted({ "a.xml": a, "b.xml": b }, "csdl-xml");
    expect(again.text).toBe(one.text);
  });
});

describe("broken inputs", () => {
  it("give no text", async () => {
    const result = await converted({ "lamps.xml": lampCsdl.replace("</Schema>", "") });
    expect(result.text).toBeUndefined();
    expect(result.report.failed).toBe(true);
  });

  it("give the paths of what was read", async () => {
    const folder = temporaryFolder({ "lamps.xml": lampCsdl });
    const { paths } = await convert({ inputs: ["lamps.xml"], to: "csdl-json", base: folder }, nodeIo("/"));
    expect(paths).toEqual([join(folder, "lamps.xml")]);
    expect(readFileSync(paths[0] ?? "", "utf8")).toBe(lampCsdl);
  });
});

describe("a run that is watched", () => {
  const stages = async (run: (watch: Watch) => Promise<unknown>): Promise<readonly string[]> => {
    const seen: string[] = [];
    await run({
      input: (input, count) => seen.push(`${input} of ${count}`),
      stage: (name) => seen.push(name),
    });
    return seen;
  };
  const files = { ...lampPages, "lamp.xml": lampCsdl };
  const reading = Object.keys(files).map((_, index, all) => `${index + 1} of ${all.length}`);

  it("tells each input and each stage of a conversion", async () => {
    const io = nodeIo(temporaryFolder(files));
    const seen = await stages((watch) => convert({ inputs: ["."], to: "csdl-xml" }, io, { watch }));
    expect(seen).toEqual([...reading, "merging", "converting to csdl-xml"]);
  });

  it("tells those of an audit", async () => {
    const io = nodeIo(temporaryFolder(files));
    expect(await stages((watch) => audit({ inputs: ["."] }, io, { watch }))).toEqual([
      ...reading,
      "merging",
      "auditing",
    ]);
  });
});
