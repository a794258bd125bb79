import { join } from "node:path";

/** The folder in the output folder that holds new contents, old contents and the journal while a run writes. */
export const stagingName = ".odata-codegen.staged";

/** A change of one file; the hashes are those of `contentHash`. */
export interface Change {
  /** Relative to the output folder. */
  readonly path: string;
  /** The hash of the old content; undefined if there is no file. */
  readonly before: string | undefined;
  /** The hash of the new content; undefined if the file is removed. */
  readonly after: string | undefined;
}

/** The staged new content of the change with this index. */
export function newContent(root: string, index: number): string {
  return join(root, stagingName, `${index}.new`);
}

/** The old content of the change with this index: for a replaced file another link to it, or a copy. */
export function oldContent(root: string, index: number): string {
  return join(root, stagingName, `${index}.old`);
}
