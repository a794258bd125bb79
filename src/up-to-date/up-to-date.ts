import { type Source, Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { type GenerateRequest, runOptions } from "./generate-request.js";
import type { LoadedInputs } from "../read/read.js";
import { earlierRun } from "./earlier-run.js";
import { type ModelCounts, restoreDiagnostics, runKey, type RunRecord } from "./cache/run-record.js";
import { recognizeCsdl } from "../read/recognize.js";
import type { Io } from "../sources/io.js";
import { ReferenceLoader } from "../sources/load-reference.js";
import { toolChangedSince } from "../installation/tool-files.js";
import { toolBuild } from "../installation/package.js";
import { hasOwn } from "../templates/own-request.js";

/** The result of a run that would change nothing. */
export interface UpToDate {
  readonly counts: ModelCounts;
  /** How many files the output has. */
  readonly files: number;
}

/**
 * Checks whether a run would change nothing: the same version of the tool read the same texts with the same options,
 * and the output is as that run left it. Then the diagnostics of that run are repeated; else the result is undefined.
 */
export async function upToDate(
  request: GenerateRequest,
  { loaded, sources, report }: LoadedInputs,
  io: Io,
): Promise<UpToDate | undefined> {
  if (report.failed) return undefined;
  const folder = { folder: request.output, cwd: request.base ?? io.cwd };
  const inputs = loaded.flatMap(({ path }) => path ?? []);
  const earlier = await earlierRun({ ...folder, inputs });
  if (earlier === undefined || toolChangedSince(earlier.recordedAt)) return undefined;
  const { run, files } = earlier;
  const { referenced, outcomes } = await followAgain(run, loaded, request, io);
  const own = await ownTexts(request, io);
  const read = [...loaded.map(({ source }) => source), ...referenced, ...own];
  const key = runKey({ tool: toolBuild(), options: runOptions(request), sources: read, outcomes });
  if (key !== run.key || !(await earlier.isUnchanged())) return undefined;
  const added = [...referenced, ...own].map(({ name, text }) => sources.add(name, text));
  restoreDiagnostics(run, [...loaded.map(({ source }) => source), ...added], report);
  return { counts: run.counts, files };
}

/** The texts of templates and artifacts of the user; what cannot be read of them, a full run reports. */
async function ownTexts(request: GenerateRequest, io: Io): Promise<readonly Source[]> {
  if (!hasOwn(request)) return [];
  const { loadOwn } = await import("../templates/load-own.js"); // imports a parser
  const loading = { io, base: request.base ?? io.cwd, sources: new Sources(), report: new Report() };
  return (await loadOwn(request, loading)).sources;
}

/** Loads the texts that the earlier run found by references. Parses nothing: the same texts have the same references. */
async function followAgain(
  { references }: RunRecord,
  loaded: LoadedInputs["loaded"],
  request: GenerateRequest,
  io: Io,
): Promise<{ readonly referenced: readonly Source[]; readonly outcomes: readonly string[] }> {
  const sources = new Sources(); // separate, since a full run starts with the inputs alone
  for (const { source } of loaded) sources.add(source.name, source.text);
  const loader = new ReferenceLoader(loaded, io, { ...request, recognize: recognizeCsdl, sources });
  const reached = [...loaded];
  for (const [uri, from] of references) {
    const holder = reached[from];
    const result = holder && (await loader.load(uri, holder));
    if (result?.state === "loaded") reached.push(result.loaded);
  }
  return {
    referenced: reached.slice(loaded.length).map(({ source }) => source),
    outcomes: loader.uses.map(({ outcome }) => outcome),
  };
}
