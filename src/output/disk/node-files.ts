import { lstat, open } from "node:fs/promises";
import type { Found } from "./output-io.js";

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
