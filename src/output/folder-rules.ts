import { homedir } from "node:os";
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import type { OutputIo } from "./disk/output-io.js";
import { manifestName } from "./manifest.js";
import type { OutputRequest } from "./output-request.js";
import { checkPaths } from "./path-rules.js";

/** An output folder that may be written to. It need not exist. */
export interface OutputFolder {
  /** The absolute path, with links resolved. */
  readonly path: string;
  /** The path in diagnostics. */
  readonly name: string;
  readonly io: OutputIo;
}

/** The properties of a request that decide whether its folder may be written to. */
export type FolderRequest = Pick<OutputRequest, "folder" | "cwd" | "inputs">;

/** The path of the folder in diagnostics. */
function folderName({ cwd, folder }: FolderRequest): string {
  return pathName(resolve(cwd, folder), folder, cwd);
}

/** The folder of a whole request. Reports errors and returns undefined if its files must not be written there. */
export async function wantedFolder(
  request: OutputRequest,
  report: Report,
  io: OutputIo,
): Promise<OutputFolder | undefined> {
  const name = folderName(request);
  checkPaths(request.files, name, report);
  try {
    const folder = await outputFolder(request, report, io);
    return report.failed ? undefined : folder;
  } catch (failure) {
    report.add("output-unreadable", { path: name }, { path: name, reason: reasonOf(failure) });
    return undefined;
  }
}

/** The folder of a request. Reports an error and returns undefined if it must not be written to. */
export async function outputFolder(
  request: FolderRequest,
  report: Report,
  io: OutputIo,
): Promise<OutputFolder | undefined> {
  const given = resolve(request.cwd, request.folder);
  const name = folderName(request);
  if ((await io.found(given)) === "link") {
    report.add("output-is-link", { path: name }, { path: name });
    return undefined;
  }
  const ancestor = await existingAncestor(given, io);
  if (!ancestor.isFolder) {
    const path = pathName(ancestor.path, request.folder, request.cwd);
    report.add("output-in-the-way", { path }, { path, found: "file", wanted: "folder" });
    return undefined;
  }
  const path = join(await io.realPath(ancestor.path), relative(ancestor.path, given));
  const reason = await refusalOf(path, request, io);
  if (reason !== undefined) report.add("output-refused", { path: name }, { folder: name, reason });
  return reason === undefined ? { path, name, io } : undefined;
}

/** The folder itself, or the nearest parent that exists. */
async function existingAncestor(
  path: string,
  io: OutputIo,
): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  for (let current = path; ; current = dirname(current)) {
    try {
      return { path: current, isFolder: (await io.found(await io.realPath(current))) === "folder" };
    } catch (failure) {
      if (dirname(current) === current) throw failure;
    }
  }
}

async function refusalOf(folder: string, { cwd, inputs }: FolderRequest, io: OutputIo): Promise<string | undefined> {
  if (parse(folder).root === folder) return "is the root of the file system";
  if (contains(folder, await realPathOf(homedir(), io))) return "is the home folder or one above it";
  if (contains(folder, await realPathOf(cwd, io))) return "is the working folder or one above it";
  const outer = await outputAbove(folder, io);
  if (outer !== undefined) return `is inside the output folder "${pathName(outer, outer, cwd)}"`;
  for (const input of inputs) {
    if (contains(folder, await realPathOf(input, io))) return `contains the input "${pathName(input, input, cwd)}"`;
  }
  return undefined;
}

/** The nearest folder above that has a manifest. */
async function outputAbove(folder: string, io: OutputIo): Promise<string | undefined> {
  for (let above = dirname(folder); ; above = dirname(above)) {
    if (await exists(join(above, manifestName), io)) return above;
    if (above === dirname(above)) return undefined;
  }
}

async function exists(path: string, io: OutputIo): Promise<boolean> {
  try {
    return (await io.found(path)) !== "missing";
  } catch {
    return false; // in a folder that cannot be read
  }
}

async function realPathOf(path: string, io: OutputIo): Promise<string> {
  try {
    return await io.realPath(path);
  } catch {
    return resolve(path);
  }
}

/** Whether a path is the folder or inside it. */
function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
