import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Model } from "../edm/model.js";
import { WriteRules, type NonNull } from "../facts/write-rules.js";
import type { Selection } from "../select/selection.js";
import type { Names } from "../naming/names.js";
import { nonNullOf, type ViewOptions } from "./options.js";
import { selectedNames } from "../naming/selected-names.js";
import { usageOf, type Usage } from "../facts/usage.js";
import { WriteShapes } from "../facts/write-facts.js";

/** What every view is made from. */
export interface ViewContext {
  /** The selected types. */
  readonly model: Model;
  /** What the client's paths lead through. */
  readonly selection: Selection;
  /** All that there is: what names depend on, so that a wider selection never renames. */
  readonly whole: Model;
  readonly names: Names;
  readonly options: ViewOptions;
  readonly report: Report;
  readonly sources: Sources;
  readonly nonNull: NonNull;
  readonly rules: WriteRules;
  readonly shapes: WriteShapes;
  readonly usage: Usage;
}

export function viewContext(
  whole: Model,
  names: Names,
  selection: Selection,
  options: ViewOptions,
  { report, sources }: Pick<ViewContext, "report" | "sources">,
): ViewContext {
  const { types: model, paths } = selection;
  const nonNull = nonNullOf(whole, options);
  const rules = new WriteRules(model, nonNull);
  return {
    model,
    selection,
    whole,
    names: selectedNames(names, whole, selection),
    options,
    report,
    sources,
    nonNull,
    rules,
    shapes: new WriteShapes(model, rules),
    usage: paths === whole ? names.usage : usageOf(model, paths),
  };
}
