import type { ExplorePart } from "./config/options/explore.js";
import type { Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import { modelData } from "./explore/data/model-data.js";
import { Places } from "./explore/data/places.js";
import type { ModelData } from "./explore/data/format.js";
import { assumptionsOf, type WantedAssumptions } from "./facts/assumptions.js";
import { factsOf } from "./facts/facts.js";
import { sentMembersOf } from "./facts/sent/sent-members.js";
import { loadModel, type ModelRequest } from "./load-model.js";
import { nameAll, type NamesWanted } from "./naming/names.js";
import type { RunOptions } from "./read/read.js";
import { outsideOf } from "./select/outside.js";
import { select, type SelectOptions } from "./select/select.js";
import type { Io } from "./sources/io.js";
import { viewContext } from "./views/view-context.js";

/** The service to look at, and what its page leaves out. */
export interface ExploreRequest extends ModelRequest, SelectOptions, WantedAssumptions, NamesWanted {
  /** The title of the page; by default the name of the container. */
  readonly title?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly typeMapping?: Readonly<Record<string, string>> | undefined;
  readonly without?: readonly ExplorePart[];
}

export interface ExploreResult {
  /** Incomplete when an error was reported. */
  readonly data: ModelData;
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

/** Gives the model of a service as plain data, with what the page of `explore` shows of it. */
export async function explore(request: ExploreRequest, io: Io, options: RunOptions = {}): Promise<ExploreResult> {
  const { model, documents, paths, report, sources } = await loadModel(request, io, options);
  // Names that are taken are reported where they are written.
  const names = nameAll(model, request, new Report());
  const selection = select(model, request, report);
  if (selection.isPart) report.markOutside(outsideOf(model, selection, documents));
  const facts = factsOf(selection.types, assumptionsOf(model, request), sentMembersOf(model));
  const wanted = {
    ...request,
    emit: ["types", "validators", "client"],
    runtime: "inline",
    importExtension: "js",
  } as const;
  const context = viewContext({ model, names, selection, facts }, wanted, { report, sources });
  const places = new Places(documents, sources);
  return { data: modelData(context, { ...request, places }), paths, report, sources };
}
