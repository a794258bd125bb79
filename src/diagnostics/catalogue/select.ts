import { error, warning } from "./entry.js";

/** Reported for the patterns of a user. */
export const selectEntries = {
  "pattern-malformed": error<{ pattern: string; problem: string }>(
    "A pattern of --include, --exclude or `permissions` is neither a path, a name nor a method.",
    ({ pattern, problem }) =>
      `"${pattern}" is no pattern (${problem}); write a path (/users/**), a name (ns.type) or a method (#POST).`,
  ),
  "pattern-unmatched": warning<{ pattern: string; near: string | undefined }>(
    "A pattern of --include or --exclude matches nothing.",
    ({ pattern, near }) =>
      `Nothing fits "${pattern}"; ${near === undefined ? "check its segments, or remove it." : `did you mean ${near}?`}`,
  ),
};
