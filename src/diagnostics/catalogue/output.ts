import { error } from "./entry.js";

/** Reported when an output folder cannot be written or compared. */
export const outputEntries = {
  "output-refused": error<{ folder: string; reason: string }>(
    "The output folder is a root, a home folder, the working folder or one above it, or a folder that holds an input.",
    ({ folder, reason }) => `The output folder "${folder}" ${reason}; name a folder that is for the output alone.`,
  ),
  "output-is-link": error<{ path: string }>(
    "The output folder, or something in it that would be written or removed, is a symbolic link.",
    ({ path }) =>
      `"${path}" is a symbolic link, which is never written through; remove it, or name the folder it leads to.`,
  ),
  "output-not-ours": error<{ path: string }>(
    "A file that would be written is there already and was not written by this tool.",
    ({ path }) => `"${path}" is there already and was not generated here; move it away, or name another output folder.`,
  ),
  "output-modified": error<{ path: string }>(
    "A generated file was changed since it was written.",
    ({ path }) =>
      `"${path}" was changed by hand since it was generated; delete it or move your change elsewhere, then run again.`,
  ),
  "output-in-the-way": error<{ path: string; found: string; wanted: string }>(
    "Something other than a file is where a file would be written, or other than a folder where a folder must be.",
    ({ path, found, wanted }) =>
      `"${path}" is a ${found} where a ${wanted} must be; move it away, or name another output folder.`,
  ),
  "output-manifest-invalid": error<{ path: string; reason: string }>(
    "The manifest of an earlier run is not valid, so the generated files are not known.",
    ({ path, reason }) =>
      `"${path}" does not read as a manifest (${reason}); restore it, or delete it together with the generated files beside it.`,
  ),
  "output-path-unsafe": error<{ path: string; reason: string }>(
    "The path of an output file is not valid on every system, or leads out of the output folder.",
    ({ path, reason }) =>
      `The output file "${path}" cannot be written (its path ${reason}); rename the schema element it is named after.`,
  ),
  "output-locked": error<{ path: string; pid: number }>(
    "Another run is writing to the same output folder.",
    ({ path, pid }) =>
      `Process ${pid} is writing to this folder; wait for it, or delete "${path}" if it is no run of this tool.`,
  ),
  "output-unreadable": error<{ path: string; reason: string }>(
    "The output folder cannot be read.",
    ({ path, reason }) => `"${path}" cannot be read (${reason}); allow it, or name another output folder.`,
  ),
  "output-unwritable": error<{ path: string; reason: string }>(
    "The output cannot be written; what was there before is kept.",
    ({ path, reason }) => `"${path}" cannot be written (${reason}); make room or allow it, then run again.`,
  ),
};
