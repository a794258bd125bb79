import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "./support/compile.js";
import { generateTo } from "./support/generate.js";

/** A service that is no Graph: keys in parentheses, qualified operations, a second namespace, names that clash. */
const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop.stock" Alias="stock" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EnumType Name="Colour" IsFlags="true"><Member Name="Red" Value="1"/><Member Name="Blue" Value="2"/></EnumType>
  <TypeDefinition Name="Weight" UnderlyingType="Edm.Decimal"/>
  <ComplexType Name="Size" Abstract="true"><Property Name="Unit" Type="Edm.String" Nullable="false"/></ComplexType>
  <ComplexType Name="Box" BaseType="stock.Size"><Property Name="Depth" Type="Edm.Int32" Nullable="false"/></ComplexType>
  <ComplexType Name="Ball" BaseType="stock.Size" OpenType="true"><Property Name="Radius" Type="Edm.Double"/></ComplexType>
</Schema>
<Schema Namespace="shop" Alias="Self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Product"><Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Guid" Nullable="false"/>
    <Property Name="Name" Type="Edm.String" Nullable="false" MaxLength="5"/>
    <Property Name="Colours" Type="stock.Colour"/>
    <Property Name="Weight" Type="stock.Weight"/>
    <Property Name="Size" Type="stock.Size"/>
    <Property Name="Tags" Type="Collection(Edm.String)" Nullable="false"/>
    <Property Name="Made" Type="Edm.Date" DefaultValue="2020-01-01" Nullable="false"/>
    <NavigationProperty Name="Parts" Type="Collection(Self.Product)"/>
    <NavigationProperty Name="get" Type="Self.Product"/>
  </EntityType>
  <EntityType Name="Line"><Key><PropertyRef Name="Order"/><PropertyRef Name="Item"/></Key>
    <Property Name="Order" Type="Edm.Int32" Nullable="false"/><Property Name="Item" Type="Edm.String" Nullable="false"/>
  </EntityType>
  <Action Name="Discount" IsBound="true"><Parameter Name="product" Type="Self.Product"/><Parameter Name="by" Type="Edm.Decimal" Nullable="false"/><ReturnType Type="Edm.Boolean" Nullable="false"/></Action>
  <Function Name="Since" IsBound="true"><Parameter Name="products" Type="Collection(Self.Product)"/><Parameter Name="day" Type="Edm.Date" Nullable="false"/><ReturnType Type="Collection(Self.Product)"/></Function>
  <Function Name="Since" IsBound="true"><Parameter Name="products" Type="Collection(Self.Product)"/><Parameter Name="day" Type="Edm.Date" Nullable="false"/><Parameter Name="colour" Type="stock.Colour" Nullable="false"/><ReturnType Type="Collection(Self.Product)"/></Function>
  <Function Name="Best"><ReturnType Type="Self.Product"/></Function>
  <EntityContainer Name="Shop"><EntitySet Name="Products" EntityType="Self.Product"/><EntitySet Name="Lines" EntityType="Self.Line"/><FunctionImport Name="Best" Function="Self.Best"/></EntityContainer>
</Schema>
</edmx:DataServices></edmx:Edmx>`;

const usage = `
import { createClient, stock, type Product, type ProductCreate } from "./output/index.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(...proof: Equal<A, B> extends true ? [] : [never]): void => void proof;
same<Product["Name"], string>();
same<stock.Colour, "Red" | "Blue">();

export const run = async (fetch: never): Promise<unknown[]> => {
  const client = createClient({ baseUrl: "https://shop.test/odata/", fetch });
  const id = "01234567-89ab-cdef-0123-456789abcdef";
  const product = client.Products.byId(id);
  return [
    await product.get({ select: ["Name"], expand: { Parts: { select: ["Id"], top: 2 } } }),
    await product.Discount.post({ by: "0.1" }),
    (await client.Products.Since({ day: "2024-01-31" }).get()).value,
    (await client.Products.Since({ day: "2024-01-31", colour: "Red" }).get({ top: 1 })).value,
    await client.Lines.byId({ Order: 7, Item: "a'b" }).delete(),
    await product.get_.get(),
    await client.Best().get(),
    (await client.Products.get({ filter: "Name eq 'a&b'" })).value,
  ];
};

const box: ProductCreate = { Id: "1", Name: "a", Size: { "@odata.type": "#shop.stock.Box", Unit: "cm", Depth: 1 }, Tags: [], "Parts@odata.bind": ["Products(1)"] };
// @ts-expect-error the size is of an abstract type, so it has to say what it is
const size: ProductCreate = { Id: "1", Name: "a", Size: { Unit: "cm" } };
// @ts-expect-error a name has to be given
const nameless: ProductCreate = { Id: "1" };
void [box, size, nameless];

