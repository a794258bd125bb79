import { dirname, join } from "node:path";
import { contentHash } from "../content-hash.js";
import { foldersAbove } from "../path-rules.js";
import type { Found, OutputIo } from "./output-io.js";

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

export async function targetAt(root: string, path: string, io: OutputIo): Promise<Target> {
  for (const above of foldersAbove(path)) {
    const found = await io.found(join(root, above));
    if (found === "missing") return { state: "missing" };
    if (found !== "folder") return { state: "obstacle", path: above, found, wanted: "folder" };
  }
  const full = join(root, path);
  const found = await io.found(full);
  if (found === "missing") return { state: "missing" };
  if (found !== "file") return { state: "obstacle", path, found, wanted: "file" };
  return { state: "file", hash: contentHash(await io.readFile(full)) };
}

/** The hash of a file; undefined if there is none. */
export async function contentAt(path: string, io: OutputIo): Promise<string | undefined> {
  return (await io.found(path)) === "file" ? contentHash(await io.readFile(path)) : undefined;
}

/** The text of a file in UTF-8. */
export async function textOf(path: string, io: OutputIo): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await io.readFile(path));
}

/** Removes a folder and its parents, up to `kept` or the first that is not empty. */
export async function removeEmptyFolders(folder: string, kept: string, io: OutputIo): Promise<void> {
  try {
    for (let current = folder; current !== kept; current = dirname(current)) await io.removeFolder(current);
  } catch {
    // Not empty: it contains files that were not generated.
  }
}
