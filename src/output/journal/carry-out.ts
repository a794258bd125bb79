import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { foundAt, removeEmptyFolders, syncFolder } from "../disk.js";
import { foldersAbove } from "../path-rules.js";
import { type Change, newContent, oldContent } from "./change.js";

/**
 * Makes all changes that are not made yet: first removes files, then renames new contents over old ones, so that there
 * is a complete file at each of their paths at every moment.
 */
export async function goForward(root: string, changes: readonly Change[]): Promise<void> {
  for (const [index, { path, after }] of changes.entries()) {
    if (after !== undefined) continue;
    const [target, old] = [join(root, path), oldContent(root, index)];
    if ((await foundAt(old)) === "missing" && (await foundAt(target)) === "file") await rename(target, old);
  }
  for (const [index, { path }] of changes.entries()) {
    const fresh = newContent(root, index);
    if ((await foundAt(fresh)) !== "file") continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await rename(fresh, join(root, path));
  }
  await syncChanged(root, changes);
  for (const { path, after } of changes)
    if (after === undefined) await removeEmptyFolders(dirname(join(root, path)), root);
}

/** Reverts all changes that were made, the last one first. */
export async function goBack(root: string, changes: readonly Change[]): Promise<void> {
  for (const [index, { path, before }] of [...changes.entries()].toReversed()) {
    const [target, old] = [join(root, path), oldContent(root, index)];
    if ((await foundAt(old)) === "file") {
      await mkdir(dirname(target), { recursive: true });
      await rename(old, target);
    } else if (before === undefined && (await foundAt(newContent(root, index))) === "missing") {
      await rm(target, { force: true });
    }
  }
  await syncChanged(root, changes);
  for (const { path, before } of changes)
    if (before === undefined) await removeEmptyFolders(dirname(join(root, path)), root);
}

/** Writes the names in all changed folders to the disk. */
async function syncChanged(root: string, changes: readonly Change[]): Promise<void> {
  const folders = new Set(["", ...changes.flatMap(({ path }) => foldersAbove(path))]);
  for (const folder of folders)
    if ((await foundAt(join(root, folder))) === "folder") await syncFolder(join(root, folder));
}
