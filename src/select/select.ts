/** What the patterns of a user select, with everything that it needs. */
import type { Report } from "../diagnostics/report.js";
import type { Model } from "../edm/model.js";
import { included, namesIn, pathsIn } from "./chosen.js";
import { namedBy } from "./named.js";
import { parsePatterns } from "./pattern.js";
import { remaining } from "./remaining.js";
import { everything, selectionOf, type Selection } from "./selection.js";
import { reportUnmatched } from "./unmatched.js";

export interface SelectOptions {
  /** Patterns of what is wanted; none: everything. */
  readonly include?: readonly string[];
  /** Patterns of what is cut out, wherever it is referred to from. */
  readonly exclude?: readonly string[];
}

/** Selects by path, name and method. A pattern that fits nothing is a warning. */
export function select(model: Model, { include = [], exclude = [] }: SelectOptions, report: Report): Selection {
  if (include.length + exclude.length === 0) return everything(model);
  const wanted = parsePatterns(include, "--include", report);
  const unwanted = parsePatterns(exclude, "--exclude", report);
  const cut = namedBy(namesIn(unwanted), model);
  const chosen = include.length > 0 ? included(model, wanted, unwanted, cut) : remaining(model, pathsIn(unwanted), cut);
  reportUnmatched(wanted, "--include", chosen.fitting, model, report);
  reportUnmatched(unwanted, "--exclude", new Set([...chosen.fitting, ...cut.fitting]), model, report);
  return selectionOf(model, chosen, cut);
}
