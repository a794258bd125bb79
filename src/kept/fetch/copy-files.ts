/** The files of copies: which name a new one gets, and writing it together with its entry in the lock file. */
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { pathName } from "../../diagnostics/path-name.js";
import { Report } from "../../diagnostics/report.js";
import { contentHash } from "../../output/content-hash.js";
import { nodeOutputIo } from "../../output/disk/node-output-io.js";
import { type Target, targetAt } from "../../output/disk/target.js";
import { unsafePathReason } from "../../output/path-rules.js";
import { reportObstacle } from "../../output/report-obstacle.js";
import { writeFileOnce } from "../../output/write-file.js";
import { changed, exclusively, readLockFile, writeLock, type LockPlace } from "../lock-file.js";
import type { KeptInput, LockFile } from "../locked-service.js";

/** A text that was fetched and checked. */
export interface Copy {
  readonly service: string;
  readonly url: string;
  /** The path for it, relative to the folder of the lock file; undefined: a free one in `schemas`. */
  readonly file: string | undefined;
  /** `xml`, for a file without a name. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly etag: string | undefined;
}

/**
 * Writes a copy and its entry in the lock file, while no other run changes either. Returns the entry. A file in its place
 * that is no copy of the URL is reported, unless it has the same text.
 */
export async function writeCopy(copy: Copy, place: LockPlace, report: Report): Promise<KeptInput | undefined> {
  return exclusively(place, report, async () => {
    const lock = await readLockFile(place.folder, place.cwd, report);
    if (lock === undefined) return undefined;
    const { service, url, bytes, etag } = copy;
    const file = copy.file ?? freeFile(copy, lock, place.folder);
    const input = { file, ...(etag !== undefined && { etag }), sha256: contentHash(bytes) };
    const own = new Report();
    const target = await targetAt(place.folder, file, nodeOutputIo);
    // A checkout with other line ends has the same hash, and stays.
    const isSame = target.state === "file" && target.hash === input.sha256;
    checkTarget({ ...target, isSame }, { file, url, lock }, place, own);
    if (!own.failed && !isSame)
      await writeFileOnce({ path: join(place.folder, file), text: bytes, cwd: place.cwd, inputs: [] }, own);
    if (!own.failed) {
      const kept = changed(lock, service, (one) => ({ ...one, inputs: { ...one.inputs, [url]: input } }));
      await writeLock(kept, place, own);
    }
    report.include(own.diagnostics);
    return own.failed ? undefined : input;
  });
}

interface Destination {
  readonly file: string;
  readonly url: string;
  readonly lock: LockFile;
}

/** Reports what is in the place of a copy and is neither a copy of the URL nor a file with the same text. */
function checkTarget(
  target: Target & { readonly isSame: boolean },
  { file, url, lock }: Destination,
  { folder, cwd }: LockPlace,
  report: Report,
): void {
  if (target.state === "obstacle") return reportObstacle(target, { name: pathName(folder, "", cwd) }, report);
  const copies = [...lock.values()].flatMap(({ inputs = {} }) => Object.entries(inputs));
  const urls = copies.flatMap(([of, copy]) => (copy.file.toLowerCase() === file.toLowerCase() ? [of] : []));
  const isForeign = urls.length === 0 ? target.state === "file" && !target.isSame : !urls.includes(url);
  const path = pathName(resolve(folder, file), "", cwd);
  if (isForeign) report.add("kept-file-foreign", { path }, { path, url });
}

/** `schemas/<service>.xml`, or the first of `schemas/<service>-2.xml`, … that does not exist and is of no other copy. */
function freeFile({ service, extension }: Copy, lock: LockFile, folder: string): string {
  const taken = new Set(filesOf(lock).map((file) => file.toLowerCase()));
  const name = fileName(service);
  for (let number = 1; ; number++) {
    const file = `schemas/${name}${number === 1 ? "" : `-${number}`}.${extension}`;
    if (!taken.has(file.toLowerCase()) && (number === 1 || !existsSync(resolve(folder, file)))) return file;
  }
}

/** The paths of all copies. */
export function filesOf(lock: LockFile): readonly string[] {
  return [...lock.values()].flatMap(({ inputs = {} }) => Object.values(inputs).map(({ file }) => file));
}

/** The name of a service as that of a file on every system. */
function fileName(service: string): string {
  const name = service.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 40);
  return unsafePathReason(`${name}.xml`) === undefined ? name : `service-${name}`;
}
