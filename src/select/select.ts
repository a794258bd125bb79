/** Selects the part of the model that patterns of the user match, together with everything that this part needs. */
import type { Report } from "../diagnostics/report.js";
import type { Model } from "../edm/model.js";
import { matchIncluded, matchNames, matchRemaining, namesIn, pathsIn } from "./matched.js";
import { parsePatterns } from "./pattern.js";
import { everything, selectionOf, type Selection } from "./selection.js";
import { reportEmpty, reportUnmatched } from "./unmatched.js";

export interface SelectOptions {
  /** Patterns of what to include; everything if empty. */
  readonly include?: readonly string[];
  /** Patterns of what to exclude. Excluded types are removed even where included elements refer to them. */
  readonly exclude?: readonly string[];
}

/**
 * Selects by path, name and method. Reports an error if nothing is selected, else a warning for each pattern that
 * matches nothing.
 */
export function select(model: Model, { include = [], exclude = [] }: SelectOptions, report: Report): Selection {
  if (include.length + exclude.length === 0) return everything(model);
  const wanted = parsePatterns(include, "--include", report);
  const unwanted = parsePatterns(exclude, "--exclude", report);
  const excluded = matchNames(namesIn(unwanted), model);
  const matches =
    include.length > 0
      ? matchIncluded(model, wanted, unwanted, excluded)
      : matchRemaining(model, pathsIn(unwanted), excluded);
  const types = [...matches.types].filter((name) => !excluded.has(name));
  const isEmpty = types.length + matches.operations.size + matches.elements.size === 0;
  const isGone = isEmpty && include.length === 0 && model.elements.length > 0;
  if (!isEmpty) reportUnmatched(wanted, "--include", matches.fitting, model, report);
  else reportEmpty(wanted, "--include", matches.fitting, model, report);
  if (isGone) reportEmpty(unwanted, "--exclude", matches.fitting, model, report);
  else reportUnmatched(unwanted, "--exclude", new Set([...matches.fitting, ...excluded.fitting]), model, report);
  return selectionOf(model, matches, excluded);
}
