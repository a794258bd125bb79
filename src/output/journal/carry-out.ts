import { dirname, join } from "node:path";
import { removeEmptyFolders } from "../disk/target.js";
import type { OutputFolder } from "../folder-rules.js";
import { foldersAbove } from "../path-rules.js";
import { type Change, newContent, oldContent } from "./change.js";

/**
 * Makes all changes that are not made yet: first removes files, then renames new contents over old ones, so that there
 * is a complete file at each of their paths at every moment.
 */
export async function goForward({ path: root, io }: OutputFolder, changes: readonly Change[]): Promise<void> {
  for (const [index, { path, after }] of changes.entries()) {
    if (after !== undefined) continue;
    const [target, old] = [join(root, path), oldContent(root, index)];
    if ((await io.found(old)) === "missing" && (await io.found(target)) === "file") await io.rename(target, old);
  }
  for (const [index, { path }] of changes.entries()) {
    const fresh = newContent(root, index);
    if ((await io.found(fresh)) !== "file") continue;
    await io.makeFolder(dirname(join(root, path)));
    await io.rename(fresh, join(root, path));
  }
  await syncChanged({ path: root, io }, changes);
  for (const { path, after } of changes)
    if (after === undefined) await removeEmptyFolders(dirname(join(root, path)), root, io);
}

/** Reverts all changes that were made, the last one first. */
export async function goBack({ path: root, io }: OutputFolder, changes: readonly Change[]): Promise<void> {
  for (const [index, { path, before }] of [...changes.entries()].toReversed()) {
    const [target, old] = [join(root, path), oldContent(root, index)];
    if ((await io.found(old)) === "file") {
      await io.makeFolder(dirname(target));
      await io.rename(old, target);
    } else if (before === undefined && (await io.found(newContent(root, index))) === "missing") {
      await io.remove(target);
    }
  }
  await syncChanged({ path: root, io }, changes);
  for (const { path, before } of changes)
    if (before === undefined) await removeEmptyFolders(dirname(join(root, path)), root, io);
}

/** Writes the names in all changed folders to the disk. */
async function syncChanged(
  { path: root, io }: Pick<OutputFolder, "path" | "io">,
  changes: readonly Change[],
): Promise<void> {
  const folders = new Set(["", ...changes.flatMap(({ path }) => foldersAbove(path))]);
  for (const folder of folders)
    if ((await io.found(join(root, folder))) === "folder") await io.sync(join(root, folder));
}
