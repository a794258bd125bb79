import type { StopSignal } from "../diagnostics/stop-signal.js";
import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { OutputResult } from "../output/write-output.js";
import type { Watch } from "../read/run-options.js";
import type { ModelCounts } from "../up-to-date/cache/run-record.js";

/** What accompanies a run of a service. */
export interface RunHooks {
  /** Ends the run, once it is aborted, before files change: the promise rejects with the reason of the signal. */
  readonly signal?: StopSignal | undefined;
  /** Told how far the run is. */
  readonly watch?: Watch | undefined;
  /**
   * Runs a step that changes files, which is not to be cut short. The step ends, with no file changed, if the signal
   * that it is given is aborted before the first change.
   */
  readonly changing?: <T>(step: (signal: StopSignal) => Promise<T>) => Promise<T>;
}

/** The result of a run of one service. */
export interface ServiceResult {
  readonly counts: ModelCounts;
  /** How many files the output has. */
  readonly files: number;
  /**
   * The changes of the folder. With `check`: that it is as a run would write it (`compared`) or not (`outdated`).
   * `unwritten` and `uncompared`: errors were reported.
   */
  readonly done: OutputResult | "compared" | "outdated" | "unwritten" | "uncompared";
  readonly report: Report;
  readonly sources: Sources;
}
