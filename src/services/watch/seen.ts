import { statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { Io } from "../../sources/io.js";

/** What a run read, and what it found not to exist. Paths are absolute. */
export class Seen {
  /** Files and folders, with a stamp that changes with their content. */
  readonly files = new Map<string, string>();
  /** Folders whose entries were listed. */
  readonly folders = new Set<string>();
  readonly globs: { readonly pattern: string; readonly base: string }[] = [];

  add(path: string): void {
    if (!this.files.has(path)) this.files.set(path, stampOf(path));
  }

  /** The folders in which new files count, too. */
  get roots(): readonly string[] {
    return [...this.folders, ...this.globs.map(({ pattern, base }) => globRoot(pattern, base))];
  }

  /** What changed since it was read. */
  get changed(): readonly string[] {
    return [...this.files].filter(([path, stamp]) => stampOf(path) !== stamp).map(([path]) => path);
  }

  /** Whether a run would read something else since this path changed. */
  async isConcerned(path: string, io: Io): Promise<boolean> {
    const stamp = this.files.get(path);
    if (stamp !== undefined) return stampOf(path) !== stamp;
    if (stampOf(path) === MISSING) return false;
    if ([...this.folders].some((folder) => isBelow(path, folder))) return true;
    for (const { pattern, base } of this.globs.filter((glob) => isBelow(path, globRoot(glob.pattern, glob.base)))) {
      const found = await io.glob(pattern, base);
      if (found.some((file) => !this.files.has(join(file)))) return true;
    }
    return false;
  }
}

/** The same `Io`, with a record of what is read through it. */
export function recordingIo(io: Io, seen: Seen): Io {
  return {
    ...io,
    stat: (path) => (seen.add(path), io.stat(path)),
    readFile: (path, limit) => (seen.add(path), io.readFile(path, limit)),
    realPath: async (path) => {
      const real = await io.realPath(path);
      seen.add(real);
      return real;
    },
    list: (folder) => (seen.folders.add(folder), io.list(folder)),
    glob: (pattern, base) => (seen.globs.push({ pattern, base }), io.glob(pattern, base)),
  };
}

const MISSING = "missing";

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  if (found === undefined) return MISSING;
  return found.isFile() ? `${found.mtimeNs} ${found.size} ${found.ino}` : "folder";
}

/** The folder that a glob starts from. */
function globRoot(pattern: string, base: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  const start = parts.slice(0, first).join("/");
  return isAbsolute(start) ? join(start) : join(base, start);
}

export function isBelow(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return from !== "" && from !== ".." && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/** A path and all folders above it. */
export function withFoldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...withFoldersAbove(above)];
}
