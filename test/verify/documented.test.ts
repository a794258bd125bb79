/** Documented reads, with the keys of entities that were read before, and services that are reached by links alone. */
import { describe, expect, it } from "vitest";
import { found } from "./found.js";
import type { Answer, Change } from "./small-service.js";

const pageOf = (paths: readonly string[], example = "") => `---
title: "Get a thing"
doc_type: apiPageType
---
# Get a thing

Namespace: shop

## HTTP request

\`\`\`http
${paths.map((path) => `GET ${path}`).join("\n")}
\`\`\`

## Examples

### Request
<!-- { "blockType": "request", "name": "get" } -->
\`\`\`http
GET https://graph.microsoft.com/v1.0/${example}
\`\`\`
`;

/** The requests for a page, from the root on, that are not those of sets. */
async function requestsFor(page: string, change?: Change): Promise<readonly string[]> {
  const others = new Set((await found()).received.map(({ url }) => url));
  const { received, lines } = await found(change, { page });
  expect(lines).toEqual([]);
  return received
    .map(({ url }) => url)
    .filter((url) => !others.has(url))
    .map((url) => url.slice("/v1/".length));
}

describe("documented reads", () => {
  it("have the keys of entities that were read, those of collections before those of their entities", async () => {
    const page = pageOf(
      ["/makers/{id}/items/{item-id}", "/makers/{id}/items", "/items({id})/maker", "/best/maker", "/none/{id}"],
      "makers/x/items?$select=name",
    );
    const change: Change = (path) => {
      if (path === "makers/o'a/items")
        return { status: 200, body: { value: [{ id: 7, name: "item 7", color: null, since: null }] } };
      return path === "makers/o'a/items/7" ? { status: 404 } : undefined;
    };
    expect(await requestsFor(page, change)).toEqual([
      "makers/o'a/items",
      "makers/o'a/items?$select=name",
      "makers/o'a/items/7",
    ]);
  });

  it("that are refused are findings, by the path of the page", async () => {
    const change: Change = (path) => (path === "makers/o'a/items" ? { status: 400 } : undefined);
    const { lines } = await found(change, { page: pageOf(["/makers/{id}/items"]) });
    expect(lines).toEqual(["read-refused makers/{id}/items: a documented read is answered with 400"]);
  });
});

const linked = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="racks" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Resource" Abstract="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="Root" BaseType="racks.Resource"><NavigationProperty Name="Systems" Type="racks.Systems" Nullable="false"/></EntityType>
<EntityType Name="Systems" BaseType="racks.Resource"><NavigationProperty Name="Members" Type="Collection(racks.Resource)" Nullable="false"/></EntityType>
<EntityType Name="System" BaseType="racks.Resource"><Property Name="Cores" Type="Edm.Int32"/><Property Name="Links" Type="racks.Links"/></EntityType>
<ComplexType Name="Links"><NavigationProperty Name="Racks" Type="Collection(racks.Resource)"/></ComplexType>
<EntityType Name="Rack" BaseType="racks.Resource"/>
<EntityContainer Name="C"><Singleton Name="Service" Type="racks.Root"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const to = (path: string) => ({ "@odata.id": `/v1/${path}` });
const systemOf = (Cores: unknown) => ({
  "@odata.type": "#racks.System",
  Id: "1",
  Cores,
  Links: { Racks: [to("Racks/1"), { "@odata.id": "https://elsewhere.example/Racks/2" }] },
});

/** A service that has neither sets nor paths but for its links. */
const racks = (changed: Readonly<Record<string, Answer>>): Change => {
  const root = { "@odata.type": "#racks.Root", Id: "root", Systems: to("Systems") };
  const answers: Readonly<Record<string, object>> = {
    "": root,
    Service: root,
    Systems: {
      "@odata.type": "#racks.Systems",
      Id: "all",
      Members: ["1", "2", "3", "4"].map((id) => to(`Systems/${id}`)),
    },
    "Systems/1": systemOf(4),
    "Systems/2": systemOf(8),
    "Systems/3": systemOf(16),
    "Racks/1": { "@odata.type": "#racks.Rack", Id: "1" },
  };
  return (path) => {
    const body = answers[path];
    return changed[path] ?? (body === undefined ? { status: 404 } : { status: 200, body });
  };
};

describe("a service without sets", () => {
  it("is read by its links, each address once, and of collections the first ones", async () => {
    const { lines, received } = await found(racks({}), { csdl: linked });
    expect(lines).toEqual([]);
    expect(received.map(({ url }) => url.slice("/v1/".length))).toEqual([
      "",
      "Service",
      "Systems",
      "Service?$expand=Systems",
      "Systems/1",
      "Systems/2",
      "Systems/3",
      "Racks/1",
    ]);
  });

  it("is held against the types of what links lead to", async () => {
    const changed = { "Systems/2": { status: 200, body: systemOf("8") }, "Racks/1": { status: 500 } };
    const { lines } = await found(racks(changed), { csdl: linked });
    expect(lines).toEqual([
      "value-type racks.System/Cores: must be an integer from -2147483648 to 2147483647",
      "link-wrong racks.Links/Racks: a link is answered with 500",
    ]);
  });
});
