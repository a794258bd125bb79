import { error, warning } from "./entry.js";

/** Diagnostics of patterns that select a part of the model. */
export const selectEntries = {
  "pattern-malformed": error<{ pattern: string; problem: string }>(
    "A pattern of --include, --exclude or `permissions` is neither a path, a name nor a method.",
    ({ pattern, problem }) =>
      `"${pattern}" is not a pattern (${problem}); write a path (/users/**), a name (ns.type) or a method (#POST).`,
  ),
  "pattern-unmatched": warning<{ pattern: string; near: string | undefined }>(
    "A pattern of --include or --exclude matches nothing.",
    ({ pattern, near }) =>
      `Nothing matches "${pattern}"; ${near === undefined ? "check its segments, or remove it." : `did you mean ${near}?`}`,
  ),
};
