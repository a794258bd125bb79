import { constants } from "node:fs";
import { copyFile, mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { lockName, releaseLock, takeLock } from "./lock.js";
import type { OutputRequest } from "./output-request.js";
import { isDone, type OutputPlan, type PlannedWrite, planOutput } from "./plan.js";
import { backupPath, freshPath } from "./temporary-files.js";

/** The changes that a run made to its output folder; paths are relative to it. */
export interface OutputResult {
  /** Files that were written; unchanged files are not included. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes the output folder: completely or, with an error, not at all. Writes only files that differ; replaces and
 * removes only files of an earlier run.
 */
export async function writeOutput(request: OutputRequest, report: Report): Promise<OutputResult | undefined> {
  const plan = await planOutput(request, report);
  if (plan === undefined) return undefined;
  return isDone(plan) ? { written: [], removed: [] } : await writeLocked(request, plan, report);
}

/** Reverts a step. `clean` is true if all later steps were reverted. */
type Undo = (clean: boolean) => Promise<unknown>;

/** Writes under the lock. On failure, reverts all steps, the last one first. */
async function writeLocked(
  request: OutputRequest,
  firstPlan: OutputPlan,
  report: Report,
): Promise<OutputResult | undefined> {
  const { folder, known } = firstPlan;
  const undos: Undo[] = [];
  try {
    await makeFolder(folder.path, undos);
    const lock = await takeLock(folder.path, known);
    if (lock === "taken") {
      // If a step could not be reverted, the lock stays: from it the next run knows which contents to repair.
      undos.push(async (clean) => clean && releaseLock(folder.path));
      // Another run may have written between the first plan and the lock.
      const plan = await planOutput(request, report);
      if (plan !== undefined) return await carryOut(plan, undos);
    } else {
      const path = `${folder.name}/${lockName}`;
      report.add("output-locked", { path }, { path, pid: lock.pid });
    }
  } catch (failure) {
    report.add("output-unwritable", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
  }
  await takeBack(undos);
  return undefined;
}

/** Carries out a plan. The old contents are kept until the last file, the manifest, is in place. */
async function carryOut({ folder, leftovers, writes, removes }: OutputPlan, undos: Undo[]): Promise<OutputResult> {
  const root = folder.path;
  for (const path of leftovers) if (path !== lockName) await rm(join(root, path), { force: true });
  for (const write of writes) await prepare(root, write, undos);
  for (const path of removes) await setAside(root, path, undos);
  for (const write of writes) await putInPlace(root, write, undos);
  await tidyUp(root, [...writes.filter(({ replaces }) => replaces).map(({ path }) => path), ...removes], removes);
  return { written: writes.map(({ path }) => path), removed: removes };
}

/** Writes the new content and a backup beside the file, so that only renames remain. */
async function prepare(root: string, { path, text, replaces }: PlannedWrite, undos: Undo[]): Promise<void> {
  const [fresh, backup] = [join(root, freshPath(path)), join(root, backupPath(path))];
  await makeFolder(dirname(fresh), undos);
  undos.push(() => rm(fresh, { force: true }));
  await writeFile(fresh, text, { flag: "wx" });
  if (!replaces) return;
  undos.push(() => rm(backup, { force: true }));
  await copyFile(join(root, path), backup, constants.COPYFILE_EXCL);
}

async function setAside(root: string, path: string, undos: Undo[]): Promise<void> {
  const [target, backup] = [join(root, path), join(root, backupPath(path))];
  await rename(target, backup);
  undos.push(() => rename(backup, target));
}

/**
 * Renames the new content over the old. There is a complete file at the path at every moment, since the backup is a
 * copy.
 */
async function putInPlace(root: string, { path, replaces }: PlannedWrite, undos: Undo[]): Promise<void> {
  const [target, backup] = [join(root, path), join(root, backupPath(path))];
  await rename(join(root, freshPath(path)), target);
  undos.push(replaces ? () => rename(backup, target) : () => rm(target, { force: true }));
}

/**
 * Removes backups and empty folders. The output is complete, so a failure here is not an error; the lock then stays, so
 * that the next run removes the rest.
 */
async function tidyUp(root: string, backedUp: readonly string[], removed: readonly string[]): Promise<void> {
  const outcomes = await Promise.allSettled(backedUp.map((path) => rm(join(root, backupPath(path)), { force: true })));
  for (const path of removed) await removeEmptyFolders(dirname(join(root, path)), root);
  if (outcomes.every(({ status }) => status === "fulfilled")) await Promise.allSettled([releaseLock(root)]);
}

async function takeBack(undos: readonly Undo[]): Promise<void> {
  let clean = true;
  for (const undo of undos.toReversed()) {
    const outcomes: readonly PromiseSettledResult<unknown>[] = await Promise.allSettled([undo(clean)]);
    clean &&= outcomes.every(({ status }) => status === "fulfilled");
  }
}

async function makeFolder(folder: string, undos: Undo[]): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) undos.push(() => removeEmptyFolders(folder, dirname(first)));
}

/** Removes a folder and its parents, up to `kept` or the first that is not empty. */
async function removeEmptyFolders(folder: string, kept: string): Promise<void> {
  try {
    for (let current = folder; current !== kept; current = dirname(current)) await rmdir(current);
  } catch {
    // Not empty: it contains files that were not generated.
  }
}
