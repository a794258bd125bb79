/** The facts of clients of OData 2.0 and 3.0: how values, keys and parameters are written, and by which methods. */
import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface Facts {
  readonly protocol?: string;
  readonly methods?: Readonly<Record<string, string>>;
  readonly navigation?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly segments?: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  readonly keyStyle?: string;
  readonly exactNumbers?: readonly string[];
}

const edm = { "2.0": "2008/09", "3.0": "2009/11" } as const;

async function clientOf(content: string, version: keyof typeof edm = "2.0"): Promise<string> {
  const text = `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:sap="http://www.sap.com/Protocols/SAPData">
<edmx:DataServices m:DataServiceVersion="${version}"><Schema Namespace="n" xmlns="http://schemas.microsoft.com/ado/${edm[version]}/edm">${content}</Schema></edmx:DataServices></edmx:Edmx>`;
  const folder = temporaryFolder({ "a.xml": text });
  const request = {
    inputs: ["a.xml"],
    output: "out",
    emit: ["types", "client"],
    runtime: "package",
    importExtension: "js",
  } as const;
  const { output, report } = await generate(request, nodeIo(folder));
  expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return output.files.find(({ path }) => path === "client.ts")?.text ?? "";
}

/** A kind, by the name of which the tests go. */
const KIND = /\bedm(?!Enum\b)([A-Z]\w+)/g;

async function factsOf(content: string, version?: keyof typeof edm): Promise<Facts> {
  const [, literal = "{}"] = /const facts: Facts = (\{.*?\n\}) as const;/s.exec(await clientOf(content, version)) ?? [];
  const { light: _, ...facts } = new Function("edmEnum", "lightJson", `return ${literal.replaceAll(KIND, '"$1"')};`)(
    (type: string) => type,
  ) as Facts & { readonly light?: unknown };
  return facts;
}

const KEY = '<Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>';
const property = (name: string, type: string) => `<Property Name="${name}" Type="${type}"/>`;
const entity = (name: string, content: string) => `<EntityType Name="${name}">${KEY}${content}</EntityType>`;
const container = (content: string) => `<EntityContainer Name="C">${content}</EntityContainer>`;
const set = (name: string, type: string) => `<EntitySet Name="${name}" EntityType="n.${type}"/>`;

