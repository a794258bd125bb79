import { basename, relative, resolve, sep } from "node:path";
import process from "node:process";
import { withSlashes } from "../diagnostics/path-name.js";
import type { OutputIo } from "../output/disk/output-io.js";
import type { Entry, Io, PathKind } from "../sources/io.js";
import { globFiles } from "../sources/glob-files.js";
import { Entries, failure } from "./entries.js";

/** A file system in memory: inputs are read from it, and output is written to it. */
export interface MemoryIo extends Io, Omit<OutputIo, "list" | "realPath" | "readFile"> {
  readFile(path: string, limit?: number): Promise<Uint8Array>;
  /** Writes a file and the folders above it; the path is absolute, or relative to `cwd`. */
  write(path: string, content: string | Uint8Array): void;
  /** All files as texts, by their path relative to `cwd`, with `/`. */
  files(): Readonly<Record<string, string>>;
}

export interface MemoryOptions {
  /** The working folder, absolute; by default `/memory`. */
  readonly cwd?: string;
  /** The environment variables; by default none. */
  readonly env?: Io["env"];
  /** What standard input gives; by default nothing. */
  readonly stdin?: string | Uint8Array;
}

/** Makes a file system with these files: their paths are absolute, or relative to the working folder. */
export function memoryIo(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  { cwd: given = "/memory", env = {}, stdin = "" }: MemoryOptions = {},
): MemoryIo {
  const cwd = resolve(given);
  const entries = new Entries();
  entries.makeFolder(cwd);
  const write = (path: string, content: string | Uint8Array) => {
    entries.makeFolder(resolve(cwd, path, ".."));
    entries.write(resolve(cwd, path), bytesOf(content));
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    cwd,
    env,
    separator: sep,
    stdin: async (limit) => bytesOf(stdin).subarray(0, limit),
    ...readingFrom(entries),
    ...writingTo(entries),
    write,
    files: () => Object.fromEntries(entries.files.map(([path, content]) => [nameOf(path, cwd), textOf(content)])),
  };
}

function readingFrom(entries: Entries): Pick<Io, "stat" | "realPath" | "list" | "glob"> & Pick<MemoryIo, "readFile"> {
  const kindOf = (path: string): PathKind => (entries.isFolder(path) ? "folder" : "file");
  const list = async (folder: string): Promise<readonly Entry[]> =>
    entries.list(clean(folder)).map((path) => ({ name: basename(path), kind: kindOf(path) }));
  return {
    stat: async (path) => {
      const known = clean(path);
      if (!entries.has(known)) return undefined;
      const kind = kindOf(known);
      return { kind, size: kind === "file" ? entries.read(known).length : 0 };
    },
    realPath: async (path) => {
      if (!entries.has(clean(path))) throw failure("ENOENT", path);
      return clean(path);
    },
    list,
    glob: (pattern, base) => globFiles(pattern, base, list),
    readFile: async (path, limit) => entries.read(clean(path)).subarray(0, limit),
  };
}

function writingTo(entries: Entries): Omit<OutputIo, "list" | "realPath" | "readFile"> {
  return {
    found: async (path) => (entries.isFolder(path) ? "folder" : entries.has(path) ? "file" : "missing"),
    createFile: async (path, content) => {
      if (entries.has(path)) throw failure("EEXIST", path);
      entries.write(path, bytesOf(content));
    },
    copyFile: async (from, to) => entries.write(to, entries.read(from)),
    rename: async (from, to) => {
      entries.write(to, entries.read(from));
      if (to !== from) entries.remove(from);
    },
    remove: async (path) => entries.remove(path),
    removeFolder: async (folder) => {
      if (entries.list(folder).length > 0) throw failure("ENOTEMPTY", folder);
      entries.remove(folder);
    },
    makeFolder: async (folder) => entries.makeFolder(folder),
    checkWritable: async () => {},
    sync: async () => {},
    lock: locksOf(),
    abandonedLocks: async () => [],
  };
}

/** Locks between runs of this process, which are all that can reach the files. */
function locksOf(): OutputIo["lock"] {
  const held = new Set<string>();
  return async (folder) => {
    if (held.has(folder)) return { state: "held", owner: { pid: process.pid, host: "this process" } };
    held.add(folder);
    return { state: "taken", release: async () => void held.delete(folder) };
  };
}

/** Without `..`, and without a separator at its end. */
function clean(path: string): string {
  return resolve(path);
}

function nameOf(path: string, cwd: string): string {
  return withSlashes(relative(cwd, path));
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function textOf(content: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}
