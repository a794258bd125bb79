import { realpathSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { syncFolder } from "./disk/node-files.js";

export interface FileRequest {
  /** Absolute, or relative to `cwd`. */
  readonly path: string;
  /** Text in UTF-8, or bytes as they are. */
  readonly text: string | Uint8Array;
  readonly cwd: string;
  /** Absolute paths of the input files, which are never overwritten. */
  readonly inputs: readonly string[];
  /** Whether a file with this text may be replaced; by default any may. */
  readonly replaces?: (text: string) => boolean;
}

/** Writes a file if its text differs. A failure is reported and leaves the old file as it was. */
export async function writeFileOnce(request: FileRequest, report: Report): Promise<void> {
  const { path, text, cwd, inputs, replaces = () => true } = request;
  const given = resolve(cwd, path);
  const name = pathName(given, path, cwd);
  try {
    // Writing to a link would otherwise replace it by a file.
    const target = realPathOf(given);
    const found = await kindOf(target);
    if (found === "other")
      return report.add("output-in-the-way", { path: name }, { path: name, found: "folder", wanted: "file" });
    // Only a file that exists can be an input, and comparing with thousands of pages takes time.
    if (found === "file" && inputs.some((input) => realPathOf(input) === target))
      return report.add("output-is-input", { path: name }, { path: name });
    if (found === "file") {
      const old = await readFile(target);
      if (old.equals(Buffer.from(text))) return;
      if (!replaces(old.toString())) return report.add("output-other", { path: name }, { path: name });
    }
    await replaceFile(target, text);
  } catch (failure) {
    const inTheWay = await fileAbove(given);
    if (inTheWay === undefined)
      return report.add("output-unwritable", { path: name }, { path: name, reason: reasonOf(failure) });
    const file = pathName(inTheWay, inTheWay, cwd);
    report.add("output-in-the-way", { path: file }, { path: file, found: "file", wanted: "folder" });
  }
}

/** The file that stands in the place of one of the folders of a path. */
async function fileAbove(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  if (folder === path) return undefined;
  return (await kindOf(folder)) === "file" ? folder : fileAbove(folder);
}

/** Writes a new file beside the old one, then renames it: at every moment, also after a power cut, one of both is whole. */
async function replaceFile(target: string, text: string | Uint8Array): Promise<void> {
  const fresh = `${target}.odata-codegen-new`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await rm(fresh, { force: true }); // of a killed run
    await writeFile(fresh, text, { flag: "wx", flush: true });
    await rename(fresh, target);
    await syncFolder(dirname(target));
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Synchronous, since thousands of asynchronous calls take longer. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path; // does not exist yet
  }
}

async function kindOf(path: string): Promise<"file" | "other" | "missing"> {
  try {
    return (await stat(path)).isFile() ? "file" : "other";
  } catch {
    return "missing";
  }
}
