import type { Report } from "../diagnostics/report.js";
import type { Model } from "../edm/model.js";
import type { Names } from "./names.js";
import { nonNullOf, type ViewOptions } from "./options.js";
import type { Usage } from "./usage.js";
import { WriteRules } from "./write-facts.js";

/** What every view is made from. */
export interface ViewContext {
  readonly model: Model;
  readonly names: Names;
  readonly options: ViewOptions;
  readonly report: Report;
  readonly nonNull: "present" | "notNull";
  readonly rules: WriteRules;
  readonly usage: Usage;
}

export function viewContext(model: Model, names: Names, options: ViewOptions, report: Report): ViewContext {
  const nonNull = nonNullOf(model, options);
  return { model, names, options, report, nonNull, rules: new WriteRules(model, nonNull), usage: names.usage };
}
