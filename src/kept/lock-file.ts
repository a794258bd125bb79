/** The file that holds what a project keeps of its services between runs. It is committed. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import type { LockedNames } from "../naming/locked-names.js";
import { failedWith } from "../output/disk.js";
import { isRecord, parsedJson } from "../output/json-values.js";
import { writeFileOnce } from "../output/write-file.js";

/** Beside the config file. */
export const lockFileName = "odata-codegen.lock.json";

const VERSION = 1;

/** What is kept of one service. */
export interface LockedService {
  /** The copies of remote inputs, by URL. */
  readonly inputs?: Readonly<Record<string, KeptInput>>;
  readonly names?: LockedNames;
}

/** A copy of a remote input. */
export interface KeptInput {
  /** The path relative to the folder of the lock file, with `/`. */
  readonly file: string;
  /** The ETag of the response. */
  readonly etag?: string;
  /** The SHA-256 of the text with LF line ends, in hexadecimal. */
  readonly sha256: string;
}

/** Services by name. */
export type LockFile = ReadonlyMap<string, LockedService>;

/** Reads the lock file of a folder; without one, nothing is kept. Undefined, with an error, if it cannot be read. */
export async function readLockFile(folder: string, cwd: string, report: Report): Promise<LockFile | undefined> {
  const path = join(folder, lockFileName);
  const name = pathName(path, "", cwd);
  try {
    const content = parsedJson(await readFile(path, "utf8"));
    const services = isRecord(content) && content["lockVersion"] === VERSION ? content["services"] : undefined;
    if (isRecord(services)) return new Map(Object.entries(services as Readonly<Record<string, LockedService>>));
    report.add("lock-file-invalid", { path: name }, { path: name, reason: "it has no services of this version" });
  } catch (failure) {
    if (failedWith(failure, "ENOENT")) return new Map();
    report.add("lock-file-invalid", { path: name }, { path: name, reason: reasonOf(failure) });
  }
  return undefined;
}

/** Changes what is kept of a service. Other services stay as they are in the file. */
export async function updateLockFile(
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
  service: string,
  change: (service: LockedService) => LockedService,
  report: Report,
): Promise<void> {
  const lock = await readLockFile(folder, cwd, report);
  if (lock === undefined) return;
  const services = new Map([...lock, [service, change(lock.get(service) ?? {})] as const]);
  const text = lockFileText(services);
  await writeFileOnce({ path: join(folder, lockFileName), text, cwd, inputs: [] }, report);
}

function lockFileText(services: LockFile): string {
  const sorted = [...services].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ lockVersion: VERSION, services: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
