import { expect, it } from "vitest";
import type { QualifiedName } from "../../src/edm/names.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import type { ValueShape } from "../../src/edm/examples/example-types.js";
import { ValueChecker } from "../../src/values/check-value.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const { model } = modelOf({
  "a.xml": schemaXml(
    '<ComplexType Name="Shape" Abstract="true"/><ComplexType Name="Circle" BaseType="Self.Shape"/>' +
      '<ComplexType Name="Drawing"><Property Name="first" Type="Self.Shape"/><Property Name="rest" Type="Collection(Self.Shape)"/></ComplexType>',
  ),
});

function codes(value: object, shape: ValueShape): readonly string[] {
  const type = { type: "my.ns.Drawing" as QualifiedName, collection: false };
  return new ValueChecker(model, factsOf(model, assumptionsOf(model)))
    .check(value as never, type, shape)
    .map(({ path, code }) => `${path.join("/")} ${code}`);
}

it("a value of an abstract type names its own type where it is written, and need not where it is read", () => {
  const unnamed = { first: {}, rest: [{}] };
  expect(codes(unnamed, "read")).toEqual([]);
  expect(codes(unnamed, "create")).toEqual(["first/@odata.type abstract-type", "rest/0/@odata.type abstract-type"]);
  const circle = { "@odata.type": "#my.ns.Circle" };
  expect(codes({ first: circle, rest: [circle] }, "create")).toEqual([]);
});
