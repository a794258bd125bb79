import { describe, expect, it } from "vitest";
import { nodeIo } from "../../src/sources/node-io.js";
import { verifyService } from "../../src/verify-service.js";
import { found } from "./found.js";
import { answerTo, type Change, metadata, smallService } from "./small-service.js";

describe("a service that does what its metadata says", () => {
  it("has no findings, and is only read", async () => {
    const { lines, complete, requests, received, report } = await found();
    expect({ lines, complete, failed: report.failed }).toEqual({ lines: [], complete: true, failed: false });
    expect(new Set(received.map(({ method }) => method))).toEqual(new Set(["GET"]));
    // The metadata is not counted.
    expect(requests).toBe(received.length - 1);
    expect(received.map(({ url }) => url.replace(/^\/v1\//, ""))).toMatchInlineSnapshot(`
      [
        "$metadata",
        "",
        "items?$top=5",
        "makers?$top=5",
        "best",
        "newest()",
        "total()",
        "items?$count=true&$top=1",
        "makers?$count=true&$top=1",
        "best?$expand=maker",
        "items/$count",
        "makers/$count",
        "best/maker",
        "items(1)",
        "makers('o''a')",
        "items?$select=name&$top=1",
        "makers?$select=noSuchProperty&$top=1",
        "items?$select=noSuchProperty&$top=1",
        "makers?$filter=code%20eq%20%27o%27%27a%27",
        "items?$filter=id%20eq%201",
        "makers?$filter=noSuchProperty%20eq%20null",
        "items?$filter=noSuchProperty%20eq%20null",
        "makers?$orderby=code%20desc&$top=5",
        "items?$orderby=id%20desc&$top=5",
        "makers?$expand=items&$top=2",
        "items?$expand=maker&$top=2",
        "makers('o''a')/items?$top=5",
        "items(1)/maker",
      ]
    `);
  });
});

const changed = (from: string, to: string) => {
  const csdl = metadata.replace(from, to);
  expect(csdl).not.toBe(metadata);
  return csdl;
};

describe("metadata that is wrong about", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["a set", '<Singleton Name="best"', '<EntitySet Name="shelves" EntityType="shop.Item"/><Singleton Name="best"', []],
    [
      "a property",
      '<Property Name="since"',
      '<Property Name="weight" Type="Edm.Int32" Nullable="false"/><Property Name="since"',
      [],
    ],
    ["a property that it lacks", '<Property Name="since" Type="Edm.Date"/>', "", []],
    ["a type", '"name" Type="Edm.String"', '"name" Type="Edm.Int32"', []],
    ["a length", 'MaxLength="10"', 'MaxLength="3"', []],
    ["null", 'Type="Edm.Date"/>', 'Type="Edm.Date" Nullable="false"/>', []],
    ["a member", '<Member Name="blue"/>', "", []],
    ["a navigation property", 'Name="maker" Type="shop.Maker"', 'Name="maker" Type="Collection(shop.Maker)"', []],
    [
      "filters",
      '<EntitySet Name="items" EntityType="shop.Item"/>',
      `<EntitySet Name="items" EntityType="shop.Item"><Annotation Term="Org.OData.Capabilities.V1.FilterRestrictions"><Record><PropertyValue Property="Filterable" Bool="false"/></Record></Annotation></EntitySet>`,
      [],
    ],
  ])("%s", async (_, from, to) => {
    const { lines } = await found(undefined, { csdl: changed(from, to) });
    expect(lines).toMatchSnapshot();
  });
});

describe("a service that is wrong about", () => {
  it.each<[string, Change, string]>([
    [
      "$top",
      (path, query) =>
        path === "items" && query.get("$top") === "5" ? answerTo(path, new URLSearchParams()) : undefined,
      "top-wrong items",
    ],
    [
      "$select",
      (path, query) =>
        query.has("$select") && query.get("$select") !== "noSuchProperty"
          ? answerTo(path, new URLSearchParams())
          : undefined,
      "select-wrong items",
    ],
    [
      "unknown names",
      (path, query) => (query.get("$select") === "noSuchProperty" ? answerTo(path, new URLSearchParams()) : undefined),
      "unknown-accepted items",
    ],
    [
      "$filter",
      (path, query) => (query.get("$filter")?.startsWith("id") ? answerTo(path, new URLSearchParams()) : undefined),
      "filter-wrong items",
    ],
    [
      "$orderby",
      (path, query) => (query.has("$orderby") ? answerTo(path, new URLSearchParams()) : undefined),
      "order-wrong items",
    ],
    ["counts", (path) => (path === "items/$count" ? { status: 200, body: "8" } : undefined), "count-wrong items"],
    ["keys", (path) => (path === "items(1)" ? { status: 404 } : undefined), "key-not-addressable items"],
    [
      "another entity",
      (path) => (path === "items(1)" ? answerTo("items(2)", new URLSearchParams()) : undefined),
      "key-not-addressable items",
    ],
    [
      "$expand",
      (path, query) => (query.has("$expand") ? answerTo(path, new URLSearchParams({ $top: "2" })) : undefined),
      "expand-wrong makers/items",
    ],
    ["functions", (path) => (path === "total()" ? { status: 501 } : undefined), "place-missing total"],
    ["results", (path) => (path === "total()" ? { status: 200, body: { value: "7" } } : undefined), "value-type total"],
    [
      "its sets",
      (path) => (path === "" ? { status: 200, body: { value: [{ name: "secrets" }] } } : undefined),
      "place-undeclared secrets",
    ],
    [
      "collections",
      (path) => (path === "items" ? { status: 200, body: { value: 5 } } : undefined),
      "answer-form items",
    ],
    ["JSON", (path) => (path === "best" ? { status: 200, body: "<html>" } : undefined), "answer-form best"],
    [
      "links",
      (path, query) =>
        path === "items" && query.get("$top") === "5"
          ? { status: 200, body: { value: [], "@odata.nextLink": "https://elsewhere.example/items" } }
          : undefined,
      "link-wrong items",
    ],
    [
      "types",
      (path) => (path === "best" ? { status: 200, body: { "@odata.type": "#shop.Box", id: 1, name: "a" } } : undefined),
      "type-undeclared shop.Item/@odata.type",
    ],
  ])("%s", async (_, change, finding) => {
    const { lines, findings } = await found(change);
    expect(lines.map((line) => line.split(":")[0])).toContain(finding);
    expect(findings[0]?.exchange.request).toMatch(/^GET \//);
  });
});

describe("requests", () => {
  it("are no more than allowed, and each place has its first ones", async () => {
    const { received, complete, requests } = await found(undefined, { maxRequests: 8 });
    expect({ complete, requests }).toEqual({ complete: false, requests: 8 });
    const paths = received.map(({ url }) => url.split("?")[0]);
    expect(paths).toEqual(
      expect.arrayContaining(["/v1/items", "/v1/makers", "/v1/best", "/v1/newest()", "/v1/total()"]),
    );
  });
  it("wait between each other, and as long as the service asks", async () => {
    const busy: Change = (_, __, requests) =>
      requests === 3 ? { status: 429, headers: { "retry-after": "7" } } : undefined;
    const { waits, lines } = await found(busy, { maxRequests: 4, pause: 20 });
    expect(waits).toEqual([20, 7000, 20, 20]);
    expect(lines).toEqual([]);
  });
  it("carry headers, whose values no finding repeats", async () => {
    const echo: Change = (path) => (path === "best" ? { status: 200, body: { secret: "secret-token" } } : undefined);
    const { root, received } = await smallService(echo);
    const { findings } = await verifyService(
      {
        inputs: [`${root}/$metadata`],
        root: { url: root, headers: { authorization: "env:TOKEN" } },
        allowRemote: [new URL(root).host],
      },
      nodeIo("/", { TOKEN: "secret-token" }),
    );
    expect(received.at(-1)?.headers["authorization"]).toBe("secret-token");
    expect(JSON.stringify(findings)).not.toContain("secret-token");
    expect(findings.map(({ exchange }) => exchange.answer)).toContain('{"secret":"…"}');
  });
  it("go to no other origin", async () => {
    const { report } = await found(undefined, { csdl: metadata, allowRemote: [] });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["remote-not-allowed"]);
  });
  it("that are not allowed are listed, and no findings", async () => {
    const { lines, refused } = await found((path) => (path.startsWith("makers") ? { status: 403 } : undefined));
    expect({ lines, refused: [...refused] }).toEqual({ lines: [], refused: [["GET /makers?$top=5", 403]] });
  });
});