describe("the facts of a client", () => {
  it("have the protocol, and nothing that OData 4.0 alone has", async () => {
    const facts = await factsOf(entity("A", property("N", "Edm.Int64")) + container(set("As", "A")));
    expect(facts).toEqual({ protocol: "2.0", values: { N: "Int64" } });
  });

  it("have the kinds of values that differ on the wire, and no others", async () => {
    const types = ["DateTime", "DateTimeOffset", "Time", "Int64", "Decimal", "Double", "Single"];
    const others = ["String", "Boolean", "Byte", "SByte", "Int16", "Int32", "Guid", "Binary"];
    const properties = [...types, ...others].map((type) => property(`${type}_`, `Edm.${type}`)).join("");
    const { values } = await factsOf(entity("A", properties) + container(set("As", "A")));
    expect(values).toEqual(Object.fromEntries(types.map((type) => [`${type}_`, type])));
  });

  it("have the type before a name of several kinds, and the ways to that type", async () => {
    const { values, types } = await factsOf(
      entity("A", property("On", "Edm.DateTime") + property("At", "n.Place")) +
        entity("B", property("On", "Edm.DateTime") + property("Near", "n.Place")) +
        entity("D", property("On", "Edm.String") + property("At", "Edm.String")) +
        `<ComplexType Name="Place">${property("On", "Edm.String")}${property("In", "n.Inner")}</ComplexType>` +
        `<ComplexType Name="Inner">${property("On", "Edm.Boolean")}</ComplexType>` +
        container(set("As", "A") + set("Bs", "B") + set("Ds", "D")),
    );
    expect(values).toEqual({ "n.A/On": "DateTime", "n.B/On": "DateTime" });
    expect(types).toEqual({ As: "n.A", Bs: "n.B" });
    const other = await factsOf(
      entity("A", property("On", "Edm.DateTime") + property("At", "n.Place")) +
        entity("B", property("On", "Edm.DateTime")) +
        `<ComplexType Name="Place">${property("On", "Edm.String")}</ComplexType>` +
        container(set("As", "A") + set("Bs", "B")),
    );
    expect(other.values).toEqual({ On: "DateTime", "n.Place/On": "" });
    expect(other.types).toEqual({ At: "n.Place" });
  });

  it("have results of function imports, and kinds of parameters of all methods", async () => {
    const parameter = '<Parameter Name="On" Type="Edm.DateTime" Mode="In"/>';
    const { values, parameters, methods, types } = await factsOf(
      entity("A", property("On", "Edm.String")) +
        entity("B", property("On", "Edm.DateTime")) +
        container(
          set("As", "A") +
            set("Bs", "B") +
            `<FunctionImport Name="Next" ReturnType="Edm.Int64" m:HttpMethod="GET">${parameter}</FunctionImport>` +
            `<FunctionImport Name="Last" ReturnType="n.B" EntitySet="Bs" m:HttpMethod="GET"/>` +
            `<FunctionImport Name="Send" ReturnType="Edm.Decimal" m:HttpMethod="POST">${parameter}</FunctionImport>` +
            `<FunctionImport Name="Drop" m:HttpMethod="DELETE">${parameter}</FunctionImport>` +
            `<FunctionImport Name="upsert" m:HttpMethod="POST" sap:support-payload="true">${parameter}</FunctionImport>`,
        ),
    );
    expect(values).toEqual({ Next: "Int64", Send: "Decimal", "n.B/On": "DateTime" });
    expect(types).toEqual({ Bs: "n.B", Last: "n.B" });
    expect(parameters).toEqual({ On: "DateTime" });
    expect(methods).toEqual({ Drop: "DELETE", Send: "POST" });
  });

  it("of OData 3.0 have properties of derived types, and actions by their simple names", async () => {
    const { protocol, values, segments, parameters, methods } = await factsOf(
      entity("A", "") +
        `<EntityType Name="Derived" BaseType="n.A">${property("Height", "Edm.Decimal")}</EntityType>` +
        entity("B", property("Height", "Edm.Int32")) +
        container(
          set("As", "A") +
            set("Bs", "B") +
            '<FunctionImport Name="Cut" IsBindable="true" ReturnType="Edm.Single"><Parameter Name="a" Type="n.A"/><Parameter Name="by" Type="Edm.Decimal"/></FunctionImport>',
        ),
      "3.0",
    );
    expect(protocol).toBe("3.0");
    expect(values).toEqual({ Cut: "Single", Height: "Decimal", "n.B/Height": "" });
    expect(parameters).toEqual({ by: "Decimal" });
    expect({ segments, methods }).toEqual({});
  });

  it("name navigation properties to an entity with a property `value`, of names that no property has", async () => {
    const along = (name: string, from = "a", to = "b") =>
      `<NavigationProperty Name="${name}" Relationship="n.R" FromRole="${from}" ToRole="${to}"/>`;
    const { navigation } = await factsOf(
      entity("A", along("Text") + along("Setting")) +
        entity("B", property("Text", "Edm.String") + property("value", "Edm.String") + along("Owner", "b", "a")) +
        '<Association Name="R"><End Role="a" Type="n.A" Multiplicity="1"/><End Role="b" Type="n.B" Multiplicity="1"/></Association>' +
        container(set("As", "A") + set("Bs", "B")),
    );
    expect(navigation).toEqual(["Setting"]);
  });
});

describe("the types of a client of OData 2.0", () => {
  const derived = `${entity("A", "")}<EntityType Name="Derived" BaseType="n.A"/>${container(set("As", "A"))}`;

  it("have no casts, which OData 3.0 has", async () => {
    expect(await clientOf(derived)).not.toMatch(/derived:|EntityMap|Casts/);
    expect(await clientOf(derived, "3.0")).toContain('derived: Pick<EntityMap, "n.Derived">;');
  });

  it("have a search where the service states one", async () => {
    const sets = `${set("As", "A")}<EntitySet Name="Bs" EntityType="n.A" sap:searchable="true"/>`;
    const client = await clientOf(entity("A", "") + container(sets));
    expect(client).toContain("As: ACollectionRequests;");
    expect(client).toContain("Bs: CollectionAt<AEntity, { searchable: true }>;");
  });
});
