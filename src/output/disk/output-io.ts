/** The kind of entry at a path, with links not followed. */
export type Found = "missing" | "file" | "folder" | "link" | "special";

/** Who holds a lock, as messages name it. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/** The lock of a folder, or who holds it. */
export type Lock =
  { readonly state: "taken"; release(): Promise<void> } | { readonly state: "held"; readonly owner: LockHolder };

/**
 * The file system that an output folder is written to. Paths are absolute, in the form of `node:path`; a failure rejects
 * with an `Error`, whose message is shown.
 */
export interface OutputIo {
  found(path: string): Promise<Found>;
  /** The path with all links resolved; rejects if nothing exists there. */
  realPath(path: string): Promise<string>;
  list(folder: string): Promise<readonly { readonly name: string }[]>;
  readFile(path: string): Promise<Uint8Array>;
  /** Writes a file that does not exist yet, a text in UTF-8, and waits until it is on the disk. */
  createFile(path: string, content: string | Uint8Array): Promise<void>;
  /** Makes a file with the same content: another name of the same file, where the file system has that. */
  copyFile(from: string, to: string): Promise<void>;
  /** Renames a file. One that has the new name is replaced in the same step. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with everything in it. Does nothing if there is none. */
  remove(path: string): Promise<void>;
  /** Removes an empty folder; rejects if it is not empty. */
  removeFolder(folder: string): Promise<void>;
  /** Makes a folder and those above that are missing. Returns the uppermost that is new; undefined if there is none. */
  makeFolder(folder: string): Promise<string | undefined>;
  /** Rejects if no entry of an existing folder can be made, renamed or removed. */
  checkWritable(folder: string): Promise<void>;
  /** Waits until the names in a folder are on the disk, so that they survive a power cut. */
  sync(folder: string): Promise<void>;
  /** Takes the lock of a folder; tries again for `patience` milliseconds if another run holds it. */
  lock(folder: string, patience: number): Promise<Lock>;
  /** Those of the names in a folder that runs left which were killed while they took its lock. */
  abandonedLocks(folder: string, names: readonly string[]): Promise<readonly string[]>;
}