// @ts-expect-error without a service root there is nothing to connect to
void (() => createClient({}));
`;

interface Output {
  run(fetch: unknown): Promise<unknown[]>;
}
interface Schema {
  readonly validate: (value: unknown) => {
    readonly ok: boolean;
    readonly issues?: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[];
  };
}

describe("a service that is no Graph", () => {
  const out = mkdtempSync(join(tmpdir(), "odata-codegen-shop-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  let output: Output;
  let schemas: Readonly<Record<string, Schema>>;
  beforeAll(async () => {
    writeFileSync(join(out, "metadata.xml"), metadata);
    writeFileSync(join(out, "usage.ts"), usage);
    const said = await generateTo(join(out, "output"), [join(out, "metadata.xml")]);
    // An overload goes by a name of its own, and that is said.
    expect(said).toEqual([
      expect.stringContaining(
        "26:3 - notice name-taken: The name ProductSince for shop.Since is already used, so it is named ProductSince_.",
      ),
    ]);
    expect(compile(out, "typescript", { emit: true })).toBe("");
    output = (await import(pathToFileURL(join(out, "js/usage.js")).href)) as Output;
    schemas = (await import(pathToFileURL(join(out, "js/output/validators.js")).href)) as Record<string, Schema>;
  }, 120_000);

  it("is called by keys in parentheses, qualified operations and literals of their types", async () => {
    const sent: string[] = [];
    const fetch = async (url: string, init: { readonly method: string; readonly body?: string }) => {
      sent.push(
        `${init.method} ${url.replace("https://shop.test/odata/", "")}${init.body === undefined ? "" : ` ${init.body}`}`,
      );
      const body = init.method === "DELETE" ? "" : JSON.stringify({ value: init.method === "POST" ? true : [] });
      return { ok: true, status: body === "" ? 204 : 200, headers: { get: () => null }, text: async () => body };
    };
    const results = await output.run(fetch);
    expect(results[1]).toBe(true);
    expect(sent).toEqual([
      "GET Products(01234567-89ab-cdef-0123-456789abcdef)?$select=Name&$expand=Parts($select=Id;$top=2)",
      'POST Products(01234567-89ab-cdef-0123-456789abcdef)/shop.Discount {"by":"0.1"}',
      "GET Products/shop.Since(day=2024-01-31)",
      "GET Products/shop.Since(day=2024-01-31,colour=shop.stock.Colour'Red')?$top=1",
      "DELETE Lines(Order=7,Item='a''b')",
      "GET Products(01234567-89ab-cdef-0123-456789abcdef)/get",
      "GET Best()",
      "GET Products?$filter=Name%20eq%20'a%26b'",
    ]);
  });

  it("is read strictly: what is not null is there, texts are no longer than they may be, derived values are checked as what they are", () => {
    const product = { Id: "01234567-89ab-cdef-0123-456789abcdef", Name: "a", Tags: ["x"], Made: "2020-02-29" };
    const issues = (value: unknown) =>
      schemas["productSchema"]?.validate(value).issues?.map(({ path, code }) => `${path.join(".")} ${code}`);
    expect(issues(product)).toBeUndefined();
    expect(issues({ ...product, Made: undefined })).toEqual(["Made missing"]);
    expect(issues({ ...product, Id: "1", Name: "abcdef", Tags: [1], Made: "2021-02-29" })?.toSorted()).toEqual([
      "Id format",
      "Made format",
      "Name range",
      "Tags.0 type",
    ]);
    expect(issues({ ...product, Size: { "@odata.type": "#shop.stock.Box", Unit: "cm", Depth: "1" } })).toEqual([
      "Size.Depth type",
    ]);
  });

  it("is written strictly: what has a default may be left out, an open type takes any property, flags are lists", () => {
    const issues = (value: unknown) =>
      schemas["productCreateSchema"]?.validate(value).issues?.map(({ path, code }) => `${path.join(".")} ${code}`);
    const product = { Id: "01234567-89ab-cdef-0123-456789abcdef", Name: "a" };
    expect(
      issues({
        ...product,
        Colours: "Red, Blue",
        Size: { "@odata.type": "shop.stock.Ball", Unit: "cm", Radius: 1.5, Bounces: true },
      }),
    ).toBeUndefined();
    expect(issues({ ...product, Colours: "Red,Green", Nmae: "x" })?.toSorted()).toEqual([
      "Colours member",
      "Nmae unknown-property",
    ]);
    expect(issues({ Id: product.Id })).toEqual(["Name missing"]);
  });
});
