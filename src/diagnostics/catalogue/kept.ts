import { error } from "./entry.js";

/** Diagnostics about the lock file and the copies of remote inputs. */
export const keptEntries = {
  "lock-file-invalid": error<{ path: string; reason: string }>(
    "The lock file cannot be read.",
    ({ path, reason }) =>
      `"${path}" is not a valid lock file (${reason}); restore it from version control, or delete it and run again, which may rename generated types.`,
  ),
  "lock-file-outdated": error<{ path: string; service: string }>(
    "With `--check`: the lock file has other names than a run would give.",
    ({ path, service }) => `"${path}" is behind the names of ${service}; run generate, then commit it.`,
  ),
};
