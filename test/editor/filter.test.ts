/** What an editor offers and says where people write filters and orders. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { describeWithCorpus } from "../support/corpus.js";
import { generateTo } from "../support/generate.js";
import { graphDocument } from "../support/graph-output.js";
import { fill } from "../support/temporary-folder.js";
import { csdl } from "../vocabularies/service.js";
import { Editor } from "./editor.js";

const schema = csdl(`
  <EnumType Name="Color"><Member Name="red" /><Member Name="green" /><Member Name="blue" /></EnumType>
  <EnumType Name="Right" IsFlags="true"><Member Name="read" Value="1" /><Member Name="write" Value="2" /></EnumType>
  <ComplexType Name="Address"><Property Name="city" Type="Edm.String" /></ComplexType>
  <EntityType Name="Person">
    <Key><PropertyRef Name="id" /></Key>
    <Property Name="id" Type="Edm.Guid" Nullable="false" />
    <Property Name="name" Type="Edm.String" />
    <Property Name="active" Type="Edm.Boolean" />
    <Property Name="age" Type="Edm.Int32" />
    <Property Name="balance" Type="Edm.Decimal" />
    <Property Name="born" Type="Edm.Date" />
    <Property Name="created" Type="Edm.DateTimeOffset" />
    <Property Name="color" Type="shop.Color" />
    <Property Name="rights" Type="shop.Right" />
    <Property Name="address" Type="shop.Address" />
    <Property Name="tags" Type="Collection(Edm.String)" />
    <NavigationProperty Name="orders" Type="Collection(shop.Order)" />
  </EntityType>
  <EntityType Name="Worker" BaseType="shop.Person"><Property Name="salary" Type="Edm.Decimal" /></EntityType>
  <EntityType Name="Order">
    <Key><PropertyRef Name="id" /></Key>
    <Property Name="id" Type="Edm.Int32" Nullable="false" />
    <Property Name="title" Type="Edm.String" />
    <NavigationProperty Name="buyer" Type="shop.Person" />
  </EntityType>
  <EntityContainer Name="Container">
    <EntitySet Name="people" EntityType="shop.Person" />
    <EntitySet Name="orders" EntityType="shop.Order" />
    <EntitySet Name="locked" EntityType="shop.Order">
      <Annotation Term="Org.OData.Core.V1.OptimisticConcurrency"><Collection /></Annotation>
    </EntitySet>
  </EntityContainer>`);

const before =
  'import { createClient } from "./client.js";\n' +
  'import { checked, date, enumMember, filter, guid, odata, orderby, ref, result } from "./odata.js";\n' +
  'const client = createClient({ baseUrl: "https://x.example" });\n';

let editor: Editor;
beforeAll(async () => {
  const folder = mkdtempSync(join(inject("runFolder"), "filter-"));
  fill(folder, { "a.xml": schema });
  await generateTo(folder, [join(folder, "a.xml")]);
  editor = new Editor(folder, before);
});

function filterOf(condition: string): string {
  return `void client.people.get({ filter: filter((p) => ${condition}) });`;
}

describe("mistakes are reported where they are", () => {
  it("a schema of another type", () => {
    const errorsOf = (schema: string) =>
      editor.errors(
        `import { ${schema} } from "./validators.js"; void checked(client.orders.byId(1).get(), ${schema});`,
      );
    expect(errorsOf("personSchema").join("\n")).toMatchSnapshot();
    expect(errorsOf("orderSchema")).toEqual([]);
  });

  it.each([
    ["a name", filterOf('p.nme.eq("x")'), "nme"],
    ["an operator", filterOf("p.age.gtt(5)"), "gtt"],
    ["a boolean as text", filterOf('p.active.eq("true")'), '"true"'],
    ["a number as text", filterOf('p.balance.gt("5")'), '"5"'],
    ["a Guid as text", filterOf('p.id.eq("x")'), '"x"'],
    ["a date as text", filterOf('p.born.eq("2020-01-01")'), '"2020-01-01"'],
    ["a date for an instant", filterOf('p.created.lt(date("2020-01-01"))'), 'date("2020-01-01")'],
    ["a member", filterOf('p.color.eq("gren")'), '"gren"'],
    ["a member in a list", filterOf('p.color.in(["red", "gren"])'), '"gren"'],
    [
      "a member with its type",
      filterOf('p.color.eq(enumMember("shop.Color", "gren"))'),
      'enumMember("shop.Color", "gren")',
    ],
    ["a flag", filterOf('p.rights.has("raed")'), '"raed"'],
    ["a name in a complex value", filterOf('p.address.cty.eq("x")'), "cty"],
    ["a name in a lambda", filterOf('p.orders.any((o) => o.titel.eq("x"))'), "titel"],
    ["a literal in a lambda", filterOf("p.orders.any((o) => o.title.eq(5))"), "5"],
    ["two paths", filterOf("p.name.eq(p.age)"), "p.age"],
    ["a type", filterOf('p.as("shop.Wroker").salary.gt(5)'), '"shop.Wroker"'],
    ["no condition", filterOf("p.name"), "p.name"],
    ["a name in an order", "void client.people.get({ orderby: orderby((p) => p.nme) });", "nme"],
    ["a structured value in an order", "void client.people.get({ orderby: orderby((p) => p.orders) });", "p.orders"],
    [
      "a name in an expand",
      'void client.people.get({ expand: { orders: { filter: filter((o) => o.titel.eq("x")) } } });',
      "titel",
    ],
    ["an object in a template", "void odata`name eq ${{}}`;", "{}"],
    ["apply without a result", 'void client.people.get({ apply: "groupby((color))" });', "apply"],
    ["a name in select", 'void client.people.get({ select: ["nme"] });', '"nme"'],
    ["a name in expand", "void client.people.get({ expand: { ordrs: true } });", "ordrs"],
    ["a segment", 'void client.people.byId("1").ordrs.get();', "ordrs"],
    ["a key", 'void client.orders.byId("1").get();', '"1"'],
    ["a name in a body", 'void client.people.post({ id: "1", nme: "x" });', "nme"],
    ["a value in a body", 'void client.people.byId("1").patch({ age: "5" });', "age"],
    [
      "the target of a relation",
      'void ref(client.people.byId("1").orders).add(client.people.byId("2"));',
      'client.people.byId("2")',
    ],
    ["a place that needs an ETag", 'void client.locked.byId(1).patch({ title: "x" });', "patch"],
    ["a property of a structured value", 'void client.people.byId("1").address.patch({ cty: "x" });', "cty"],
  ])("%s", (_, text, place) => {
    expect(editor.marked(text)).toEqual([place]);
    expect(editor.errors(text).join("\n")).toMatchSnapshot();
  });
});

describe("names and members are completed", () => {
  it.each([
    ["properties", filterOf("p.|"), ["name", "color", "orders", "address"]],
    ["of a related entity", filterOf("p.orders.any((o) => o.buyer.|)"), ["name", "color", "orders"]],
    ["operators", filterOf("p.name.|"), ["eq", "startswith", "tolower"]],
    ["members of an enumeration", filterOf('p.color.eq("|")'), ["red", "green", "blue"]],
    ["derived types", filterOf('p.as("|")'), ["shop.Worker"]],
  ])("%s", (_, text, names) => {
    const offered = editor.completions(text).map((name) => name.replaceAll('"', ""));
    expect(offered).toEqual(expect.arrayContaining(names));
  });
});

it("results are plain objects beside filters", () => {
  const hover = (query: string) => editor.hover(`const page| = await client.people.get(${query});`);
  expect(hover('{ select: ["name"], filter: filter((p) => p.active), orderby: orderby((p) => p.name) }')).toBe(
    "const page: Page<{\n    name: string | null;\n}>",
  );
  expect(
    hover('{ select: ["name"], expand: { orders: { select: ["title"], filter: filter((o) => o.id.gt(1)) } } }'),
  ).toBe("const page: Page<{\n    name: string | null;\n    orders: {\n        title: string | null;\n    }[];\n}>");
  expect(hover('{ apply: result<{ color: string; n: number }>("x") }')).toBe(
    "const page: Page<{\n    color: string;\n    n: number;\n}>",
  );
  expect(hover('{ select: ["name"], expand: { orders: { only: "$count" } } }')).toBe(
    'const page: Page<{\n    name: string | null;\n    "orders@odata.count": number;\n}>',
  );
  expect(hover("{ filter: filter((p) => p.active) }")).toBe("const page: Page<Person>");
});

it("expressions are shown by their types", () => {
  expect(editor.hover(filterOf('p.nam|e.eq("x")'))).toBe("(property) name: StringExpression");
  expect(editor.hover(filterOf("p.orders.any((o|) => o.title.eq(null))"))).toBe(
    "(parameter) o: Filterable<OrderEntity>",
  );
  expect(editor.hover(filterOf('p.color.e|q("red")'))).toMatchInlineSnapshot(
    `"(method) Comparable<EnumKind<"red" | "green" | "blue">, "red" | "green" | "blue">.eq(value: "red" | "green" | "blue" | Expression<EnumKind<"red" | "green" | "blue">> | null): Condition"`,
  );
});

describeWithCorpus("a part of Microsoft Graph", () => {
  let graph: Editor;
  beforeAll(async () => {
    const folder = mkdtempSync(join(inject("runFolder"), "filter-"));
    await generateTo(folder, [graphDocument("v1.0-2026-08.csdl")], {
      include: ["/users/**"],
      emit: ["types", "client"],
    });
    graph = new Editor(folder, before);
  }, 120_000);

  const users = (condition: string) => `void client.users.get({ filter: filter((u) => ${condition}) });`;
  const messages = (query: string) => `void client.users.byId("x").messages.get({ ${query} });`;

  it.each([
    users('u.accountEnabled.eq(true).and(u.assignedLicenses.any((l) => l.skuId.eq(guid("x"))))'),
    users('u.displayName.startswith("A").or(u.identities.any((i) => i.issuer.eq("contoso.com")))'),
    users("u.createdDateTime.ge(new Date()).and(u.memberOf.$count.gt(5))"),
    users('u.manager.as("microsoft.graph.user").displayName.eq("Ann").and(u.manager.id.ne(null))'),
    messages('filter: filter((m) => m.importance.eq("high").and(m.from.emailAddress.address.eq("a@b.example")))'),
    messages("orderby: orderby((m) => [m.receivedDateTime.desc(), m.subject])"),
    messages('expand: { attachments: { filter: filter((a) => a.name.endswith(".pdf").and(a.size.lt(1000))) } }'),
    'void client.users.get({ expand: { directReports: { as: "microsoft.graph.user", filter: filter((u) => u.mail.ne(null)) } } });',
  ])("takes %s", (text) => {
    expect(graph.errors(text)).toEqual([]);
  });

  it.each([
    [users('u.displayNme.eq("A")'), "displayNme"],
    [users('u.assignedLicenses.any((l) => l.skuId.eq("x"))'), '"x"'],
    [messages('filter: filter((m) => m.importance.eq("hgh"))'), '"hgh"'],
    [messages('expand: { attachments: { filter: filter((a) => a.nme.eq("x")) } }'), "nme"],
  ])("refuses %s", (text, place) => {
    expect(graph.marked(text)).toEqual([place]);
  });
});
