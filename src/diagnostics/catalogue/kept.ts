import { error, notice, warning } from "./entry.js";

/** Diagnostics about the lock file and the copies of remote inputs. */
export const keptEntries = {
  "lock-file-invalid": error<{ path: string; reason: string; remedy: string | undefined }>(
    "The lock file cannot be read.",
    ({ path, reason, remedy }) =>
      `"${path}" is not a valid lock file (${reason}); ${remedy ?? "restore it from version control, or delete it and run again, which may rename generated types"}.`,
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
  "kept-file-foreign": error<{ path: string; url: string }>(
    "`fetch` would replace a file that is no copy of the URL.",
    ({ path, url }) =>
      `"${path}" already exists and is no copy of "${url}"; move it away, or set "file" of this input in the config file to another path.`,
  ),
  "kept-file-unused": notice<{ path: string; service: string }>(
    "A kept copy is no longer one of a service; it is not deleted.",
    ({ path, service }) =>
      `"${path}" is no longer a copy of an input of ${service}; delete it if nothing else reads it.`,
  ),
  "nothing-to-fetch": notice<{ service: string }>(
    "A service of the config file has no URLs.",
    ({ service }) => `The service ${service} has no URLs among its inputs, so there is nothing to fetch.`,
  ),
};
