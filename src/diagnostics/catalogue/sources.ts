import { error, notice, warning } from "./entry.js";

/** Reported when inputs and references are loaded. */
export const sourcesEntries = {
  "input-not-found": error<{ input: string }>(
    "A named input does not exist, or a glob matches nothing.",
    ({ input }) => `No file or folder matches "${input}"; check the path.`,
  ),
  "input-unreadable": error<{ input: string; reason: string }>(
    "A named input exists but cannot be read.",
    ({ input, reason }) => `"${input}" cannot be read (${reason}).`,
  ),
  "not-a-file": error<{ input: string }>(
    "A named input is a pipe, a device or a socket.",
    ({ input }) => `"${input}" is neither a file nor a folder; name a file, or pipe its text in and name "-".`,
  ),
  "unknown-kind": error<{ input: string }>(
    "A named input is neither CSDL (XML or JSON) nor a Microsoft Graph reference page.",
    ({ input }) =>
      `"${input}" is neither CSDL (XML or JSON) nor a Microsoft Graph reference page; name other files, or remove it.`,
  ),
  "nothing-recognized": error<{ folder: string; count: number }>(
    "A folder or glob holds no file of a known kind.",
    ({ folder, count }) =>
      `"${folder}" holds neither CSDL (XML or JSON) nor a Microsoft Graph reference page (${count} other ${count === 1 ? "file" : "files"}); name another folder.`,
  ),
  "files-skipped": notice<{ folder: string; count: number; first: string }>(
    "A folder holds files of no known kind; they were left out.",
    ({ folder, count, first }) =>
      `${count} ${count === 1 ? "file" : "files"} in "${folder}" of no known kind left out, the first is "${first}".`,
  ),
  "unsupported-encoding": error<{ encoding: string; offset: number }>(
    "The bytes of a source are not UTF-8, or UTF-16 with a byte order mark.",
    ({ encoding, offset }) => `The byte at offset ${offset} is not valid ${encoding} text; save the file as UTF-8.`,
  ),
  "empty-input": error<{ input: string }>(
    "A named input has no text.",
    ({ input }) => `"${input}" is empty; name a file with text, or remove it.`,
  ),
  "input-too-large": error<{ input: string; limit: string }>(
    "An input is larger than the limit.",
    ({ input, limit }) => `"${input}" is larger than ${limit}; split it or name a smaller file.`,
  ),
  "remote-not-allowed": error<{ input: string; host: string }>(
    "A named URL, or one it redirects to, is on a host that was not allowed.",
    ({ input, host }) =>
      `"${input}" would be fetched from "${host}"; allow that host with --allow-remote, or download it and name the file.`,
  ),
  "remote-failed": error<{ input: string; reason: string }>(
    "A named URL could not be fetched.",
    ({ input, reason }) =>
      `"${input}" could not be fetched (${reason}); check the URL, or download it and name the file.`,
  ),
  "reference-not-loaded": warning<{ uri: string; reason: string }>(
    "A document refers to another one that is not loaded: it lies outside the folders of the inputs or on a host that was not allowed, or cannot be read.",
    ({ uri, reason }) =>
      `The reference to "${uri}" is not loaded (${reason}); name that document among the inputs if its types matter.`,
  ),
  "reference-lacks-namespace": warning<{ uri: string; namespace: string }>(
    "A document includes a namespace of another one that does not define it.",
    ({ uri, namespace }) => `"${uri}" was read and has no schema "${namespace}"; correct the Include or the Uri.`,
  ),
};
