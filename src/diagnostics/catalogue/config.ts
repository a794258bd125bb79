import { error } from "./entry.js";

/** What can be said of the config file. */
export const configEntries = {
  "config-not-found": error<{ path: string }>(
    "The config file that was named does not exist.",
    ({ path }) => `There is no config file "${path}"; check the path given with --config.`,
  ),
  "config-unreadable": error<{ path: string; reason: string }>(
    "The config file cannot be read, or fails when it is run.",
    ({ path, reason }) => `The config file "${path}" cannot be loaded (${reason}); mend it and run again.`,
  ),
  "config-malformed": error<{ problem: string }>(
    "A JSON config file is not well-formed.",
    ({ problem }) => `The config file is not valid JSON (${problem}); mend it here.`,
  ),
  "config-invalid": error<{ key: string; expected: string; found: string }>(
    "A value in the config file is missing or not of the shape its key takes.",
    ({ key, expected, found }) => `"${key}" in the config file takes ${expected}, not ${found}.`,
  ),
  "config-unknown-key": error<{ key: string; allowed: readonly string[]; near: string | undefined }>(
    "The config file holds a key that no option has.",
    ({ key, allowed, near }) =>
      `"${key}" is no key of the config file; ${near === undefined ? `allowed here: ${allowed.join(", ")}.` : `did you mean "${near}"?`}`,
  ),
  "config-output-shared": error<{ service: string; other: string; output: string }>(
    "Two services of the config file write to one folder.",
    ({ service, other, output }) =>
      `The services "${other}" and "${service}" both write to "${output}"; give each a folder of its own.`,
  ),
};
