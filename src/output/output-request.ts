/** A file to write: its path relative to the output folder, with `/`, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** The wanted content of an output folder. */
export interface OutputRequest {
  /** The output folder, absolute or relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** The absolute paths of the inputs. None of them may be in the output folder. */
  readonly inputs: readonly string[];
  readonly files: readonly OutputFile[];
  readonly toolVersion: string;
}
