import { lstat, open, readFile, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contentHash } from "./content-hash.js";
import { foldersAbove } from "./path-rules.js";

/** The kind of entry at a path, with links not followed. */
export type Found = "missing" | "file" | "folder" | "link" | "special";

export async function foundAt(path: string): Promise<Found> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return "link";
    if (found.isFile()) return "file";
    return found.isDirectory() ? "folder" : "special";
  } catch (failure) {
    if (failedWith(failure, "ENOENT", "ENOTDIR")) return "missing";
    throw failure;
  }
}

/** Whether a call of the file system failed with one of these codes. */
export function failedWith(failure: unknown, ...codes: readonly string[]): boolean {
  return failure instanceof Error && "code" in failure && codes.includes(String(failure.code));
}

/** The state of the path of a generated file. */
export type Target =
  | { readonly state: "missing" }
  | { readonly state: "file"; readonly hash: string }
  /** The path is not a file, or one above it not a folder. */
  | {
      readonly state: "obstacle";
      readonly path: string;
      readonly found: Exclude<Found, "missing">;
      readonly wanted: "file" | "folder";
    };

export async function targetAt(root: string, path: string): Promise<Target> {
  for (const above of foldersAbove(path)) {
    const found = await foundAt(join(root, above));
    if (found === "missing") return { state: "missing" };
    if (found !== "folder") return { state: "obstacle", path: above, found, wanted: "folder" };
  }
  const full = join(root, path);
  const found = await foundAt(full);
  if (found === "missing") return { state: "missing" };
  if (found !== "file") return { state: "obstacle", path, found, wanted: "file" };
  return { state: "file", hash: contentHash(await readFile(full)) };
}

/** The hash of a file; undefined if there is none. */
export async function contentAt(path: string): Promise<string | undefined> {
  return (await foundAt(path)) === "file" ? contentHash(await readFile(path)) : undefined;
}

/**
 * Waits until the names in a folder are on the disk, so that they survive a power cut. Does nothing where folders cannot
 * be opened (Windows) or not be synchronized (some network drives).
 */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (failure) {
    if (!failedWith(failure, "EISDIR", "EPERM", "EINVAL", "ENOTSUP", "EACCES")) throw failure;
  }
}

/** Removes a folder and its parents, up to `kept` or the first that is not empty. */
export async function removeEmptyFolders(folder: string, kept: string): Promise<void> {
  try {
    for (let current = folder; current !== kept; current = dirname(current)) await rmdir(current);
  } catch {
    // Not empty: it contains files that were not generated.
  }
}
