import type { CommonOptions } from "../config/options/common.js";
import type { Severity } from "../diagnostics/catalogue/entry.js";
import { Sources } from "../diagnostics/position.js";
import { type Diagnostic, Report } from "../diagnostics/report.js";
import { sortDiagnostics, spotOf } from "../diagnostics/sort-diagnostics.js";
import type { Watch } from "../read/read.js";
import { deferInterrupts, type InterruptCode } from "./interrupts.js";
import { commandLine } from "./option-values.js";
import { type Printer, printerOf } from "./printer.js";
import { Progress } from "./progress.js";
import { internalError } from "./text/internal-error.js";
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
  readonly #terminal: Terminal;
  readonly #options: CommonOptions;
  readonly #progress: Progress;
  readonly #printer: Printer;
  readonly #earlier: ReadonlySet<string>;
  /** What was reported, by code, file and message. */
  readonly said = new Set<string>();
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  #isUsageError = false;
  #isBroken = false;
  #limited: number | undefined;
  #interrupted: InterruptCode | undefined;

  /** Of what the run before said (`earlier`), only errors are printed again. */
  constructor(terminal: Terminal, options: CommonOptions, earlier: ReadonlySet<string> = new Set()) {
    this.out = terminal.out;
    this.err = terminal.err;
    this.#terminal = terminal;
    this.#options = options;
    this.#progress = new Progress(terminal, this.#isVerbose);
    this.#printer = printerOf(options.format, terminal);
    this.#earlier = earlier;
  }

  /** Milliseconds since a fixed moment. */
  now(): number {
    return this.#terminal.now();
  }

  /** Where questions are asked; undefined where nobody can answer. */
  get asking(): Terminal["asking"] {
    return this.#terminal.asking;
  }

  /** Ends the run as the user ended the questions. */
  interrupt(): void {
    this.#interrupted ??= 130;
  }

  /** The session of another run of the same command. */
  another(earlier: ReadonlySet<string>): Session {
    return new Session(this.#terminal, this.#options, earlier);
  }

  /** Shows the current stage if the run takes long. */
  stage(text: string): void {
    this.#progress.stage(text);
  }

  /** Shows the current stage, and how much of it is done, if the run takes long. */
  get watch(): Watch {
    return this.watchOf("");
  }

  /** The same with the name of what is worked on. */
  watchOf(label: string): Watch {
    const named = (stage: string) => (label === "" ? stage : `${stage} ${label}`);
    return {
      input: (input, count) => this.#progress.share(named("reading"), input - 1, count),
      stage: (name) => this.stage(named(name)),
      file: (stage, file, count) => this.#progress.share(named(stage), file - 1, count),
    };
  }

  /** Prints the diagnostics of a report by their place. Those of all reports are printed together by `finish` where the format wants it. */
  print(report: Report, sources: Sources): void {
    this.#progress.clear();
    const isShown = ({ outside }: Diagnostic) => outside === undefined || this.#options.allDiagnostics;
    const sorted = sortDiagnostics(report.diagnostics, sources);
    const shown = sorted.filter(isShown);
    for (const diagnostic of [...shown, ...outsideNotice(sorted.length - shown.length)]) {
      this.#counts[diagnostic.severity]++;
      this.#isUsageError ||= diagnostic.code.startsWith("usage-");
      if (this.#isPrinted(diagnostic, sources)) this.#printer.print(diagnostic, sources);
    }
  }

  #isPrinted({ code, severity, message, place }: Diagnostic, sources: Sources): boolean {
    const key = `${code} ${spotOf(place, sources).source} ${message}`;
    this.said.add(key);
    return severity === "error" || (!this.#options.quiet && !this.#earlier.has(key));
  }

  /** Prints a failure of the tool itself, after which nothing else is printed. */
  fail(failure: unknown): void {
    this.#progress.clear();
    this.#isBroken = true;
    const { message, text } = internalError(failure, this.#terminal.env);
    this.#printer.fail(message, text);
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

  /** Prints what waits for the end of a run. */
  flush(): void {
    this.#progress.clear();
    this.#printer.flush();
  }

  /** Prints the totals. */
  finish(): ExitCode {
    if (!this.#isBroken) this.#checkLimit();
    this.flush();
    if (this.#isBroken) return 1;
    this.note(this.#totals());
    if (this.#interrupted !== undefined) return this.#interrupted;
    if (this.#isUsageError) return 2;
    return this.#counts.error > 0 ? 1 : 0;
  }

  get #isVerbose(): boolean {
    return this.#options.format !== "json" && !this.#options.quiet;
  }

  #checkLimit(): void {
    const { maxWarnings } = this.#options;
    const count = this.#limited ?? this.#counts.warning;
    if (maxWarnings === undefined || count <= maxWarnings) return;
    const report = new Report();
    report.add("too-many-warnings", commandLine, { count, limit: maxWarnings });
    this.print(report, new Sources());
  }

  #totals(): string {
    const severities = ["error", "warning", "notice"] as const;
    return severities
      .flatMap((severity) => (this.#counts[severity] > 0 ? [counted(this.#counts[severity], severity)] : []))
      .join(", ");
  }
}
