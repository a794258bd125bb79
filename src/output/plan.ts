import { dirname, join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { contentHash, fileHash } from "./content-hash.js";
import type { OutputIo } from "./disk/output-io.js";
import { targetAt } from "./disk/target.js";
import type { OutputFolder } from "./folder-rules.js";
import { manifestName, manifestText } from "./manifest.js";
import type { OutputFile, OutputRequest } from "./output-request.js";
import { ownerOf, type Ownership, readOwnership } from "./ownership.js";
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

interface Inspection extends Ownership {
  readonly report: Report;
  /** Files of somebody else where generated ones belong. */
  readonly inTheWay: string[];
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
    const ownership = await readOwnership(folder, request.force ?? false, report);
    if (ownership === undefined) return undefined;
    const inspection = { ...ownership, report, inTheWay: [] };
    const writes = [...(await plannedWrites(request.files, inspection)), ...(await plannedManifest(request, folder))];
    const plan = { folder, writes, removes: await plannedRemoves(request.files, inspection) };
    reportInTheWay(inspection);
    if (!isDone(plan)) await checkWritable(plan, report);
    return report.failed ? undefined : plan;
  } catch (failure) {
    report.add("output-unreadable", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
    return undefined;
  }
}

async function plannedWrites(files: readonly OutputFile[], inspection: Inspection): Promise<readonly PlannedWrite[]> {
  const writes: PlannedWrite[] = [];
  for (const file of files) {
    const target = await targetAt(inspection.folder.path, file.path, inspection.folder.io);
    if (target.state === "missing") writes.push({ ...file, before: undefined });
    else if (target.state !== "file") reportObstacle(target, inspection.folder, inspection.report);
    else if (target.hash === fileHash(file)) continue;
    else if (await mayTouch(file.path, target.hash, inspection)) writes.push({ ...file, before: target.hash });
  }
  return writes;
}

async function plannedManifest(request: OutputRequest, folder: OutputFolder): Promise<readonly PlannedWrite[]> {
  const text = manifestText(request);
  const target = await targetAt(folder.path, manifestName, folder.io);
  if (target.state === "file" && target.hash === contentHash(text)) return [];
  return [{ path: manifestName, text, before: target.state === "file" ? target.hash : undefined }];
}

/** Files of an earlier run that this run would not write. */
async function plannedRemoves(files: readonly OutputFile[], inspection: Inspection): Promise<readonly PlannedRemove[]> {
  const wanted = new Set(files.map(({ path }) => path));
  const removes: PlannedRemove[] = [];
  for (const path of [...inspection.listed.keys()].sort()) {
    if (wanted.has(path)) continue;
    const target = await targetAt(inspection.folder.path, path, inspection.folder.io);
    if (target.state === "file") {
      if (await mayTouch(path, target.hash, inspection)) removes.push({ path, before: target.hash });
    } else if (target.state !== "missing") reportObstacle(target, inspection.folder, inspection.report);
  }
  return removes;
}

/** Whether a file may be replaced or removed: it is generated, and unchanged since. */
async function mayTouch(path: string, hash: string, inspection: Inspection): Promise<boolean> {
  const owner = await ownerOf(path, hash, inspection);
  if (owner === "generated" || (owner === "edited" && inspection.force)) return true;
  const shown = `${inspection.folder.name}/${path}`;
  if (owner === "edited") inspection.report.add("output-modified", { path: shown }, { path: shown });
  else inspection.inTheWay.push(path);
  return false;
}

/** Reports files of somebody else: one by one, but together where there is no manifest, which may have been deleted. */
function reportInTheWay({ folder: { name }, manifest, inTheWay, report }: Inspection): void {
  const shown = inTheWay.map((path) => `${name}/${path}`);
  if (manifest === "missing" && shown.length > 1)
    report.add("output-unlisted", { path: name }, { folder: name, manifest: manifestName, files: inTheWay });
  else for (const path of shown) report.add("output-not-ours", { path }, { path });
}

/** Checks the write permission of the folder and of each one in it that will change, or of the existing one above. */
async function checkWritable({ folder, writes, removes }: OutputPlan, report: Report): Promise<void> {
  const changed = [...writes, ...removes].map(({ path }) => dirname(join(folder.path, path)));
  for (const path of new Set([folder.path, ...changed])) {
    const reason = await unwritableReason(path, folder.io);
    if (reason === undefined) continue;
    report.add("output-unwritable", { path: folder.name }, { path: folder.name, reason });
    return;
  }
}

async function unwritableReason(folder: string, io: OutputIo): Promise<string | undefined> {
  let existing = folder;
  while ((await io.found(existing)) === "missing") existing = dirname(existing);
  try {
    await io.checkWritable(existing);
    return undefined;
  } catch (failure) {
    return reasonOf(failure);
  }
}
