import { error } from "./entry.js";

/** Diagnostics about the config file. */
export const configEntries = {
  "config-not-found": error<{ path: string }>(
    "The file for --config does not exist.",
    ({ path }) => `There is no config file "${path}"; check the path given with --config.`,
  ),
  "config-unreadable": error<{ path: string; reason: string }>(
    "The config file cannot be read, or throws an error.",
    ({ path, reason }) => `The config file "${path}" cannot be loaded (${reason}); correct it and run again.`,
  ),
  "config-malformed": error<{ problem: string }>(
    "The config file is not valid JSON.",
    ({ problem }) => `The config file is not valid JSON (${problem}); correct it here.`,
  ),
  "config-invalid": error<{ key: string; expected: string; found: string }>(
    "A value in the config file is missing or has the wrong form.",
    ({ key, expected, found }) => `"${key}" in the config file takes ${expected}, not ${found}.`,
  ),
  "config-unknown-key": error<{ key: string; allowed: readonly string[]; near: string | undefined }>(
    "The config file has an unknown key.",
    ({ key, allowed, near }) =>
      `"${key}" is not a key of the config file; ${near === undefined ? `allowed here: ${allowed.join(", ")}.` : `did you mean "${near}"?`}`,
  ),
  "config-output-shared": error<{ service: string; other: string; output: string }>(
    "Two services of the config file have the same output folder.",
    ({ service, other, output }) =>
      `The services "${other}" and "${service}" both write to "${output}"; give each its own folder.`,
  ),
  "config-file-shared": error<{ file: string; url: string; other: string }>(
    "Two URLs of the config file are kept in the same file.",
    ({ file, url, other }) =>
      `The copies of "${other}" and "${url}" would both be kept in "${file}"; give each its own file.`,
  ),
};
