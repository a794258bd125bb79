import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Report } from "../diagnostics/report.js";
import { foundAt, targetAt } from "./disk.js";
import { type FolderRequest, outputFolder } from "./folder-rules.js";
import { isUnsettled } from "./journal/recover.js";
import { type FileHashes, manifestName, parseManifest } from "./manifest.js";
import type { RunRecord } from "./run-record.js";

/** The run that wrote an output folder, according to its manifest. */
export interface EarlierRun {
  readonly run: RunRecord;
  /** The number of files it wrote. */
  readonly files: number;
  /** The modification time of its manifest, in milliseconds since the epoch. */
  readonly writtenAt: number;
  /** Checks whether all its files are unchanged. */
  isUnchanged(): Promise<boolean>;
}

/**
 * The run that wrote a folder. Undefined if it did not complete or the folder must not be written to: a whole run
 * reports why.
 */
export async function earlierRun(request: FolderRequest): Promise<EarlierRun | undefined> {
  try {
    const folder = await outputFolder(request, new Report());
    if (folder === undefined || (await isUnsettled(folder.path))) return undefined;
    const path = join(folder.path, manifestName);
    if ((await foundAt(path)) !== "file") return undefined;
    const manifest = parseManifest(readFileSync(path, "utf8"));
    if (!manifest.ok || manifest.run === undefined) return undefined;
    const { run, files } = manifest;
    return {
      run,
      files: files.size,
      writtenAt: statSync(path).mtimeMs,
      isUnchanged: () => isUnchanged(folder.path, files),
    };
  } catch {
    return undefined; // the whole run reports unreadable files
  }
}

async function isUnchanged(root: string, files: FileHashes): Promise<boolean> {
  for (const [path, hash] of files) {
    const target = await targetAt(root, path);
    if (target.state !== "file" || target.hash !== hash) return false;
  }
  return true;
}
