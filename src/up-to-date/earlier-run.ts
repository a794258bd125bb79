import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Report } from "../diagnostics/report.js";
import { toolVersion } from "../installation/package.js";
import { contentHash } from "../output/content-hash.js";
import { nodeOutputIo } from "../output/disk/node-output-io.js";
import { targetAt } from "../output/disk/target.js";
import { type FolderRequest, outputFolder } from "../output/folder-rules.js";
import { isUnsettled } from "../output/journal/recover.js";
import { type FileHashes, manifestName, manifestText, parseManifest } from "../output/manifest.js";
import type { OutputRequest } from "../output/output-request.js";
import { readCachedRun, writeCachedRun } from "./cache/cached-run.js";
import type { RunRecord } from "./cache/run-record.js";

/** The run that wrote an output folder. */
export interface EarlierRun {
  readonly run: RunRecord;
  /** The number of files it wrote. */
  readonly files: number;
  /** When it was recorded, in milliseconds since the epoch. */
  readonly recordedAt: number;
  /** Checks whether all its files are unchanged. */
  isUnchanged(): Promise<boolean>;
}

/** Records the run that wrote an output folder, or found it as it would have written it. */
export async function recordRun(output: OutputRequest, run: RunRecord): Promise<void> {
  const folder = await outputFolder(output, new Report(), nodeOutputIo);
  if (folder === undefined) return;
  const manifest = contentHash(manifestText(output));
  await writeCachedRun({ folder: folder.path, version: toolVersion }, { manifest, run });
}

/**
 * The run that wrote a folder. Undefined if it did not complete or is not recorded, or the folder must not be written
 * to: a whole run reports why.
 */
export async function earlierRun(request: FolderRequest): Promise<EarlierRun | undefined> {
  try {
    const folder = await outputFolder(request, new Report(), nodeOutputIo);
    if (folder === undefined || (await isUnsettled(folder))) return undefined;
    const path = join(folder.path, manifestName);
    if ((await nodeOutputIo.found(path)) !== "file") return undefined;
    const text = readFileSync(path, "utf8");
    const manifest = parseManifest(text);
    const cached = readCachedRun({ folder: folder.path, version: toolVersion });
    if (!manifest.ok || cached === undefined || cached.manifest !== contentHash(text)) return undefined;
    const { files } = manifest;
    const { run, recordedAt } = cached;
    return { run, recordedAt, files: files.size, isUnchanged: () => isUnchanged(folder.path, files) };
  } catch {
    return undefined; // the whole run reports unreadable files
  }
}

async function isUnchanged(root: string, files: FileHashes): Promise<boolean> {
  for (const [path, hash] of files) {
    const target = await targetAt(root, path, nodeOutputIo);
    if (target.state !== "file" || target.hash !== hash) return false;
  }
  return true;
}
