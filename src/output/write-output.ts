import type { StopSignal } from "../diagnostics/stop-signal.js";
import { dirname, join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { nodeOutputIo } from "./disk/node-output-io.js";
import type { OutputIo } from "./disk/output-io.js";
import { removeEmptyFolders } from "./disk/target.js";
import { type OutputFolder, wantedFolder } from "./folder-rules.js";
import { goBack, goForward } from "./journal/carry-out.js";
import { type Change, stagingName } from "./journal/change.js";
import { endJournal, turnBack } from "./journal/journal.js";
import { recover, recoverLocked } from "./journal/recover.js";
import { stage } from "./journal/stage.js";
import { withLock } from "./lock/with-lock.js";
import type { OutputRequest } from "./output-request.js";
import { isDone, type OutputPlan, planOutput } from "./plan.js";

/** The changes that a run made to its output folder; paths are relative to it. */
export interface OutputResult {
  /** Files that were written; unchanged files are not included. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

export interface WriteOptions {
  /** The file system of the folder; by default that of Node. */
  readonly io?: OutputIo;
  /** If it is aborted before the first file changes, none does, and the result is undefined. */
  readonly signal?: StopSignal;
  /** Called before some files are written, with the number of those that are, and of all. */
  readonly written?: (files: number, of: number) => void;
  /** Keeps what belongs to the output elsewhere, after it is written and before another run can write the folder. */
  readonly settle?: (() => Promise<void>) | undefined;
}

/**
 * Writes the output folder: completely or, with an error, not at all. Writes only files that differ; replaces and
 * removes only files of an earlier run.
 */
export async function writeOutput(
  request: OutputRequest,
  report: Report,
  options: WriteOptions = {},
): Promise<OutputResult | undefined> {
  const folder = await wantedFolder(request, report, options.io ?? nodeOutputIo);
  if (folder === undefined || !(await recover(folder, report, request.force))) return undefined;
  const plan = await planOutput(folder, request, report);
  if (plan === undefined) return undefined;
  return isDone(plan) && options.settle === undefined
    ? { written: [], removed: [] }
    : await writeLocked(folder, request, { ...options, report });
}

interface Writing extends WriteOptions {
  readonly report: Report;
}

async function writeLocked(
  folder: OutputFolder,
  request: OutputRequest,
  writing: Writing,
): Promise<OutputResult | undefined> {
  const { report } = writing;
  let above = folder.path;
  try {
    above = await makeFolder(folder);
    const result = await withLock(folder, report, () => planAgain(folder, request, writing));
    if (result !== undefined) return result;
  } catch (failure) {
    reportUnwritable(folder, failure, report);
  }
  await removeEmptyFolders(folder.path, above, folder.io);
  return undefined;
}

/** Plans under the lock, since another run may have written, or been killed, before it was taken. */
async function planAgain(
  folder: OutputFolder,
  request: OutputRequest,
  writing: Writing,
): Promise<OutputResult | undefined> {
  const { report, settle } = writing;
  if (!(await recoverLocked(folder, report, request.force ?? false))) return undefined;
  const plan = await planOutput(folder, request, report);
  if (plan === undefined) return undefined;
  if (!isDone(plan)) {
    const changes = await staged(plan, writing);
    if (changes === undefined || !(await carriedOut(folder, changes, report))) return undefined;
  }
  await settle?.();
  return { written: plan.writes.map(({ path }) => path), removed: plan.removes.map(({ path }) => path) };
}

/** Prepares the changes; undefined, with all as it was, on a failure or if the signal is aborted. */
async function staged(plan: OutputPlan, { report, signal, written }: Writing): Promise<readonly Change[] | undefined> {
  try {
    return await stage(plan, signal, written);
  } catch (failure) {
    await Promise.allSettled([plan.folder.io.remove(join(plan.folder.path, stagingName))]);
    if (signal?.aborted !== true) reportUnwritable(plan.folder, failure, report);
    return undefined;
  }
}

/** Makes the changes, or none of them if one fails. */
async function carriedOut(folder: OutputFolder, changes: readonly Change[], report: Report): Promise<boolean> {
  const staging = join(folder.path, stagingName);
  try {
    await goForward(folder, changes);
    await endJournal(staging, folder.io);
    return true;
  } catch (failure) {
    reportUnwritable(folder, failure, report);
  }
  try {
    await turnBack(staging, folder.io);
    await goBack(folder, changes);
    await endJournal(staging, folder.io);
  } catch (failure) {
    report.add("output-unfinished", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
  }
  return false;
}

function reportUnwritable({ name }: OutputFolder, failure: unknown, report: Report): void {
  report.add("output-unwritable", { path: name }, { path: name, reason: reasonOf(failure) });
}

/** Makes a folder that survives a power cut. Returns the nearest folder above that existed, or itself. */
async function makeFolder({ path: folder, io }: OutputFolder): Promise<string> {
  const first = await io.makeFolder(folder);
  if (first === undefined) return folder;
  const above = dirname(first);
  for (let current = folder; current !== above; current = dirname(current)) await io.sync(dirname(current));
  return above;
}
