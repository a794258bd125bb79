import { error, notice } from "./entry.js";

/** What can be said of the inputs before any of them is parsed. */
export const sourcesEntries = {
  "input-not-found": error<{ input: string }>(
    "A named input does not exist, or a glob matches nothing.",
    ({ input }) => `No file or folder matches "${input}"; check the path.`,
  ),
  "input-unreadable": error<{ input: string; reason: string }>(
    "A named input exists and cannot be read.",
    ({ input, reason }) => `"${input}" cannot be read (${reason}).`,
  ),
  "unknown-kind": error<{ input: string }>(
    "A named input is neither CSDL (XML or JSON) nor a Microsoft Graph reference page.",
    ({ input }) => `"${input}" is neither CSDL (XML or JSON) nor a Microsoft Graph reference page; name other files, or remove it.`,
  ),
  "files-skipped": notice<{ folder: string; count: number; first: string }>(
    "A folder holds files of no known kind; they were left out.",
    ({ folder, count, first }) => `${count} ${count === 1 ? "file" : "files"} in "${folder}" of no known kind left out, the first is "${first}".`,
  ),
  "unsupported-encoding": error<{ encoding: string }>(
    "The bytes of a source are not UTF-8, or UTF-16 with a byte order mark.",
    ({ encoding }) => `The text is not valid ${encoding}; save it as UTF-8.`,
  ),
  "empty-input": error<{ input: string }>(
    "A named input has no text.",
    ({ input }) => `"${input}" is empty.`,
  ),
  "input-too-large": error<{ input: string; limit: string }>(
    "An input is larger than the limit.",
    ({ input, limit }) => `"${input}" is larger than ${limit}; split it or name a smaller file.`,
  ),
};
