import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { lockName } from "./lock.js";

/** Where the new content waits, in the folder of its file, so that a rename puts it in place at once. */
export function freshPath(path: string): string {
  return besides(path, "new");
}

/** Where the old content is kept until the whole run has succeeded. */
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

/** What killed runs left in the given folders of an output folder ("" is the folder itself), as relative paths. */
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
    return []; // not there yet; a folder that cannot be read is reported when its files are looked at
  }
}
