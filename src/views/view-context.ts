import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Model } from "../edm/model.js";
import { factsOf, type Facts } from "../facts/facts.js";
import { usageOf, type Usage } from "../facts/usage.js";
import type { Names } from "../naming/names.js";
import { selectedNames } from "../naming/selected-names.js";
import type { Selection } from "../select/selection.js";
import { bannerOf, type BannerView } from "./modules/banner.js";
import { type MappedTypes, mappedTypesOf } from "./mapping/mapped-types.js";
import type { ViewOptions } from "./options.js";

/** The input of every view. */
export interface ViewContext {
  /** The selected types. */
  readonly model: Model;
  /** Of the selected types and operations. */
  readonly facts: Facts;
  readonly selection: Selection;
  /** Of the model of paths, where a type may have its keys alone. */
  readonly pathFacts: Facts;
  /** The complete model; names are allocated over it, so that a wider selection never renames. */
  readonly whole: Model;
  readonly names: Names;
  readonly usage: Usage;
  /** The types of the user in the place of others. */
  readonly mapped: MappedTypes;
  readonly options: ViewOptions;
  readonly banner: BannerView;
  readonly report: Report;
  readonly sources: Sources;
}

/** The results of the stages before the views. */
export interface Stages {
  readonly model: Model;
  readonly names: Names;
  readonly selection: Selection;
  /** Of the selected types. */
  readonly facts: Facts;
}

export function viewContext(
  { model: whole, names, selection, facts }: Stages,
  options: ViewOptions,
  { report, sources }: Pick<ViewContext, "report" | "sources">,
): ViewContext {
  const { types, paths } = selection;
  return {
    model: types,
    facts,
    selection,
    pathFacts: paths === types ? facts : factsOf(paths, facts.assumptions, facts.sent),
    whole,
    names: selectedNames(names, whole, selection),
    usage: usageOf(types, paths),
    mapped: mappedTypesOf(whole, names, options),
    options: withNeeded(options),
    banner: bannerOf(types, options),
    report,
    sources,
  };
}

/** The mock of a service is typed by its client, and checks bodies by its validators. */
function withNeeded(options: ViewOptions): ViewOptions {
  const { emit } = options;
  return emit.includes("mock")
    ? { ...options, emit: [...new Set([...emit, "validators", "client"] as const)] }
    : options;
}
