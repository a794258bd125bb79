import { sep } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Entry, Io, PathKind } from "./io.js";

/** An entry that a walk found. Failures are entries too, so that one unreadable folder does not end the walk. */
export type FoundEntry =
  | {
      readonly kind: "file";
      readonly path: string;
      readonly realPath: string;
      /** The path of its folder. */
      readonly folder: string;
      readonly name: string;
    }
  /** A pipe, device, socket or broken link. */
  | { readonly kind: "other"; readonly path: string }
  | { readonly kind: "failure"; readonly path: string; readonly reason: string };

interface Folder {
  readonly path: string;
  readonly realPath: string;
}

/**
 * Lists the files below a folder, ordered by name, without hidden entries (`.git`, `.DS_Store`) and `node_modules`.
 * Links are followed; each real folder is entered once, so that cycles of links end.
 */
export async function walkFolder(path: string, io: Io): Promise<readonly FoundEntry[]> {
  const all: FoundEntry[] = [];
  const entered = new Set<string>();
  const pending: Folder[] = [{ path, realPath: await io.realPath(path) }];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (entered.has(folder.realPath)) continue;
    entered.add(folder.realPath);
    const found = await entriesIn(folder, io);
    all.push(...found.entries);
    pending.push(...found.folders.toReversed());
  }
  return all;
}

interface Found {
  readonly entries: FoundEntry[];
  readonly folders: Folder[];
}

async function entriesIn(folder: Folder, io: Io): Promise<Found> {
  const found: Found = { entries: [], folders: [] };
  try {
    const listed = (await io.list(folder.path)).filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
    for (const entry of listed.sort((a, b) => (a.name < b.name ? -1 : 1))) await addEntry(folder, entry, io, found);
  } catch (failure) {
    found.entries.push({ kind: "failure", path: folder.path, reason: reasonOf(failure) });
  }
  return found;
}

async function addEntry(folder: Folder, entry: Entry, io: Io, found: Found): Promise<void> {
  const { name } = entry;
  const path = inFolder(folder.path, name);
  const { kind, realPath } =
    entry.kind === "link"
      ? await follow(path, io)
      : { kind: entry.kind, realPath: folder.realPath === folder.path ? path : inFolder(folder.realPath, name) };
  if (kind === "folder") found.folders.push({ path, realPath });
  else if (kind === "file") found.entries.push({ kind, path, realPath, folder: folder.path, name });
  else found.entries.push({ kind, path });
}

/** Joins a folder and a name. `path.join` would normalize the folder again for each of thousands of files. */
function inFolder(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** Follows a link. A broken or cyclic one is `other`. */
async function follow(path: string, io: Io): Promise<{ readonly kind: PathKind; readonly realPath: string }> {
  try {
    const found = await io.stat(path);
    return found === undefined
      ? { kind: "other", realPath: path }
      : { kind: found.kind, realPath: await io.realPath(path) };
  } catch {
    return { kind: "other", realPath: path };
  }
}
