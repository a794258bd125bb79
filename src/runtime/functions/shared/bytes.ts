import { host } from "./platform.js";

/** Bytes as base64url text (RFC 4648 §5). */
export function textOfBytes(bytes: ArrayBuffer): string {
  return host.btoa(binaryOf(bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

/** Bytes of base64 text in either alphabet. Throws for other text. */
export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  return bytesOfBinary(host.atob(text.replaceAll("-", "+").replaceAll("_", "/")));
}

/** Bytes as a string with one character for each. */
export function binaryOf(bytes: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of a string with one character for each. */
export function bytesOfBinary(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
