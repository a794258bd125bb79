/** The file that holds what a project keeps of its services between runs. It is committed. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import { at, type Sources } from "../diagnostics/position.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { failedWith } from "../output/disk/node-files.js";
import { nodeOutputIo } from "../output/disk/node-output-io.js";
import { withLock } from "../output/lock/with-lock.js";
import { writeFileOnce } from "../output/write-file.js";
import { parseLock } from "./lock/parse-lock.js";
import { printLock } from "./lock/print-lock.js";
import type { LockedService, LockFile } from "./locked-service.js";

export type { KeptInput, LockedService, LockFile } from "./locked-service.js";

/** Beside the config file. */
export const lockFileName = "odata-codegen.lock.json";

/** How long a run waits for others that change the file, in milliseconds. Each takes some milliseconds. */
const PATIENCE_MS = 30_000;

/** The folder of a lock file, and that which paths in messages are relative to. */
export interface LockPlace {
  readonly folder: string;
  readonly cwd: string;
}

/**
 * Reads the lock file of a folder; without one, nothing is kept. Undefined, with an error, if it cannot be read. The
 * error has a position if there are sources to add the text to.
 */
export async function readLockFile(
  folder: string,
  cwd: string,
  report: Report,
  sources?: Sources,
): Promise<LockFile | undefined> {
  const path = join(folder, lockFileName);
  const name = pathName(path, "", cwd);
  let text: string;
  try {
    text = (await readFile(path, "utf8")).replace(/^\ufeff/, "");
  } catch (failure) {
    if (failedWith(failure, "ENOENT")) return new Map();
    report.add("lock-file-invalid", { path: name }, { path: name, reason: reasonOf(failure), remedy: undefined });
    return undefined;
  }
  const parsed = await parseLock(text);
  if (parsed.ok) return parsed.lock;
  const source = sources?.add(name, text);
  for (const { offset, reason, remedy } of parsed.problems) {
    const place = source === undefined ? { path: name } : at(source, offset);
    report.add("lock-file-invalid", place, { path: name, reason, remedy });
  }
  return undefined;
}

/**
 * Changes what is kept of a service, in one step: other runs that change the file at the same time wait. Other services
 * stay as they are in the file.
 */
export async function updateLockFile(
  place: LockPlace,
  service: string,
  change: (service: LockedService) => LockedService,
  report: Report,
): Promise<void> {
  const before = await readLockFile(place.folder, place.cwd, report);
  // Without a change nothing is written, not even the lock, so that the folder may be read-only.
  if (before === undefined || printLock(changed(before, service, change)) === printLock(before)) return;
  await exclusively(place, report, async () => {
    const lock = await readLockFile(place.folder, place.cwd, report);
    if (lock !== undefined) await writeLock(changed(lock, service, change), place, report);
  });
}

/** Does work while no other run changes the lock file or a copy. */
export async function exclusively<T>(
  { folder, cwd }: LockPlace,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const name = pathName(folder, "", cwd);
  try {
    return await withLock({ path: folder, name, io: nodeOutputIo }, report, work, PATIENCE_MS);
  } catch (failure) {
    report.add("output-unwritable", { path: name }, { path: name, reason: reasonOf(failure) });
    return undefined;
  }
}

/** The lock with a service changed. One of which nothing is kept is left out. */
export function changed(lock: LockFile, service: string, change: (service: LockedService) => LockedService): LockFile {
  const next = change(lock.get(service) ?? {});
  const services = new Map(lock);
  if (Object.keys(next).length === 0) services.delete(service);
  else services.set(service, next);
  return services;
}

/** Writes the lock file. For work under {@link exclusively}. */
export async function writeLock(lock: LockFile, { folder, cwd }: LockPlace, report: Report): Promise<void> {
  await writeFileOnce({ path: join(folder, lockFileName), text: printLock(lock), cwd, inputs: [] }, report);
}
