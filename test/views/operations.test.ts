import { describe, expect, it } from "vitest";
import type { OperationsDocument } from "../../src/permissions/operations-document.js";
import type { GenerateRequest } from "../../src/generate.js";
import { convert, nodeIo } from "../../src/index.js";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { csdl } from "../vocabularies/service.js";
import { setsOf } from "../support/scope-sets.js";

async function contentWith(
  files: Readonly<Record<string, string>>,
  options: Partial<GenerateRequest> = {},
): Promise<Readonly<Record<string, string>>> {
  const folder = temporaryFolder();
  await generateTo(folder, [temporaryFolder(files)], { emit: ["types", "operations"], runtime: "package", ...options });
  return contentOf(folder);
}

async function operationsOf(
  files: Readonly<Record<string, string>>,
  options: Partial<GenerateRequest> = {},
): Promise<OperationsDocument> {
  return JSON.parse((await contentWith(files, options))["operations.json"] ?? "") as OperationsDocument; // what the artifact writes
}

function page(title: string, lines: string, rest = ""): string {
  return `# ${title}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\n${lines}\n\`\`\`\n\n${rest}`;
}

const PERMISSIONS =
  "## Permissions\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Lamp.Read, Lamp.ReadWrite|\n|Delegated (personal Microsoft account)|Not supported.|\n";

const pages = {
  "api-reference/beta/api/lamp-get.md": page(
    "Get lamp",
    "GET /lamps/{id}",
    `${PERMISSIONS}\n## Response\nIf successful, this method returns a \`200 OK\` response code and a [lamp](../resources/lamp.md) object in the response body.\n`,
  ),
  "api-reference/beta/api/lamp-blink.md": page("lamp: blink", "POST /lamps/{id}/blink"),
  "api-reference/beta/resources/lamp.md":
    "# lamp resource type\n\nNamespace: microsoft.graph\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n",
};

