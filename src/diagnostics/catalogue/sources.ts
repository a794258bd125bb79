import { error, notice, warning } from "./entry.js";

/** Diagnostics of finding and reading the inputs. */
export const sourcesEntries = {
  "input-not-found": error<{ input: string }>(
    "A named input does not exist, or a glob matches nothing.",
    ({ input }) => {
      const isOtherUrl = /^[a-z][a-z\d+.-]*:\/\//i.test(input);
      const isLikeUrl = /^[\w-]+(?:\.[\w-]+)*(?::\d+)?\//.test(input) && /^[^/]*:\d|\$metadata$/.test(input);
      const toDo = isLikeUrl ? "check the path, or write https:// before it if it is a URL" : "check the path";
      return `No file or folder matches "${input}"; ${isOtherUrl ? "only URLs with http: and https: are read" : toDo}.`;
    },
  ),
  "input-unreadable": error<{ input: string; reason: string }>(
    "A named input exists, but cannot be read.",
    ({ input, reason }) =>
      `"${input}" cannot be read (${reason}); check its permissions, or remove it from the inputs.`,
  ),
  "not-a-file": error<{ input: string }>(
    "A named input is a pipe, a device or a socket.",
    ({ input }) =>
      `"${input}" is neither a file nor a folder; use a file, or pipe its text to standard input and use "-".`,
  ),
  "unknown-kind": error<{ input: string }>(
    "A named input is neither CSDL (XML or JSON) nor a Microsoft Graph reference page.",
    ({ input }) =>
      `"${input}" is neither CSDL (XML or JSON) nor a Microsoft Graph reference page; use another file, or remove it from the inputs.`,
  ),
  "nothing-recognized": error<{ folder: string; count: number }>(
    "A folder or glob has no file that is CSDL or a reference page.",
    ({ folder, count }) =>
      `"${folder}" has neither CSDL (XML or JSON) nor a Microsoft Graph reference page among its ${count} ${count === 1 ? "file" : "files"}; use another folder.`,
  ),
  "files-skipped": notice<{ folder: string; count: number; first: string }>(
    "A folder has files that are neither CSDL nor reference pages; they are skipped.",
    ({ folder, count, first }) =>
      `${count} ${count === 1 ? "file" : "files"} in "${folder}" skipped, not recognized as CSDL or a reference page: "${first}"${count === 1 ? "" : " and others"}.`,
  ),
  "unsupported-encoding": error<{ encoding: string; offset: number }>(
    "The bytes of a source are not UTF-8, or UTF-16 with a byte order mark.",
    ({ encoding, offset }) => `The byte at offset ${offset} is not valid ${encoding} text; save the file as UTF-8.`,
  ),
  "empty-input": error<{ input: string }>(
    "A named input is empty.",
    ({ input }) => `"${input}" is empty; use a file with text, or remove it from the inputs.`,
  ),
  "input-too-large": error<{ input: string; limit: string }>(
    "An input is larger than the limit, 64 MB.",
    ({ input, limit }) => `"${input}" is larger than ${limit}; split it or use a smaller file.`,
  ),
  "remote-not-allowed": error<{ input: string; host: string; redirect: string | undefined }>(
    "A named URL, or one that it redirects to, is on a host that is not allowed.",
    ({ input, host, redirect }) =>
      `"${input}" ${redirect === undefined ? "would be fetched" : `redirects to "${redirect}", which would be fetched`} from the host "${host}", which is not allowed; allow it with --allow-remote ${host}, or download the file and use that.`,
  ),
  "remote-failed": error<{ input: string; reason: string }>(
    "A named URL could not be fetched.",
    ({ input, reason }) =>
      `"${input}" could not be fetched (${reason}); check the URL, or download the file and use that.`,
  ),
  "remote-login": error<{ input: string; url: string }>(
    "A named URL redirects to a login page.",
    ({ input, url }) =>
      `"${input}" redirects to the login page "${url}"; set "headers" of this input in the config file, such as { "Authorization": "env:TOKEN" }, or download the file and use that.`,
  ),
  "remote-unauthorized": error<{ input: string; answer: string; sent: readonly string[] }>(
    "The service of a named URL wants credentials, or other ones.",
    ({ input, answer, sent }) =>
      `"${input}" could not be fetched (${answer}); ${
        sent.length === 0
          ? 'set "headers" of this input in the config file, such as { "Authorization": "env:TOKEN" }'
          : `check the values of its "headers" in the config file (${sent.join(", ")})`
      }, or download the file and use that.`,
  ),
  "remote-untrusted": error<{ input: string; reason: string }>(
    "The certificate of the host of a named URL is not trusted.",
    ({ input, reason }) =>
      `"${input}" could not be fetched, since the certificate of its host is not trusted (${reason}); set "ca" of this input in the config file, or NODE_EXTRA_CA_CERTS, to the certificate of its authority in PEM.`,
  ),
  "variable-not-set": error<{ input: string; variable: string; setting: string }>(
    "An environment variable that the config file names for a request is not set.",
    ({ input, variable, setting }) =>
      `"${input}" needs the environment variable "${variable}" for ${setting}; set it and run again.`,
  ),
  "certificate-unreadable": error<{ input: string; file: string; reason: string }>(
    "A certificate or key file of the config file cannot be read or used.",
    ({ input, file, reason }) =>
      `"${file}" cannot be used for "${input}" (${reason}); correct its path in the config file, or use another file in PEM.`,
  ),
  "git-input-invalid": error<{ input: string }>(
    "An input that begins with git: lacks the revision or the path, or the revision begins with a dash.",
    ({ input }) =>
      `"${input}" is not a path at a revision; write git:<revision>:<path>, such as git:main:schemas/people.xml.`,
  ),
  "git-revision-unknown": error<{ revision: string }>(
    "An input names a revision that the repository does not have. A shallow clone has one commit.",
    ({ revision }) =>
      `The repository has no revision "${revision}"; correct it, or fetch it first (git fetch; in CI with the whole history).`,
  ),
  "git-path-outside": error<{ input: string }>(
    "The path of an input that begins with git: leads out of the repository.",
    ({ input }) => `"${input}" is outside of the repository; use a path inside of it.`,
  ),
  "git-path-from-root": error<{ input: string; meant: string }>(
    "The path of an input that begins with git: exists from the working folder, but not from the root of the repository, where such paths start.",
    ({ input, meant }) =>
      `"${input}" starts from the root of the repository, which has no such path; write "${meant}".`,
  ),
  "git-failed": error<{ reason: string }>(
    "Git cannot be run, or the folder is in no repository.",
    ({ reason }) =>
      `The input cannot be read from git (${reason}); run in a clone of the repository, with git installed.`,
  ),
  "reference-not-loaded": warning<{ uri: string; reason: string }>(
    "A referenced document is not loaded: it is outside of the input folders, on a host that is not allowed, or cannot be read.",
    ({ uri, reason }) =>
      `The reference to "${uri}" is not loaded (${reason}); add that document to the inputs if you need its types.`,
  ),
  "reference-lacks-namespace": warning<{ uri: string; namespace: string }>(
    "A document includes a namespace that the referenced document does not define.",
    ({ uri, namespace }) => `"${uri}" has no schema "${namespace}"; correct the Include or the Uri.`,
  ),
};
