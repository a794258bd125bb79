import type { Changes } from "./changes/change.js";
import { changesBetween } from "./changes/changes-between.js";
import type { Pair } from "./changes/pairs.js";
import { sideOf, type Side } from "./changes/side.js";
import { Report, type Place } from "./diagnostics/report.js";
import type { Model } from "./edm/model.js";
import { assumptionsOf } from "./facts/assumptions.js";
import { factsOf } from "./facts/facts.js";
import { sentMembersOf } from "./facts/sent/sent-members.js";
import { loadModel, type ModelRequest, type ModelResult } from "./load-model.js";
import { lockedNamesOf } from "./naming/locked-names-of.js";
import { nameAll, type Names, type NamesWanted } from "./naming/names.js";
import { load, type LoadedInputs, type LoadRequest, type RunOptions } from "./read/read.js";
import { pause } from "./read/run-options.js";
import { select, type SelectOptions } from "./select/select.js";
import type { Selection } from "./select/selection.js";
import type { Io } from "./sources/io.js";
import { baseUrlOf, type GenerateRequest } from "./up-to-date/generate-request.js";
import type { Artifact, ViewOptions } from "./views/options.js";
import { viewContext } from "./views/view-context.js";

/** Two versions of a service, and the options that decide about what is emitted of them. */
export interface DiffRequest
  extends
    Pick<ModelRequest, "container" | "untyped">,
    Pick<NamesWanted, "lockedNames" | "names">,
    Pick<ViewOptions, "baseUrl" | "namespace" | "openTypes" | "typeMapping">,
    Pick<GenerateRequest, "allowRemote" | "include" | "exclude" | "nonNull" | "keysOnCreate" | "restrictions"> {
  /** Of each version: files, folders, globs, `-` for the standard input, URLs; with how URLs are read if that differs. */
  readonly old: readonly string[] | LoadRequest;
  readonly new: readonly string[] | LoadRequest;
  /** The folder that relative inputs start from; the working folder by default. */
  readonly base?: string;
  /**
   * Whether the new version gives the names of the old one again, as a lock file makes it; true by default. Else a new
   * type may take the name of an old one.
   */
  readonly keepNames?: boolean;
  /** The artifacts that are emitted: types, validators and the client by default. */
  readonly emit?: readonly Artifact[];
}

/** `paths` and `sources` are those of both versions. */
export interface DiffResult extends Omit<ModelResult, "model" | "documents"> {
  /** Empty when an error was reported. */
  readonly changes: Changes;
}

/** The inputs of both versions, with one list of sources and one report. */
export interface LoadedVersions {
  readonly old: LoadedInputs;
  readonly new: LoadedInputs;
}

/** Finds what changed from one version of a service to another, in the model and in the emitted code. */
export async function diff(
  request: DiffRequest,
  io: Io,
  options: RunOptions<LoadedVersions> = {},
): Promise<DiffResult> {
  const versions = options.loaded ?? (await loadVersions(request, io));
  const { report, sources } = versions.new;
  const oldRequest = { ...request, ...versionRequest(request.old) };
  const newRequest = { ...request, ...versionRequest(request.new) };
  const old = await loadModel(oldRequest, io, { ...options, loaded: versions.old });
  const now = await loadModel(newRequest, io, { ...options, loaded: versions.new });
  await pause(options.signal);
  options.watch?.stage("comparing");
  const changes = changesOf({ before: { ...oldRequest, ...old }, after: { ...newRequest, ...now } }, request);
  return { changes, paths: [...old.paths, ...now.paths], report, sources };
}

/** A version that is read, with how it was. */
export type ReadVersion = ModelResult & LoadRequest;

/** The options of a comparison, without what is compared. */
export type DiffOptions = Omit<DiffRequest, "old" | "new">;

/** Compares two versions that are read already. Empty when an error was reported. */
export function changesOf({ before: old, after: now }: Pair<ReadVersion>, request: DiffOptions): Changes {
  const selections = selectBoth(old.model, now.model, request, now.report);
  const names = namesOfBoth(old.model, now.model, request);
  const before = sideOfVersion(old, request, { selection: selections.before, names: names.before });
  const after = sideOfVersion(now, request, { selection: selections.after, names: names.after });
  return now.report.failed ? NO_CHANGES : changesBetween({ before, after });
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

/** What only one version has is selected there: what is reported is what neither of them matches. */
function selectBoth(before: Model, after: Model, options: SelectOptions, report: Report): Pair<Selection> {
  const [old, now] = [new Report(), new Report()];
  const selections = { before: select(before, options, old), after: select(after, options, now) };
  for (const { code, place, message, related } of now.diagnostics) {
    const isInBoth = old.diagnostics.some((other) => other.code === code && isSamePlace(other.place, place));
    if (isInBoth) report.repeat(code, place, message, related);
  }
  return selections;
}

function isSamePlace(a: Place, b: Place): boolean {
  return typeof a !== "number" && typeof b !== "number" && a.path === b.path;
}

/** What is to be told of names, `generate` tells. */
function namesOfBoth(before: Model, after: Model, request: DiffOptions): Pair<Names> {
  const { lockedNames, keepNames = true } = request;
  // Names that were given stay as they were until rules are applied to them.
  const rules = lockedNames === undefined ? request.names : undefined;
  const old = nameAll(before, { ...request, names: rules }, new Report());
  const kept = keepNames ? lockedNamesOf(old, before) : undefined;
  return { before: old, after: nameAll(after, { ...request, lockedNames: kept }, new Report()) };
}

function sideOfVersion(
  version: ReadVersion,
  options: DiffOptions,
  { selection, names }: { readonly selection: Selection; readonly names: Names },
): Side {
  const { model, report, sources } = version;
  const request = { ...options, ...version };
  const facts = factsOf(selection.types, assumptionsOf(model, request), sentMembersOf(model));
  const context = viewContext({ model, names, selection, facts }, viewOptions(request), { report, sources });
  const closed = selection.closed();
  const all = closed === selection.types ? facts : factsOf(closed, facts.assumptions, facts.sent);
  return sideOf(closed, all, context);
}

function viewOptions(request: DiffOptions & LoadRequest): ViewOptions {
  const { emit = ["types", "validators", "client"] } = request;
  return { ...request, emit, runtime: "inline", importExtension: "js", baseUrl: baseUrlOf(request) };
}
