import type { Changes } from "./changes/change.js";
import { changesBetween } from "./changes/changes-between.js";
import { sideOf, type Side } from "./changes/side.js";
import type { Sources } from "./diagnostics/position.js";
import type { Report } from "./diagnostics/report.js";
import { assumptionsOf } from "./facts/assumptions.js";
import { factsOf } from "./facts/facts.js";
import { sentMembersOf } from "./facts/sent/sent-members.js";
import { loadModel } from "./load-model.js";
import { nameAll } from "./naming/names.js";
import { load, type LoadedInputs, type LoadRequest, type Watch } from "./read/read.js";
import { select } from "./select/select.js";
import type { Io } from "./sources/io.js";
import { baseUrlOf, type GenerateRequest } from "./up-to-date/generate-request.js";
import type { Artifact, ViewOptions } from "./views/options.js";
import { viewContext } from "./views/view-context.js";

/** Two versions of a service, and the options that decide about what is emitted of them. */
export interface DiffRequest extends Pick<
  GenerateRequest,
  | "allowRemote"
  | "container"
  | "untyped"
  | "include"
  | "exclude"
  | "namespace"
  | "nonNull"
  | "keysOnCreate"
  | "restrictions"
  | "openTypes"
  | "baseUrl"
> {
  /** Of each version: files, folders, globs, `-` for the standard input, URLs; with how URLs are read if that differs. */
  readonly old: readonly string[] | LoadRequest;
  readonly new: readonly string[] | LoadRequest;
  /** The folder that relative inputs start from; the working folder by default. */
  readonly base?: string;
  /** The artifacts that are emitted: types, validators and the client by default. */
  readonly emit?: readonly Artifact[];
}

export interface DiffResult {
  /** Empty when an error was reported. */
  readonly changes: Changes;
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  /** The texts of both versions. */
  readonly sources: Sources;
}

/** The inputs of both versions, with one list of sources and one report. */
export interface LoadedVersions {
  readonly old: LoadedInputs;
  readonly new: LoadedInputs;
}

/** Finds what changed from one version of a service to another, in the model and in the emitted code. */
export async function diff(request: DiffRequest, io: Io, loaded?: LoadedVersions, watch?: Watch): Promise<DiffResult> {
  const versions = loaded ?? (await loadVersions(request, io));
  const { report, sources } = versions.new;
  const before = await versionOf(versions.old, { ...request, ...versionRequest(request.old) }, io, watch);
  const after = await versionOf(versions.new, { ...request, ...versionRequest(request.new) }, io, watch);
  watch?.stage("comparing");
  const changes = report.failed ? NO_CHANGES : changesBetween({ before: before.side, after: after.side });
  return { changes, paths: [...before.paths, ...after.paths], report, sources };
}

const NO_CHANGES: Changes = { changes: [], verdict: "none" };

/** Loads the old version, then the new one. */
export async function loadVersions(request: DiffRequest, io: Io): Promise<LoadedVersions> {
  const { old, new: now, ...options } = request;
  const first = await load({ ...options, ...versionRequest(old) }, io);
  return { old: first, new: await load({ ...options, ...versionRequest(now) }, io, first) };
}

function versionRequest(version: readonly string[] | LoadRequest): LoadRequest {
  return "inputs" in version ? version : { inputs: version };
}

type SideRequest = Omit<DiffRequest, "old" | "new"> & LoadRequest;

async function versionOf(
  loaded: LoadedInputs,
  request: SideRequest,
  io: Io,
  watch: Watch | undefined,
): Promise<{ readonly side: Side; readonly paths: readonly string[] }> {
  const { report } = loaded;
  const { model, paths } = await loadModel(request, io, loaded, watch);
  const names = nameAll(model, request.namespace, report);
  const selection = select(model, request, report);
  const facts = factsOf(selection.types, assumptionsOf(model, request), sentMembersOf(model));
  const context = viewContext({ model, names, selection, facts }, viewOptions(request), loaded);
  const closed = selection.closed();
  const all = closed === selection.types ? facts : factsOf(closed, facts.assumptions, facts.sent);
  return { side: sideOf(closed, all, context), paths };
}

function viewOptions(request: SideRequest): ViewOptions {
  const { emit = ["types", "validators", "client"] } = request;
  return { ...request, emit, runtime: "inline", importExtension: "js", baseUrl: baseUrlOf(request) };
}
