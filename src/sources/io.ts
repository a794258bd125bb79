import { pathName } from "../diagnostics/path-name.js";

/** The kind of a file-system entry, with links followed. Pipes, devices and sockets are `other`. */
export type PathKind = "file" | "folder" | "other";

export interface PathStat {
  readonly kind: PathKind;
  readonly size: number;
}

/** An entry of a folder; links are not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: PathKind | "link";
}

/** Where an input is that is not a file of the file system. */
export interface Located {
  /** An absolute path that the other functions of the `Io` take. */
  readonly path: string;
  /** The folder that a glob starts from. */
  readonly base: string;
}

/** The file system, standard input and environment variables, as far as reading inputs needs them. Paths are absolute; failures reject. */
export interface Io {
  readonly cwd: string;
  /** The environment variables: proxies, and values that the config file names. Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What separates the parts of a path. With `\\`, as on Windows, an input or glob may be written with it or with `/`. */
  readonly separator?: "/" | "\\";
  /** Undefined if nothing exists at the path. */
  stat(path: string): Promise<PathStat | undefined>;
  /** The path with all links resolved. */
  realPath(path: string): Promise<string>;
  list(folder: string): Promise<readonly Entry[]>;
  /** Absolute paths of matching files in any order, without hidden entries and `node_modules`. */
  glob(pattern: string, base: string): Promise<readonly string[]>;
  /** Reads at most the first `limit` bytes of a regular file. */
  readFile(path: string, limit: number): Promise<Uint8Array>;
  /** Reads at most the first `limit` bytes of standard input. */
  stdin(limit: number): Promise<Uint8Array>;
  /** The place of an input outside of the file system, such as a file at a revision. */
  locate?(input: string): Located | undefined;
  /** The name in messages of a path that `locate` gave, or one below it. */
  nameOf?(path: string): string | undefined;
}

/** A path as messages show it; `given` is the input that it belongs to. */
export function shownPath(path: string, given: string, io: Pick<Io, "cwd" | "nameOf">): string {
  return io.nameOf?.(path) ?? pathName(path, given, io.cwd);
}