describe("operations.json", () => {
  it("has every request with what is known of it, and null for what is not", async () => {
    expect(await operationsOf(pages)).toEqual({
      format: "odata-codegen-operations/2",
      requests: [
        {
          method: "GET",
          path: "/lamps/{id}",
          title: "Get lamp",
          link: "https://learn.microsoft.com/en-us/graph/api/lamp-get?view=graph-rest-beta",
          addresses: { kind: "Entity", type: "microsoft.graph.lamp" },
          returns: "microsoft.graph.lamp",
          status: 200,
          permissions: [
            { scheme: "delegatedWork", alternatives: [["Lamp.Read"], ["Lamp.ReadWrite"]], ordered: true },
            { scheme: "delegatedPersonal", alternatives: [], ordered: true },
          ],
          clouds: null,
          queryOptions: null,
          headers: [],
        },
        {
          method: "POST",
          path: "/lamps/{id}/blink",
          title: "lamp: blink",
          link: "https://learn.microsoft.com/en-us/graph/api/lamp-blink?view=graph-rest-beta",
          operation: { kind: "Action", name: "microsoft.graph.blink", boundTo: "microsoft.graph.lamp" },
          parameters: [],
          permissions: null,
          clouds: null,
          queryOptions: null,
          headers: [],
        },
      ],
    });
  });

  it("has what is selected", async () => {
    const { requests } = await operationsOf(pages, { include: ["/lamps/{id}"] });
    expect(requests.map(({ path }) => path)).toEqual(["/lamps/{id}"]);
    const others = await operationsOf(pages, { exclude: ["/lamps/{id}"] });
    expect(others.requests.map(({ path }) => path)).toEqual(["/lamps/{id}/blink"]);
  });

  it("has what belongs to a place, where anything of that place is selected", async () => {
    const more = {
      ...pages,
      "api-reference/beta/api/lamp-parts.md": page(
        "Parts of a lamp",
        "GET /lamps/{id}/hue\nGET /lamps/{id}/hue/$value\nGET /lamps/$count\nDELETE /lamps/{id}/maker/$ref\nGET /lamps/{id}/nothing/known",
      ),
      "service.xml": `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="microsoft.graph">
<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="hue" Type="Edm.Int32"/><NavigationProperty Name="maker" Type="microsoft.graph.maker"/></EntityType>
<EntityType Name="maker"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityContainer Name="GraphService"><EntitySet Name="lamps" EntityType="microsoft.graph.lamp"/></EntityContainer></Schema>`,
    };
    const { requests } = await operationsOf(more, { include: ["/lamps/{id}"] });
    const lamp = { kind: "Entity", type: "microsoft.graph.lamp" };
    const hue = { kind: "Property", name: "hue", of: lamp };
    expect(requests.map(({ path, addresses }) => [path, addresses])).toEqual([
      ["/lamps/{id}", lamp],
      ["/lamps/{id}/hue", hue],
      ["/lamps/{id}/hue/$value", { kind: "Value", of: hue }],
    ]);
    const all = (await operationsOf(more)).requests.map(({ path, addresses }) => [path, addresses?.kind]);
    expect(all).toContainEqual(["/lamps/$count", "Count"]);
    expect(all).toContainEqual(["/lamps/{id}/maker/$ref", "References"]);
    expect(all).toContainEqual(["/lamps/{id}/nothing/known", undefined]);
  });

  it("is the same beside JavaScript, and no part of the index", async () => {
    const [ts, js] = [await contentWith(pages), await contentWith(pages, { emitFormat: "js" })];
    expect(js["operations.json"]).toBe(ts["operations.json"]);
    expect(ts["index.ts"]).not.toContain("operations");
  });

  it("hides nothing from who reads it", async () => {
    const content = await contentWith({ "a.md": page("Get \u202elamp\u0085", "GET /lamps/{id}") });
    expect(content["operations.json"]).toMatch(/"title": "Get .*lamp/);
    expect(content["operations.json"]).not.toMatch(/[\u202e\u0085]/);
  });
});

describe("permissions that annotations state", () => {
  const annotated = (restriction: string) =>
    csdl(
      '<EntityType Name="Lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>' +
        `<EntityContainer Name="C"><EntitySet Name="lamps" EntityType="shop.Lamp"><Annotation Term="Capabilities.${restriction}"><Record><PropertyValue Property="Permissions"><Collection><Record><PropertyValue Property="SchemeName" String="Application"/><PropertyValue Property="Scopes"><Collection><Record><PropertyValue Property="Scope" String="Lamp.All"/></Record></Collection></PropertyValue></Record></Collection></PropertyValue></Record></Annotation></EntitySet></EntityContainer>`,
    );
  const shown = async (files: Readonly<Record<string, string>>) =>
    (await operationsOf(files)).requests.map(
      ({ method, path, permissions }) =>
        `${method} ${path} ${permissions?.map(({ alternatives }) => setsOf(alternatives)).join() ?? "?"}`,
    );

  it("make requests of the set", async () => {
    expect(await shown({ "a.xml": annotated("ReadRestrictions") })).toEqual([
      "GET /lamps Lamp.All",
      "GET /lamps/{key} Lamp.All",
    ]);
    expect(await shown({ "a.xml": annotated("InsertRestrictions") })).toEqual(["POST /lamps Lamp.All"]);
  });

  it("stand where a page says none", async () => {
    const files = { "a.xml": annotated("ReadRestrictions"), "a.md": page("Get lamp", "GET /lamps/{id}") };
    expect(await shown(files)).toEqual(["GET /lamps Lamp.All", "GET /lamps/{id} Lamp.All"]);
  });

  it("are the same after pages are converted to CSDL", async () => {
    const table = `## Permissions
|Permission type|Permissions|
|:-|:-|
|Delegated (work or school account)|A.Read and B.Read, C.Read|
|Application|For user: A.Read<br>For device: B.Read and C.Read, or D.Read|
|Delegated (personal Microsoft account)|A.Read, B.Read and C.Read|
`;
    const files = {
      "api/lamp-get.md": page("Get lamp", "GET /lamps/{id}", table),
      "lamp.md": pages["api-reference/beta/resources/lamp.md"],
    };
    const permissionsOf = async (inputs: Readonly<Record<string, string>>) =>
      (await operationsOf(inputs)).requests.find(({ path }) => path.startsWith("/lamps/{"))?.permissions;
    const { text } = await convert({ inputs: ["."], to: "csdl-json" }, nodeIo(temporaryFolder(files)));
    const converted = await permissionsOf({ "lamps.json": text ?? "" });
    expect(converted).toEqual(await permissionsOf(files));
    expect(converted).toContainEqual({
      scheme: "application",
      when: "device",
      alternatives: [["B.Read", "C.Read"], ["D.Read"]],
      ordered: false,
    });
    expect(converted).toContainEqual({
      scheme: "delegatedPersonal",
      alternatives: [["A.Read", "B.Read", "C.Read"]],
      ordered: false,
      exact: false,
    });
  });

  it("are not certain where scopes of one set give access to different properties", async () => {
    const scopes = '<Record><PropertyValue Property="Scope" String="Lamp.All"/></Record>';
    const restricted =
      '<Record><PropertyValue Property="Scope" String="Lamp.Hue"/><PropertyValue Property="RestrictedProperties" String="hue"/></Record>';
    const { requests } = await operationsOf({
      "a.xml": annotated("InsertRestrictions").replace(scopes, scopes + restricted),
    });
    expect(requests[0]?.permissions).toEqual([
      { scheme: "application", alternatives: [["Lamp.All"], ["Lamp.Hue"]], ordered: false, exact: false },
    ]);
  });

  it("are not made of what a page says of another request", async () => {
    expect(
      await shown({
        "api/lamp-get.md": page("Get lamp", "GET /lamps/{id}", PERMISSIONS),
        "api/lamp-list.md": page("List lamps", "GET /lamps"),
        "lamp.md": pages["api-reference/beta/resources/lamp.md"],
      }),
    ).toEqual(["GET /lamps ?", "GET /lamps/{id} Lamp.Read,Lamp.ReadWrite,"]);
  });
});
