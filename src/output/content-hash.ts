import { createHash } from "node:crypto";

/**
 * The SHA-256 of a text with LF line ends, in hexadecimal. A file that git checked out with CRLF has the same hash.
 * Bytes that are not UTF-8 are hashed as they are.
 */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(withLineFeeds(content)).digest("hex");
}

/** Replaces CRLF by LF. Bytes without CRLF are not decoded. */
function withLineFeeds(content: string | Uint8Array): string | Uint8Array {
  if (typeof content === "string") return content.replaceAll("\r\n", "\n");
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return bytes.includes("\r\n") ? bytes.toString("utf8").replaceAll("\r\n", "\n") : bytes;
}

interface Holder {
  readonly text: string;
}

// A cache: each file is compared several times, and those of a large service have megabytes. Weak, so that an entry is
// collected with its file.
const hashes = new WeakMap<Holder, string>();

/** The {@link contentHash} of a file to write or a source that was read. */
export function fileHash(file: Holder): string {
  const known = hashes.get(file) ?? contentHash(file.text);
  hashes.set(file, known);
  return known;
}
