import type { CommonOptions } from "../config/options/common.js";
import type { Severity } from "../diagnostics/catalogue/entry.js";
import { type DiagnosticData, diagnosticData } from "../diagnostics/format-json.js";
import { formatDiagnostic } from "../diagnostics/format-text.js";
import { Sources } from "../diagnostics/position.js";
import { type Diagnostic, Report } from "../diagnostics/report.js";
import { sortDiagnostics } from "../diagnostics/sort-diagnostics.js";
import type { Watch } from "../read/read.js";
import { deferInterrupts, type InterruptCode } from "./interrupts.js";
import { commandLine } from "./option-values.js";
import { Progress } from "./progress.js";
import { counted } from "./text/style.js";
import type { Output, Terminal } from "./terminal.js";

/** 0: success. 1: errors, or output that is out of date. 2: a wrong command line. 130 and 143: a signal to end. */
export type ExitCode = 0 | 1 | 2 | InterruptCode;

/** The notice in place of diagnostics about elements outside of a selection. */
function outsideNotice(count: number): readonly Diagnostic[] {
  const report = new Report();
  if (count > 0) report.add("outside-selection", { path: "<selection>" }, { count });
  return report.diagnostics;
}

/** Prints the diagnostics and the progress of one run, and determines its exit code. */
export class Session {
  readonly out: Output;
  readonly err: Output;
  readonly #options: CommonOptions;
  readonly #progress: Progress;
  readonly #data: DiagnosticData[] = [];
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  #isUsageError = false;
  #limited: number | undefined;
  #interrupted: InterruptCode | undefined;

  constructor({ out, err }: Terminal, options: CommonOptions) {
    this.out = out;
    this.err = err;
    this.#options = options;
    this.#progress = new Progress(err, this.#isVerbose);
  }

  /** Shows the current stage if the run takes long. */
  stage(text: string): void {
    this.#progress.stage(text);
  }

  /** Shows the current input or stage if the run takes long. */
  get watch(): Watch {
    return {
      input: (input, count) => this.#progress.count("reading", input, count),
      stage: (name) => this.stage(name),
    };
  }

  /** Prints the diagnostics of a report by their place. With `--format json`, `finish` prints those of all reports as one array. */
  print(report: Report, sources: Sources): void {
    this.#progress.clear();
    const isShown = ({ outside }: Diagnostic) => outside === undefined || this.#options.allDiagnostics;
    const sorted = sortDiagnostics(report.diagnostics, sources);
    const shown = sorted.filter(isShown);
    for (const diagnostic of [...shown, ...outsideNotice(sorted.length - shown.length)]) {
      this.#counts[diagnostic.severity]++;
      this.#isUsageError ||= diagnostic.code.startsWith("usage-");
      if (!this.#options.quiet || diagnostic.severity === "error") this.#write(diagnostic, sources);
    }
  }

  /** Prints a line, except with `--quiet` or `--format json`. */
  note(line: string): void {
    this.#progress.clear();
    if (this.#isVerbose && line !== "") this.err.write(`${line}\n`);
  }

  /** Sets the number that `--max-warnings` limits, in place of the number of warnings. */
  limit(count: number): void {
    this.#limited = count;
  }

  /** Runs a step that changes files. A signal to end waits for it, aborts `signal`, and determines the exit code. */
  async uninterrupted<T>(step: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { result, interrupted } = await deferInterrupts(step);
    this.#interrupted ??= interrupted;
    return result;
  }

  /** Whether a signal to end arrived: the command starts nothing more. */
  get isInterrupted(): boolean {
    return this.#interrupted !== undefined;
  }

  /** Prints the totals. */
  finish(): ExitCode {
    const { maxWarnings, format } = this.#options;
    const count = this.#limited ?? this.#counts.warning;
    if (maxWarnings !== undefined && count > maxWarnings) {
      const report = new Report();
      report.add("too-many-warnings", commandLine, { count, limit: maxWarnings });
      this.print(report, new Sources());
    }
    this.#progress.clear();
    if (format === "json") this.err.write(`${JSON.stringify(this.#data, undefined, 2)}\n`);
    else this.note(this.#totals());
    if (this.#interrupted !== undefined) return this.#interrupted;
    if (this.#isUsageError) return 2;
    return this.#counts.error > 0 ? 1 : 0;
  }

  get #isVerbose(): boolean {
    return this.#options.format === "text" && !this.#options.quiet;
  }

  #write(diagnostic: Diagnostic, sources: Sources): void {
    if (this.#options.format === "json") this.#data.push(diagnosticData(diagnostic, sources));
    else this.err.write(`${formatDiagnostic(diagnostic, sources, { color: this.err.color })}\n`);
  }

  #totals(): string {
    const severities = ["error", "warning", "notice"] as const;
    return severities
      .flatMap((severity) => (this.#counts[severity] > 0 ? [counted(this.#counts[severity], severity)] : []))
      .join(", ");
  }
}
