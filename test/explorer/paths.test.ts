import { expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { explore } from "../../src/explore.js";
import { pageData } from "../../src/explore/file/page-file.js";
import { openModel } from "../../src/explorer/model/model.js";
import { pathsTo } from "../../src/explorer/model/paths.js";
import { loadModel } from "../../src/load-model.js";
import { PathResolver } from "../../src/merge/paths/path-resolver.js";
import { select } from "../../src/select/select.js";
import { bytesIo } from "../support/memory.js";

const CSDL = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Address"><Property Name="city" Type="Edm.String"/></ComplexType>
  <EntityType Name="Customer">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="home" Type="shop.Address"/>
    <NavigationProperty Name="orders" Type="Collection(shop.Order)" ContainsTarget="true"/>
    <NavigationProperty Name="last" Type="shop.Order"/>
  </EntityType>
  <EntityType Name="Company" BaseType="shop.Customer">
    <NavigationProperty Name="branches" Type="Collection(shop.Branch)" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="Branch"><Key><PropertyRef Name="a"/><PropertyRef Name="b"/></Key>
    <Property Name="a" Type="Edm.String" Nullable="false"/><Property Name="b" Type="Edm.Guid" Nullable="false"/>
  </EntityType>
  <EntityType Name="Order"><Key><PropertyRef Name="no"/></Key><Property Name="no" Type="Edm.String" Nullable="false"/>
    <NavigationProperty Name="by" Type="shop.Customer"/>
  </EntityType>
  <EntityType Name="Alone"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
  <EntityContainer Name="Shop">
    <EntitySet Name="customers" EntityType="shop.Customer"/><Singleton Name="me" Type="shop.Customer"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const io = bytesIo(new Map([["shop.xml", Buffer.from(CSDL)]]));
const request = { inputs: ["shop.xml"] };
openModel(pageData((await explore(request, io)).data));

it("the nearest come first, and contained entities before references", () => {
  const urls = (name: string) => pathsTo(name).map(({ url }) => url);
  expect(urls("shop.Order").slice(0, 4)).toEqual([
    "/customers({id})/orders('{no}')",
    "/me/orders('{no}')",
    "/customers({id})/last",
    "/me/last",
  ]);
  expect(urls("shop.Branch").slice(0, 2)).toEqual([
    "/customers({id})/shop.Company/branches(a='{a}',b={b})",
    "/me/shop.Company/branches(a='{a}',b={b})",
  ]);
  expect(urls("shop.Address")[0]).toBe("/customers({id})/home");
  expect(urls("shop.Alone")).toEqual([]);
});

it("each is written as the client has it", () => {
  expect(pathsTo("shop.Branch")[0]?.client).toBe(
    'client.customers.byId(1).as("shop.Company").branches.byId({ a: "a", b: "01234567-89ab-cdef-0123-456789abcdef" })',
  );
});

it.each(["shop.Customer", "shop.Company", "shop.Order", "shop.Branch", "shop.Address"])(
  "the pattern of each path to %s selects it",
  async (name) => {
    const paths = pathsTo(name);
    const { model } = await loadModel(request, io);
    expect(paths.length).toBeGreaterThan(1);
    for (const { pattern, url } of paths) {
      const report = new Report();
      const selection = select(model, { include: [pattern] }, report);
      expect(report.diagnostics).toEqual([]);
      expect(new PathResolver(selection.paths).follow(url, { method: "GET" }).failed).toBeUndefined();
      expect(selection.types.type(name as QualifiedName)).toBeDefined();
    }
  },
);
