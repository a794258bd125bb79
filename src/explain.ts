import type { At, Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import { explainName } from "./explain/explain.js";
import type { Answer } from "./explain/explanation.js";
import type { WantedAssumptions } from "./facts/assumptions.js";
import { loadModel, type ModelRequest, type ModelResult } from "./load-model.js";
import { PathResolver } from "./merge/paths/path-resolver.js";
import type { RunOptions } from "./read/read.js";
import { outsideOf } from "./select/outside.js";
import { select, type SelectOptions } from "./select/select.js";
import type { Io } from "./sources/io.js";

/** What to explain, and where it is looked up. */
export interface ExplainRequest extends ModelRequest, SelectOptions, WantedAssumptions {
  /** The name of an element (`microsoft.graph.user`), of a part of one (`user/mail`), or a request (`POST /users`). */
  readonly name: string;
}

export interface ExplainResult {
  readonly answer: Answer;
  /** The names of the inputs, which the places of statements refer to. */
  readonly inputs: readonly string[];
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  /** With an error in it, an answer other than `found` may be wrong: the name may stand in what was not read. */
  readonly report: Report;
  readonly sources: Sources;
}

/** Gives everything that the inputs have of one element or request: its facts, and who states them where. */
export async function explain(request: ExplainRequest, io: Io, options: RunOptions = {}): Promise<ExplainResult> {
  const loaded = await loadModel(request, io, options);
  const { model, documents, paths, report, sources } = loaded;
  const selection = select(model, request, report);
  if (selection.isPart) report.markOutside(outsideOf(model, selection, documents));
  const within = selection.closed();
  const resolver = new PathResolver(within);
  const answer = explainName(request.name, model, datesIn(loaded), {
    wanted: request,
    within,
    follow: (path, method) => resolver.follow(path, { method }),
  });
  return { answer, inputs: documents.map(({ source }) => source.name), paths, report, sources };
}

/** Tells the date of the page that a position is in. */
function datesIn({ documents, sources }: ModelResult) {
  const dates = new Map(
    documents.map((document) => [document.source.name, document.kind === "page" ? document.age.date : undefined]),
  );
  return (at: At) => dates.get(sources.of(at).name);
}
