import type { FileSystemAdapter } from "tinyglobby";

/** Absolute paths of the files that match a glob, without hidden entries and `node_modules`; by default of the file system. */
export async function globFiles(pattern: string, base: string, fs?: FileSystemAdapter): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  return glob(pattern, {
    cwd: base,
    absolute: true,
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
    ...(fs !== undefined && { fs }),
  });
}
