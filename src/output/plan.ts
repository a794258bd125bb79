import { access, constants, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { contentHash, fileHash } from "./content-hash.js";
import { foundAt, targetAt, type Target } from "./disk.js";
import { folderName, type OutputFolder, outputFolder } from "./folder-rules.js";
import { type KnownFiles, lockName, readLock } from "./lock.js";
import { type FileHashes, manifestName, manifestText, parseManifest } from "./manifest.js";
import type { OutputFile, OutputRequest } from "./output-request.js";
import { checkPaths, foldersAbove, unsafePathReason } from "./path-rules.js";
import { leftovers } from "./temporary-files.js";

export interface PlannedWrite extends OutputFile {
  /** Whether there is a file of an earlier run. */
  readonly replaces: boolean;
}

/** The changes needed to reach the wanted content of the folder; paths are relative to it. */
export interface OutputPlan {
  readonly folder: OutputFolder;
  /** Files to write. The manifest, if it changes, is last, since it is valid only after all others. */
  readonly writes: readonly PlannedWrite[];
  readonly removes: readonly string[];
  /** Temporary files of killed runs. */
  readonly leftovers: readonly string[];
  /** All contents that files may have while the plan is carried out. */
  readonly known: KnownFiles;
}

/** Whether nothing needs to change. */
export function isDone({ writes, removes, leftovers }: OutputPlan): boolean {
  return writes.length === 0 && removes.length === 0 && leftovers.length === 0;
}

interface Inspection {
  readonly folder: OutputFolder;
  readonly known: KnownFiles;
  readonly report: Report;
}

/**
 * Determines all changes and checks that all of them are allowed, before anything is written. Reports errors and
 * returns undefined otherwise.
 */
export async function planOutput(request: OutputRequest, report: Report): Promise<OutputPlan | undefined> {
  const name = folderName(request);
  checkPaths(request.files, name, report);
  try {
    const folder = await outputFolder(request, report);
    if (folder === undefined) return undefined;
    const listed = await readManifest(folder, report);
    if (listed === undefined || report.failed) return undefined;
    return await planIn(folder, request, listed, report);
  } catch (failure) {
    report.add("output-unreadable", { path: name }, { path: name, reason: reasonOf(failure) });
    return undefined;
  }
}

async function planIn(
  folder: OutputFolder,
  request: OutputRequest,
  listed: FileHashes,
  report: Report,
): Promise<OutputPlan | undefined> {
  const lock = await readLock(folder.path);
  const inspection = { folder, known: knownFiles(listed, lock?.files ?? new Map()), report };
  const writes = [...(await plannedWrites(request.files, inspection)), ...(await plannedManifest(request, folder))];
  const removes = await plannedRemoves(request.files, inspection);
  const known = knownFiles(hashesOf(request.files), inspection.known);
  const left = await leftovers(folder.path, foldersOf(known.keys()));
  if (lock !== undefined || (await foundAt(join(folder.path, lockName))) === "file") left.push(lockName);
  const plan = { folder, writes, removes, leftovers: left, known };
  await checkWritable(plan, report);
  return report.failed ? undefined : plan;
}

/**
 * The files in the manifest; none if there is no manifest. Reports an error and returns undefined if it cannot be read.
 */
async function readManifest(folder: OutputFolder, report: Report): Promise<FileHashes | undefined> {
  const target = await targetAt(folder.path, manifestName);
  if (target.state === "missing") return new Map();
  if (target.state !== "file") {
    reportTarget(target, folder, report);
    return undefined;
  }
  const manifest = parseManifest(await readFile(join(folder.path, manifestName), "utf8"));
  if (manifest.ok) return manifest.files;
  const shown = `${folder.name}/${manifestName}`;
  report.add("output-manifest-invalid", { path: shown }, { path: shown, reason: manifest.reason });
  return undefined;
}

function hashesOf(files: readonly OutputFile[]): FileHashes {
  return new Map(files.map((file) => [file.path, fileHash(file)]));
}

/**
 * Merges the contents in the manifest and in the lock. Anyone can write the lock file, so paths that lead outside are
 * ignored.
 */
function knownFiles(listed: FileHashes, more: KnownFiles): KnownFiles {
  const known = new Map<string, ReadonlySet<string>>();
  for (const [path, hashes] of more) if (unsafePathReason(path) === undefined) known.set(path, hashes);
  for (const [path, hash] of listed) known.set(path, new Set(known.get(path)).add(hash));
  return known;
}

async function plannedWrites(files: readonly OutputFile[], inspection: Inspection): Promise<readonly PlannedWrite[]> {
  const writes: PlannedWrite[] = [];
  for (const file of files) {
    const target = await targetAt(inspection.folder.path, file.path);
    if (target.state === "missing") writes.push({ ...file, replaces: false });
    else if (target.state !== "file") reportTarget(target, inspection.folder, inspection.report);
    else if (target.hash === fileHash(file)) continue;
    else if (mayTouch(file.path, target.hash, inspection)) writes.push({ ...file, replaces: true });
  }
  return writes;
}

async function plannedManifest(request: OutputRequest, folder: OutputFolder): Promise<readonly PlannedWrite[]> {
  const text = manifestText(request);
  const target = await targetAt(folder.path, manifestName);
  if (target.state === "file" && target.hash === contentHash(text)) return [];
  return [{ path: manifestName, text, replaces: target.state === "file" }];
}

/** Files of an earlier run that this run would not write. */
async function plannedRemoves(files: readonly OutputFile[], inspection: Inspection): Promise<readonly string[]> {
  const wanted = new Set(files.map(({ path }) => path));
  const removes: string[] = [];
  for (const path of [...inspection.known.keys()].sort()) {
    if (wanted.has(path)) continue;
    const target = await targetAt(inspection.folder.path, path);
    if (target.state === "file") {
      if (mayTouch(path, target.hash, inspection)) removes.push(path);
    } else if (target.state !== "missing") reportTarget(target, inspection.folder, inspection.report);
  }
  return removes;
}

/** Whether a file may be replaced or removed: it is generated and unchanged since. Reports an error otherwise. */
function mayTouch(path: string, hash: string, { folder, known, report }: Inspection): boolean {
  const hashes = known.get(path);
  if (hashes?.has(hash)) return true;
  const shown = `${folder.name}/${path}`;
  report.add(hashes === undefined ? "output-not-ours" : "output-modified", { path: shown }, { path: shown });
  return false;
}

function reportTarget(
  target: Extract<Target, { state: "link" | "blocked" }>,
  { name }: OutputFolder,
  report: Report,
): void {
  const path = `${name}/${target.path}`;
  if (target.state === "link") report.add("output-is-link", { path }, { path });
  else report.add("output-in-the-way", { path }, { path, found: describe(target.found), wanted: target.wanted });
}

function describe(found: "file" | "folder" | "special"): string {
  return found === "special" ? "pipe, device or socket" : found;
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  return new Set(["", ...[...paths].flatMap(foldersAbove)]);
}

/** Checks the write permission of each folder that will change, or of the existing folder above it. */
async function checkWritable({ folder, writes, removes, leftovers }: OutputPlan, report: Report): Promise<void> {
  const paths = [...writes.map(({ path }) => path), ...removes, ...leftovers];
  for (const changed of new Set(paths.map((path) => dirname(join(folder.path, path))))) {
    const reason = await unwritableReason(changed);
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
