import { error, warning } from "./entry.js";

/** How many files a message names. */
const NAMED = 3;

/** The first of many files, for a message. */
function firstOf(files: readonly string[]): string {
  return [...files.slice(0, NAMED), ...(files.length > NAMED ? ["…"] : [])].join(", ");
}

/** Diagnostics of writing the output folder. */
export const outputEntries = {
  "output-refused": error<{ folder: string; reason: string }>(
    "The output folder must not be written to: it is a root, the home or working folder or one above, contains an input, or is inside another output folder.",
    ({ folder, reason }) => `The output folder "${folder}" ${reason}; use a folder for the output alone.`,
  ),
  "output-in-input": error<{ folder: string; input: string }>(
    "The output folder is inside a folder that is an input, so that the next run would read what this one writes.",
    ({ folder, input }) =>
      `"${folder}" is inside the input "${input}", so the next run would read what this one writes; use a folder outside, or name the input files instead of their folder.`,
  ),
  "output-matches-input": error<{ folder: string; input: string; file: string }>(
    "A glob among the inputs matches a file that would be written, so that the next run would read it.",
    ({ folder, input, file }) =>
      `The input "${input}" matches "${folder}/${file}", which this run writes; use another output folder, or a glob that matches the inputs alone.`,
  ),
  "output-is-link": error<{ path: string }>(
    "The output folder, or a path in it that would be written or removed, is a symbolic link.",
    ({ path }) =>
      `"${path}" is a symbolic link, which is never followed for writing; remove it, or use the folder that it points to.`,
  ),
  "output-not-ours": error<{ path: string }>(
    "A file that would be written already exists and was not generated.",
    ({ path }) => `"${path}" already exists and was not generated; move it away, or use another output folder.`,
  ),
  "output-modified": error<{ path: string }>(
    "A generated file was edited since it was written.",
    ({ path }) =>
      `"${path}" was edited since it was generated; move your change elsewhere, then run generate with --force.`,
  ),
  "output-unlisted": error<{ folder: string; manifest: string; files: readonly string[] }>(
    "The output folder has no manifest, and files where generated ones would be written: it was deleted, or they were not generated.",
    ({ folder, manifest, files }) =>
      `"${folder}" has no "${manifest}", and ${files.length} other files where generated ones would be written (${firstOf(files)}); restore it, run generate with --force to replace those that are generated, or use another output folder.`,
  ),
  "output-absent": error<{ path: string; manifest: string; files: readonly string[] }>(
    "With --check, the output folder has no manifest: nothing was generated into it, or the manifest was deleted.",
    ({ path, manifest, files }) =>
      `"${path}" has no "${manifest}", and ${files.length} files are missing or different (${firstOf(files)}); run generate without --check.`,
  ),
  "output-in-the-way": error<{ path: string; found: string; wanted: string }>(
    "A path where a file would be written is not a file, or a path where a folder is needed is not a folder.",
    ({ path, found, wanted }) =>
      `"${path}" is a ${found} where a ${wanted} is needed; move it away, or use another output folder.`,
  ),
  "output-manifest-invalid": error<{ path: string; reason: string }>(
    "The manifest of an earlier run cannot be read, so it is not known which files were generated.",
    ({ path, reason }) =>
      `"${path}" is not a valid manifest (${reason}); restore it, or run generate with --force, which replaces what is generated.`,
  ),
  "output-path-unsafe": error<{ path: string; reason: string }>(
    "The path of a file that would be written is not valid on every system.",
    ({ path, reason }) =>
      `The output file "${path}" cannot be written (its path ${reason}); rename the schema element that it is named after.`,
  ),
  "output-locked": error<{ path: string; pid: number; host: string }>(
    "Another run is writing to the same output folder.",
    ({ path, pid, host }) =>
      `Process ${pid} on the host "${host}" is writing to this folder; wait until it ends, or delete "${path}" if that process is not a run of this tool.`,
  ),
  "output-unfinished": error<{ path: string; reason: string }>(
    "A run was cut short while it replaced files, and the output folder cannot be made whole.",
    ({ path, reason }) =>
      `"${path}" has files of two runs, and cannot be made whole (${reason}); make the folder writable or free disk space, then run again.`,
  ),
  "output-journal-invalid": error<{ path: string; reason: string }>(
    "A run was cut short while it replaced files, and its journal cannot be used.",
    ({ path, reason }) =>
      `"${path}" has no journal that this version can use (${reason}); run the version that wrote it, or delete this folder and the generated files beside it.`,
  ),
  "output-unreadable": error<{ path: string; reason: string }>(
    "The output folder cannot be read.",
    ({ path, reason }) => `"${path}" cannot be read (${reason}); change its permissions, or use another output folder.`,
  ),
  "on-done-failed": error<{ command: string; reason: string }>(
    "The command of onDone failed, or removed a file.",
    ({ command, reason }) =>
      `The command "${command}" of onDone failed (${reason}), so nothing was written; correct it and run again.`,
  ),
  "output-unwritable": error<{ path: string; reason: string }>(
    "The output cannot be written; the previous output is kept.",
    ({ path, reason }) =>
      `"${path}" cannot be written (${reason}); free disk space or change its permissions, then run again.`,
  ),
  "runtime-undeclared": warning<{ path: string; name: string; install: string }>(
    "With --runtime package, the project of the output folder does not depend on the runtime.",
    ({ path, name, install }) =>
      `"${path}" has no dependency ${name}, which the output imports; npm install ${install}, or generate with --runtime inline.`,
  ),
  "runtime-version": warning<{ name: string; version: string; install: string }>(
    "With --runtime package, the project of the output folder has another version of the runtime than the output needs.",
    ({ name, version, install }) => `The output does not run on ${name} ${version}; npm install ${install}.`,
  ),
};
