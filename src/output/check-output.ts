import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { fileHash } from "./content-hash.js";
import { targetAt } from "./disk.js";
import { wantedFolder } from "./folder-rules.js";
import { recover } from "./journal/recover.js";
import { type FileHashes, manifestName, manifestText, parseManifest } from "./manifest.js";
import type { OutputFile, OutputRequest } from "./output-request.js";

/** A difference between the output folder and what a run would write. */
export interface Difference {
  /** The path relative to the output folder. */
  readonly path: string;
  /** `stale`: a file of an earlier run that this run would not write. */
  readonly state: "missing" | "different" | "stale";
}

/**
 * Compares the output folder with what a run would write. Returns the differences by path; none: up to date. Writes
 * nothing, except that it completes or reverts what a killed run left.
 */
export async function checkOutput(request: OutputRequest, report: Report): Promise<readonly Difference[]> {
  const folder = await wantedFolder(request, report);
  if (folder === undefined) return [];
  try {
    if (!(await recover(folder, report))) return [];
    const wanted = [...request.files, { path: manifestName, text: manifestText(request) }];
    const differences = [...(await unlike(folder.path, wanted)), ...(await stale(folder.path, wanted))];
    return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (failure) {
    report.add("output-unreadable", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
    return [];
  }
}

async function unlike(root: string, wanted: readonly OutputFile[]): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const file of wanted) {
    const { path } = file;
    const target = await targetAt(root, path);
    if (target.state === "missing") differences.push({ path, state: "missing" });
    else if (target.state !== "file" || target.hash !== fileHash(file)) differences.push({ path, state: "different" });
  }
  return differences;
}

async function stale(root: string, wanted: readonly OutputFile[]): Promise<readonly Difference[]> {
  const paths = new Set(wanted.map(({ path }) => path));
  const differences: Difference[] = [];
  for (const path of (await listedFiles(root)).keys()) {
    if (!paths.has(path) && (await targetAt(root, path)).state !== "missing")
      differences.push({ path, state: "stale" });
  }
  return differences;
}

/** The files in the manifest; none if it cannot be read, since then the manifest itself differs. */
async function listedFiles(root: string): Promise<FileHashes> {
  const target = await targetAt(root, manifestName);
  const manifest =
    target.state === "file" ? parseManifest(await readFile(join(root, manifestName), "utf8")) : undefined;
  return manifest?.ok ? manifest.files : new Map();
}
