import type { RunRecord } from "./run-record.js";

/** A file to be written: its path relative to the output folder, with `/`, and its whole text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What a run wants to stand in its output folder. */
export interface OutputRequest {
  /** Absolute, or relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** The absolute paths of what was read; the output folder may hold none of them. */
  readonly inputs: readonly string[];
  readonly files: readonly OutputFile[];
  readonly toolVersion: string;
  /** See `inputsHash`. */
  readonly inputsHash: string;
  /** What lets the next run see that nothing changed; absent where it could not see it. */
  readonly run?: RunRecord;
}
