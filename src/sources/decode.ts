import { TextDecoder } from "node:util";

/** The text of a source, or the offset of the first byte that is invalid in its encoding. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly encoding: string; readonly offset: number };

const REPLACEMENT = "\uFFFD";

/**
 * Decodes UTF-8 with or without byte order mark, or UTF-16 with one. The mark is removed. Invalid bytes are refused,
 * not replaced. So is NUL, which neither XML (1.0 §2.2) nor JSON (RFC 8259 §7) may contain and which indicates UTF-16
 * without a mark.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "utf-16le", "UTF-16LE");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "utf-16be", "UTF-16BE");
  const text = decodedBy(UTF8, bytes);
  if (text === undefined) return { ok: false, encoding: "UTF-8", offset: firstInvalidUtf8(bytes) };
  return text.includes("\0") ? { ok: false, encoding: "UTF-8", offset: bytes.indexOf(0) } : { ok: true, text };
}

/**
 * An approximate text of bytes that `decode` refuses: Latin-1 without NUL, which keeps the ASCII characters of most
 * encodings. For recognizing the kind of a file only.
 */
export function guessedText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
}

function decodeUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be", encoding: string): Decoded {
  const text = decodedBy(new TextDecoder(label, { fatal: true }), bytes);
  if (text === undefined) return { ok: false, encoding, offset: firstInvalidUtf16(bytes, label) };
  const nul = text.indexOf("\0");
  return nul < 0 ? { ok: true, text } : { ok: false, encoding, offset: 2 + 2 * nul };
}

/** Shared: each call decodes a whole text, so no state remains. */
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes bytes; undefined if they are invalid. TextDecoder throws then, but does not tell the offset. */
function decodedBy(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The byte offset of the first replacement character in a lenient decoding that is not in the bytes themselves. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let start = 0;
  for (;;) {
    const found = text.indexOf(REPLACEMENT, start);
    if (found < 0) return bytes.length;
    offset += Buffer.byteLength(text.slice(start, found));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    start = found + 1;
  }
}

/** The byte offset of the first invalid code unit; before it, each code unit has two bytes. */
function firstInvalidUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): number {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = text.indexOf(REPLACEMENT); i >= 0; i = text.indexOf(REPLACEMENT, i + 1)) {
    if (2 * i + 1 >= bytes.length || view.getUint16(2 * i, label === "utf-16le") !== 0xfffd) return 2 * i;
  }
  return bytes.length;
}
