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
  /**
   * Replaces and removes generated files that were edited since. Without a valid manifest, those whose first line says
   * that they are generated. Files of somebody else and links stay, and are an error.
   */
  readonly force?: boolean;
}
