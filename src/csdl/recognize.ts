import { skipMiscellaneous } from "./xml/tree/well-formed.js";

const ROOT = /<(?:[\w.-]+:)?(?:Edmx(?=[\s/>])|Schema\s[^>]*(?:\/edm["']|\bNamespace\s*=))/;
const ROOT_HERE = new RegExp(ROOT, "y");

/**
 * Whether the root element of a text is that of CSDL XML: `Edmx` with any prefix, or `Schema` of an EDM namespace, or with
 * the attribute `Namespace`.
 * Looks only at the beginning; the text may still be malformed or of an old version.
 */
export function isCsdlXml(text: string): boolean {
  const start = skipMiscellaneous(text, 0);
  // Skips a DOCTYPE, so that the document reaches the reader, which reports it.
  const offset = /^<!doctype/i.test(text.slice(start, start + 9)) ? Math.max(text.search(ROOT), start) : start;
  ROOT_HERE.lastIndex = offset;
  return ROOT_HERE.test(text);
}

/** Whether a text is CSDL JSON: an object with a member `$Version` or `$EntityContainer`. */
export function isCsdlJson(text: string): boolean {
  return /^[\s\ufeff]*\{/.test(text) && /"\$(?:Version"\s*:\s*"4\.|EntityContainer"\s*:)/.test(text);
}
