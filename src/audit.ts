import type { At, Sources } from "./diagnostics/position.js";
import { Report } from "./diagnostics/report.js";
import { auditOf } from "./audit/audit.js";
import type { AuditInputs, Finding } from "./audit/finding.js";
import { versionIn } from "./audit/versions.js";
import type { Document } from "./edm/document.js";
import type { Model } from "./edm/model.js";
import { merge } from "./merge/merge.js";
import { withUntypedTypes } from "./merge/untyped-types.js";
import { PathResolver } from "./merge/paths/path-resolver.js";
import { resolvePages, type ResolvedPages } from "./merge/names/resolve-names.js";
import { load, read, type RunOptions } from "./read/read.js";
import { pause } from "./read/run-options.js";
import type { ModelRequest, ModelWithPages } from "./load-model.js";
import { outsideOf } from "./select/outside.js";
import { select } from "./select/select.js";
import type { Io } from "./sources/io.js";

/** Pages, with the CSDL to compare them with. */
export interface AuditRequest extends ModelRequest {
  /** Patterns of what to report on and what not; by default everything. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface AuditResult {
  /** Empty when an error was reported. */
  readonly findings: readonly Finding[];
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
  readonly report: Report;
  readonly sources: Sources;
}

/** Compares reference pages with the CSDL among the inputs, and with each other where the CSDL declares nothing. */
export async function audit(request: AuditRequest, io: Io, options: RunOptions = {}): Promise<AuditResult> {
  const { watch, signal } = options;
  const loaded = options.loaded ?? (await load(request, io));
  const { report, sources } = loaded;
  const { documents, paths } = await read(loaded, io, { ...request, watch, signal });
  await pause(signal);
  watch?.stage("merging");
  if (!report.failed && !documents.some(({ kind }) => kind === "page"))
    report.add("audit-without-pages", { path: "<inputs>" }, {});
  const inputs = auditInputs(documents, report, request);
  const isOutside = outsideIn(inputs.merged, request, documents, report);
  await pause(signal);
  watch?.stage("auditing");
  const findings = report.failed ? [] : auditOf(inputs).filter((finding) => isAbout(finding, isOutside));
  return { findings, paths, report, sources };
}

/** Tells which positions the patterns leave out, and marks diagnostics there. */
function outsideIn(
  model: Model,
  { include = [], exclude = [] }: AuditRequest,
  documents: readonly Document[],
  report: Report,
): (at: At) => boolean {
  const selection = select(model, { include, exclude }, report);
  if (!selection.isPart) return () => false;
  const isOutside = outsideOf(model, selection, documents);
  report.markOutside(isOutside);
  return isOutside;
}

/** Whether an element of a finding is selected: that of the CSDL if it has one, since a page describes several. */
function isAbout({ page, csdl, otherPage }: Finding, isOutside: (at: At) => boolean): boolean {
  const places = csdl === undefined ? [page, otherPage] : [csdl];
  return places.some((at) => at !== undefined && !isOutside(at));
}

/**
 * The findings about documents that are read and merged already; empty without pages. What merging says of the CSDL was
 * said when `model` was made.
 */
export function findingsIn(
  { documents, pages, model }: Pick<ModelWithPages, "documents" | "pages" | "model">,
  { container, untyped = [] }: Pick<AuditRequest, "container" | "untyped">,
  isOutside: (at: At) => boolean = () => false,
): readonly Finding[] {
  if (!documents.some(({ kind }) => kind === "page")) return [];
  const csdl = csdlModel(documents, new Report(), container);
  const inputs = inputsOf(documents, csdl, model, pages);
  const examples = withUntypedTypes(csdl ?? model, untyped, new Report());
  return auditOf({ ...inputs, examples }).filter((finding) => isAbout(finding, isOutside));
}

/** The inputs of the comparison: the pages, the CSDL, and the model of both. */
export function auditInputs(
  documents: readonly Document[],
  report: Report,
  { container, untyped = [] }: Pick<AuditRequest, "container" | "untyped"> = {},
): AuditInputs {
  const csdl = csdlModel(documents, report, container);
  const pages = resolvePages(documents);
  const merged = mergeAll(documents, report, container, pages);
  return { ...inputsOf(documents, csdl, merged, pages), examples: withUntypedTypes(csdl ?? merged, untyped, report) };
}

function csdlModel(documents: readonly Document[], report: Report, container: string | undefined): Model | undefined {
  const csdl = documents.filter(({ kind }) => kind === "csdl");
  return csdl.length === 0 ? undefined : merge(csdl, report, container);
}

/** Takes models that exist already: that of the CSDL alone, and that of all documents. */
export function inputsOf(
  documents: readonly Document[],
  csdl: Model | undefined,
  merged: Model,
  { pages, misspellings }: ResolvedPages = resolvePages(documents),
): AuditInputs {
  const resolver = new PathResolver(csdl ?? merged);
  return {
    pages,
    misspellings,
    merged,
    examples: withUntypedTypes(csdl ?? merged, [], new Report()),
    ...(csdl !== undefined && { csdl, ...csdlVersionOf(documents) }),
    follow: (request) => resolver.follow(request.template, request),
  };
}

function csdlVersionOf(documents: readonly Document[]): Pick<AuditInputs, "csdlVersion"> {
  const csdl = documents.filter(({ kind }) => kind === "csdl");
  const [csdlVersion, ...others] = new Set(csdl.flatMap(({ source }) => versionIn(source.name) ?? []));
  return csdlVersion === undefined || others.length > 0 ? {} : { csdlVersion };
}

/** What merging says of differences, the findings say better; only what stops a run is passed on. */
function mergeAll(
  documents: readonly Document[],
  report: Report,
  container: string | undefined,
  pages: ResolvedPages,
): Model {
  const own = new Report();
  const merged = merge(documents, own, container, pages);
  for (const { code, severity, message, place, related } of own.diagnostics)
    if (severity === "error") report.repeat(code, place, message, related);
  return merged;
}
