import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
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
    if (isMissing(failure)) return "missing";
    throw failure;
  }
}

function isMissing(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && (failure.code === "ENOENT" || failure.code === "ENOTDIR");
}

/** The state of the path of a generated file. */
export type Target =
  | { readonly state: "missing" }
  | { readonly state: "file"; readonly hash: string }
  /** The path itself or a folder above it is a link. */
  | { readonly state: "link"; readonly path: string }
  /** A folder above is not a folder, or the path itself is not a file. */
  | {
      readonly state: "blocked";
      readonly path: string;
      readonly found: Exclude<Found, "missing" | "link">;
      readonly wanted: "file" | "folder";
    };

export async function targetAt(root: string, path: string): Promise<Target> {
  for (const above of foldersAbove(path)) {
    const found = await foundAt(join(root, above));
    if (found === "missing") return { state: "missing" };
    if (found === "link") return { state: "link", path: above };
    if (found !== "folder") return { state: "blocked", path: above, found, wanted: "folder" };
  }
  const full = join(root, path);
  const found = await foundAt(full);
  if (found === "missing") return { state: "missing" };
  if (found === "link") return { state: "link", path };
  if (found !== "file") return { state: "blocked", path, found, wanted: "file" };
  return { state: "file", hash: contentHash(await readFile(full)) };
}
