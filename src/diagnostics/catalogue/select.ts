import { error, notice, warning } from "./entry.js";

/** Diagnostics of patterns that select a part of the model. */
export const selectEntries = {
  "pattern-malformed": error<{ pattern: string; problem: string }>(
    "A pattern of --include, --exclude or `permissions` is neither a path, a name nor a method.",
    ({ pattern, problem }) =>
      `"${pattern}" is not a pattern (${problem}); write a path (/users/**), a name (ns.type) or a method (#POST).`,
  ),
  "selection-empty": error<{
    option: string;
    patterns: readonly string[];
    unmatched: number;
    near: readonly string[];
  }>(
    "The patterns of --include match nothing at all, or --exclude leaves nothing. The output stays as it is.",
    ({ option, patterns, unmatched, near }) =>
      unmatched === 0
        ? `Nothing is left of the service: --exclude removes ${option === "--include" ? "all that --include matches" : "everything"}; remove some of its patterns.`
        : `${patterns.length === 1 ? `Nothing matches "${patterns.join("")}"` : `Nothing matches any of the ${patterns.length} patterns of --include`}, so nothing is selected; ${near.length === 0 ? "check the segments of paths, and the names" : `did you mean ${near.join(" or ")}`}${near.length === 0 ? "." : "?"}`,
  ),
  "outside-selection": notice<{ count: number }>(
    "Warnings and notices about elements that --include and --exclude leave out are counted, but not printed.",
    ({ count }) =>
      `${count} ${count === 1 ? "diagnostic" : "diagnostics"} about elements outside the selection ${count === 1 ? "is" : "are"} not shown; add --all-diagnostics to see them.`,
  ),
  "pattern-unmatched": warning<{ pattern: string; near: string | undefined }>(
    "A pattern of --include or --exclude matches nothing.",
    ({ pattern, near }) =>
      `Nothing matches "${pattern}"; ${near === undefined ? "check its segments, or remove it." : `did you mean ${near}?`}`,
  ),
};
