import { realpathSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";

export interface FileRequest {
  /** Absolute, or relative to `cwd`. */
  readonly path: string;
  readonly text: string;
  readonly cwd: string;
  /** Absolute paths of what was read; none of them is overwritten. */
  readonly inputs: readonly string[];
}

/** Writes a file whole or not at all, and only if its text differs. */
export async function writeFileOnce({ path, text, cwd, inputs }: FileRequest, report: Report): Promise<void> {
  const given = resolve(cwd, path);
  const name = pathName(given, path, cwd);
  try {
    // A link is followed: the file it leads to is the one that is named.
    const target = realPathOf(given);
    const found = await kindOf(target);
    if (found === "other")
      return report.add("output-in-the-way", { path: name }, { path: name, found: "folder", wanted: "file" });
    // What is not there is no input; and a service may be thousands of pages.
    if (found === "file" && inputs.some((input) => realPathOf(input) === target))
      return report.add("output-is-input", { path: name }, { path: name });
    if (found === "file" && (await readFile(target, "utf8")) === text) return;
    await replaceFile(target, text);
  } catch (failure) {
    report.add("output-unwritable", { path: name }, { path: name, reason: reasonOf(failure) });
  }
}

/** The new text is complete before it takes the place of the old one. */
async function replaceFile(target: string, text: string): Promise<void> {
  const fresh = `${target}.odata-codegen-new`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(fresh, text);
    await rename(fresh, target);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Waits for its answer: to hand each of many calls to another thread costs more than the call. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path; // nothing is there yet
  }
}

async function kindOf(path: string): Promise<"file" | "other" | "missing"> {
  try {
    return (await stat(path)).isFile() ? "file" : "other";
  } catch {
    return "missing";
  }
}
