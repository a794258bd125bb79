import type { CommonOptions } from "../../config/options/common.js";
import {
  type ComparisonReport,
  comparisonReport,
  type Compared,
  changesReport,
  type WantedChanges,
} from "../../changes/report/changes-report.js";
import { Sources } from "../../diagnostics/position.js";
import { type OptionPlaces, Report } from "../../diagnostics/report.js";
import { diff, type DiffRequest, type LoadedVersions, loadVersions } from "../../diff.js";
import { writtenLine } from "../written-line.js";
import { writeFileOnce } from "../../output/write-file.js";
import type { Io } from "../../sources/io.js";
import type { Session } from "../session.js";
import { changesJson } from "../text/changes-json.js";
import { changesMarkdown } from "../text/changes-markdown.js";
import { changesText } from "../text/changes-text.js";
import { annotate } from "./annotate.js";

/** Two versions of one service that are to be compared. */
export interface Comparison {
  readonly compared: Compared;
  readonly request: DiffRequest;
  readonly io: Io;
  /** Of the options that stand in the config file. */
  readonly optionPlaces: OptionPlaces;
}

/** A comparison that was made. */
export interface Compare {
  readonly result: ComparisonReport;
  readonly loaded: LoadedVersions;
  /** Where a command adds what it has to say about the result. */
  readonly report: Report;
}

/** How the changes are printed. */
export interface Printing extends WantedChanges {
  readonly report?: "text" | "json" | "markdown" | undefined;
  /** A file; the standard output by default. */
  readonly output?: string | undefined;
  readonly common: CommonOptions;
  readonly cwd: string;
}

/** Compares, prints the changes of all comparisons as one report, and lets the command judge each result. */
export async function printChanges(
  comparisons: readonly Comparison[],
  printing: Printing,
  session: Session,
  judge: (made: Compare) => void,
): Promise<void> {
  const results: ComparisonReport[] = [];
  const paths: string[] = [];
  for (const comparison of comparisons) {
    const made = await compare(comparison, printing, session);
    paths.push(...made.paths);
    if (made.result !== undefined) {
      results.push(made.result);
      if (printing.common.format === "github") annotate(made.changes, made.loaded, printing.for, made.report);
      judge({ ...made, result: made.result });
    }
    session.print(made.report, made.sources);
  }
  if (results.length === 0) return;
  await output(textOf(results, printing, session), paths, printing, session);
}

async function compare({ compared, request, io, optionPlaces }: Comparison, printing: Printing, session: Session) {
  session.stage(`reading ${compared.service ?? "both versions"}`);
  const loaded = await loadVersions(request, io);
  const { changes, paths, report, sources } = await diff(request, io, { loaded, watch: session.watch });
  report.placeOptions(optionPlaces);
  const result = report.failed ? undefined : comparisonReport(compared, changes.changes, sources, printing);
  return { result, changes: changes.changes, loaded, paths, report, sources };
}

function textOf(results: readonly ComparisonReport[], printing: Printing, { out }: Session): string {
  const report = changesReport(results, printing.for);
  const { report: format = printing.common.format, output } = printing;
  if (format === "json") return changesJson(report);
  return format === "markdown" ? changesMarkdown(report) : changesText(report, out.color && output === undefined);
}

async function output(text: string, inputs: readonly string[], { output: path, cwd }: Printing, session: Session) {
  if (path === undefined) return session.out.write(text);
  const report = new Report();
  await writeFileOnce({ path, text, cwd, inputs }, report);
  session.print(report, new Sources());
  if (!report.failed) session.note(writtenLine(path, session.err));
}
