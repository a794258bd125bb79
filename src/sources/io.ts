/** What a path leads to, links followed; pipes, devices and sockets are `other`. */
export type PathKind = "file" | "folder" | "other";

export interface PathStat {
  readonly kind: PathKind;
  readonly size: number;
}

/** What lies in a folder; a link is not yet followed. */
export interface Entry {
  readonly name: string;
  readonly kind: PathKind | "link";
}

/** Everything of the machine that reading the inputs touches. Paths are absolute; failures reject. */
export interface Io {
  readonly cwd: string;
  /** Undefined when nothing is there. */
  stat(path: string): Promise<PathStat | undefined>;
  /** The path with every link resolved. */
  realPath(path: string): Promise<string>;
  list(folder: string): Promise<readonly Entry[]>;
  /** The files that match, as absolute paths, in any order; nothing hidden, nothing in `node_modules`. */
  glob(pattern: string, base: string): Promise<readonly string[]>;
  /** At most the first `limit` bytes of a regular file. */
  readFile(path: string, limit: number): Promise<Uint8Array>;
  /** At most the first `limit` bytes of the standard input. */
  stdin(limit: number): Promise<Uint8Array>;
}
