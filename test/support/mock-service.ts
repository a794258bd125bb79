import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import type { Model } from "../../src/edm/model.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import { nameAll } from "../../src/naming/names.js";
import type { MockService } from "../../src/runtime/mock/service.js";
import { select } from "../../src/select/select.js";
import { mockService } from "../../src/views/mock/mock-service.js";
import { viewContext } from "../../src/views/view-context.js";

/** The table that the mock of a whole model runs on. */
export function mockServiceOf(model: Model): MockService {
  const report = new Report();
  const selection = select(model, {}, report);
  const facts = factsOf(selection.types, assumptionsOf(model));
  const stages = { model, names: nameAll(model, {}, report), selection, facts };
  const options = { emit: ["types", "validators", "mock"], runtime: "inline", importExtension: "js" } as const;
  return mockService(viewContext(stages, options, { report, sources: new Sources() }));
}
