import { describe, expect, it } from "vitest";
import { schemaXml } from "../csdl/reading.js";
import { outputOf } from "../laws/output.js";
import { Output } from "./output.js";
import { missingRequests, missingTypes } from "./walk.js";
import { wireModelOf } from "./wire-model.js";

interface Extra {
  readonly property?: string;
  readonly navigation?: string;
  readonly member?: string;
  readonly elements?: string;
  readonly overload?: string;
  readonly child?: string;
}

/** A small service in the namespace of Graph, and something more. */
function service({
  property = "",
  navigation = "",
  member = "",
  elements = "",
  overload = "",
  child = "",
}: Extra = {}) {
  return schemaXml(
    `<EntityType Name="base"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>` +
      `<EntityType Name="user" BaseType="Self.base"><Property Name="name" Type="Edm.String"/>${property}<NavigationProperty Name="boss" Type="Self.user"/>${navigation}</EntityType>` +
      `<EnumType Name="color"><Member Name="red"/>${member}</EnumType>${elements}` +
      `<Function Name="find" IsBound="true"><Parameter Name="on" Type="Self.user"/><ReturnType Type="Edm.String"/></Function>${overload}` +
      `<Action Name="reset"/><EntityContainer Name="C"><EntitySet Name="users" EntityType="Self.user"/><ActionImport Name="reset" Action="Self.reset"/>${child}</EntityContainer>`,
  ).replace('"my.ns"', '"microsoft.graph"');
}

describe("the walk from a document to the output", () => {
  it.each<readonly [string, Extra, Extra, readonly string[]]>([
    ["nothing where all is there", {}, {}, []],
    ["a property", { property: '<Property Name="age" Type="Edm.Int32"/>' }, {}, ["microsoft.graph.user/age"]],
    [
      "a property that nobody declares",
      {},
      { property: '<Property Name="age" Type="Edm.Int32"/>' },
      ["microsoft.graph.user/age is not declared there"],
    ],
    [
      "a navigation property, in the types and in the client",
      { navigation: '<NavigationProperty Name="team" Type="Collection(Self.user)"/>' },
      {},
      ["microsoft.graph.user/team", "microsoft.graph.user/team"],
    ],
    ["a member of an enum", { member: '<Member Name="blue"/>' }, {}, ["enum microsoft.graph.color"]],
    ["a type", { elements: '<ComplexType Name="place"/>' }, {}, ["type microsoft.graph.place"]],
    [
      "a type that nobody declares",
      {},
      { elements: '<ComplexType Name="place"/>' },
      ["microsoft.graph.place is not declared"],
    ],
    [
      "an overload",
      {
        overload:
          '<Function Name="find" IsBound="true"><Parameter Name="on" Type="Self.user"/><Parameter Name="by" Type="Edm.String"/><ReturnType Type="Edm.String"/></Function>',
      },
      {},
      ["Function microsoft.graph.find on microsoft.graph.user (by)"],
    ],
    [
      "an operation that another kind has the name of",
      { overload: '<Action Name="find" IsBound="true"><Parameter Name="on" Type="Self.user"/></Action>' },
      {},
      ["Action microsoft.graph.find on microsoft.graph.user ()"],
    ],
    ["an entity set", { child: '<EntitySet Name="guests" EntityType="Self.user"/>' }, {}, ["EntitySet guests"]],
    ["a singleton", { child: '<Singleton Name="me" Type="Self.user"/>' }, {}, ["Singleton me"]],
    [
      "an import",
      { child: '<ActionImport Name="again" Action="Self.reset"/>' },
      {},
      ["Action microsoft.graph.reset on undefined ()"],
    ],
  ])("finds %s", async (_, declared, generated, expected) => {
    const model = wireModelOf(service(declared));
    const output = new Output(await outputOf(service(generated)));
    expect([...missingTypes(model, output), ...missingRequests(model, output)]).toEqual(expected);
  });
});
