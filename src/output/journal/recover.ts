import { join } from "node:path";
import { reasonOf } from "../../diagnostics/reason-of.js";
import { Report } from "../../diagnostics/report.js";
import { nodeOutputIo } from "../disk/node-output-io.js";
import type { OutputIo } from "../disk/output-io.js";
import { contentAt, targetAt } from "../disk/target.js";
import { type FolderRequest, type OutputFolder, outputFolder } from "../folder-rules.js";
import { lockName } from "../lock/lock.js";
import { withLock } from "../lock/with-lock.js";
import { reportObstacle } from "../report-obstacle.js";
import { goBack, goForward } from "./carry-out.js";
import { type Change, newContent, oldContent, stagingName } from "./change.js";
import { type Direction, endJournal, readJournal } from "./journal.js";

/**
 * Makes an output folder whole after a run that was killed, if that is possible. Otherwise it is left as it is, and
 * writing or comparing reports why.
 */
export async function recoverOutput(request: FolderRequest, io: OutputIo = nodeOutputIo): Promise<void> {
  const unused = new Report();
  try {
    const folder = await outputFolder(request, unused, io);
    if (folder !== undefined) await recover(folder, unused);
  } catch {
    // The folder cannot be read.
  }
}

/** Whether a run is changing the folder, or was killed while it did. */
export async function isUnsettled({ path: root, io }: Pick<OutputFolder, "path" | "io">): Promise<boolean> {
  const names = await namesIn(root, io);
  return names.includes(lockName) || names.includes(stagingName) || (await io.abandonedLocks(root, names)).length > 0;
}

/**
 * Makes an output folder whole after a run that was killed: old or new. Reports an error and returns false if it is not
 * whole, or if another run is changing it.
 */
export async function recover(folder: OutputFolder, report: Report, force = false): Promise<boolean> {
  if (!(await isUnsettled(folder))) return true;
  try {
    return (await withLock(folder, report, () => recoverLocked(folder, report, force))) ?? false;
  } catch (failure) {
    if (await isWhole(folder)) return true; // what is left over cannot be removed, and does no harm
    report.add("output-unfinished", { path: folder.name }, { path: folder.name, reason: reasonOf(failure) });
    return false;
  }
}

/** Whether no run was cut short while it replaced files; not, if that is unknown. */
async function isWhole({ path: root, io }: OutputFolder): Promise<boolean> {
  try {
    return (await readJournal(join(root, stagingName), io)).state === "missing";
  } catch {
    return false;
  }
}

/** Makes the folder whole as the owner of its lock. With `force`, files that someone else changed since are replaced. */
export async function recoverLocked(folder: OutputFolder, report: Report, force: boolean): Promise<boolean> {
  const { path: root, io } = folder;
  for (const name of await io.abandonedLocks(root, await namesIn(root, io))) await io.remove(join(root, name));
  const staging = join(root, stagingName);
  const found = await io.found(staging);
  if (found === "missing") return true;
  if (found !== "folder") {
    reportObstacle({ path: stagingName, found, wanted: "folder" }, folder, report);
    return false;
  }
  const journal = await readJournal(staging, io);
  if (journal.state === "invalid") return refuse(journal.reason, folder, report);
  if (journal.state === "missing") {
    await io.remove(staging);
    return true;
  }
  const { changes } = journal;
  const files = await inspect(changes, { folder, report, force });
  if (files === undefined) return false;
  const direction = possibleDirection(files, journal.direction);
  if (direction === undefined) return refuse("the contents beside it are incomplete", folder, report);
  await (direction === "forward" ? goForward : goBack)(folder, changes);
  await endJournal(staging, io);
  return true;
}

function refuse(reason: string, { name }: OutputFolder, report: Report): false {
  const path = `${name}/${stagingName}`;
  report.add("output-journal-invalid", { path }, { path, reason });
  return false;
}

/** A changed file: what it has now, and which contents are staged. */
interface Changed {
  readonly change: Change;
  readonly hash: string | undefined;
  readonly hasNew: boolean;
  readonly hasOld: boolean;
}

/** Inspects all files of a journal. Without `force`, reports each that someone else changed since, and returns undefined then. */
async function inspect(
  changes: readonly Change[],
  { folder, report, force }: { readonly folder: OutputFolder; readonly report: Report; readonly force: boolean },
): Promise<readonly Changed[] | undefined> {
  const files: Changed[] = [];
  for (const [index, change] of changes.entries()) {
    const { path, before, after } = change;
    const target = await targetAt(folder.path, path, folder.io);
    const hash = target.state === "file" ? target.hash : undefined;
    const shown = `${folder.name}/${path}`;
    if (target.state === "obstacle") reportObstacle(target, folder, report);
    else if (force || hash === undefined || hash === before || hash === after) {
      const hasNew = after !== undefined && (await contentAt(newContent(folder.path, index), folder.io)) === after;
      const hasOld = before !== undefined && (await contentAt(oldContent(folder.path, index), folder.io)) === before;
      files.push({ change, hash, hasNew, hasOld });
    } else report.add("output-modified", { path: shown }, { path: shown });
  }
  return files.length === changes.length ? files : undefined;
}

/**
 * Forward if each new content is staged or in place; else back if each old content is kept or in place, as after files
 * were restored from version control.
 */
function possibleDirection(files: readonly Changed[], wanted: Direction): Direction | undefined {
  const isForward = files.every(
    ({ change: { after }, hash, hasNew }) => after === undefined || hasNew || hash === after,
  );
  if (isForward && wanted === "forward") return "forward";
  const isBack = files.every(
    ({ change: { before }, hash, hasOld }) => before === undefined || hasOld || hash === before,
  );
  return isBack ? "back" : undefined;
}

async function namesIn(folder: string, io: OutputIo): Promise<readonly string[]> {
  try {
    return (await io.list(folder)).map(({ name }) => name);
  } catch {
    return []; // missing; an unreadable folder is reported when its files are read
  }
}
