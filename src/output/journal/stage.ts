import type { StopSignal } from "../../diagnostics/stop-signal.js";
import { join } from "node:path";
import { fileHash } from "../content-hash.js";
import type { OutputFolder } from "../folder-rules.js";
import type { OutputPlan, PlannedWrite } from "../plan.js";
import { type Change, newContent, oldContent, stagingName } from "./change.js";
import { writeJournal } from "./journal.js";

/** How many files are written at once: a disk flushes several in the time of one. */
const BATCH = 16;

/**
 * Writes new contents and a journal, so that only renames remain, and returns the changes to make. Rejects as soon as
 * the signal is aborted; no file of the output has changed then. `written` is called before each batch of files.
 */
export async function stage(
  { folder, writes, removes }: OutputPlan,
  signal: StopSignal | undefined,
  written?: (files: number, of: number) => void,
): Promise<readonly Change[]> {
  const { path: root, io } = folder;
  await io.makeFolder(join(root, stagingName));
  await io.sync(root);
  const changes: readonly Change[] = [
    ...removes.map(({ path, before }) => ({ path, before, after: undefined })),
    ...writes.map((file) => ({ path: file.path, before: file.before, after: fileHash(file) })),
  ];
  for (let first = 0; first < writes.length; first += BATCH) {
    signal?.throwIfAborted();
    written?.(first, writes.length);
    const batch = writes.slice(first, first + BATCH);
    await all(batch.map((write, i) => stageWrite(folder, removes.length + first + i, write)));
  }
  signal?.throwIfAborted();
  await writeJournal(join(root, stagingName), changes, io);
  return changes;
}

async function stageWrite(
  { path: root, io }: OutputFolder,
  index: number,
  { path, text, before }: PlannedWrite,
): Promise<void> {
  await io.createFile(newContent(root, index), text);
  if (before !== undefined) await io.copyFile(join(root, path), oldContent(root, index));
}

/** Waits for all, also after a failure, so that nothing is written any more when the staged files are removed. */
async function all(steps: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(steps)) if (outcome.status === "rejected") throw outcome.reason;
}
