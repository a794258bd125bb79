import { expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { nameAll } from "../../src/naming/names.js";
import { everything } from "../../src/select/selection.js";
import { planFiles } from "../../src/views/plan-files.js";
import { viewContext } from "../../src/views/view-context.js";
import { modelOf } from "../support/model.js";

/** How often the views of so many namespaces look at what one of them holds. */
function looksAt(namespaces: number): number {
  const schemas = Array.from(
    { length: namespaces },
    (_, i) =>
      `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n${i}"><ComplexType Name="T"/></Schema>`,
  );
  const edmx = `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>${schemas.join("")}</edmx:DataServices></edmx:Edmx>`;
  const { model } = modelOf({ "a.xml": edmx });
  const report = new Report();
  const stages = {
    model,
    names: nameAll(model, {}, report),
    selection: everything(model),
    facts: factsOf(model, assumptionsOf(model, {})),
  };
  const options = { emit: ["types"], runtime: "inline", importExtension: "js" } as const;
  const context = viewContext(stages, options, { report, sources: new Sources() });
  let looks = 0;
  const names: typeof context.names = {
    ...context.names,
    operationsIn: (module) => {
      looks += 1;
      return context.names.operationsIn(module);
    },
  };
  const elementsOf = model.elementsOf.bind(model);
  model.elementsOf = (namespace) => {
    looks += 1;
    return elementsOf(namespace);
  };
  Array.from(planFiles({ ...context, names }));
  return looks;
}

it("grow with the number of namespaces, not with its square", () => {
  expect(looksAt(200)).toBeLessThanOrEqual(2.2 * looksAt(100));
});
