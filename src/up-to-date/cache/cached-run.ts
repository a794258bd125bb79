import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isRecord, parsedJson } from "../../output/json-values.js";
import { cacheFolder } from "./cache-folder.js";
import type { RunRecord } from "./run-record.js";

/** What is kept of the last run that wrote an output folder. */
export interface CachedRun {
  /** The hash of the manifest that the run wrote: the record of another one, such as a restored one, says nothing. */
  readonly manifest: string;
  readonly run: RunRecord;
}

/** The first line of an entry. */
interface Head {
  readonly generator: "odata-codegen";
  /** Of the tool. */
  readonly version: string;
  /** The absolute path of the output folder, with links resolved. */
  readonly folder: string;
  /** A hash of the second line and of all above, by which the shape of that line is trusted. */
  readonly seal: string;
}

/** An output folder by its absolute path, with links resolved. The version is that of the tool. */
export interface Cached {
  readonly folder: string;
  readonly version: string;
}

/**
 * The last run that wrote a folder, and when it was recorded, in milliseconds since the epoch. Undefined if nothing is
 * recorded, or if the record is damaged or of another version of the tool.
 */
export function readCachedRun(of: Cached): (CachedRun & { readonly recordedAt: number }) | undefined {
  try {
    const path = entryOf(of.folder);
    if (path === undefined || !existsSync(path)) return undefined;
    const [head = "", body = ""] = readFileSync(path, "utf8").split("\n", 2);
    if (head !== headText(of, body)) return undefined;
    return { ...(JSON.parse(body) as CachedRun), recordedAt: statSync(path).mtimeMs }; // the seal guarantees the shape
  } catch {
    return undefined;
  }
}

/** Records a run. Without a cache that can be written, the next run only takes longer, so nothing is reported. */
export async function writeCachedRun(of: Cached, run: CachedRun): Promise<void> {
  const path = entryOf(of.folder);
  if (path === undefined) return;
  const fresh = `${path}.new`;
  try {
    const isFirst = !existsSync(path);
    const body = JSON.stringify(run);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(fresh, `${headText(of, body)}\n${body}\n`);
    await rename(fresh, path);
    if (isFirst) await removeAbandoned(dirname(path));
  } catch {
    await Promise.allSettled([rm(fresh, { force: true })]);
  }
}

/** Removes the records of output folders that do not exist any more. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const folder = entryName.test(name) ? folderIn(readFileSync(path, "utf8")) : undefined;
    if (folder !== undefined && !existsSync(folder)) await rm(path, { force: true });
  }
}

function folderIn(entry: string): string | undefined {
  const head = parsedJson(entry.split("\n", 1)[0] ?? "");
  return isRecord(head) && typeof head["folder"] === "string" ? head["folder"] : undefined;
}

const entryName = /^[0-9a-f]{64}\.json$/;

/** The path of the entry of an output folder. */
function entryOf(folder: string): string | undefined {
  const cache = cacheFolder(folder);
  return cache === undefined ? undefined : join(cache, `${hashOf(folder)}.json`);
}

function headText({ version, folder }: Cached, body: string): string {
  const seal = hashOf(JSON.stringify([version, folder, body]));
  return JSON.stringify({ generator: "odata-codegen", version, folder, seal } satisfies Head);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
