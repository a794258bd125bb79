/** The document that `convert` makes of a selection: everything that it names is in it. */
import { describe, expect, it } from "vitest";
import { writeCsdlXml } from "../../src/csdl/write-xml.js";
import { Report } from "../../src/diagnostics/report.js";
import type { CsdlDocument } from "../../src/edm/document.js";
import { select } from "../../src/select/select.js";
import { modelOf } from "../support/model.js";

const TEXT = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Base"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="s.Id" Nullable="false"/></EntityType>
<EntityType Name="Order" BaseType="s.Base">
<Property Name="total" Type="Edm.Decimal"/><Property Name="state" Type="s.State"/><Property Name="buyerId" Type="s.Id"/>
<NavigationProperty Name="buyer" Type="s.Buyer" Partner="orders"><ReferentialConstraint Property="buyerId" ReferencedProperty="id"/></NavigationProperty>
<NavigationProperty Name="items" Type="Collection(s.Item)" ContainsTarget="true"/>
<NavigationProperty Name="far" Type="other.Type"/>
</EntityType>
<EntityType Name="Item"><Key><PropertyRef Name="no"/></Key><Property Name="no" Type="Edm.Int32" Nullable="false"/><Property Name="size" Type="s.Size"/><NavigationProperty Name="order" Type="s.Order"/></EntityType>
<EntityType Name="Buyer" BaseType="s.Base"><Property Name="name" Type="Edm.String"/><NavigationProperty Name="orders" Type="Collection(s.Order)" Partner="buyer"/></EntityType>
<ComplexType Name="Size"><Property Name="width" Type="Edm.Int32"/></ComplexType>
<EnumType Name="State"><Member Name="open"/></EnumType>
<TypeDefinition Name="Id" UnderlyingType="Edm.Guid"/>
<Term Name="T" Type="Edm.String"/>
<Action Name="Cancel" IsBound="true"><Parameter Name="it" Type="s.Order"/><Parameter Name="why" Type="s.Size"/></Action>
<Function Name="Best"><ReturnType Type="s.Buyer"/></Function>
<EntityContainer Name="C">
<EntitySet Name="orders" EntityType="s.Order"><NavigationPropertyBinding Path="buyer" Target="buyers"/><NavigationPropertyBinding Path="items/order" Target="orders"/></EntitySet>
<EntitySet Name="buyers" EntityType="s.Buyer"><NavigationPropertyBinding Path="orders" Target="orders"/></EntitySet>
<Singleton Name="main" Type="s.Order"><NavigationPropertyBinding Path="buyer" Target="buyers/x"/></Singleton>
<FunctionImport Name="Best" Function="s.Best" EntitySet="buyers"/>
</EntityContainer>
<Annotations Target="s.Nothing/a"><Annotation Term="s.T" String="x"/></Annotations>
</Schema></edmx:DataServices></edmx:Edmx>`;

/** The elements of the document, one line each, with those of their children in parentheses. */
function closed(include: readonly string[], exclude: readonly string[] = []): readonly string[] {
  const { model } = modelOf({ "a.xml": TEXT });
  const part = select(model, { include, exclude }, new Report()).closed();
  const document: CsdlDocument = {
    kind: "csdl",
    source: { index: 0, name: "a.xml", text: TEXT },
    version: "4.0",
    references: part.references,
    schemas: part.schemas,
  };
  const lines: string[] = [];
  for (const line of writeCsdlXml(document).split("\n")) {
    const [, indent = "", tag = "", attributes = ""] = /^( +)<(\w+)((?: [^>]*?)?) ?\/?>/.exec(line) ?? [];
    const name = /(?:Name|Path|Property|Target)="([^"]*)"/.exec(attributes)?.[1] ?? "";
    const more =
      /(?:Partner|BaseType|EntitySet|OpenType)="[^"]*"|(?<=Path="[^"]*" )Target="[^"]*"/.exec(attributes)?.[0] ?? "";
    if (indent.length === 6) lines.push(`${tag} ${name}${more === "" ? "" : ` ${more}`}:`);
    else if (indent.length > 6 && tag !== "Key" && tag !== "PropertyRef")
      lines[lines.length - 1] = `${lines.at(-1)} ${name}${more === "" ? "" : ` ${more}`}`;
  }
  return lines;
}

const BASE = ["TypeDefinition Id:", "EntityType Base: id"];
const BUYER = 'EntityType Buyer BaseType="s.Base": name';
const ITEM = "EntityType Item: no size";
const STATE = "EnumType State: open";
const SIZE = "ComplexType Size: width";

describe("a selection as a document has", () => {
  it.each<[what: string, include: readonly string[], ...lines: readonly string[]]>([
    [
      "the types that a path addresses, whole, with what their properties need",
      ["/orders"],
      STATE,
      ...BASE,
      'EntityType Order BaseType="s.Base": total state buyerId',
      "EntityContainer C: orders",
    ],
    [
      "what paths only lead through with its key and the navigation properties on them",
      ["/orders/{id}/items/{no}"],
      "TypeDefinition Id:",
      SIZE,
      "EntityType Base: id",
      ITEM,
      'EntityType Order BaseType="s.Base": items',
      "EntityContainer C: orders",
    ],
    [
      "no partner, constraint or binding that leads to what it has not",
      ["/orders/{id}/buyer"],
      ...BASE,
      BUYER,
      'EntityType Order BaseType="s.Base": buyer',
      "EntityContainer C: orders",
    ],
    [
      "partners, constraints and bindings whose ends it has",
      ["/orders/{id}/buyer", "/buyers/{id}/orders"],
      STATE,
      ...BASE,
      `${BUYER} orders Partner="buyer"`,
      'EntityType Order BaseType="s.Base": total state buyerId buyer Partner="orders" buyerId',
      'EntityContainer C: orders buyer Target="buyers" buyers orders Target="orders"',
    ],
    [
      "navigation properties to types of other services where a path takes them",
      ["/orders/**"],
      STATE,
      "TypeDefinition Id:",
      SIZE,
      "EntityType Base: id",
      `${BUYER} orders Partner="buyer"`,
      `${ITEM} order`,
      'EntityType Order BaseType="s.Base": total state buyerId buyer Partner="orders" buyerId items far',
      "Action Cancel: it why",
      'EntityContainer C: orders items/order Target="orders"',
    ],
    [
      "navigation properties between types that are named",
      ["s.Item", "s.Order"],
      STATE,
      "TypeDefinition Id:",
      SIZE,
      "EntityType Base: id",
      `${ITEM} order`,
      'EntityType Order BaseType="s.Base": total state buyerId items',
      "EntityContainer C:",
    ],
    [
      "the type that an operation is bound to, with its key",
      ["s.Cancel"],
      "TypeDefinition Id:",
      SIZE,
      "EntityType Base: id",
      'EntityType Order BaseType="s.Base":',
      "Action Cancel: it why",
      "EntityContainer C:",
    ],
    [
      "imports without the entity set that it has not",
      ["/Best"],
      ...BASE,
      BUYER,
      "Function Best: ",
      "EntityContainer C: Best",
    ],
    [
      "imports with the entity set that it has",
      ["/Best", "/buyers"],
      ...BASE,
      BUYER,
      "Function Best: ",
      'EntityContainer C: buyers Best EntitySet="buyers"',
    ],
    [
      "singletons, and bindings to what lies in a set",
      ["/main/buyer", "/buyers"],
      ...BASE,
      BUYER,
      'EntityType Order BaseType="s.Base": buyer',
      'EntityContainer C: buyers main buyer Target="buyers/x"',
    ],
  ])("%s", (_, include, ...lines) => expect(closed(include)).toEqual(lines));
});

describe("what is excluded", () => {
  it("takes members, bindings, functions and their imports along", () => {
    expect(closed([], ["s.Buyer"])).toEqual([
      STATE,
      "TypeDefinition Id:",
      SIZE,
      "EntityType Base: id",
      `${ITEM} order`,
      'EntityType Order BaseType="s.Base": total state buyerId items far',
      "Action Cancel: it why",
      'EntityContainer C: orders items/order Target="orders" main',
    ]);
  });

  it("takes the operations along whose parameters have its type", () => {
    expect(closed(["s.Cancel"], ["s.Size"])).toEqual([
      ...BASE,
      'EntityType Order BaseType="s.Base":',
      "EntityContainer C:",
    ]);
  });

  it("leaves types that derive from it open", () => {
    const types = closed([], ["s.Base"]).filter((line) => line.startsWith("EntityType"));
    expect(types).toEqual([
      'EntityType Buyer OpenType="true": name orders Partner="buyer"',
      `${ITEM} order`,
      'EntityType Order OpenType="true": total state buyerId buyer Partner="orders" items far',
    ]);
  });
});
