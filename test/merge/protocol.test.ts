import { describe, expect, it } from "vitest";
import { oldXml } from "../csdl/v2/old-documents.js";
import { modelOf } from "../support/model.js";

const container = (name: string, attributes = "") => `<EntityContainer Name="${name}" ${attributes}/>`;
const schema = (children: string, namespace: string) =>
  `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">${children}</Schema>`;
const version3 = { dataServiceVersion: "3.0" };

describe("the protocol of a service", () => {
  it.each([
    ["2.0", { "a.xml": oldXml(container("C")) }],
    ["3.0", { "a.xml": oldXml(container("C"), version3) }],
    ["4.0", { "a.xml": schema(container("C"), "n") }],
    ["2.0, with a vocabulary of OData 4", { "a.xml": schema("", "v"), "b.xml": oldXml(container("C")) }],
    ["2.0, with no container at all", { "a.xml": oldXml(`<ComplexType Name="C"/>`) }],
  ])("is %s", (expected, texts) => {
    const { model, said } = modelOf(texts);
    expect(model.protocol).toBe(expected.slice(0, 3));
    expect(said).toEqual([]);
  });

  it.each([
    ["2.0 and 4", { "a.xml": oldXml(container("C")), "b.xml": schema(container("D"), "n") }, "4.0"],
    [
      "2.0 and 3.0",
      { "a.xml": oldXml(container("C")), "b.xml": oldXml(container("D"), version3).replace("my.ns", "other.ns") },
      "3.0",
    ],
  ])("is not both %s", (_, texts, other) => {
    expect(modelOf(texts).said.filter((line) => line.includes("mixed-protocols"))).toEqual([
      expect.stringContaining(`is of OData ${other}, but another container is of OData 2.0`),
    ]);
  });
});

describe("of several containers", () => {
  const several = oldXml(
    `${container("A")}\n<EntityContainer Name="B" m:IsDefaultEntityContainer="true"/>\n` +
      `<EntityContainer Name="C" m:IsDefaultEntityContainer="false"><EntitySet Name="S" EntityType="Self.T"/></EntityContainer>` +
      `<EntityType Name="T"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32"/></EntityType>`,
  );

  it("the default one stands, and the others are named", () => {
    const { model, said } = modelOf({ "a.xml": several });
    expect(model.container?.name).toBe("my.ns.B");
    expect(said.map((line) => /^a\.xml:\d+:\d+ - \w+ [\w-]+/.exec(line)?.[0]).toSorted()).toEqual([
      "a.xml:4:1 - notice container-not-default",
      "a.xml:6:1 - notice container-not-default",
    ]);
  });

  it("none is told by 2.0 itself", () => {
    const { model, said } = modelOf({ "a.xml": several.replace(`m:IsDefaultEntityContainer="true"`, "") });
    expect(model.container?.name).toBe("my.ns.C");
    expect(said.filter((line) => line.includes("several-containers"))).toHaveLength(2);
  });
});
