import { join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { fileHash } from "./content-hash.js";
import { nodeOutputIo } from "./disk/node-output-io.js";
import type { OutputIo } from "./disk/output-io.js";
import { targetAt, textOf } from "./disk/target.js";
import { type OutputFolder, wantedFolder } from "./folder-rules.js";
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

export interface CheckOptions {
  /** The file system of the folder; by default that of Node. */
  readonly io?: OutputIo;
}

/**
 * Compares the output folder with what a run would write. Returns the differences by path; none: up to date. Writes
 * nothing, except that it completes or reverts what a killed run left.
 */
export async function checkOutput(
  request: OutputRequest,
  report: Report,
  { io = nodeOutputIo }: CheckOptions = {},
): Promise<readonly Difference[]> {
  const folder = await wantedFolder(request, report, io);
  if (folder === undefined) return [];
  try {
    if (!(await recover(folder, report))) return [];
    const wanted = [...request.files, { path: manifestName, text: manifestText(request) }];
    const differences = [...(await unlike(folder, wanted)), ...(await stale(folder, wanted))];
    return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (failure) {
    report.add("output-unreadable", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
    return [];
  }
}

async function unlike({ path: root, io }: OutputFolder, wanted: readonly OutputFile[]): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const file of wanted) {
    const { path } = file;
    const target = await targetAt(root, path, io);
    if (target.state === "missing") differences.push({ path, state: "missing" });
    else if (target.state !== "file" || target.hash !== fileHash(file)) differences.push({ path, state: "different" });
  }
  return differences;
}

async function stale({ path: root, io }: OutputFolder, wanted: readonly OutputFile[]): Promise<readonly Difference[]> {
  const paths = new Set(wanted.map(({ path }) => path));
  const differences: Difference[] = [];
  for (const path of (await listedFiles(root, io)).keys()) {
    if (!paths.has(path) && (await targetAt(root, path, io)).state !== "missing")
      differences.push({ path, state: "stale" });
  }
  return differences;
}

/** The files in the manifest; none if it cannot be read, since then the manifest itself differs. */
async function listedFiles(root: string, io: OutputIo): Promise<FileHashes> {
  const target = await targetAt(root, manifestName, io);
  const manifest = target.state === "file" ? parseManifest(await textOf(join(root, manifestName), io)) : undefined;
  return manifest?.ok ? manifest.files : new Map();
}
