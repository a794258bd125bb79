import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { lockName } from "./lock.js";

/** The temporary path of new content, in the folder of its file, so that a rename replaces the file atomically. */
export function freshPath(path: string): string {
  return besides(path, "new");
}

/** The path of the backup, which is kept until the whole run has succeeded. */
export function backupPath(path: string): string {
  return besides(path, "old");
}

function besides(path: string, role: "new" | "old"): string {
  const { dir, base } = posix.parse(path);
  return posix.join(dir, `.${base}.odata-codegen-${role}`);
}

function isTemporary(name: string): boolean {
  return /^\..+\.odata-codegen-(new|old)$/.test(name) || name.startsWith(`${lockName}.`);
}

/**
 * Temporary files of killed runs in the given folders of an output folder ("" is the folder itself), as relative paths.
 */
export async function leftovers(root: string, folders: Iterable<string>): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of await entriesOf(join(root, folder))) {
      if (entry.isFile() && isTemporary(entry.name)) found.push(posix.join(folder, entry.name));
    }
  }
  return found.sort();
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return []; // missing; an unreadable folder is reported when its files are checked
  }
}
