import type { Report } from "../diagnostics/report.js";
import type { Sources } from "../diagnostics/position.js";
import { createEngine, TemplateFailure } from "../rendering/engine.js";
import { render, type OutputFile } from "../rendering/render.js";
import type { Io } from "../sources/io.js";
import { documentedViews, type ViewPart } from "../views/documented/registry.js";
import type { PlannedFile } from "../views/plan-files.js";
import type { ViewContext } from "../views/view-context.js";
import { type CompiledOwn, compileOwn } from "./compile-own.js";
import { loadOwn } from "./load-own.js";
import type { ArtifactFile, OwnRequest, OwnTexts } from "./own-request.js";
import { reportFailure } from "./report-failure.js";
import { TakenPaths } from "./taken-paths.js";

/** Templates and artifacts of one's own, checked and compiled. */
export interface OwnOutput extends OwnTexts {
  /** Undefined if there are errors. */
  readonly compiled: CompiledOwn | undefined;
}

interface Loading {
  readonly io: Io;
  readonly base: string;
  readonly sources: Sources;
  readonly report: Report;
}

export async function ownOutput(request: OwnRequest, loading: Loading): Promise<OwnOutput> {
  const texts = await loadOwn(request, loading);
  return { ...texts, compiled: compileOwn(texts, loading.report) };
}

/** Renders the files of the tool by the templates that stand now, and those of the artifacts. */
export function renderOwn(
  planned: Iterable<PlannedFile>,
  { compiled, overlay }: OwnOutput,
  context: ViewContext,
): readonly OutputFile[] {
  const { report } = context;
  if (compiled === undefined) return [];
  const files = attempt(() => render(planned, compiled.specifications), overlay, report);
  const taken = new TakenPaths();
  for (const { path } of files) taken.take(path);
  return [...files, ...compiled.artifacts.flatMap((artifact) => artifactFiles(artifact, context, taken))];
}

type CompiledArtifact = CompiledOwn["artifacts"][number];

function artifactFiles(artifact: CompiledArtifact, context: ViewContext, taken: TakenPaths): readonly OutputFile[] {
  const { specifications, templates, files } = artifact;
  const { report } = context;
  const print = createEngine(specifications);
  return attempt(
    () =>
      files.flatMap((file) =>
        viewsOf(file, artifact, context).map(({ path, view }) => {
          if (!taken.take(path)) report.add("artifact-path-taken", file.places.path, { path });
          return { path, text: print(file.template, view) };
        }),
      ),
    templates,
    report,
  );
}

function viewsOf(
  { path, each }: ArtifactFile,
  { view: name }: CompiledArtifact,
  context: ViewContext,
): readonly { readonly path: string; readonly view: object }[] {
  const { of, parts } = documentedViews[name];
  if (each === undefined) return [{ path, view: of(context) }];
  const part: ViewPart | undefined = Object.entries(parts).find(([key]) => key === each)?.[1];
  return (part?.of(context) ?? []).map(({ name, view }) => ({ path: path.replaceAll("{name}", name), view }));
}

/** What is printed; nothing, with an error, if one of these templates fails. */
function attempt(
  print: () => readonly OutputFile[],
  templates: OwnTexts["overlay"],
  report: Report,
): readonly OutputFile[] {
  try {
    return print();
  } catch (failure) {
    if (!(failure instanceof TemplateFailure)) throw failure;
    reportFailure(failure, templates, report);
    return [];
  }
}
