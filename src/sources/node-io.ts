import { closeSync, constants, type Dirent, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { sep } from "node:path";
import { globFiles } from "./glob-files.js";
import type { Entry, Io, PathKind, PathStat } from "./io.js";
import { collectBytes } from "./limited-bytes.js";

/**
 * The `Io` of Node with a working folder. Calls that are made for every file are synchronous: with ten thousand small
 * files, handing each call to the thread pool costs more than the call itself.
 */
export function nodeIo(cwd: string, env: Io["env"] = process.env): Io {
  return {
    cwd,
    env,
    separator: sep,
    stat: statOf,
    realPath: (path) => realpath(path),
    list,
    glob: (pattern, base) => globFiles(pattern, base),
    readFile,
    stdin,
  };
}

async function statOf(path: string): Promise<PathStat | undefined> {
  try {
    const found = statSync(path);
    return { kind: kindOf(found), size: found.size };
  } catch (failure) {
    if (isMissing(failure)) return undefined;
    throw failure;
  }
}

/** Whether an error means that nothing exists at a path; ENOTDIR: the parent is a file. */
function isMissing(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && (failure.code === "ENOENT" || failure.code === "ENOTDIR");
}

async function list(folder: string): Promise<readonly Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, kind: entry.isSymbolicLink() ? "link" : kindOf(entry) }));
}

function kindOf(found: Stats | Dirent): PathKind {
  if (found.isFile()) return "file";
  return found.isDirectory() ? "folder" : "other";
}

/** Reads a file, opened without blocking: a pipe that replaced the file since `stat` would otherwise hang the run. */
async function readFile(path: string, limit: number): Promise<Uint8Array> {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw new Error("no regular file");
    return readDescriptor(descriptor, Math.min(found.size, limit), limit);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the end rather than the expected size: the file may have grown, and some file systems report size 0. */
function readDescriptor(descriptor: number, expected: number, limit: number): Uint8Array {
  let buffer = Buffer.allocUnsafe(Math.min(expected + 1, limit));
  let length = 0;
  while (length < limit) {
    const bytesRead = readSync(descriptor, buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length === expected) break;
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit, buffer.length * 2));
  }
  return buffer.subarray(0, length);
}

function stdin(limit: number): Promise<Uint8Array> {
  return collectBytes(process.stdin, limit);
}
