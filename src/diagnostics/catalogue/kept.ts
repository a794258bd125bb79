import { error, warning } from "./entry.js";

/** Diagnostics about the lock file and the copies of remote inputs. */
export const keptEntries = {
  "lock-file-invalid": error<{ path: string; reason: string }>(
    "The lock file cannot be read.",
    ({ path, reason }) =>
      `"${path}" is not a valid lock file (${reason}); restore it from version control, or delete it and run again, which may rename generated types.`,
  ),
  "remote-not-kept": error<{ input: string; service: string }>(
    "A URL of the config file has no kept copy, and is not on a host that is allowed.",
    ({ input, service }) =>
      `"${input}" has no kept copy; run odata-codegen fetch ${service}, or allow its host with "allowRemote" to request it in every run.`,
  ),
  "kept-input-edited": warning<{ path: string; url: string; service: string }>(
    "A kept copy differs from what was fetched; it is read as it is.",
    ({ path, url, service }) =>
      `"${path}" was edited since it was fetched from "${url}"; undo that, or run odata-codegen fetch ${service} --refresh to fetch it again.`,
  ),
};
