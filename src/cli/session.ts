import type { CommonOptions } from "../config/options.js";
import type { Severity } from "../diagnostics/catalogue/entry.js";
import { type DiagnosticData, diagnosticData } from "../diagnostics/format-json.js";
import { formatDiagnostic } from "../diagnostics/format-text.js";
import { Sources } from "../diagnostics/position.js";
import { type Diagnostic, Report } from "../diagnostics/report.js";
import { sortDiagnostics } from "../diagnostics/sort-diagnostics.js";
import type { Watch } from "../read/read.js";
import { commandLine } from "./option-values.js";
import { Progress } from "./progress.js";
import { counted } from "./text/words.js";
import type { Output, Terminal } from "./terminal.js";

/** 0: done. 1: errors in the input, or a check found a difference. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What one run says beside its results, and how it ends. */
export class Session {
  readonly out: Output;
  readonly err: Output;
  readonly #options: CommonOptions;
  readonly #progress: Progress;
  readonly #data: DiagnosticData[] = [];
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  #misused = false;
  #limited: number | undefined;

  constructor({ out, err }: Terminal, options: CommonOptions) {
    this.out = out;
    this.err = err;
    this.#options = options;
    this.#progress = new Progress(err, this.#talks);
  }

  /** Says what a run is at, if it takes long. */
  stage(text: string): void {
    this.#progress.stage(text);
  }

  /** What says at which input or stage a run is, if it takes long. */
  get watch(): Watch {
    return {
      input: (input, count) => this.#progress.count("reading", input, count),
      stage: (name) => this.stage(name),
    };
  }

  /** Prints what a report says, in order of places; as JSON, it is kept until the end, to be one array. */
  print(report: Report, sources: Sources): void {
    this.#progress.clear();
    for (const diagnostic of sortDiagnostics(report.diagnostics, sources)) {
      this.#counts[diagnostic.severity]++;
      this.#misused ||= diagnostic.code.startsWith("usage-");
      if (!this.#options.quiet || diagnostic.severity === "error") this.#say(diagnostic, sources);
    }
  }

  /** A line about what was done; nothing when only diagnostics are asked for. */
  note(line: string): void {
    this.#progress.clear();
    if (this.#talks && line !== "") this.err.write(`${line}\n`);
  }

  /** Has `--max-warnings` count what a command is for, and not the warnings on the way there. */
  limit(count: number): void {
    this.#limited = count;
  }

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
    if (this.#misused) return 2;
    return this.#counts.error > 0 ? 1 : 0;
  }

  get #talks(): boolean {
    return this.#options.format === "text" && !this.#options.quiet;
  }

  #say(diagnostic: Diagnostic, sources: Sources): void {
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
