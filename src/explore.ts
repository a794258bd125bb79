import { findingsIn } from "./audit.js";
import { suppress } from "./audit/suppressions/suppressions.js";
import { checkEntries } from "./config/options/entry-forms.js";
import type { ExplorePart } from "./config/options/explore.js";
import type { Suppression } from "./config/suppressions.js";
import type { At, Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import { changesOf } from "./diff.js";
import { changesData } from "./explore/data/changes/changes-data.js";
import { findingsData } from "./explore/data/findings/findings-data.js";
import { modelData } from "./explore/data/model-data.js";
import type { ChangesData, ModelData } from "./explore/data/format.js";
import { smallPicture } from "./explore/data/picture/small-picture.js";
import { Places } from "./explore/data/places.js";
import { pageFile } from "./explore/file/page-file.js";
import { rebuiltModel, sharedParts } from "./explore/earlier/rebuilt-model.js";
import { explorerParts } from "./installation/explorer.js";
import { assumptionsOf, type WantedAssumptions } from "./facts/assumptions.js";
import { factsOf } from "./facts/facts.js";
import { sentMembersOf } from "./facts/sent/sent-members.js";
import { loadModel, loadWithPages, type ModelRequest, type ModelResult, type ModelWithPages } from "./load-model.js";
import { nameAll, type NamesWanted } from "./naming/names.js";
import { load, type LoadRequest, type RunOptions } from "./read/read.js";
import { outsideOf } from "./select/outside.js";
import { select, type SelectOptions } from "./select/select.js";
import type { Io } from "./sources/io.js";
import { baseUrlOf } from "./up-to-date/generate-request.js";
import { checkTypeMapping } from "./views/mapping/check-type-mapping.js";
import { viewContext } from "./views/view-context.js";

/** The service to look at, and what its page leaves out. */
export interface ExploreRequest extends ModelRequest, SelectOptions, WantedAssumptions, NamesWanted {
  /** The title of the page; by default the name of the container. */
  readonly title?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly typeMapping?: Readonly<Record<string, string>> | undefined;
  readonly without?: readonly ExplorePart[];
  /** Findings of audit that are known: the page leaves them out. */
  readonly suppressions?: readonly Suppression[];
  /** The inputs of another version, or its data, to show what changed since, and what the page calls it. */
  readonly against?: ((LoadRequest | EarlierData) & { readonly name?: string }) | undefined;
}

/** What `explore` gave for another version. */
export interface EarlierData {
  readonly data: ModelData;
}

export interface ExploreResult {
  /** Incomplete when an error was reported. */
  readonly data: ModelData;
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

/** The page of the data: one HTML file without references to others. */
export function explorePage(data: ModelData): string {
  return pageFile(data, explorerParts(data.changes !== undefined));
}

/** Gives the model of a service as plain data, with what the page of `explore` shows of it. */
export async function explore(request: ExploreRequest, io: Io, options: RunOptions = {}): Promise<ExploreResult> {
  const loaded = options.loaded ?? (await load(request, io));
  checkEntries(request, loaded.report);
  const read = await loadWithPages(request, io, { ...options, loaded });
  const { model, documents, paths, report, sources } = read;
  // Names that are taken are reported where they are written.
  const names = nameAll(model, request, new Report());
  checkTypeMapping(model, request, report);
  const selection = select(model, request, report);
  const isOutside = selection.isPart ? outsideOf(model, selection, documents) : () => false;
  if (selection.isPart) report.markOutside(isOutside);
  const facts = factsOf(selection.types, assumptionsOf(model, request), sentMembersOf(model));
  const wanted = {
    ...request,
    emit: ["types", "validators", "client"],
    runtime: "inline",
    importExtension: "js",
    baseUrl: baseUrlOf(request),
  } as const;
  const context = viewContext({ model, names, selection, facts }, wanted, { report, sources });
  const places = new Places(documents, sources);
  const data = modelData(context, { ...request, places });
  const findings = findingsOf(read, request, { places: hasProvenance(request) ? places : undefined, isOutside });
  const picture = await smallPicture(data);
  const changes =
    request.against !== undefined && "data" in request.against
      ? changesSinceData({ ...request.against, now: data }, read, request)
      : await changesSince(read, request, io, options);
  return {
    data: {
      ...data,
      ...findings,
      ...(picture !== undefined && { picture }),
      ...(changes !== undefined && { changes }),
    },
    paths,
    report,
    sources,
  };
}

function hasProvenance({ without = [] }: ExploreRequest): boolean {
  return !without.includes("provenance");
}

/** What audit finds, without what is known. Nothing where there are no pages, or they are left out. */
function findingsOf(
  read: ModelWithPages,
  request: ExploreRequest,
  { places, isOutside }: { readonly places: Places | undefined; readonly isOutside: (at: At) => boolean },
): Pick<ModelData, "findings" | "causes"> {
  const { documents, sources, report } = read;
  const { without = [], suppressions = [] } = request;
  if (without.includes("audit") || report.failed || !documents.some(({ kind }) => kind === "page")) return {};
  const found = findingsIn(read, request, isOutside);
  // `audit` reports entries that match nothing.
  const { open } = suppress(found, suppressions, sources, new Report());
  return findingsData(open, (at) => places?.of(at));
}

/** What changed since the inputs of `against`, which are read into the same report. */
async function changesSince(
  read: ModelResult,
  request: ExploreRequest,
  io: Io,
  options: RunOptions,
): Promise<ChangesData | undefined> {
  const { against } = request;
  if (against === undefined || "data" in against) return undefined;
  const { report, sources } = read;
  const loaded = await load(against, io, { report, sources });
  const before = await loadModel({ ...request, ...against }, io, { ...options, loaded });
  options.watch?.stage("comparing");
  if (report.failed) return undefined;
  // What is to be told of names and patterns was told of this version.
  const own = { report: new Report() };
  const versions = { before: { ...before, ...against, ...own }, after: { ...read, ...request, ...own } };
  // Where a version is read from is no change of the service.
  const baseUrl = request.baseUrl ?? baseUrlOf(request) ?? baseUrlOf(against);
  const changes = changesOf(versions, { ...request, ...(baseUrl !== undefined && { baseUrl }) });
  return changesData(changes, against.name ?? against.inputs.join(", "));
}

/** What both data tell, compared as models again. */
function changesSinceData(
  { data, now, name = data.title }: EarlierData & { readonly now: ModelData; readonly name?: string },
  { report, sources }: ModelResult,
  request: ExploreRequest,
): ChangesData | undefined {
  if (report.failed) return undefined;
  const source = sources.add(name, "");
  const shared = sharedParts(data, now);
  const version = (of: ModelData) => ({
    model: rebuiltModel(of, shared, source),
    documents: [],
    paths: [],
    inputs: [],
    report: new Report(),
    sources,
  });
  // Where a version is read from is no change of the service.
  const baseUrl = request.baseUrl ?? now.serviceRoot ?? data.serviceRoot;
  const versions = { before: version(data), after: version(now) };
  return changesData(changesOf(versions, { ...request, ...(baseUrl !== undefined && { baseUrl }) }), name);
}
