/** Complex types whose values are any JSON value, by the namespace of the service or by an option. */
import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import type { QualifiedName } from "../../src/edm/names.js";
import type { JsonValue } from "../../src/edm/requests.js";
import { explainName } from "../../src/explain/explain.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { withUntypedTypes } from "../../src/merge/untyped-types.js";
import { ValueChecker } from "../../src/values/check-value.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const schema = schemaXml(
  '<ComplexType Name="Json"/><ComplexType Name="Shape"/><ComplexType Name="Circle" BaseType="Self.Shape"/>' +
    '<ComplexType Name="Named"><Property Name="name" Type="Edm.String"/></ComplexType><ComplexType Name="Other" BaseType="Self.Named"/>' +
    '<ComplexType Name="Cell"><Property Name="value" Type="Self.Json"/><Property Name="all" Type="Collection(Self.Json)"/></ComplexType>' +
    '<EntityContainer Name="C"/>',
);
const { model: own } = modelOf({ "a.xml": schema });
const { model: graph } = modelOf({ "a.xml": schema.replaceAll("my.ns", "microsoft.graph") });

function untyped(names: readonly string[], model = own) {
  const report = new Report();
  return { model: withUntypedTypes(model, names, report), codes: report.diagnostics.map(({ code }) => code) };
}

function faults(value: JsonValue, namespace: string, { model }: ReturnType<typeof untyped>): readonly string[] {
  const ref = { type: `${namespace}.Cell` as QualifiedName, collection: false };
  return new ValueChecker(model, factsOf(model, assumptionsOf(model)))
    .check(value, ref, "update")
    .map(({ path, code }) => `${path.join("/")} ${code}`);
}

const anything: readonly JsonValue[] = ["x", 1, true, [], [["a", 1]], {}, { a: 1 }, null];

describe("a complex type that holds any JSON value", () => {
  it.each(anything)("%j", (value) => {
    expect(faults({ value, all: [value, 1] }, "microsoft.graph", untyped([], graph))).toEqual([]);
    expect(faults({ value, all: [value, 1] }, "my.ns", untyped(["my.ns.Json"]))).toEqual([]);
  });

  it("is an object without members in a service that does not name it", () => {
    expect(faults({ value: [], all: {} }, "my.ns", untyped([]))).toEqual(["value type", "all type"]);
    expect(untyped([]).model).toBe(own);
  });

  it("of a collection, the whole is an array all the same", () => {
    expect(faults({ all: {} }, "microsoft.graph", untyped([], graph))).toEqual(["all type"]);
  });

  it.each([
    ["my.ns.Jsn", "untyped-not-found"],
    ["my.ns.C", "untyped-not-found"],
    ["my.ns.Shape", "untyped-not-empty"],
    ["my.ns.Named", "untyped-not-empty"],
    ["my.ns.Other", "untyped-not-empty"],
  ])("is none where it cannot be: %s", (name, code) => {
    const { model, codes } = untyped([name]);
    expect(codes).toEqual([code]);
    expect(model).toBe(own);
  });

  it("is explained as what it became, with what the sources declare", () => {
    const result = explainName("my.ns.Json", untyped(["my.ns.Json"]).model, () => undefined);
    const [explained] = result.state === "found" ? result.explanations : [];
    expect(explained).toMatchObject({ kind: "TypeDefinition", details: [["underlying type", "Edm.Untyped"]] });
  });
});
