import type { FileSystemAdapter } from "tinyglobby";
import type { Entry } from "./io.js";

/** Lists a folder. */
type List = (folder: string) => Promise<readonly Entry[]>;

/**
 * Absolute paths of the files that match a glob, without hidden entries and `node_modules`, in the folders that `list`
 * gives; by default in those of the file system.
 */
export async function globFiles(pattern: string, base: string, list?: List): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  return glob(pattern, {
    cwd: base,
    absolute: true,
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
    ...(list !== undefined && { fs: adapterOf(list) }),
  });
}

/** Folders as tinyglobby reads them. */
function adapterOf(list: List): FileSystemAdapter {
  const readdir = (
    path: string,
    _options: unknown,
    done: (failure: NodeJS.ErrnoException | null, entries?: readonly object[]) => void,
  ) => {
    list(path).then(
      (entries) => done(null, entries.map(direntOf)),
      (failure: NodeJS.ErrnoException) => done(failure),
    );
  };
  return { readdir: readdir as FileSystemAdapter["readdir"] } as FileSystemAdapter; // of its many forms, tinyglobby calls this one
}

function direntOf({ name, kind }: Entry): object {
  return {
    name,
    isFile: () => kind === "file",
    isDirectory: () => kind === "folder",
    isSymbolicLink: () => kind === "link",
  };
}
