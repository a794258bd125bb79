import { access, constants, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { contentHash, fileHash } from "./content-hash.js";
import { foundAt, targetAt } from "./disk.js";
import type { OutputFolder } from "./folder-rules.js";
import { type FileHashes, manifestName, manifestText, parseManifest } from "./manifest.js";
import type { OutputFile, OutputRequest } from "./output-request.js";
import { reportObstacle } from "./report-obstacle.js";

export interface PlannedWrite extends OutputFile {
  /** The hash of the file of an earlier run that it replaces. */
  readonly before: string | undefined;
}

export interface PlannedRemove {
  readonly path: string;
  /** The hash of the file. */
  readonly before: string;
}

/** The changes needed to reach the wanted content of the folder; paths are relative to it. */
export interface OutputPlan {
  readonly folder: OutputFolder;
  /** Files to write. The manifest, if it changes, is last. */
  readonly writes: readonly PlannedWrite[];
  readonly removes: readonly PlannedRemove[];
}

/** Whether nothing needs to change. */
export function isDone({ writes, removes }: OutputPlan): boolean {
  return writes.length === 0 && removes.length === 0;
}

interface Inspection {
  readonly folder: OutputFolder;
  /** The files that an earlier run wrote. */
  readonly listed: FileHashes;
  readonly report: Report;
}

/**
 * Determines all changes of a whole folder and checks that all of them are allowed, before anything is written. Reports
 * errors and returns undefined otherwise.
 */
export async function planOutput(
  folder: OutputFolder,
  request: OutputRequest,
  report: Report,
): Promise<OutputPlan | undefined> {
  try {
    const listed = await readManifest(folder, report);
    if (listed === undefined) return undefined;
    const inspection = { folder, listed, report };
    const writes = [...(await plannedWrites(request.files, inspection)), ...(await plannedManifest(request, folder))];
    const plan = { folder, writes, removes: await plannedRemoves(request.files, inspection) };
    if (!isDone(plan)) await checkWritable(plan, report);
    return report.failed ? undefined : plan;
  } catch (failure) {
    report.add("output-unreadable", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
    return undefined;
  }
}

/**
 * The files in the manifest; none if there is no manifest. Reports an error and returns undefined if it cannot be read.
 */
async function readManifest(folder: OutputFolder, report: Report): Promise<FileHashes | undefined> {
  const target = await targetAt(folder.path, manifestName);
  if (target.state === "missing") return new Map();
  if (target.state !== "file") {
    reportObstacle(target, folder, report);
    return undefined;
  }
  const manifest = parseManifest(await readFile(join(folder.path, manifestName), "utf8"));
  if (manifest.ok) return manifest.files;
  const shown = `${folder.name}/${manifestName}`;
  report.add("output-manifest-invalid", { path: shown }, { path: shown, reason: manifest.reason });
  return undefined;
}

async function plannedWrites(files: readonly OutputFile[], inspection: Inspection): Promise<readonly PlannedWrite[]> {
  const writes: PlannedWrite[] = [];
  for (const file of files) {
    const target = await targetAt(inspection.folder.path, file.path);
    if (target.state === "missing") writes.push({ ...file, before: undefined });
    else if (target.state !== "file") reportObstacle(target, inspection.folder, inspection.report);
    else if (target.hash === fileHash(file)) continue;
    else if (mayTouch(file.path, target.hash, inspection)) writes.push({ ...file, before: target.hash });
  }
  return writes;
}

async function plannedManifest(request: OutputRequest, folder: OutputFolder): Promise<readonly PlannedWrite[]> {
  const text = manifestText(request);
  const target = await targetAt(folder.path, manifestName);
  if (target.state === "file" && target.hash === contentHash(text)) return [];
  return [{ path: manifestName, text, before: target.state === "file" ? target.hash : undefined }];
}

/** Files of an earlier run that this run would not write. */
async function plannedRemoves(files: readonly OutputFile[], inspection: Inspection): Promise<readonly PlannedRemove[]> {
  const wanted = new Set(files.map(({ path }) => path));
  const removes: PlannedRemove[] = [];
  for (const path of [...inspection.listed.keys()].sort()) {
    if (wanted.has(path)) continue;
    const target = await targetAt(inspection.folder.path, path);
    if (target.state === "file") {
      if (mayTouch(path, target.hash, inspection)) removes.push({ path, before: target.hash });
    } else if (target.state !== "missing") reportObstacle(target, inspection.folder, inspection.report);
  }
  return removes;
}

/** Whether a file may be replaced or removed: it is generated and unchanged since. Reports an error otherwise. */
function mayTouch(path: string, hash: string, { folder, listed, report }: Inspection): boolean {
  const written = listed.get(path);
  if (written === hash) return true;
  const shown = `${folder.name}/${path}`;
  report.add(written === undefined ? "output-not-ours" : "output-modified", { path: shown }, { path: shown });
  return false;
}

/** Checks the write permission of the folder and of each one in it that will change, or of the existing one above. */
async function checkWritable({ folder, writes, removes }: OutputPlan, report: Report): Promise<void> {
  const changed = [...writes, ...removes].map(({ path }) => dirname(join(folder.path, path)));
  for (const path of new Set([folder.path, ...changed])) {
    const reason = await unwritableReason(path);
    if (reason === undefined) continue;
    report.add("output-unwritable", { path: folder.name }, { path: folder.name, reason });
    return;
  }
}

async function unwritableReason(folder: string): Promise<string | undefined> {
  let existing = folder;
  while ((await foundAt(existing)) === "missing") existing = dirname(existing);
  try {
    await access(existing, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (failure) {
    return reasonOf(failure);
  }
}
