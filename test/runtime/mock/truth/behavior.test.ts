/** What the mock answers besides reads: exact numbers, stubs, nested updates, groups, capabilities. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatedMock, send, type GeneratedMock } from "./generated-mock.js";

const refused = (set: string, term: string, property: string, value: string): string => `
  <Annotations Target="shop.Container/${set}"><Annotation Term="Org.OData.Capabilities.V1.${term}"><Record><PropertyValue Property="${property}" ${value}</Record></Annotation></Annotations>`;
const no = 'Bool="false"/>';
const names = "><Collection><PropertyPath>Name</PropertyPath></Collection></PropertyValue>";

const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Order"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
    <Property Name="Ticks" Type="Edm.Int64"/><Property Name="Total" Type="Edm.Decimal" Scale="2"/>
    <NavigationProperty Name="Items" Type="Collection(shop.Item)" ContainsTarget="true"/>
    <NavigationProperty Name="Buyer" Type="shop.Person"/>
  </EntityType>
  <EntityType Name="Item"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
  </EntityType>
  <EntityType Name="Person"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
  </EntityType>
  <Function Name="Count"><ReturnType Type="Edm.Int32" Nullable="false"/></Function>
  <Function Name="Best"><ReturnType Type="shop.Order" Nullable="false"/></Function>
  <EntityContainer Name="Container">
    <EntitySet Name="Orders" EntityType="shop.Order"><NavigationPropertyBinding Path="Buyer" Target="People"/></EntitySet>
    <EntitySet Name="People" EntityType="shop.Person"/><EntitySet Name="Closed" EntityType="shop.Person"/>
    <FunctionImport Name="Count" Function="shop.Count"/><FunctionImport Name="Best" Function="shop.Best"/>
    <Singleton Name="Me" Type="shop.Person"/>
  </EntityContainer>${[
    refused("Closed", "InsertRestrictions", "Insertable", no),
    refused("Closed", "UpdateRestrictions", "Updatable", no),
    refused("Closed", "DeleteRestrictions", "Deletable", no),
    refused("Closed", "CountRestrictions", "Countable", no),
    refused("Closed", "SortRestrictions", "NonSortableProperties", names),
    refused("Closed", "FilterRestrictions", "NonFilterableProperties", names),
    refused("People", "FilterRestrictions", "Filterable", no),
    refused("People", "SortRestrictions", "Sortable", no),
    refused("People", "ReadRestrictions", "Readable", 'Bool="true"/>'),
  ].join("")}
</Schema></edmx:DataServices></edmx:Edmx>`;

const folder = mkdtempSync(join(tmpdir(), "odata-codegen-shop-"));
let shop: GeneratedMock;

beforeAll(async () => {
  writeFileSync(join(folder, "metadata.xml"), metadata);
  shop = await generatedMock([join(folder, "metadata.xml")]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const orders = [{ Id: 1, Name: "A", Ticks: 7, Total: 1.5 }];

describe("the service document", () => {
  it("has the sets and singletons", async () => {
    const { body } = await send(shop.createMock(), "GET ");
    expect(body.value).toEqual([
      { name: "Orders", kind: "EntitySet", url: "Orders" },
      { name: "People", kind: "EntitySet", url: "People" },
      { name: "Closed", kind: "EntitySet", url: "Closed" },
      { name: "Me", kind: "Singleton", url: "Me" },
    ]);
  });
});

describe("Edm.Int64 and Edm.Decimal", () => {
  const exact = { accept: "application/json;IEEE754Compatible=true" };

  it("are numbers, and strings where a request asks for them", async () => {
    const mock = shop.createMock({ data: { Orders: orders } });
    const plain = await send(mock, "GET Orders?$count=true");
    expect(plain.body).toMatchObject({ "@odata.count": 1, value: [{ Id: 1, Ticks: 7, Total: 1.5 }] });
    const { body, header } = await send(mock, "GET Orders?$count=true", undefined, exact);
    expect(body).toMatchObject({ "@odata.count": "1", value: [{ Id: 1, Ticks: "7", Total: "1.5" }] });
    expect(header("content-type")).toBe("application/json;IEEE754Compatible=true");
    expect((await send(mock, "GET Orders(1)/Ticks", undefined, exact)).body.value).toBe("7");
    expect((await send(mock, "GET Orders(1)?$select=Total", undefined, exact)).body).toMatchObject({ Total: "1.5" });
  });

  it("keep every digit of what was sent as strings", async () => {
    const mock = shop.createMock({ data: { Orders: orders } });
    const sent = { Ticks: "9007199254740993", Total: "0.10" };
    const type = { "content-type": "application/json;IEEE754Compatible=true" };
    expect((await send(mock, "PATCH Orders(1)", sent, type)).status).toBe(204);
    expect((await send(mock, "GET Orders(1)", undefined, exact)).body).toMatchObject(sent);
    expect((await send(mock, "GET Orders(1)")).body).toMatchObject({ Ticks: 9007199254740992, Total: 0.1 });
  });
});

describe("what a stub gives", () => {
  it("answers where it passes the schema", async () => {
    const mock = shop.createMock();
    mock.on["Best"]?.["get"]?.(() => orders[0]);
    mock.on["Count"]?.["get"]?.(() => 3);
    mock.on["Orders"]?.["get"]?.(() => orders);
    expect((await send(mock, "GET Best()?$select=Name")).body).toMatchObject({ Name: "A" });
    expect((await send(mock, "GET Count()")).body).toMatchObject({ value: 3 });
    expect((await send(mock, "GET Orders?$filter=Id+gt+1")).body.value).toEqual([]);
  });

  it("is an error that says where, else", async () => {
    const mock = shop.createMock();
    mock.on["Best"]?.["get"]?.(() => ({ ...orders[0], Name: 5 }));
    mock.on["Count"]?.["get"]?.(() => "3");
    mock.on["Orders"]?.["get"]?.(() => [...orders, { Id: "2" }]);
    const messages = ["GET Best()", "GET Count()", "GET Orders"].map(async (line) => {
      const { status, body } = await send(mock, line);
      return [status, (body["error"] as { message: string }).message];
    });
    expect(await Promise.all(messages)).toEqual([
      [500, "The stub of GET /Best() gives no valid shop.Order: Name: must be a string"],
      [500, "The stub of GET /Count() gives no valid Edm.Int32: must be a number"],
      [
        500,
        "The stub of GET /Orders gives no valid shop.Order[1]: Id: must be an integer from -2147483648 to 2147483647",
      ],
    ]);
  });
});

describe("PATCH with related entities", () => {
  it("updates those that have a key, adds others, and removes the rest of a collection", async () => {
    const mock = shop.createMock({ data: { Orders: orders, People: [{ Id: 1, Name: "Ada" }] } });
    const first = (await send(mock, "GET Orders(1)/Items")).body.value?.[0] as { Id: number };
    const items = [
      { Id: first.Id, Name: "changed" },
      { Id: 77, Name: "new" },
    ];
    const patch = await send(mock, "PATCH Orders(1)", { Name: "B", Items: items, Buyer: { Id: 1, Name: "Bo" } });
    expect([patch.status, patch.text]).toEqual([204, ""]);
    const { body } = await send(mock, "GET Orders(1)?$expand=Items,Buyer");
    expect(body).toMatchObject({ Name: "B", Items: items, Buyer: { Id: 1, Name: "Bo" } });
    expect((await send(mock, "GET People")).body.value).toEqual([{ Id: 1, Name: "Bo" }]);
  });
});

describe("an atomicity group", () => {
  it("changes nothing where one of its requests fails", async () => {
    const mock = shop.createMock({ data: { Orders: orders, People: [{ Id: 1, Name: "Ada" }] } });
    await send(mock, "PUT Orders(1)/Buyer/$ref", { "@odata.id": "People(1)" });
    const before = (await send(mock, "GET Orders?$expand=Items,Buyer")).text;
    const group = { atomicityGroup: "g" };
    const { body } = await send(mock, "POST $batch", {
      requests: [
        { ...group, id: "1", method: "POST", url: "Orders", body: { Id: 9, Name: "new" } },
        { ...group, id: "2", method: "PATCH", url: "Orders(1)", body: { Name: "changed" } },
        { ...group, id: "3", method: "DELETE", url: "People(1)" },
        { ...group, id: "4", method: "PATCH", url: "Orders(1)", body: { Name: 5 } },
        { id: "5", method: "GET", url: "Orders/$count" },
        { id: "6", method: "GET", url: "Orders", dependsOn: ["g"] },
      ],
    });
    const statuses = (body["responses"] as { id: string; status: number }[]).map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(statuses)).toEqual({ 1: 424, 2: 424, 3: 424, 4: 400, 5: 200, 6: 424 });
    expect((await send(mock, "GET Orders?$expand=Items,Buyer")).text).toBe(before);
  });

  it("changes all where none fails", async () => {
    const mock = shop.createMock({ data: { Orders: orders } });
    const requests = [2, 3].map((Id) => ({
      atomicityGroup: "g",
      id: `${Id}`,
      method: "POST",
      url: "Orders",
      body: { Id },
    }));
    await send(mock, "POST $batch", { requests });
    expect((await send(mock, "GET Orders/$count")).text).toBe("3");
  });
});

describe("strict", () => {
  it.each([
    ["POST Closed", { Id: 9 }, 405],
    ["PATCH Closed(1)", { Name: "A" }, 405],
    ["PUT Closed(1)", { Name: "A" }, 405],
    ["DELETE Closed(1)", undefined, 405],
    ["GET Closed?$count=true", undefined, 400],
    ["GET Closed/$count", undefined, 400],
    ["GET Closed?$orderby=Name", undefined, 400],
    ["GET Closed?$filter=Name eq 'A'", undefined, 400],
    ["GET People?$filter=Id eq 1", undefined, 400],
    ["GET People?$orderby=Id", undefined, 400],
    ["GET People/$count?$filter=Id eq 1", undefined, 400],
  ])("%s is refused, and allowed without it", async (line, body, status) => {
    const refusal = await send(shop.createMock({ strict: true }), line, body);
    expect(refusal.status).toBe(status);
    expect((await send(shop.createMock(), line, body)).status).toBeLessThan(300);
  });

  it.each(["GET Closed?$orderby=Id&$filter=Id eq 1", "GET People?$count=true", "GET Closed(1)"])(
    "%s is allowed",
    async (line) => {
      expect((await send(shop.createMock({ strict: true }), line)).status).toBe(200);
    },
  );
});
