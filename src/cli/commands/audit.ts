import { audit } from "../../audit.js";
import { type AuditReport, auditReport } from "../../audit/report/audit-report.js";
import { causes } from "../../audit/causes.js";
import type { Finding } from "../../audit/finding.js";
import { isListed, type Wanted } from "../../audit/report/listed.js";
import { auditOptions } from "../../config/options/read.js";
import { type ResolvedOptions, withDefaults } from "../../config/options/option.js";
import { readSuppressions } from "../../audit/suppressions/read-suppressions.js";
import { nearest } from "../../diagnostics/near.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { fitsSegment } from "../../select/glob.js";
import { nodeIo } from "../../sources/node-io.js";
import { suppress, suppressionsText } from "../../audit/suppressions/suppressions.js";
import { auditMarkdown } from "../text/audit-markdown.js";
import { auditText } from "../text/audit-text.js";
import type { Call } from "../command.js";
import { commandLine } from "../option-values.js";
import { optionPlacesOf } from "../../services/option-places.js";
import { remoteAccess } from "../../services/remote-access.js";
import { onlyOne, type Service, servicesFor } from "../services.js";
import type { Session } from "../session.js";
import { writtenLine } from "../written-line.js";
import { writeFileOnce } from "../../output/write-file.js";

type AuditCall = Call<typeof auditOptions>;

/** Compares the pages with the CSDL of the inputs, or of the only service of the config file, and prints the findings. */
export async function run(call: AuditCall, session: Session): Promise<void> {
  const { arguments: inputs, common, given, cwd } = call;
  const report = new Report();
  const sources = new Sources();
  const services = await servicesFor({ command: "audit", inputs, config: common.config, cwd }, sources, report);
  onlyOne(services, "audit", report);
  if (given.updateSuppressions === true && typeof (given.suppressions ?? services[0]?.suppressions) !== "string")
    report.add("usage-no-suppressions", commandLine, {});
  for (const cause of given.causes ?? []) checkCause(cause, report);
  session.print(report, sources);
  const [service] = services;
  if (service !== undefined && !report.failed) await auditService(service, call, session, sources);
}

/** Reports a pattern that matches no cause. */
function checkCause(pattern: string, report: Report): void {
  const names = Object.keys(causes);
  if (names.some((name) => fitsSegment(pattern, name))) return;
  report.add("usage-unknown-cause", commandLine, { cause: pattern, near: nearest(pattern, names) });
}

/** `configSources` has the config file. */
async function auditService(
  service: Service,
  call: AuditCall,
  session: Session,
  configSources: Sources,
): Promise<void> {
  const { inputs, options } = service;
  const { given, common, cwd, env } = call;
  const wanted = withDefaults(auditOptions, {
    container: options.container,
    untyped: options.untyped,
    ...given,
  });
  session.stage("reading the inputs");
  const ofConfig = new Report();
  const request = { ...selected(wanted), ...(await remoteAccess(service, given, cwd, ofConfig)), inputs };
  const { findings, paths, report, sources } = await audit(request, nodeIo(cwd, env), { watch: session.watch });
  report.placeOptions(optionPlacesOf(service, given));
  const { open, known } = await withoutKnown(
    findings,
    { ...wanted, ...suppressionsFor(service, call), paths },
    { report, ofConfig, sources },
  );
  session.print(ofConfig, configSources);
  if (report.failed) return session.print(report, sources);
  const isWanted = ({ cause }: Finding) =>
    wanted.causes.length === 0 || wanted.causes.some((pattern) => fitsSegment(pattern, cause));
  const left = open.filter(isWanted);
  const listed = left.filter((finding) => isListed(finding, wanted));
  const counted = left.filter((finding) => !isListed(finding, wanted));
  const shown = auditReport({ listed, counted, suppressed: known.filter(isWanted).length }, sources);
  const text = textOf(shown, wanted.report ?? (common.format === "json" ? "json" : "text"), session);
  if (wanted.output !== undefined) await writeFileOnce({ path: wanted.output, text, cwd, inputs: paths }, report);
  session.print(report, sources);
  if (wanted.output === undefined) session.out.write(text);
  else if (!report.failed) session.note(writtenLine(wanted.output, session.err));
  session.limit(listed.length);
}

/** The options that decide what is read and reported on. */
function selected({ include, exclude, container, untyped }: ResolvedOptions<typeof auditOptions>) {
  return { include, exclude, untyped, ...(container !== undefined && { container }) };
}

function textOf(report: AuditReport, format: "text" | "json" | "markdown", { out }: Session): string {
  if (format === "json") return `${JSON.stringify({ version: 1, ...jsonOf(report) }, undefined, 2)}\n`;
  return format === "markdown" ? auditMarkdown(report) : auditText(report, out.color);
}

function jsonOf({ findings, counts, counted, suppressed }: AuditReport) {
  const byCause = (all: AuditReport["counts"]) => Object.fromEntries(all.map(({ cause, count }) => [cause, count]));
  return { findings, counts: byCause(counts), counted: byCause(counted), suppressed };
}

/** The suppressions of the command line, else those of the config file. The path of a file is relative to `cwd`. */
function suppressionsFor(
  { base, suppressions }: Service,
  { given, cwd }: AuditCall,
): Pick<Known, "suppressions" | "cwd"> {
  if (given.suppressions !== undefined) return { suppressions: given.suppressions, cwd };
  return suppressions === undefined ? { cwd } : { suppressions, cwd: base };
}

interface Known extends Wanted {
  readonly suppressions?: Service["suppressions"];
  readonly updateSuppressions: boolean;
  readonly cwd: string;
  /** Absolute paths of the inputs. */
  readonly paths: readonly string[];
}

interface Reports {
  readonly report: Report;
  /** For suppressions of the config file, whose text is not among `sources`. */
  readonly ofConfig: Report;
  readonly sources: Sources;
}

/** The findings, apart from those that are suppressed. To update the file makes all listed findings known. */
async function withoutKnown(
  findings: readonly Finding[],
  { suppressions, updateSuppressions: update, cwd, paths, ...wanted }: Known,
  { report, ofConfig, sources }: Reports,
): Promise<{ readonly open: readonly Finding[]; readonly known: readonly Finding[] }> {
  if (suppressions === undefined || report.failed) return { open: findings, known: [] };
  if (typeof suppressions !== "string") return suppress(findings, suppressions, sources, ofConfig);
  const entries = await readSuppressions({ path: suppressions, cwd, sources, mayBeMissing: update }, report);
  const { open, known, used } = suppress(findings, entries, sources, update ? new Report() : report);
  if (!update || report.failed) return { open, known };
  const added = open.filter((finding) => isListed(finding, wanted));
  const text = suppressionsText(used, added, sources);
  await writeFileOnce({ path: suppressions, text, cwd, inputs: paths }, report);
  return { open: open.filter((finding) => !isListed(finding, wanted)), known: [...known, ...added] };
}
