/** What the lock file holds. */
import type { LockedNames } from "../naming/locked-names.js";

/** What is kept of one service. */
export interface LockedService {
  /** The copies of remote inputs, by URL. */
  readonly inputs?: Readonly<Record<string, KeptInput>>;
  readonly names?: LockedNames;
}

/** A copy of a remote input. */
export interface KeptInput {
  /** The path relative to the folder of the lock file, with `/`. */
  readonly file: string;
  /** The ETag of the response. */
  readonly etag?: string;
  /** The SHA-256 of the text with LF line ends, in hexadecimal. */
  readonly sha256: string;
}

/** Services by name. */
export type LockFile = ReadonlyMap<string, LockedService>;
