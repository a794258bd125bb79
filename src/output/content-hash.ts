import { createHash } from "node:crypto";

/**
 * The SHA-256 of a text with its line ends as LF, in hexadecimal. A checkout that turned them into CRLF holds the
 * same text, not one changed by hand; bytes that are no UTF-8 never equal a text of ours.
 */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(withLineFeeds(content)).digest("hex");
}

/** Bytes without CRLF, as most are, need not be decoded. */
function withLineFeeds(content: string | Uint8Array): string | Uint8Array {
  if (typeof content === "string") return content.replaceAll("\r\n", "\n");
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return bytes.includes("\r\n") ? bytes.toString("utf8").replaceAll("\r\n", "\n") : bytes;
}

interface Holder {
  readonly text: string;
}

// A cache: a file's text never changes, and an entry goes away with its file. Every file is compared several times,
// and the files of a large service have megabytes.
const hashes = new WeakMap<Holder, string>();

/** The {@link contentHash} of a file that is to be written, or of a source that was read. */
export function fileHash(file: Holder): string {
  const known = hashes.get(file) ?? contentHash(file.text);
  hashes.set(file, known);
  return known;
}

/**
 * One hash for all that the output depends on besides the version of the tool: the texts that were read, whatever
 * they are called and in whatever order they came, and the options. Paths are not in it: the same inputs give the
 * same manifest on every machine.
 */
export function inputsHash(sources: readonly Holder[], options: Readonly<Record<string, unknown>>): string {
  const chosen = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return contentHash(JSON.stringify([sources.map(fileHash).sort(), chosen]));
}
